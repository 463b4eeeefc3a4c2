import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Command } from '#shared/commands/command.ts';
import { EMPTY_HISTORY, type History, record, redo, undo } from '#shared/commands/history.ts';
import { scenarioToText } from '#shared/format/save.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { start, step } from '#tests/support/random-commands.ts';

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
      fc.property(fc.array(step, { maxLength: 40 }), (commands) => {
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
