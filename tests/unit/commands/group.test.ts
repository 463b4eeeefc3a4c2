import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Command } from '#shared/commands/command.ts';
import { EMPTY_HISTORY, record, redo, undo } from '#shared/commands/history.ts';
import { buildItem, buildScenario, byPeriod, constant } from '#tests/support/builders.ts';

const start = buildScenario([buildItem('a', constant(1)), buildItem('b', byPeriod(1, 2))]);
const label = { en: 'Paste two rows', ar: 'لصق صفّين' };
const set = (key: string, at: string | null, value: number): Command => ({
  type: 'setCells',
  cells: [{ key, at, value }],
  caseId: null,
});
const group = (...commands: Command[]): Command => ({ type: 'group', label, commands });

function applied(command: Command) {
  const result = applyCommand(start, command);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('a group of commands', () => {
  it('is one step under its own name, built on what each member left', () => {
    const added = buildItem('c', constant(1));
    const { scenario, change } = applied(
      group(set('a', null, 5), { type: 'insertItem', item: added, after: 'a' }, set('c', null, 7)),
    );
    expect(change.label).toEqual(label);
    expect(scenario.items['c']?.content).toEqual({ kind: 'constant', value: 7 });
    expect(change.touched).toEqual({ items: ['a', 'c'], everything: true });
    const history = record(EMPTY_HISTORY, change);
    const undone = undo(scenario, history);
    expect(undone?.scenario).toEqual(start);
    expect(undone && redo(undone.scenario, undone.history)?.scenario).toEqual(scenario);
  });

  it('names the rows of all its members once', () => {
    const { change } = applied(group(set('a', null, 5), set('b', '2025Q1', 9), set('a', null, 6)));
    expect(change.touched).toEqual({ items: ['a', 'b'], everything: false });
  });

  it('takes back two values in one place in the right order', () => {
    const { scenario, change } = applied(group(set('b', '2025Q1', 5), group(set('b', '2025Q1', 6))));
    expect(undo(scenario, record(EMPTY_HISTORY, change))?.scenario).toEqual(start);
  });

  it('changes nothing when one member is refused', () => {
    const result = applyCommand(start, group(set('a', null, 5), set('gone', null, 1)));
    expect(result).toEqual({ ok: false, error: { code: 'unknown-item', params: { key: 'gone' } } });
  });

  it('passes over a member that changes nothing, and says so when none changes anything', () => {
    expect(applied(group(set('a', null, 1), set('b', '2025Q1', 4))).change.patches).toHaveLength(1);
    const nothing = { ok: false, error: { code: 'nothing-changes', params: {} } };
    expect(applyCommand(start, group(set('a', null, 1)))).toEqual(nothing);
    expect(applyCommand(start, group())).toEqual(nothing);
  });
});
