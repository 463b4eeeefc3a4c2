import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '#shared/engine/engine.ts';
import type { Content, LineItem } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import type { InputValue } from '#shared/model/value.ts';
import { buildItem, buildScenario, buildTimeline } from '#tests/support/builders.ts';
import { calculateNaively } from '#tests/support/naive-engine.ts';

const BASE = { caseId: null, asOf: null };
const PERIODS = 6;
const KEYS = ['zeta', 'alpha', 'mid', 'beta', 'omega', 'delta'];
const timeline = buildTimeline({
  start: '2025Q3',
  periods: PERIODS,
  actuals: [{ from: '0001-01-01', lastActual: '2026Q1' }],
});

const inputs: fc.Arbitrary<InputValue> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -9, max: 9 }) },
  { weight: 3, arbitrary: fc.double({ min: -1e3, max: 1e3, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom<InputValue>(null, 'text', '12', true, false, 0, -0, 1e300) },
);

/** What a formula of the row at a place may read: rows above it at any time, itself and rows below only earlier. */
function references(place: number): fc.Arbitrary<string> {
  const above = KEYS.slice(0, place);
  const earlier = fc
    .tuple(fc.constantFrom(...KEYS), fc.integer({ min: 1, max: 3 }))
    .map(([key, back]) => `${key}[-${back}]`);
  if (above.length === 0) return earlier;
  const anyTime = fc.constantFrom('', '[+1]', '[-1]', '[2026Q1]', '[2030Q1]', '[0]');
  const now = fc.tuple(fc.constantFrom(...above), anyTime).map(([key, time]) => `${key}${time}`);
  return fc.oneof({ weight: 3, arbitrary: now }, { weight: 1, arbitrary: earlier });
}

function ranges(place: number): fc.Arbitrary<string> {
  const back = fc.constantFrom(...KEYS).map((key) => `${key}[-3:-1]`);
  const above = KEYS.slice(0, place);
  if (above.length === 0) return back;
  const wide = fc.constantFrom('[-2:0]', '[2025Q3:2026Q4]', '[:]', '[-1:+1]', '[2026Q1:0]');
  return fc.oneof(
    back,
    fc.tuple(fc.constantFrom(...above), wide).map(([key, time]) => `${key}${time}`),
  );
}

function formulas(place: number): fc.Arbitrary<string> {
  const { expression } = fc.letrec<{ expression: string; leaf: string }>((tie) => ({
    leaf: fc.oneof(
      { weight: 5, arbitrary: references(place) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 5 }).map(String) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '0.1',
          'PERIOD()',
          'QUARTER()',
          'YEAR()',
          'IS_ACTUAL()',
          '"a"',
          'TRUE',
          '10%',
        ),
      },
    ),
    expression: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 2, arbitrary: tie('leaf') },
      fc
        .tuple(
          tie('expression'),
          fc.constantFrom('+', '-', '*', '/', '^', '&', '=', '<>', '<', '>=', '>'),
          tie('expression'),
        )
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      tie('expression').map((inner) => `-${inner}`),
      fc
        .tuple(tie('expression'), tie('expression'), tie('expression'))
        .map(([test, yes, no]) => `IF(${test}, ${yes}, ${no})`),
      fc.tuple(tie('expression'), tie('expression')).map(([test, yes]) => `IF(${test}, ${yes})`),
      fc
        .tuple(
          fc.constantFrom('SUM', 'MIN', 'MAX', 'AVERAGE', 'COUNT', 'AND', 'OR'),
          ranges(place),
          tie('expression'),
        )
        .map(([name, range, other]) => `${name}(${range}, ${other})`),
      fc
        .tuple(fc.constantFrom('MIN', 'MAX', 'SUM'), tie('expression'), tie('expression'))
        .map(([name, a, b]) => `${name}(${a}, ${b})`),
      fc
        .tuple(tie('expression'), tie('expression'), tie('expression'))
        .map(([a, b, c]) => `CHOOSE(${a}, ${b}, ${c})`),
      fc
        .tuple(fc.constantFrom('ABS', 'ROUND', 'INT', 'NOT', 'SQRT'), tie('expression'))
        .map(([name, a]) => (name === 'ROUND' ? `ROUND(${a}, 1)` : `${name}(${a})`)),
      fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `IFERROR(${a}, ${b})`),
    ),
  }));
  return expression;
}

function contents(place: number): fc.Arbitrary<Content> {
  return fc.oneof(
    { weight: 1, arbitrary: inputs.map((value): Content => ({ kind: 'constant', value })) },
    {
      weight: 1,
      arbitrary: fc
        .array(inputs, { maxLength: PERIODS + 1 })
        .map((values): Content => ({ kind: 'byPeriod', values })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(inputs, inputs)
        .map(([a, b]): Content => ({ kind: 'byYear', values: { '2025': a, '2026': b } })),
    },
    { weight: 5, arbitrary: formulas(place).map((formula): Content => ({ kind: 'formula', formula })) },
  );
}

const overrides = fc.dictionary(
  fc.integer({ min: 0, max: PERIODS - 1 }).map((column) => periodNameAt(timeline, column)),
  inputs,
  { maxKeys: 2 },
);

/** Mostly none, since most random formulas mix the others. */
const units = fc.oneof(
  { weight: 12, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constantFrom('USD bn', 'GW', '0/1') },
);

function items(place: number): fc.Arbitrary<LineItem> {
  const key = KEYS[place] ?? 'none';
  return fc
    .tuple(
      contents(place),
      fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, overrides),
      fc.constantFrom<LineItem['aggregation']>('sum', 'end', 'first', 'avg', 'all', 'rate'),
      units,
    )
    .map(([content, typed, aggregation, unit]) =>
      buildItem(key, content, { overrides: typed, aggregation, unit }),
    );
}

const models: fc.Arbitrary<LineItem[]> = fc.tuple(...KEYS.map((_, place) => items(place)));
const edits: fc.Arbitrary<LineItem[]> = fc.array(
  fc.integer({ min: 0, max: KEYS.length - 1 }).chain((place) => items(place)),
  { minLength: 1, maxLength: 8 },
);

function scenarioOf(rows: readonly LineItem[]): Scenario {
  return buildScenario(rows, { timeline });
}

/** Values in a form in which NaN, −0 and blanks differ and errors show their code and origin. */
function plain(
  rows: ReadonlyMap<string, { periods: readonly unknown[]; years?: readonly unknown[] }>,
): Record<string, unknown> {
  return Object.fromEntries(
    [...rows].map(([key, row]) => [key, [...row.periods, ...(row.years ?? [])]]).sort(),
  );
}

/** Codes and origins only: the naive engine gives no reasons. */
function withoutReasons(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { code, origin } = value as { code: string; origin?: unknown };
  return { code, origin };
}

describe('E-906 the engine on random models', () => {
  // Catches: a kernel that differs from the interpreter in a bit, or calculates a cell too early.
  it('gives what the naive engine gives, to the last bit', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(models, (rows) => {
        const scenario = scenarioOf(rows);
        const engine = createEngine(scenario, BASE);
        const naive = calculateNaivelyWithoutLoops(scenario);
        if (!naive) return;
        expect(engine.loops()).toEqual([]);
        for (const [key, values] of naive) {
          expect([key, engine.row(key)?.periods.map(withoutReasons)]).toEqual([
            key,
            values.map(withoutReasons),
          ]);
        }
      }),
      { numRuns: 250 },
    );
  });

  // Catches: a walk that stops too early, keeps an old order, or forgets the years.
  it('calculates edits as if everything were calculated anew, and reports just what changed', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(models, edits, (rows, changes) => {
        let scenario = scenarioOf(rows);
        const engine = createEngine(scenario, BASE);
        for (const change of changes) {
          const before = plain(engine.rows());
          scenario = { ...scenario, items: { ...scenario.items, [change.key]: change } };
          const { rows: reported } = engine.update(scenario, { items: [change.key], everything: false });
          const fresh = createEngine(scenario, BASE);
          expect(plain(engine.rows())).toEqual(plain(fresh.rows()));
          const after = plain(engine.rows());
          const different = Object.keys(after).filter((key) => !sameCells(before[key], after[key]));
          expect([...reported.keys()].sort()).toEqual(different);
        }
      }),
      { numRuns: 80 },
    );
  });

  // Catches: values that follow from where a row stands.
  it('gives the same whatever the order of rows', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(models, fc.shuffledSubarray(KEYS, { minLength: KEYS.length }), (rows, order) => {
        const scenario = scenarioOf(rows);
        const moved = createEngine({ ...scenario, itemOrder: order }, BASE);
        expect(plain(moved.rows())).toEqual(plain(createEngine(scenario, BASE).rows()));
      }),
      { numRuns: 120 },
    );
  });
});

/** null for a model that needs itself: repeating it proves nothing about such loops. */
function calculateNaivelyWithoutLoops(scenario: Scenario) {
  try {
    const { rows, hasLoops } = calculateNaively(scenario, BASE);
    return hasLoops ? null : rows;
  } catch {
    return null;
  }
}

function sameCells(a: unknown, b: unknown): boolean {
  const [left, right] = [a as unknown[], b as unknown[]];
  return left.every((value, index) =>
    typeof value === 'object'
      ? JSON.stringify(value) === JSON.stringify(right[index])
      : Object.is(value, right[index]),
  );
}
