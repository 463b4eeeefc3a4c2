import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Command } from '#shared/commands/command.ts';
import { EMPTY_HISTORY, type History, record, redo, undo } from '#shared/commands/history.ts';
import { scenarioToText } from '#shared/format/save.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import {
  buildCase,
  buildDeal,
  buildFact,
  buildItem,
  buildScenario,
  byPeriod,
  byYear,
  constant,
  formula,
} from '#tests/support/builders.ts';

const start = buildScenario(
  [
    buildItem('a', constant(1)),
    buildItem('b', byYear({ '2025': 1 })),
    buildItem('c', byPeriod(1, 2)),
    buildItem('d', formula('a + c')),
  ],
  { cases: [buildCase('one'), buildCase('two', { a: { content: constant(3) } }, { inherits: 'one' })] },
);

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const caseId = fc.constantFrom(null, 'one', 'two');
const at = fc.constantFrom(null, '2025', '2026', '2025Q1', '2026Q4');
const value = fc.oneof(fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true }));
const facts = ['F1', 'F2'].map((id) => buildFact(id));
const deals = ['D1', 'D2'].map((id) => buildDeal(id));
const factId = fc.constantFrom('F1', 'F2');
const dealId = fc.constantFrom('D1', 'D2');
const someCase = fc.constantFrom('one', 'two', 'three', 'base-before');
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    type: fc.constant('setCells' as const),
    cells: fc.array(fc.record({ key, at, value }), { minLength: 1, maxLength: 3 }),
    caseId,
  }),
  fc.record({
    type: fc.constant('setFormula' as const),
    key,
    formula: fc.constantFrom('a + 1', 'c[-1]'),
    caseId,
  }),
  fc.record({ type: fc.constant('deleteItem' as const), key }),
  fc.record({
    type: fc.constant('insertItem' as const),
    item: fc.constant(buildItem('e', constant(0))),
    after: fc.constantFrom(null, 'a', 'd'),
  }),
  fc.record({ type: fc.constant('insertFact' as const), fact: fc.constantFrom(...facts) }),
  fc
    .record({ type: fc.constant('editFact' as const), id: factId, properties: fc.record({ value }) })
    .map(({ properties, ...rest }) => ({ ...rest, properties: { value: Number(properties.value) } })),
  fc.record({ type: fc.constant('deleteFact' as const), id: factId, detach: fc.boolean() }),
  fc.record({ type: fc.constant('setItemFacts' as const), key, facts: fc.array(factId, { maxLength: 2 }) }),
  fc.record({ type: fc.constant('setRange' as const), key, range: fc.constantFrom(null, { low: 1 }) }),
  fc.record({ type: fc.constant('insertDeal' as const), deal: fc.constantFrom(...deals) }),
  fc.record({
    type: fc.constant('editDeal' as const),
    id: dealId,
    properties: fc.constantFrom({ amount: 5 }, { facts: ['F1'] }, { supersededBy: 'D2' }),
  }),
  fc.record({
    type: fc.constant('addDealStatus' as const),
    id: dealId,
    status: fc.record({
      from: fc.constantFrom('2025-01-01', '2025-06-30', '2026-01-01'),
      level: fc.constantFrom('signed' as const, 'lapsed' as const),
      facts: fc.constantFrom([], ['F1']),
    }),
  }),
  fc.record({ type: fc.constant('deleteDeal' as const), id: dealId }),
  fc.record({
    type: fc.constant('copyCase' as const),
    id: caseId,
    newId: fc.constantFrom('two', 'three'),
    name: fc.constant({ en: 'copy', ar: 'نسخة' }),
  }),
  fc.record({
    type: fc.constant('editCase' as const),
    id: someCase,
    properties: fc.record({ inherits: someCase }),
  }),
  fc.record({ type: fc.constant('deleteCase' as const), id: someCase }),
  fc.record({ type: fc.constant('promoteCase' as const), id: someCase }),
  fc.record({
    type: fc.constant('setOverrideReason' as const),
    caseId: someCase,
    key,
    reason: fc.constantFrom('', 'so'),
  }),
  fc.record({ type: fc.constant('setAsOf' as const), asOf: fc.constantFrom('2025-12-31', '2026-01-01') }),
);

function run(commands: readonly Command[]): { scenario: Scenario; history: History } {
  let scenario = start;
  let history = EMPTY_HISTORY;
  for (const one of commands) {
    const result = applyCommand(scenario, one);
    if (!result.ok) continue;
    scenario = result.value.scenario;
    history = record(history, result.value.change);
  }
  return { scenario, history };
}

function walk(
  move: typeof undo,
  from: { scenario: Scenario; history: History },
): { scenario: Scenario; history: History } {
  let now = from;
  for (let next = move(now.scenario, now.history); next; next = move(now.scenario, now.history)) now = next;
  return now;
}

describe('history', () => {
  it('gives the start back when everything is undone, and the end when all is done again', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const end = run(commands);
        const undone = walk(undo, end);
        expect(undone.scenario).toEqual(start);
        expect(JSON.stringify(undone.scenario.itemOrder)).toBe(JSON.stringify(start.itemOrder));
        expect(scenarioToText(undone.scenario, 'test')).toBe(scenarioToText(start, 'test'));
        expect(walk(redo, undone).scenario).toEqual(end.scenario);
      }),
    );
  });
});
