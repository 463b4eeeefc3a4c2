import { describe, expect, it } from 'vitest';
import { createEngine } from '#shared/engine/engine.ts';
import { shortestCycle } from '#shared/engine/loop-chain.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { buildItem, buildScenario, buildTimeline, formula } from '#tests/support/builders.ts';
import { shippedScenario } from '#tests/support/shipped.ts';

const BASE = { caseId: null, asOf: null };
const timeline = buildTimeline({ periods: 4 });

function calculate(rows: Readonly<Record<string, string>>) {
  const items = Object.entries(rows).map(([key, text]) => buildItem(key, formula(text)));
  return createEngine(buildScenario(items, { timeline }), BASE);
}

function chains(rows: Readonly<Record<string, string>>): string[] {
  return calculate(rows)
    .loops()
    .map(({ chain }) =>
      chain.map(({ key, period }) => `${key}[${periodNameAt(timeline, period)}]`).join(' → '),
    );
}

describe('E-904 what closes a loop', () => {
  // Catches: a list of rows in place of a way round, a way in the wrong direction, a detour.
  it.each([
    ['a row that reads itself', { x: 'x / 2 + 3' }, ['x[2025Q1]']],
    [
      'interest on the average balance',
      {
        opening: 'IF(PERIOD() = 1, 100, closing[-1])',
        interest: '0.1 * (opening + closing) / 2',
        closing: 'opening + interest - 5',
      },
      ['closing[2025Q1] → interest[2025Q1]'],
    ],
    ['a ring', { c: 'a / 2', b: 'c / 2', a: 'b / 2 + 1' }, ['a[2025Q1] → b[2025Q1] → c[2025Q1]']],
    [
      'a ring with a shorter way',
      { a: '(b + c) / 4 + 1', b: 'd / 2', d: 'c / 2', c: 'a / 2' },
      ['a[2025Q1] → c[2025Q1]'],
    ],
    ['only in a later period', { x: 'IF(PERIOD() < 3, 1, y)', y: 'x / 2 + 1' }, ['x[2025Q3] → y[2025Q3]']],
    [
      'across periods',
      { x: 'IF(PERIOD() = 2, y[+1] / 2, 1)', y: 'IF(PERIOD() = 3, x[-1] / 2 + 1, 0)' },
      ['x[2025Q2] → y[2025Q3]'],
    ],
    [
      'a branch that is not taken is no way',
      { x: 'IF(y[+1] > -1, z, y) / 2', y: 'IF(PERIOD() > 4, x, 1)', z: 'x[+0] / 2 + 1' },
      ['x[2025Q1] → z[2025Q1]'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(chains(rows)).toEqual(expected);
  });

  it('names the chain in the reason, and tells no solution from not settled', () => {
    const value =
      calculate({ cash: 'cost + 1', tax: 'cash', cost: 'tax * 1 + 0 * cash' }).row('tax')?.periods[1] ?? null;
    expect(isErrorValue(value) && value.reason).toEqual({
      code: 'loop-no-solution',
      params: { chain: 'cash[2025Q2] → cost[2025Q2] → cash[2025Q2]' },
    });
    expect(calculate({ x: 'IF(x = "a", "b", "a")' }).row('x')?.periods[0]).toMatchObject({
      code: '#LOOP!',
      reason: { code: 'loop-not-settled', params: { chain: 'x[2025Q1] → x[2025Q1]' } },
    });
  });

  it('is the same whatever the order of rows', () => {
    const rows = { a: 'b + c + 1', b: 'a + d', c: 'd + a', d: 'c + b' };
    const turned = Object.fromEntries(Object.entries(rows).reverse());
    expect(chains(turned)).toEqual(chains(rows));
    expect(calculate(turned).row('d')).toEqual(calculate(rows).row('d'));
  });

  it('of the shipped scenario runs through rows that read each other', () => {
    const loops = createEngine(shippedScenario(), BASE).loops();
    expect(loops.length).toBeGreaterThan(0);
    for (const { chain, keys, periods } of loops) {
      expect(chain.length).toBeGreaterThan(0);
      for (const { key, period } of chain)
        expect([keys.includes(key), periods.includes(period)]).toEqual([true, true]);
    }
  });
});

describe('shortest cycles', () => {
  const graph = [[1], [2, 3], [0], [4], [1], []];

  it('through given starts', () => {
    const readsOf = (node: number) => graph[node] ?? [];
    expect(shortestCycle([0], readsOf)).toEqual([0, 1, 2]);
    expect(shortestCycle([3], readsOf)).toEqual([3, 4, 1]);
    expect(shortestCycle([5], readsOf)).toBeUndefined();
  });
});
