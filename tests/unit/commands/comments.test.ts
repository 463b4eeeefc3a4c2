import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { buildItem, buildScenario, byPeriod } from '#tests/support/builders.ts';

const start = buildScenario([
  buildItem('a', byPeriod(1, 2), { note: 'of the row', comments: { '2025Q1': 'old' } }),
]);

const comment = (at: string | null, text: string, from: Scenario = start) =>
  applyCommand(from, { type: 'setComment', key: 'a', at, text });

function item(result: ReturnType<typeof comment>) {
  if (!result.ok) throw new Error(result.error.code);
  return result.value.scenario.items['a'];
}

describe('a comment', () => {
  it('is written beside a quarter or a year, without outer spaces', () => {
    expect(item(comment('2026Q4', ' so '))?.comments).toEqual({ '2025Q1': 'old', '2026Q4': 'so' });
    expect(item(comment('2026', 'year'))?.comments).toEqual({ '2025Q1': 'old', '2026': 'year' });
  });

  it('goes with a blank text, and the last one leaves nothing behind', () => {
    expect(item(comment('2025Q1', '  '))).toEqual(buildItem('a', byPeriod(1, 2), { note: 'of the row' }));
  });

  it('without a period is the note of the row', () => {
    expect(item(comment(null, 'other'))?.note).toBe('other');
    expect(item(comment(null, ''))).not.toHaveProperty('note');
  });

  it('calculates nothing anew', () => {
    const done = comment('2025Q1', 'new');
    expect(done.ok && done.value.change.touched).toEqual({ items: [], everything: false });
  });

  it.each([
    ['2027Q1', 'x', 'outside-timeline'],
    ['2027', 'x', 'outside-timeline'],
    ['2025Q5', 'x', 'outside-timeline'],
    ['__proto__', 'x', 'outside-timeline'],
    ['2025Q1', 'x'.repeat(4097), 'comment-too-long'],
    ['2025Q2', '', 'nothing-changes'],
    ['2025Q1', 'old', 'nothing-changes'],
  ])('at %s is refused when it cannot stand there', (at, text, code) => {
    const done = comment(at, text);
    expect(done.ok ? 'written' : done.error.code).toBe(code);
  });
});
