import { describe, expect, it } from 'vitest';
import { isErrorValue } from '#shared/model/value.ts';
import { calculateNaively } from '#tests/support/naive-engine.ts';
import { engineOf, openaiScenario } from '#tests/support/openai.ts';

const scenario = openaiScenario();
const CASES = [null, ...scenario.cases.map((one) => one.id)];

/** Cells that differ by more than 1e-9, relative above 1. */
function differences(caseId: string | null): string[] {
  const engine = engineOf(scenario, caseId);
  const found: string[] = [];
  for (const [key, naive] of calculateNaively(scenario, { caseId, asOf: null }).rows) {
    const values = engine.row(key)?.periods ?? [];
    naive.forEach((value, column) => {
      const other = values[column] ?? null;
      const isNear =
        typeof value === 'number' && typeof other === 'number'
          ? Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(value))
          : value === other;
      if (!isNear) found.push(`${key} ${column}: ${JSON.stringify(value)} and ${JSON.stringify(other)}`);
    });
  }
  return found;
}

describe('the shipped scenario, case by case', () => {
  // Catches: a kernel, an order of calculation or a solver that gives other values than the formulas mean.
  it.each([null, 'bank-view'])(
    '%s gives what the interpreter gives cell by cell',
    { timeout: 60_000 },
    (caseId) => {
      expect(differences(caseId)).toEqual([]);
    },
  );

  // Catches: a formula of the scenario that fails in some case.
  it.each(CASES)('%s holds no error and passes all checks', (caseId) => {
    const engine = engineOf(scenario, caseId);
    const failed = [...engine.rows()].filter(([, row]) => [...row.periods, ...row.years].some(isErrorValue));
    expect(failed.map(([key]) => key)).toEqual([]);
    const checks = scenario.itemOrder.filter((key) => scenario.items[key]?.role === 'check');
    expect(checks).toHaveLength(27);
    for (const key of checks)
      expect([key, engine.row(key)?.years]).toEqual([key, [true, true, true, true, true, true]]);
  });

  // Catches: a loop reported where there is none, one not solved, or one solved in reported quarters.
  it.each(CASES)('%s has the one loop of interest, solved to 1e-12 in forecast quarters', (caseId) => {
    const engine = engineOf(scenario, caseId);
    const [loop, ...others] = engine.loops();
    expect(others).toEqual([]);
    expect(loop?.keys).toEqual(expect.arrayContaining(['cash', 'interest_income', 'fcf_before_plan', 'fcf']));
    expect(loop?.residual).toBeLessThanOrEqual(1e-12);
    const actual = scenario.timeline.periods - (loop?.periods.length ?? 0);
    expect(loop?.periods).toEqual(
      Array.from({ length: loop?.periods.length ?? 0 }, (_, index) => actual + index),
    );
  });
});
