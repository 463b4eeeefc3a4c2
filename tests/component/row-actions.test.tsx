import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { openContextMenu } from '#renderer/actions/context-menu.ts';
import { performById } from '#renderer/actions/registry.ts';
import { formatActions, ROW_ACTIONS } from '#renderer/actions/row-actions.ts';
import { cellMenu, headMenu, labelMenu } from '#renderer/grid/rows/menus.ts';
import { Dialogs } from '#renderer/panels/dialogs.tsx';
import { documentStore } from '#renderer/store/document-store.ts';
import { showDialog } from '#renderer/store/hooks.ts';
import { sessionStore, setActiveCell, setSelection } from '#renderer/store/session-store.ts';
import { REQUESTS } from '#shared/ipc/contract.ts';
import {
  buildCase,
  buildDeal,
  buildItem,
  buildScenario,
  byPeriod,
  constant,
  formula,
} from '#tests/support/builders.ts';
import { installFakeMain } from '#tests/support/fake-main.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';

const scenario = buildScenario(
  [
    buildItem('price', constant(2)),
    buildItem('head', constant(null), { role: 'header' }),
    buildItem('amount', byPeriod(3, 4)),
    buildItem('hidden', constant(1), { folded: true }),
    buildItem('revenue', formula('price * amount')),
    buildItem('tail', constant(1), { section: 'other' }),
  ],
  {
    sections: ['main', 'other'].map((id) => ({ id, label: { en: id, ar: id } })),
    cases: [buildCase('low', { amount: { content: constant(1) } })],
    deals: [buildDeal('D1', { tranches: [{ kind: 'item', item: 'tail' }] })],
  },
);
const now = () => documentStore.getState().scenario;
const at = (key: string, column = '2025Q1') => setActiveCell({ key, column });

describe.each(['en', 'ar'] as const)('dialogs about rows in %s', (language) => {
  beforeEach(() => startSession(scenario, language));

  it.each([
    ['renameRow', 'price'],
    ['deleteRow', 'price'],
    ['deleteRow', 'tail'],
  ] as const)('%s has nothing that axe finds', async (kind, key) => {
    showDialog({ kind, key });
    show(<Dialogs />);
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(await axeProblems()).toEqual([]);
  });
});

describe('deleting a row in use', () => {
  beforeEach(() => startSession(scenario));

  it('writes a constant into the formulas that read it, in one step', async () => {
    showDialog({ kind: 'deleteRow', key: 'price' });
    show(<Dialogs />);
    await person.click(screen.getByRole('button', { name: 'Keep its values in 1 row' }));
    expect(now().items['revenue']?.content).toEqual(formula('2 * amount'));
    expect(documentStore.getState().history.past).toHaveLength(1);
  });

  it('types what readers show, in each case, where the row changes', async () => {
    showDialog({ kind: 'deleteRow', key: 'amount' });
    show(<Dialogs />);
    await person.click(screen.getByRole('button', { name: 'Keep its values in 1 row' }));
    expect(now().items['revenue']?.content).toMatchObject({ kind: 'byPeriod' });
    expect(now().items['revenue']?.assumption).toContain('amount');
    expect(now().cases[0]?.overrides['revenue']?.content).toMatchObject({ values: Array(8).fill(2) });
  });

  it('is not offered for a row that a deal follows; hiding it is', async () => {
    showDialog({ kind: 'deleteRow', key: 'tail' });
    show(<Dialogs />);
    expect(screen.getByRole('dialog').textContent).toContain('D1');
    expect(screen.queryByRole('button', { name: /Delete/ })).toBeNull();
    await person.click(screen.getByRole('button', { name: 'Hide row' }));
    expect(now().items['tail']?.folded).toBe(true);
  });
});

describe('renaming a key', () => {
  beforeEach(() => startSession(scenario));

  it('says at once that a key is taken or no name, and keeps the cursor on the row', async () => {
    at('price');
    showDialog({ kind: 'renameRow', key: 'price' });
    show(<Dialogs />);
    const field = screen.getByLabelText('New key');
    await person.clear(field);
    await person.paste('amount');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await person.clear(field);
    await person.type(field, 'cost{Enter}');
    expect(now().items['revenue']?.content).toEqual(formula('cost * amount'));
    expect(sessionStore.getState().activeCell?.key).toBe('cost');
  });
});

describe('a new row', () => {
  beforeEach(() => startSession(scenario));

  it('is a check when asked for, TRUE in a year when all quarters are', async () => {
    at('amount');
    performById('row.insert.check');
    show(<Dialogs />);
    await person.type(screen.getByLabelText('Label in English'), 'En');
    await person.type(screen.getByLabelText('Formula'), '1{Enter}');
    expect(now().items['en']).toMatchObject({ role: 'check', aggregation: 'all', unit: 'true/false' });
    expect(now().itemOrder.indexOf('en')).toBe(3);
  });

  it('keeps typed decimals, and refuses what is no number of digits', async () => {
    performById('row.insert.driver');
    show(<Dialogs />);
    await person.type(screen.getByLabelText('Label in English'), 'R');
    await person.type(screen.getByLabelText('Decimals'), '99');
    expect(screen.getByRole('button', { name: 'Insert row' }).hasAttribute('disabled')).toBe(true);
    await person.clear(screen.getByLabelText('Decimals'));
    await person.type(screen.getByLabelText('Decimals'), '3{Enter}');
    expect(now().items['r']?.decimals).toBe(3);
  });
});

describe('actions on chosen rows', () => {
  beforeEach(() => startSession(scenario));
  const choose = (...keys: string[]) => {
    at(keys[0] ?? '');
    setSelection(keys.map((key) => ({ key, column: '2025Q1' })));
  };

  it('moves selected rows together with the heading between them', () => {
    choose('price', 'amount');
    performById('row.move.down');
    expect(now().itemOrder).toEqual(['hidden', 'revenue', 'price', 'head', 'amount', 'tail']);
  });

  it('passes rows that are folded away, and goes on into the next section', () => {
    at('amount');
    performById('row.move.down');
    expect(now().itemOrder.slice(2, 5)).toEqual(['hidden', 'revenue', 'amount']);
    performById('row.move.down');
    expect(now().items['amount']?.section).toBe('other');
    performById('row.move.up');
    expect(now().items['amount']?.section).toBe('main');
  });

  it('resets chosen periods in the case on screen, and nothing in the base', () => {
    at('amount', '2025Q2');
    performById('edit.resetCells');
    expect(now()).toBe(scenario);
    sessionStore.setState({ caseId: 'low' });
    performById('edit.resetCells');
    const override = now().cases[0]?.overrides['amount'];
    expect([override?.values['2025Q1'], override?.values['2025Q2']]).toEqual([1, undefined]);
  });

  it('formats all chosen rows in one step', () => {
    choose('price', 'amount');
    performById('row.decimals.3');
    expect(['price', 'amount'].map((key) => now().items[key]?.decimals)).toEqual([3, 3]);
    expect(documentStore.getState().history.past).toHaveLength(1);
    expect(
      formatActions()
        .find(({ id }) => id === 'row.decimals.3')
        ?.isChecked?.(),
    ).toBe(true);
  });

  it('hides rows and shows them again without a trace', () => {
    choose('price', 'amount');
    performById('row.hide');
    expect(ROW_ACTIONS.hide.isEnabled?.()).toBe(false);
    choose('price', 'amount');
    performById('row.show');
    expect(now()).toEqual(scenario);
  });
});

describe('right-click menus', () => {
  beforeEach(() => startSession(scenario));

  it.each([
    ['cell', cellMenu],
    ['label', labelMenu],
    ['head', () => headMenu(2025, new Set())],
  ])('of a %s has the shape that main accepts and performs what was chosen', async (on, parts) => {
    const main = installFakeMain();
    at('amount');
    main.answer('menuPopup', { ok: true, data: 'row.decimals.2' });
    await openContextMenu(parts(), { x: 10, y: 20 });
    const asked = main.asked.find(({ route }) => route === 'menuPopup');
    expect(REQUESTS.menuPopup.safeParse(asked?.request).error).toBeUndefined();
    expect(JSON.stringify(asked?.request)).not.toMatch(/"label":"(rows[:.]|app[:.]|actions\.)?"/);
    await waitFor(() => expect(now().items['amount']?.decimals).toBe(on === 'head' ? undefined : 2));
  });

  it('does nothing when the menu is closed without a choice', async () => {
    installFakeMain().answer('menuPopup', { ok: true, data: null });
    await openContextMenu(labelMenu(), { x: 0, y: 0 });
    expect(now()).toBe(scenario);
  });
});
