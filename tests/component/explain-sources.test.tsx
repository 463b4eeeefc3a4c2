import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { cellCard } from '#renderer/grid/card-lines.ts';
import { cellLook } from '#renderer/grid/cell-look.ts';
import { cellWords } from '#renderer/grid/cell-words.ts';
import { ExplainView } from '#renderer/panels/explain/explain-view.tsx';
import { documentStore, undo } from '#renderer/store/document-store.ts';
import { explainCell, setAsOf } from '#renderer/store/hooks.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import { buildFact, buildItem, buildScenario, byYear, constant, formula } from '#tests/support/builders.ts';
import { axeProblems, person, show, startSession } from '#tests/support/render.tsx';
import { columnOf, rowOf, viewOf } from './grid-view.ts';

const life = { unit: 'years', period: 'any' };
const scenario = buildScenario(
  [
    buildItem('life', constant(5), {
      unit: 'years',
      facts: ['GW-1', 'GW-2'],
      label: { en: 'Chip life', ar: 'عمر الرقائق' },
    }),
    buildItem('plan', byYear({ '2025': 10, '2026': 20 }), {
      unit: 'USD bn',
      facts: ['REV-1', 'REV-2', 'REV-3'],
    }),
    buildItem('total', formula('plan * 2'), { unit: 'USD bn', facts: ['SUM-1', 'SUM-2'] }),
  ],
  {
    facts: [
      buildFact('GW-1', { ...life, value: 6, low: 5, high: 6, knownFrom: '2026-01-10' }),
      buildFact('GW-2', { ...life, value: 3, knownFrom: '2026-03-10' }),
      buildFact('REV-1', { value: 15, period: '2026', knownFrom: '2026-01-10', supersededBy: 'REV-2' }),
      buildFact('REV-2', { value: 20, period: '2026', knownFrom: '2026-03-10' }),
      buildFact('REV-3', { value: 30, period: '2026', knownFrom: '2026-06-10' }),
      buildFact('SUM-1', { value: 100, period: 'through 2026', metric: 'sum' }),
      buildFact('SUM-2', { value: 200, period: 'to 2026', metric: 'sum' }),
    ],
  },
);

function showCell(key: string, column: string, language: 'en' | 'ar' = 'en') {
  startSession(scenario, language);
  act(() => explainCell({ key, column }));
  return show(<ExplainView />);
}

const present = () => documentStore.getState();
const item = (key: string) => present().scenario.items[key];
const pane = () => within(screen.getByRole('region', { name: 'Sources' }));
const history = () => within(screen.getByRole('region', { name: 'Differences, loops and use' }));

describe('sources that disagree, in Explain', () => {
  it('types the source that is chosen and puts it first, in one step', async () => {
    showCell('life', '2025Q1');
    expect(pane().getByRole('heading', { level: 2 }).textContent).toBe('Sources disagree');
    const use = pane().getByRole('button', { name: 'Use GW-2 in this cell' });
    expect(use.getAttribute('aria-pressed')).toBe('false');
    await person.click(use);
    expect(item('life')?.content).toEqual(constant(3));
    expect(item('life')?.facts).toEqual(['GW-2', 'GW-1']);
    expect(present().history.past).toHaveLength(1);
    expect(present().history.past[0]?.label.en).toBe('Use GW-2 in Chip life');
    expect(pane().getByRole('button', { name: 'Use GW-2 in this cell' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    expect(await axeProblems()).toEqual([]);
  });

  it('takes the spread as the range of the driver', async () => {
    showCell('life', '2025Q1');
    await person.click(pane().getByRole('button', { name: 'Use 3–6 as range' }));
    expect(item('life')?.range).toEqual({ low: 3, high: 6 });
  });

  it('makes a case of each source, with the source as its reason, in one step', async () => {
    showCell('life', '2025Q1');
    await person.click(pane().getByRole('button', { name: 'One case per source' }));
    const { cases } = present().scenario;
    expect(cases.map(({ name }) => name.en)).toEqual(['Chip life: 6 (GW-1)', 'Chip life: 3 (GW-2)']);
    expect(cases.map(({ overrides }) => overrides['life']?.content)).toEqual([constant(6), constant(3)]);
    expect(cases[1]?.overrides['life']?.reason).toContain('GW-2');
    await person.click(pane().getByRole('button', { name: 'One case per source' }));
    expect(new Set(present().scenario.cases.map(({ id }) => id)).size).toBe(4);
    act(() => undo());
    act(() => undo());
    expect(present().scenario.cases).toEqual([]);
  });

  // Catches: a year of a series that takes its sources for the whole row; a superseded source made a case.
  it('keeps to the year of a series, and to sources in force', async () => {
    showCell('plan', '2026');
    expect(pane().queryByRole('button', { name: /as range/ })).toBeNull();
    await person.click(pane().getByRole('button', { name: 'One case per source' }));
    expect(present().scenario.cases.map(({ name }) => name.en)).toEqual([
      'plan: 20 (REV-2)',
      'plan: 30 (REV-3)',
    ]);
    act(() => explainCell({ key: 'plan', column: '2025' }));
    expect(pane().getByText('Also in this row sources disagree')).toBeTruthy();
    await person.click(pane().getByRole('button', { name: '2026: 15.0 to 30.0' }));
    expect(sessionStore.getState().explained).toEqual({ key: 'plan', column: '2026' });
  });

  it('names a sum over several years, which has no cell, without a way to one', () => {
    showCell('total', '2026');
    expect(pane().getByText('through 2026: 100.0 to 200.0').tagName).toBe('B');
    expect(pane().getByRole('heading', { level: 2 }).textContent).toBe('Sources');
  });
});

describe('the history of a cell', () => {
  // Catches: a fact shown before its day; a successor named before it was known.
  it('lists what was known by the day, and leads to each day and back', async () => {
    showCell('plan', '2026');
    const days = () =>
      history()
        .queryAllByRole('button', { name: /^See/ })
        .map((one) => one.getAttribute('aria-label'));
    act(() => setAsOf('2026-07-01'));
    expect(days()).toEqual([
      'See REV-3 as of 10 Jun 2026',
      'See REV-2 as of 10 Mar 2026',
      'See REV-1 as of 10 Jan 2026',
    ]);
    expect(history().getByText('replaced by REV-2')).toBeTruthy();
    await person.click(history().getByRole('button', { name: 'See REV-1 as of 10 Jan 2026' }));
    expect(sessionStore.getState().asOf).toBe('2026-01-10');
    expect(days()).toEqual(['See REV-1 as of 10 Jan 2026']);
    expect(history().queryByText(/replaced by/)).toBeNull();
    await person.click(history().getByRole('button', { name: /^Back to/ }));
    expect(sessionStore.getState().asOf).toBeNull();
  });

  it('reads right to left', async () => {
    showCell('life', '2025Q1', 'ar');
    expect(screen.getByText('تاريخ هذه الخلية')).toBeTruthy();
    expect(await axeProblems()).toEqual([]);
  });
});

describe('the mark of the grid', () => {
  const view = viewOf(scenario);
  const at = (key: string, column: string) =>
    [view, rowOf(scenario, key), columnOf(scenario, column)] as const;

  // Catches: a mark on a year that sources agree on, or on a column for a sum over several.
  it('stands in the cells that sources disagree on, and says so in words', () => {
    expect(cellLook(...at('life', '2025Q3')).marks.conflict).toBe(true);
    expect(cellLook(...at('plan', '2026')).marks.conflict).toBe(true);
    expect(cellLook(...at('plan', '2026Q2')).marks.conflict).toBe(true);
    expect(cellLook(...at('plan', '2025')).marks.conflict).toBe(false);
    expect(cellLook(...at('total', '2026')).marks.conflict).toBe(false);
    expect(cellWords(...at('plan', '2026'))).toContain('sources disagree');
    expect(cellWords(...at('plan', '2025'))).not.toContain('sources disagree');
    expect(cellCard(...at('plan', '2026'))?.lines).toContainEqual({
      name: 'Sources disagree',
      text: 'REV-1: 15, REV-2: 20, REV-3: 30',
      code: true,
    });
  });
});
