import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Command } from '#shared/commands/command.ts';
import { EMPTY_HISTORY, record, undo } from '#shared/commands/history.ts';
import { checkScenario } from '#shared/format/check.ts';
import { scenarioToText } from '#shared/format/save.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import {
  buildCase,
  buildDeal,
  buildFact,
  buildItem,
  buildScenario,
  byPeriod,
  constant,
  formula,
} from '#tests/support/builders.ts';

const sections = ['main', 'other'].map((id) => ({ id, label: { en: id, ar: id } }));
const scenario = buildScenario(
  [
    buildItem('a', constant(1), { note: 'As a[2025Q1] and aa[2025Q1], a word.' }),
    buildItem('b', byPeriod(1, 2, 3), { comments: { '2025Q2': 'Twice a[2025Q1].' } }),
    buildItem('c', formula('a + b')),
    buildItem('x', constant(7), { section: 'other' }),
    buildItem('y', constant(8), { section: 'other' }),
  ],
  {
    sections,
    cases: [
      buildCase('one', {
        a: { content: constant(3), reason: 'r' },
        b: { values: { '2025Q1': 9, '2025Q2': 8 } },
      }),
    ],
    deals: [buildDeal('D1', { tranches: [{ kind: 'per unit', item: 'a', rate: 'b', cap: 1 }] })],
    facts: [buildFact('F1')],
    presentation: { pinned: ['a'] },
  },
);

/** The scenario after a command; that it can be saved, and that undo gives the bytes back, holds for each. */
function changed(command: Command, from: Scenario = scenario): Scenario {
  const applied = applyCommand(from, command);
  if (!applied.ok) throw new Error(applied.error.code);
  expect(checkScenario(applied.value.scenario).ok).toBe(true);
  const back = undo(applied.value.scenario, record(EMPTY_HISTORY, applied.value.change));
  expect(back && scenarioToText(back.scenario, 't')).toBe(scenarioToText(from, 't'));
  return applied.value.scenario;
}

const refusal = (command: Command) => {
  const applied = applyCommand(scenario, command);
  return applied.ok ? null : applied.error.code;
};

describe('moving rows', () => {
  const move = (keys: string[], section: string, before: string | null): Command => ({
    type: 'moveItems',
    keys,
    section,
    before,
  });

  it('keeps the order of the rows that move, whatever the order in which they were chosen', () => {
    expect(changed(move(['c', 'b'], 'main', 'a')).itemOrder).toEqual(['b', 'c', 'a', 'x', 'y']);
  });

  it('takes rows into another section, also when that is empty', () => {
    const moved = changed(move(['x', 'y'], 'main', null));
    expect(moved.itemOrder).toEqual(['a', 'b', 'c', 'x', 'y']);
    expect(moved.items['x']?.section).toBe('main');
    const back = changed(move(['b'], 'other', null), moved);
    expect(back.items['b']?.section).toBe('other');
  });

  it('puts rows before one of themselves without losing any', () => {
    expect(changed(move(['a', 'c'], 'main', 'c')).itemOrder).toEqual(['b', 'a', 'c', 'x', 'y']);
  });

  it('refuses a section that is none, and a mark of another section', () => {
    expect(refusal(move(['a'], 'none', null))).toBe('unknown-section');
    expect(refusal(move(['a'], 'main', 'x'))).toBe('unknown-item');
    expect(refusal(move(['a'], 'main', 'b'))).toBe('nothing-changes');
  });
});

describe('renaming a key', () => {
  const renamed = changed({
    type: 'renameKey',
    key: 'a',
    to: 'k',
    formulas: [{ key: 'c', caseId: null, formula: 'k + b' }],
  });

  it('reaches formulas, cases, deals, roles and cells named in notes, and leaves prose alone', () => {
    expect(renamed.itemOrder).toEqual(['k', 'b', 'c', 'x', 'y']);
    expect(renamed.items['c']?.content).toEqual(formula('k + b'));
    expect(Object.keys(renamed.cases[0]?.overrides ?? {}).sort()).toEqual(['b', 'k']);
    expect(renamed.deals[0]?.tranches[0]).toMatchObject({ item: 'k', rate: 'b' });
    expect(renamed.presentation.pinned).toEqual(['k']);
    expect(renamed.items['k']?.note).toBe('As k[2025Q1] and aa[2025Q1], a word.');
    expect(renamed.items['b']?.comments).toEqual({ '2025Q2': 'Twice k[2025Q1].' });
  });

  it.each([
    ['b', 'key-taken'],
    ['1st', 'key-not-a-name'],
    ['true', 'key-not-a-name'],
    ['__proto__', 'key-not-a-name'],
  ])('refuses %s: %s', (to, code) => {
    expect(refusal({ type: 'renameKey', key: 'a', to, formulas: [] })).toBe(code);
  });
});

describe('resetting single periods to the base', () => {
  const reset = (key: string, ...periods: string[]): Command => ({
    type: 'resetCells',
    cells: periods.map((period) => ({ key, period })),
    caseId: 'one',
  });

  it('takes single values away, and the override with the last of them', () => {
    const first = changed(reset('b', '2025Q1'));
    expect(first.cases[0]?.overrides['b']?.values).toEqual({ '2025Q2': 8 });
    expect(changed(reset('b', '2025Q2'), first).cases[0]?.overrides['b']).toBeUndefined();
  });

  it('keeps the other periods of a series that replaces the row', () => {
    const override = changed(reset('a', '2025Q3')).cases[0]?.overrides['a'];
    expect(override?.content).toBeUndefined();
    expect(override?.values['2025Q3']).toBeUndefined();
    expect(override?.values).toMatchObject({ '2025Q2': 3, '2026Q4': 3 });
    expect(override?.reason).toBe('r');
  });

  it('refuses where a formula of the case stands in for the row, and where nothing is replaced', () => {
    const inCase = changed({ type: 'setFormula', key: 'b', formula: 'a * 2', caseId: 'one' });
    const applied = applyCommand(inCase, reset('b', '2025Q1'));
    expect(applied.ok || applied.error.code).toBe('case-replaces-row');
    expect(refusal(reset('c', '2025Q1'))).toBe('nothing-changes');
  });
});

describe('hiding rows', () => {
  it('is kept in the file, and showing them leaves no trace', () => {
    const hidden = changed({ type: 'foldItems', keys: ['a', 'b'], folded: true });
    expect(hidden.items['b']?.folded).toBe(true);
    const shown = changed({ type: 'foldItems', keys: ['a', 'b'], folded: false }, hidden);
    expect(scenarioToText(shown, 't')).toBe(scenarioToText(scenario, 't'));
  });
});
