import { describe, expect, it } from 'vitest';
import { createEngine } from '#shared/engine/engine.ts';
import type { LoopStatus } from '#shared/engine/results.ts';
import type { Content, LineItem } from '#shared/model/line-item.ts';
import { isErrorValue } from '#shared/model/value.ts';
import {
  buildItem,
  buildScenario,
  buildTimeline,
  byPeriod,
  constant,
  formula,
} from '#tests/support/builders.ts';

const BASE = { caseId: null, asOf: null };

function calculate(rows: Readonly<Record<string, Content | string | number>>, periods = 1) {
  const items: LineItem[] = Object.entries(rows).map(([key, row]) => {
    if (typeof row === 'string') return buildItem(key, formula(row));
    return buildItem(key, typeof row === 'number' ? constant(row) : row);
  });
  return createEngine(buildScenario(items, { timeline: buildTimeline({ periods }) }), BASE);
}

/** Rows; the value each of some keys must have; the status. */
type Closed = readonly [
  name: string,
  rows: Readonly<Record<string, string | number>>,
  values: Readonly<Record<string, number>>,
  status: LoopStatus,
];

const LINEAR: readonly Closed[] = [
  [
    'interest on the average balance',
    {
      opening: 100_000,
      rate: 0.1,
      paid: 5_000,
      interest: 'rate * (opening + closing) / 2',
      closing: 'opening + interest - paid',
    },
    // 100,000 × 1.05 − 5,000 over 0.95.
    { closing: 100_000 / 0.95, interest: 100_000 / 0.95 - 95_000 },
    'linear-exact',
  ],
  ['a row that reads itself', { x: 'x / 2 + 3' }, { x: 6 }, 'linear-exact'],
  [
    'two rows, diverging when repeated',
    { x: '3 * y + 1', y: '2 * x - 4' },
    { x: 2.2, y: 0.4 },
    'linear-exact',
  ],
  ['a gain far above one', { x: '1000 * y', y: 'x - 999' }, { x: 1000, y: 1 }, 'linear-exact'],
  ['a negative gain beyond one', { x: '10 - 4 * x' }, { x: 2 }, 'linear-exact'],
  [
    'three rows in a ring',
    { a: '0.5 * c + 1', b: '0.5 * a + 1', c: '0.5 * b + 1' },
    { a: 2, b: 2, c: 2 },
    'linear-exact',
  ],
  [
    'two rings that share a row',
    { a: 'b / 2 + c / 4 + 1', b: 'a / 2', c: 'a / 2' },
    { a: 1.6, b: 0.8, c: 0.8 },
    'linear-exact',
  ],
  [
    'coupled balances',
    { cash: '100 + 0.02 * (cash + debt)', debt: '50 + 0.01 * cash' },
    { cash: 101 / 0.9798, debt: 50 + 1.01 / 0.9798 },
    'linear-exact',
  ],
  [
    'a fee on an amount that includes it',
    { fee: '2% * gross', gross: '98 + fee' },
    { gross: 100, fee: 2 },
    'linear-exact',
  ],
  [
    'bonus after tax, tax after bonus',
    { bonus: '10% * (1000 - tax)', tax: '40% * (1000 - bonus)' },
    { bonus: 62.5, tax: 375 },
    'linear-exact',
  ],
  [
    'a branch whose condition stands outside',
    { on: 1, x: 'IF(on = 1, x / 4 + 3, 0)' },
    { x: 4 },
    'linear-exact',
  ],
  ['a sum', { x: 'SUM(y, y, 1) / 4', y: 'x + 1' }, { x: 1.5, y: 2.5 }, 'linear-exact'],
  [
    'unlike sizes',
    { big: '1e9 + small', small: '1e-9 * big' },
    { big: 1e9 / (1 - 1e-9), small: 1 / (1 - 1e-9) },
    'linear-exact',
  ],
];

const OTHERS: readonly Closed[] = [
  ['a floor that holds', { x: 'MAX(0, 5 - y)', y: 'x / 4' }, { x: 4, y: 1 }, 'converged'],
  ['a floor that binds', { x: 'MAX(0, -5 - y)', y: 'x / 4' }, { x: 0, y: 0 }, 'converged'],
  ['a ceiling that binds', { x: 'MIN(3, y + 1)', y: 'x' }, { x: 3, y: 3 }, 'converged'],
  [
    'a revolver that fills a need',
    { cash: '-20 + draw - interest', draw: 'MAX(0, 20 + interest)', interest: '0.1 * draw' },
    { draw: 20 / 0.9, cash: 0 },
    'converged',
  ],
  ['a branch that its own value takes', { x: 'IF(x > 10, 2, 4) + x / 2' }, { x: 8 }, 'converged'],
  ['a square root', { x: 'SQRT(x + 6)' }, { x: 3 }, 'converged'],
  ['a reciprocal', { x: '100 / x' }, { x: 10 }, 'converged'],
  ['an exponential', { x: 'EXP(-x)' }, { x: 0.567143290409784 }, 'converged'],
  [
    'a product of unknowns',
    { x: '6 / y', y: '1 + x / 3' },
    { x: (-3 + Math.sqrt(81)) / 2, y: 2 },
    'converged',
  ],
  ['a kink between start and answer', { x: 'MIN(10, 2 + 3 * MAX(0, x - 1))' }, { x: 10 }, 'converged'],
  ['steep pieces', { x: '100 - 50 * MAX(0, x - 2)' }, { x: 200 / 51 }, 'converged'],
];

describe('E-903 loops with a known answer', () => {
  // Catches: iterating where it diverges, a solver that stops early, a wrong status.
  it.each([...LINEAR, ...OTHERS])('%s', (_, rows, values, status) => {
    const engine = calculate(rows);
    for (const [key, value] of Object.entries(values)) {
      const found = engine.row(key)?.periods[0];
      expect([key, typeof found]).toEqual([key, 'number']);
      expect(Math.abs(Number(found) - value) / Math.max(1, Math.abs(value))).toBeLessThan(1e-9);
    }
    expect(engine.loops().map((loop) => loop.status)).toEqual([status]);
    expect(engine.loops()[0]?.residual).toBeLessThanOrEqual(1e-12);
  });

  // Catches: a number that looks fine where there is none.
  it.each([
    ['x = x + 1', { x: 'x + 1' }, 'no-solution'],
    ['any value would do', { x: 'y', y: 'x' }, 'no-solution'],
    ['two that contradict each other', { x: 'y + 1', y: 'x + 1' }, 'no-solution'],
    ['a jump over the answer', { x: 'IF(x > 0, -1, 1)' }, 'no-solution'],
    ['always more than itself', { x: 'MAX(x, 0) + 1' }, 'no-solution'],
    ['a parabola above the line', { x: 'x ^ 2 + 1' }, 'no-solution'],
  ] as const)('says that there is no solution: %s', (_, rows, status) => {
    const engine = calculate({ ...rows, reader: 'x * 2' });
    const value = engine.row('x')?.periods[0] ?? null;
    expect(isErrorValue(value) && value.code).toBe('#LOOP!');
    expect(isErrorValue(value) && value.origin).toEqual({ key: 'x', period: 0 });
    expect(engine.row('reader')?.periods[0]).toEqual(value);
    expect(engine.loops().map((loop) => loop.status)).toEqual([status]);
  });

  // Catches: the value of one period used for all, or a loop solved in the wrong order of time.
  it('solves a balance period by period', () => {
    const engine = calculate(
      {
        opening: 'IF(PERIOD() = 1, 1000, closing[-1])',
        interest: '0.1 * (opening + closing) / 2',
        closing: 'opening + interest - 50',
      },
      3,
    );
    const step = (balance: number) => (balance * 1.05 - 50) / 0.95;
    const expected = [step(1000), step(step(1000)), step(step(step(1000)))];
    for (const [column, value] of (engine.row('closing')?.periods ?? []).entries()) {
      expect(value).toBeCloseTo(expected[column] ?? 0, 9);
    }
    expect(engine.loops()).toMatchObject([
      { keys: ['interest', 'closing'], status: 'linear-exact', periods: [0, 1, 2] },
    ]);
  });
});

describe('E-902 what is no loop', () => {
  // Catches: chains through other periods reported as circular.
  it.each([
    ['back in time', { x: 'IF(PERIOD() = 1, 1, x[-1] * 2)' }, [1, 2, 4, 8]],
    ['ahead in time', { x: 'IF(PERIOD() = 4, 1, x[+1] * 2)' }, [8, 4, 2, 1]],
    ['two rows in turn', { x: 'IF(PERIOD() = 1, 1, y[-1])', y: 'x + 1' }, [1, 2, 3, 4]],
    ['a fixed period', { x: 'IF(PERIOD() = 2, 5, y)', y: 'x[2025Q2] + PERIOD()' }, [6, 5, 8, 9]],
    [
      'both sides of time',
      { x: 'IF(PERIOD() = 1, y[+1], IF(PERIOD() = 2, 7, x[-1]))', y: 'x * 10' },
      [70, 7, 7, 7],
    ],
    ['a sum over the past', { x: '1 + SUM(x[-3:-1])' }, [1, 2, 4, 8]],
    ['a branch not taken', { x: 'IF(PERIOD() > 0, 3, y)', y: 'x + 1' }, [3, 3, 3, 3]],
    ['a choice not taken', { x: 'CHOOSE(2, y, 9)', y: 'x' }, [9, 9, 9, 9]],
  ] as const)('%s', (_, rows, values) => {
    const engine = calculate(rows, 4);
    expect(engine.row('x')?.periods).toEqual(values);
    expect(engine.loops()).toEqual([]);
  });

  // Catches: recursion that overflows on long chains.
  it('a chain of thousands of cells, in either direction and across rows', () => {
    const engine = calculate(
      { up: 'up[-1] + 1', down: 'down[+1] + 1', x: 'y[-1] + 1 + 0 * x[2025Q1] ', y: 'x + 0' },
      400,
    );
    expect(engine.row('up')?.periods.at(-1)).toBe(400);
    expect(engine.row('down')?.periods[0]).toBe(400);
  });

  // Catches: an override that is overwritten by the solver.
  it('a loop that a typed value opens', () => {
    const scenario = buildScenario(
      [buildItem('x', formula('y / 2 + 1')), buildItem('y', formula('x'), { overrides: { '2025Q2': 10 } })],
      { timeline: buildTimeline({ periods: 2 }) },
    );
    const engine = createEngine(scenario, BASE);
    expect(engine.row('x')?.periods).toEqual([2, 6]);
    expect(engine.loops()).toMatchObject([{ periods: [0] }]);
  });

  // Catches: a cell beside the circle that meets itself, left half settled and asked for for ever.
  it('comes to an end where a branch closes another circle than the one that was opened', () => {
    const timeline = buildTimeline({ start: '2025Q3', periods: 6 });
    const rows = {
      zeta: 'IFERROR(IF(AND(mid[-3:-1], 4), OR(alpha[-3:-1], 3)), alpha[-2])',
      alpha:
        'CHOOSE(IF(1, (0.1 >= zeta[-2]), COUNT(zeta[2025Q3:2026Q4], zeta[2026Q1])), CHOOSE(CHOOSE(zeta[+1], zeta[0], zeta), delta[-1], CHOOSE(1, 5, "a")), zeta[+1])',
      mid: '5',
      delta: 'AVERAGE(alpha[:], IF(10%, delta[-1])) ^ 3',
    };
    const items = Object.entries(rows).map(([key, text]) => buildItem(key, formula(text)));
    const engine = createEngine(buildScenario(items, { timeline }), BASE);
    expect(engine.row('delta')?.periods).toHaveLength(6);
    expect(engine.loops().map(({ status }) => status)).not.toContain('converged');
  });

  // Catches: what an iteration left behind in a row whose circle is gone, though nothing it reads has moved.
  it('a circle that an edit opens is calculated anew, to the last bit', () => {
    const timeline = buildTimeline({ start: '2025Q3', periods: 6 });
    const circle = buildScenario(
      [
        buildItem('zeta', formula('-(mid[-1] = zeta[-1])')),
        buildItem('alpha', formula('ABS(MIN(MIN(zeta, zeta), (zeta[-1] + zeta[+1])))')),
        buildItem('mid', formula('ABS(ABS(SUM(beta[-3:-1], alpha[2026Q1])))')),
        buildItem('beta', constant(0)),
      ],
      { timeline },
    );
    const engine = createEngine(circle, BASE);
    const opened = { ...circle, items: { ...circle.items, mid: buildItem('mid', constant(1)) } };
    engine.update(opened, { items: ['mid'], everything: false });
    expect(engine.row('alpha')).toEqual(createEngine(opened, BASE).row('alpha'));
  });

  // Catches: a loop blamed for an error that comes from outside.
  it('passes on an error from outside the loop', () => {
    const engine = calculate({ input: byPeriod('text'), x: 'y + input', y: 'x / 2' });
    const value = engine.row('y')?.periods[0] ?? null;
    expect(isErrorValue(value) && [value.code, value.origin]).toEqual(['#VALUE!', { key: 'x', period: 0 }]);
  });
});
