import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { performById } from '#renderer/actions/registry.ts';
import { FindLayer } from '#renderer/grid/find/find-layer.tsx';
import { NameBox } from '#renderer/grid/formula-bar/name-box.tsx';
import { dialogsStore } from '#renderer/store/dialogs.ts';
import { documentStore, undo } from '#renderer/store/document-store.ts';
import { FIRST_FINDING, findingStore } from '#renderer/store/finding.ts';
import { goToCell, sessionStore, setActiveCell } from '#renderer/store/session-store.ts';
import { tracingStore } from '#renderer/store/tracing.ts';
import { followTrail } from '#renderer/store/trail.ts';
import type { Language } from '#shared/model/text.ts';
import { buildItem, buildScenario, constant, formula } from '../support/builders.ts';
import { axeProblems, person, show, startSession } from '../support/render.tsx';

const SCENARIO = buildScenario([
  buildItem('wage', constant(2), { label: { en: 'Wage growth', ar: 'نموُّ الأجور' } }),
  buildItem('growth', constant(1.5), { label: { en: 'Growth', ar: 'النمو' }, note: 'Chosen.' }),
  buildItem('staff', formula('wage * growth'), { label: { en: 'Staff', ar: 'الموظفون' } }),
  buildItem('broken', formula('1 / 0'), { label: { en: 'Broken', ar: 'معطوب' } }),
  buildItem('spoilt', formula('broken + 1'), { label: { en: 'Spoilt', ar: 'تالف' } }),
]);

function open(language: Language = 'en') {
  startSession(SCENARIO, language);
  findingStore.setState(FIRST_FINDING);
  const left = { count: 0 };
  const cursor = { show: () => left.count++ } as never;
  show(
    <>
      <NameBox />
      <FindLayer root={{ current: document.createElement('div') }} cursor={cursor} />
    </>,
  );
  return left;
}
const cell = () => sessionStore.getState().activeCell;
const bar = () => document.querySelector('search');
const status = () => bar()?.querySelector('[role="status"]')?.textContent;
const formulaOf = (key: string) => documentStore.getState().scenario.items[key]?.content;
const toasts = () => dialogsStore.getState().toasts.map(({ text }) => text);

beforeEach(() => dialogsStore.setState({ toasts: [] }));

describe('the search bar', () => {
  it('counts, steps round with Enter and F3, and gives the focus back on Escape', async () => {
    const left = open();
    setActiveCell({ key: 'growth', column: '2025Q1' });
    performById('find.find');
    await person.type(await screen.findByRole('combobox', { name: 'Find' }), 'growth');
    await waitFor(() => expect(status()).toBe('3 matches'));
    await person.keyboard('{Enter}');
    expect(cell(), 'from where one is').toEqual({ key: 'growth', column: 'label' });
    expect(status()).toBe('2 of 3');
    performById('find.next');
    expect(cell()?.key, 'in the formula').toBe('staff');
    performById('find.next');
    expect(cell(), 'round').toEqual({ key: 'wage', column: 'label' });
    await waitFor(() => expect(screen.getAllByRole('option', { selected: true })).toHaveLength(1));
    expect(await axeProblems()).toEqual([]);
    await person.keyboard('{Escape}');
    expect(bar()).toBeNull();
    expect(left.count).toBe(1);
  });

  it('finds Arabic without its signs, in the words of the window', async () => {
    open('ar');
    performById('find.find');
    await person.type(await screen.findByRole('combobox', { name: 'بحث' }), 'نمو');
    await waitFor(() => expect(status()).toBe('نتيجتان'));
    expect(await axeProblems()).toEqual([]);
  });

  it('replaces all in one step, shows before what would be refused, and says what stayed', async () => {
    open();
    performById('find.replace');
    await person.type(await screen.findByRole('combobox', { name: 'Find' }), 'growth');
    await person.type(screen.getByRole('textbox', { name: 'Replace with' }), 'pace');
    await waitFor(() => expect(screen.getByText('Wage pace')).toBeTruthy());
    expect(screen.getByText(/^Stays: There is no row named pace/)).toBeTruthy();
    await person.click(screen.getByRole('button', { name: /^Replace all/ }));
    const { items } = documentStore.getState().scenario;
    expect([items['wage']?.label.en, items['growth']?.label.en]).toEqual(['Wage pace', 'pace']);
    expect(formulaOf('staff')).toEqual(formula('wage * growth'));
    expect(toasts().join()).toMatch(/^2 texts replaced\. One stays/);
    undo();
    expect(documentStore.getState().scenario).toEqual(SCENARIO);
  });

  it('leaves Ctrl+F of other views alone', () => {
    open();
    sessionStore.setState({ view: 'sources' });
    performById('find.find');
    expect(findingStore.getState().open).toBeNull();
  });
});

describe('moving about', () => {
  it('goes to what a cell reads and what reads it, and back again', () => {
    open();
    const end = followTrail();
    setActiveCell({ key: 'staff', column: '2025Q2' });
    performById('trace.precedents');
    expect(cell()).toEqual({ key: 'wage', column: '2025Q2' });
    expect(tracingStore.getState().walk?.cells.map(({ key }) => key)).toEqual(['wage', 'growth']);
    performById('trace.dependents');
    expect(cell()).toEqual({ key: 'staff', column: '2025Q2' });
    performById('trace.dependents');
    expect(toasts()).toEqual(['No cell reads this one.']);
    performById('go.back');
    expect(cell()?.key).toBe('wage');
    performById('go.forward');
    expect(cell()?.key).toBe('staff');
    end();
  });

  it('Ctrl+G and Enter go back to the last place; a name that is none gets a sentence', async () => {
    open();
    const end = followTrail();
    setActiveCell({ key: 'wage', column: '2025Q1' });
    goToCell({ key: 'staff', column: '2025Q3' });
    await screen.findByDisplayValue('staff[2025Q3]');
    performById('go.nameBox');
    const option = await screen.findByRole('option', { name: /wage\[2025Q1\]/ });
    expect(option.getAttribute('aria-selected')).toBe('true');
    expect(await axeProblems()).toEqual([]);
    const field = screen.getByRole('combobox');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await person.keyboard('{Enter}');
    expect(cell()).toEqual({ key: 'wage', column: '2025Q1' });
    await person.type(screen.getByRole('combobox'), 'wagee{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('wage');
    end();
  });

  it('goes to errors in both directions and says so when there is nothing to go to', () => {
    open();
    setActiveCell({ key: 'staff', column: '2025Q2' });
    performById('go.nextError');
    expect(cell()).toEqual({ key: 'broken', column: '2025Q1' });
    performById('go.nextError');
    expect(cell()?.key).toBe('spoilt');
    performById('go.previousError');
    expect(cell()?.key).toBe('broken');
    performById('go.nextNote');
    expect(cell()?.key).toBe('growth');
    performById('go.nextConflict');
    expect(toasts()).toEqual(['No sources disagree.']);
  });
});
