import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '#shared/engine/engine.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { buildItem, buildScenario, buildTimeline, constant, formula } from '#tests/support/builders.ts';
import { calculateNaively } from '#tests/support/naive-engine.ts';

const BASE = { caseId: null, asOf: null };
const KEYS = ['zeta', 'alpha', 'mid', 'beta'];
const timeline = buildTimeline({ periods: 4 });

const share = fc.integer({ min: -20, max: 20 }).map((value) => value / 100);
const level = fc.integer({ min: -50, max: 50 });

/** A row that takes less than a share of each row: repeating such models converges to their one answer. */
const formulas = fc
  .record({
    shares: fc.array(share, { minLength: KEYS.length, maxLength: KEYS.length }),
    before: share,
    level,
    wrap: fc.constantFrom(
      '$',
      '$',
      'MAX($, 3)',
      'MIN($, 4)',
      'IF(PERIOD() < 3, 5, $)',
      'IF(start > 0, $, 1)',
    ),
    earlier: fc.constantFrom(...KEYS),
  })
  .map(({ shares, before, level: fixed, wrap, earlier }) => {
    const terms = shares.flatMap((value, index) => (value === 0 ? [] : [`${value} * ${KEYS[index]}`]));
    return wrap.replace('$', [`${fixed} + start`, ...terms, `${before} * ${earlier}[-1]`].join(' + '));
  });

const models = fc.tuple(fc.tuple(...KEYS.map(() => formulas)), level, level);

function scenarioOf(texts: readonly string[], start: number): Scenario {
  const rows: LineItem[] = KEYS.map((key, place) => buildItem(key, formula(texts[place] ?? '0')));
  return buildScenario([...rows, buildItem('start', constant(start))], { timeline });
}

function plain(scenario: Scenario): Record<string, unknown> {
  return Object.fromEntries([...createEngine(scenario, BASE).rows()].sort());
}

describe('E-903 random loops with one answer', () => {
  // Catches: a solver that stops early, mixes periods, or solves a kink on the wrong side.
  it('are solved to what repeating them converges to', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(models, ([texts, start]) => {
        const scenario = scenarioOf(texts, start);
        const engine = createEngine(scenario, BASE);
        for (const [key, values] of calculateNaively(scenario, BASE).rows) {
          for (const [column, value] of values.entries()) {
            const found = engine.row(key)?.periods[column];
            expect([key, column, typeof found]).toEqual([key, column, 'number']);
            expect(Math.abs(Number(found) - Number(value))).toBeLessThan(
              1e-9 * Math.max(1, Math.abs(Number(value))),
            );
          }
        }
        for (const loop of engine.loops()) expect(loop.residual).toBeLessThanOrEqual(1e-12);
      }),
      { numRuns: 150 },
    );
  });

  // Catches: an answer that depends on what was calculated before, or on the order of rows.
  it('come out the same to the last bit after edits and in any order of rows', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        models,
        fc.shuffledSubarray([...KEYS, 'start'], { minLength: KEYS.length + 1 }),
        ([texts, start, later], order) => {
          const engine = createEngine(scenarioOf(texts, start), BASE);
          const edited = scenarioOf(texts, later);
          engine.update(edited, { items: ['start'], everything: false });
          expect(Object.fromEntries([...engine.rows()].sort())).toEqual(plain(edited));
          expect(plain({ ...edited, itemOrder: order })).toEqual(plain(edited));
        },
      ),
      { numRuns: 150 },
    );
  });
});
