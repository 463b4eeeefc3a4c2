import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { CellEdit, Command } from '#shared/commands/command.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import {
  buildCase,
  buildDeal,
  buildItem,
  buildScenario,
  byPeriod,
  byYear,
  constant,
  formula,
} from '#tests/support/builders.ts';

const base = buildScenario(
  [
    buildItem('rate', constant(4)),
    buildItem('cap', { kind: 'dated', entries: [{ from: '2025-01-01', value: 1000 }] }),
    buildItem('plan', byYear({ '2025': 10, '2026': 20 })),
    buildItem('users', byPeriod(1, 2, 3)),
    buildItem('total', formula('users * rate')),
    buildItem('title', constant(null), { role: 'header' }),
  ],
  { cases: [buildCase('high', { plan: { content: byYear({ '2025': 11, '2026': 22 }) } }), buildCase('low')] },
);

function applied(command: Command, scenario: Scenario = base): Scenario {
  const result = applyCommand(scenario, command);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.scenario;
}

function refused(command: Command, scenario: Scenario = base): string {
  const result = applyCommand(scenario, command);
  return result.ok ? 'carried out' : result.error.code;
}

function set(cell: CellEdit, caseId: string | null = null): Command {
  return { type: 'setCells', cells: [cell], caseId };
}

describe('typing into the base', () => {
  it('replaces a constant, and the list of a dated constant', () => {
    expect(applied(set({ key: 'rate', at: null, value: 5 })).items['rate']?.content).toEqual(constant(5));
    expect(applied(set({ key: 'cap', at: null, value: 38 })).items['cap']?.content).toEqual(constant(38));
  });

  it('replaces one year of a by-year series and leaves the others', () => {
    const content = applied(set({ key: 'plan', at: '2026', value: 25 })).items['plan']?.content;
    expect(content).toEqual(byYear({ '2025': 10, '2026': 25 }));
  });

  it('keeps blanks between the end of a series and a later typed period', () => {
    const content = applied(set({ key: 'users', at: '2026Q2', value: 9 })).items['users']?.content;
    expect(content).toEqual(byPeriod(1, 2, 3, null, null, 9));
  });

  it('lays a typed value over a formula, and takes it away again with a blank', () => {
    const typed = applied(set({ key: 'total', at: '2025Q2', value: 7 }));
    expect(typed.items['total']?.overrides).toEqual({ '2025Q2': 7 });
    expect(typed.items['total']?.content).toEqual(formula('users * rate'));
    const cleared = applied(set({ key: 'total', at: '2025Q2', value: null }), typed);
    expect(cleared.items['total']?.overrides).toEqual({});
  });

  it('refuses a place that the row does not have, and names the reason', () => {
    expect(refused(set({ key: 'nobody', at: null, value: 1 }))).toBe('unknown-item');
    expect(refused(set({ key: 'constructor', at: null, value: 1 }))).toBe('unknown-item');
    expect(refused(set({ key: 'rate', at: '2025Q1', value: 1 }))).toBe('constant-has-no-periods');
    expect(refused(set({ key: 'plan', at: '2025Q1', value: 1 }))).toBe('name-a-year');
    expect(refused(set({ key: 'plan', at: '2031', value: 1 }))).toBe('outside-timeline');
    expect(refused(set({ key: 'users', at: '2025', value: 1 }))).toBe('name-a-period');
    expect(refused(set({ key: 'total', at: null, value: 1 }))).toBe('name-a-period');
    expect(refused(set({ key: 'users', at: '2031Q1', value: 1 }))).toBe('outside-timeline');
    expect(refused(set({ key: 'title', at: null, value: 1 }))).toBe('header-has-no-values');
  });

  it('drops the whole paste when one cell of it is refused', () => {
    const cells = [
      { key: 'users', at: '2025Q1', value: 100 },
      { key: 'rate', at: '2025Q1', value: 1 },
    ];
    expect(refused({ type: 'setCells', cells, caseId: null })).toBe('constant-has-no-periods');
    expect(base.items['users']?.content).toEqual(byPeriod(1, 2, 3));
  });

  it('says that nothing changes instead of recording an empty step', () => {
    expect(refused(set({ key: 'rate', at: null, value: 4 }))).toBe('nothing-changes');
    expect(refused(set({ key: 'total', at: '2025Q1', value: null }))).toBe('nothing-changes');
    const same = { type: 'setFormula', key: 'total', formula: '=users * rate', caseId: null } as const;
    expect(refused(same)).toBe('nothing-changes');
  });
});

describe('typing into a case', () => {
  it('leaves the base as it is', () => {
    const next = applied(set({ key: 'rate', at: null, value: 9 }, 'low'));
    expect(next.items['rate']).toBe(base.items['rate']);
    expect(next.cases[1]?.overrides['rate']?.content).toEqual(constant(9));
  });

  it('lays one period over a series so that the rest follows the base', () => {
    const next = applied(set({ key: 'users', at: '2025Q3', value: 30 }, 'low'));
    expect(next.cases[1]?.overrides['users']).toEqual({ values: { '2025Q3': 30 }, reason: '' });
  });

  it('lays a year over a by-year series as its four quarters', () => {
    const next = applied(set({ key: 'plan', at: '2026', value: 5 }, 'low'));
    expect(next.cases[1]?.overrides['plan']?.values).toEqual({
      '2026Q1': 5,
      '2026Q2': 5,
      '2026Q3': 5,
      '2026Q4': 5,
    });
  });

  it('edits the series that the case has replaced', () => {
    const next = applied(set({ key: 'plan', at: '2026', value: 33 }, 'high'));
    expect(next.cases[0]?.overrides['plan']?.content).toEqual(byYear({ '2025': 11, '2026': 33 }));
  });

  it('removes the override with a blank, and the entry when nothing is left', () => {
    const typed = applied(set({ key: 'users', at: '2025Q3', value: 30 }, 'low'));
    const cleared = applied(set({ key: 'users', at: '2025Q3', value: null }, 'low'), typed);
    expect(cleared.cases[1]?.overrides).toEqual({});
  });

  it('goes back to base row by row', () => {
    const next = applied({ type: 'resetToBase', keys: ['plan'], caseId: 'high' });
    expect(next.cases[0]?.overrides).toEqual({});
    expect(refused({ type: 'resetToBase', keys: ['plan'], caseId: 'nobody' })).toBe('unknown-case');
  });
});

describe('formulas and rows', () => {
  it('takes the leading = off and turns a driver into a calculation', () => {
    const next = applied({ type: 'setFormula', key: 'rate', formula: ' = 2 * 2 ', caseId: null });
    expect(next.items['rate']?.content).toEqual(formula('2 * 2'));
    expect(next.items['rate']?.role).toBe('calculation');
    expect(refused({ type: 'setFormula', key: 'rate', formula: ' = ', caseId: null })).toBe('formula-empty');
  });

  it('inserts a row below another and refuses names that a formula could not hold', () => {
    const item = buildItem('margin', formula('1'));
    expect(applied({ type: 'insertItem', item, after: 'rate' }).itemOrder.slice(0, 3)).toEqual([
      'rate',
      'margin',
      'cap',
    ]);
    for (const key of ['2x', 'a b', 'TRUE', '2027Q1', '__proto__', '']) {
      expect(refused({ type: 'insertItem', item: { ...item, key }, after: null })).toBe('key-not-a-name');
    }
    expect(refused({ type: 'insertItem', item: { ...item, key: 'rate' }, after: null })).toBe('key-taken');
  });

  it('deletes a row with its overrides, but not one that a deal or the charts read', () => {
    expect(applied({ type: 'deleteItem', key: 'plan' }).cases[0]?.overrides).toEqual({});
    const tranche = { kind: 'per unit', item: 'users', rate: 1, cap: 5 } as const;
    const withDeal = { ...base, deals: [buildDeal('E1', { tranches: [tranche] })] };
    expect(refused({ type: 'deleteItem', key: 'users' }, withDeal)).toBe('item-in-deal');
    const pinned = { ...base, presentation: { pinned: ['total'] } };
    expect(refused({ type: 'deleteItem', key: 'total' }, pinned)).toBe('item-in-presentation');
  });

  it('refuses an as-of date that is no day', () => {
    expect(refused({ type: 'setAsOf', asOf: '2026-02-30' })).toBe('not-a-date');
  });
});
