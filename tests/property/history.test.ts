import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Command } from '#shared/commands/command.ts';
import { EMPTY_HISTORY, type History, record, redo, undo } from '#shared/commands/history.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import {
  buildCase,
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
        expect(walk(redo, undone).scenario).toEqual(end.scenario);
      }),
    );
  });
});
