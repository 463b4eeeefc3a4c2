import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE_ACTIONS } from '#renderer/actions/case-actions.ts';
import { performById } from '#renderer/actions/registry.ts';
import { CaseSelect } from '#renderer/panels/case-select.tsx';
import { Dialogs } from '#renderer/panels/dialogs.tsx';
import { Outline } from '#renderer/panels/outline.tsx';
import { documentStore, setCase, undo } from '#renderer/store/document-store.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { buildCase, buildItem, buildScenario, byYear, constant, formula } from '#tests/support/builders.ts';
import { failure, installFakeMain } from '#tests/support/fake-main.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';

const named = (en: string, ar: string) => ({ name: { en, ar } });
const scenario = buildScenario(
  [
    buildItem('price', constant(2), { unit: 'USD', label: { en: 'Price', ar: 'السعر' } }),
    buildItem('users', byYear({ '2025': 4, '2026': 5 }), { label: { en: 'Users', ar: 'المستخدمون' } }),
    buildItem('revenue', formula('price * users'), { label: { en: 'Revenue', ar: 'الإيرادات' } }),
  ],
  {
    cases: [
      buildCase(
        'high',
        {
          price: { content: constant(9), reason: 'Dearer' },
          users: { content: byYear({ '2025': 4, '2026': 8 }) },
          revenue: { values: { '2025Q3': 0 }, reason: 'Strike' },
        },
        named('High', 'مرتفع'),
      ),
      buildCase('higher', {}, { inherits: 'high', ...named('Higher', 'أعلى') }),
    ],
  },
);
const now = (): Scenario => documentStore.getState().scenario;
const caseOf = (id: string) => now().cases.find((one) => one.id === id);
const steps = () => documentStore.getState().history.past.length;
/** All at once: one by one the letters take long and show nothing more. */
const fill = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const open = (id: string) => act(() => performById(id));

beforeEach(() => startSession(scenario));

describe('a new case', () => {
  it('is made by keyboard in one step, and shown', async () => {
    show(<Dialogs />);
    open('cases.new');
    expect(await axeProblems()).toEqual([]);
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    fill(screen.getByLabelText('Name'), 'Growth miss');
    fill(screen.getByLabelText('Reason'), 'Users stop coming');
    fill(screen.getByLabelText('As-of date (optional)'), '2026-01-31');
    await person.keyboard('{Enter}');
    expect(caseOf('growth-miss')).toEqual({
      id: 'growth-miss',
      name: { en: 'Growth miss', ar: 'Growth miss' },
      reason: { en: 'Users stop coming', ar: 'Users stop coming' },
      asOf: '2026-01-31',
      overrides: {},
    });
    expect(sessionStore.getState().caseId).toBe('growth-miss');
    expect(steps()).toBe(1);
    act(() => void undo());
    expect(now()).toEqual(scenario);
    expect(sessionStore.getState().caseId).toBeNull();
  });

  it('has its name in the language of the interface, and in both when both are typed', async () => {
    startSession(scenario, 'ar');
    show(<Dialogs />);
    open('cases.new');
    fill(screen.getByLabelText('الاسم'), 'تباطؤ');
    fill(screen.getByLabelText('الاسم بالإنجليزية (اختياري)'), 'Slowdown');
    await person.keyboard('{Enter}');
    expect(now().cases.at(-1)?.name).toEqual({ en: 'Slowdown', ar: 'تباطؤ' });
  });

  it('says what is wrong beside the field, and makes nothing', async () => {
    show(<Dialogs />);
    open('cases.new');
    await person.keyboard('{Enter}');
    expect(screen.getByText('Type a name.')).toBeTruthy();
    await person.keyboard(' high');
    fill(screen.getByLabelText('As-of date (optional)'), '31.1.2026');
    await person.keyboard('{Enter}');
    expect(screen.getByText(/There is a case with this name/)).toBeTruthy();
    expect(screen.getByText(/“31.1.2026” is not a day/)).toBeTruthy();
    expect(now()).toBe(scenario);
  });
});

describe('a case', () => {
  it('is renamed without a step for what stays', async () => {
    act(() => setCase('high'));
    show(<Dialogs />);
    open('cases.edit');
    await person.keyboard('{Enter}');
    expect(steps()).toBe(0);
    open('cases.edit');
    fill(screen.getByLabelText('Name'), 'Top');
    await person.keyboard('{Enter}');
    expect(caseOf('high')?.name).toEqual({ en: 'Top', ar: 'مرتفع' });
    expect(caseOf('high')?.overrides).toEqual(scenario.cases[0]?.overrides);
  });

  // Catches: a case that could be built on its own heir.
  it('is offered only cases that do not build on it', async () => {
    act(() => setCase('high'));
    show(<Dialogs />);
    open('cases.edit');
    await person.click(screen.getByRole('button', { name: /Builds on/ }));
    expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['Base']);
  });

  it('is copied under another name, and the copy is shown', async () => {
    act(() => setCase('high'));
    show(<Dialogs />);
    open('cases.copy');
    await person.keyboard('{Enter}');
    expect(caseOf('high-copy')?.overrides).toEqual(caseOf('high')?.overrides);
    expect(sessionStore.getState().caseId).toBe('high-copy');
  });

  it('says what builds on it before it goes, and leaves that as it was', async () => {
    act(() => setCase('high'));
    show(<Dialogs />);
    open('cases.delete');
    expect(screen.getByRole('dialog').textContent).toContain('Higher');
    await person.keyboard('{Enter}');
    expect(now()).toBe(scenario);
    open('cases.delete');
    await person.click(screen.getByRole('button', { name: 'Delete case' }));
    expect(caseOf('high')).toBeUndefined();
    expect(caseOf('higher')?.overrides).toEqual(scenario.cases[0]?.overrides);
    expect(sessionStore.getState().caseId).toBeNull();
  });

  it('says what changes before it becomes the base, then shows the base', async () => {
    act(() => setCase('high'));
    show(<Dialogs />);
    open('cases.promote');
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('3 rows');
    expect(within(dialog).getByText('Base before')).toBeTruthy();
    expect(await axeProblems()).toEqual([]);
    await person.click(screen.getByRole('button', { name: 'Make it the base' }));
    expect(now().items['price']?.content).toEqual(constant(9));
    expect(sessionStore.getState().caseId).toBeNull();
    expect(steps()).toBe(1);
    act(() => void undo());
    expect(now()).toEqual(scenario);
    expect(sessionStore.getState().caseId).toBe('high');
  });

  it('cannot become the base when it shows it already', () => {
    expect(CASE_ACTIONS.promote.isEnabled()).toBe(false);
    act(() => setCase('high'));
    expect(CASE_ACTIONS.promote.isEnabled()).toBe(true);
  });
});

describe('a case alone', () => {
  // Catches: an export that counts as a save, or sends the whole document.
  it('goes to a file of its own and leaves the document unsaved as it was', async () => {
    const main = installFakeMain();
    main.answer('exportScenario', { ok: true, data: { name: 'alone.scenario' } });
    act(() => setCase('high'));
    const before = documentStore.getState();
    await CASE_ACTIONS.exportAlone.perform();
    const [asked] = main.asked.filter(({ route }) => route === 'exportScenario');
    const request = asked?.request as { scenario: Scenario; suggestedName: string };
    expect(request.suggestedName).toBe('model High');
    expect(request.scenario.cases).toEqual([]);
    expect(request.scenario.items['price']?.content).toEqual(constant(9));
    expect(documentStore.getState()).toBe(before);
  });

  it('says why nothing was written', async () => {
    const main = installFakeMain();
    main.answer('exportScenario', failure('file-is-open-here'));
    show(<Dialogs />);
    await act(() => CASE_ACTIONS.exportAlone.perform());
    expect(screen.getByRole('dialog').textContent).toContain('is open in Headroom');
  });
});

describe('the page of cases', () => {
  const cells = (row: string) => {
    const header = screen.getByRole('rowheader', { name: new RegExp(`^${row}`) });
    return within(header.closest('tr') ?? header)
      .getAllByRole('cell')
      .slice(0, 3)
      .map((cell) => cell.textContent?.trim());
  };

  it('sets each override against what stands there without it', async () => {
    show(<Dialogs />);
    open('cases.page');
    await person.keyboard('{ArrowDown}');
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('High');
    expect(cells('Price')).toEqual(['all', '2.0', '9.0']);
    expect(cells('Users')).toEqual(['2026', '5.0', '8.0']);
    expect(cells('Revenue')).toEqual(['2025 Q3', '= price * users', '–']);
  });

  it('marks an override without a reason and takes one, by keyboard', async () => {
    show(<Dialogs />);
    open('cases.page');
    await person.keyboard('{ArrowDown}');
    expect(screen.getByText('1 override says no reason.')).toBeTruthy();
    const field = screen.getByLabelText<HTMLInputElement>('Reason for Users');
    await person.type(field, 'H{Escape}');
    expect(field.value).toBe('');
    expect(screen.getByRole('dialog')).toBeTruthy();
    fill(field, 'Marketing');
    await person.type(field, '{Enter}');
    expect(caseOf('high')?.overrides['users']?.reason).toBe('Marketing');
    expect(screen.queryByText(/says no reason/)).toBeNull();
    await person.keyboard('{ArrowUp}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Reason for Price');
    expect(steps()).toBe(1);
  });

  it('resets one override, keeps the keyboard in the table, and undoes it there', async () => {
    show(<Dialogs />);
    open('cases.page');
    await person.keyboard('{ArrowDown}');
    screen.getByRole('button', { name: 'Reset Price' }).focus();
    await person.keyboard('{Enter}');
    expect(Object.keys(caseOf('high')?.overrides ?? {})).toEqual(['users', 'revenue']);
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Reset Users'));
    await person.click(screen.getByRole('button', { name: /^Undo/ }));
    expect(now()).toEqual(scenario);
  });

  it('leads to the cell in the case', async () => {
    show(<Dialogs />);
    open('cases.page');
    await person.keyboard('{ArrowDown}');
    await person.click(screen.getByRole('button', { name: 'Revenue' }));
    expect(sessionStore.getState()).toMatchObject({
      view: 'model',
      caseId: 'high',
      activeCell: { key: 'revenue', column: '2025Q3' },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('names what an heir takes from above, in Arabic too', async () => {
    startSession(scenario, 'ar');
    act(() => setCase('higher'));
    show(<Dialogs />);
    open('cases.page');
    expect(screen.getByText('لا قيم بديلة بعد')).toBeTruthy();
    await person.click(screen.getByRole('button', { name: 'مرتفع' }));
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('مرتفع');
    expect(await axeProblems()).toEqual([]);
  });

  it('asks over itself and shows there what became of it', async () => {
    show(<Dialogs />);
    open('cases.page');
    await person.click(screen.getByRole('button', { name: 'New case…' }));
    await person.keyboard('Third{Enter}');
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Third');
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Third');
  });
});

describe('ways to a case', () => {
  it('a row of the outline opens its menu by Shift+F10', async () => {
    show(
      <>
        <Outline foldable />
        <Dialogs />
      </>,
    );
    screen.getByRole('button', { name: 'High' }).focus();
    await person.keyboard('{Shift>}{F10}{/Shift}');
    const menu = await screen.findByRole('menu', { name: 'Actions for High' });
    await person.click(within(menu).getByRole('menuitem', { name: 'Delete case…' }));
    expect((await screen.findByRole('dialog')).textContent).toContain('Delete “High”?');
  });

  it('the choice of the case goes on to a new one, and still chooses', async () => {
    show(
      <>
        <CaseSelect />
        <Dialogs />
      </>,
    );
    await person.click(screen.getByRole('button', { name: /Case/ }));
    await person.click(screen.getByRole('menuitemradio', { name: 'High' }));
    expect(sessionStore.getState().caseId).toBe('high');
    await person.click(screen.getByRole('button', { name: /Case/ }));
    expect(screen.getByRole('menuitemradio', { name: 'High' }).getAttribute('aria-checked')).toBe('true');
    await person.click(screen.getByRole('menuitem', { name: /New case/ }));
    expect(await screen.findByRole('dialog', { name: 'New case' })).toBeTruthy();
  });
});
