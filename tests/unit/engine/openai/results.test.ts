import { describe, expect, it } from 'vitest';
import type { Engine } from '#shared/engine/engine.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import { lastActualIndex, periodNameAt } from '#shared/model/timeline.ts';
import { at, engineOf, inYear, misprint, openaiScenario, periodsOf, sumOf } from '#tests/support/openai.ts';
import {
  ARTICLE_BY_YEAR,
  AS_OF,
  BASE_BY_QUARTER,
  BASE_BY_YEAR,
  LADDERS,
  QUARTER_KEYS,
  RESULTS,
} from './figures.ts';

const scenario = openaiScenario();
const YEARS = [2025, 2026, 2027, 2028, 2029, 2030];

function firstGap(engine: Engine): string {
  const column = periodsOf(engine, 'gap').findIndex((value) => typeof value === 'number' && value > 1e-9);
  return column < 0 ? 'none' : periodNameAt(scenario.timeline, column);
}

function boundary(caseId: string | null, asOf: string | null): string {
  const last = lastActualIndex(scenario.timeline, asOfDate(scenario, caseId, asOf));
  return periodNameAt(scenario.timeline, last);
}

/** Figures beside what was printed; those that differ in the digits shown are named. */
function misprints(pairs: readonly (readonly [string, number, string | undefined])[]): string[] {
  return pairs
    .filter(([, value, printed]) => printed === undefined || !(misprint(value, printed) <= 1))
    .map(([name, value, printed]) => `${name}: ${value}, printed ${printed}`);
}

describe('figures of the shipped scenario', () => {
  // Catches: any change to formulas, deals, dates or the solver that moves a published figure.
  it.each(RESULTS)('results of case %s', (name, ...figures) => {
    const caseId = name === 'base' ? null : name;
    const [edge, gap, first, runway, low, revenue, burn, fcf, compute, soft, losses] = figures;
    const engine = engineOf(scenario, caseId);
    expect(boundary(caseId, null)).toBe(edge);
    expect(firstGap(engine)).toBe(first);
    const computeTotal = YEARS.slice(1).reduce((sum, year) => sum + inYear(engine, 'compute_cash', year), 0);
    const lossYears = YEARS.filter((year) => inYear(engine, 'operating_income', year) < 0).length;
    expect(
      misprints([
        ['gap', at(engine, 'gap_total'), gap],
        ['runway', at(engine, 'runway'), runway],
        ['lowest cash', at(engine, 'cash_low'), low],
        ['revenue', inYear(engine, 'revenue', 2030), revenue],
        ['burn', inYear(engine, 'burn_cumulative', 2029), burn],
        ['free cash flow', inYear(engine, 'fcf', 2030), fcf],
        ['compute', computeTotal, compute],
        ['not signed', at(engine, 'funding_soft_share'), soft],
        ['years of loss', lossYears, losses],
      ]),
    ).toEqual([]);
  });

  // Catches: money counted on the wrong rung, a repayment or the revolver on the wrong side.
  it.each(LADDERS)('ladder of case %s', (name, ...figures) => {
    const engine = engineOf(scenario, name === 'base' ? null : name);
    const keys = ['ladder_need_0', ...[1, 2, 3, 4, 5].map((rung) => `ladder_layer_${rung}`), 'gap_total'];
    expect(misprints(keys.map((key, index) => [key, at(engine, key), figures[index]] as const))).toEqual([]);
  });

  // Catches: a wrong rule for year columns.
  it.each([
    ...BASE_BY_YEAR.map((row) => [null, row] as const),
    ...ARTICLE_BY_YEAR.map((row) => ['article-day', row] as const),
  ])('years of case %s: %s', (caseId, [key, ...figures]) => {
    const engine = engineOf(scenario, caseId);
    expect(
      misprints(YEARS.map((year, index) => [`${year}`, inYear(engine, key, year), figures[index]] as const)),
    ).toEqual([]);
  });

  // Catches: an error that cancels out over a year.
  it.each(BASE_BY_QUARTER.map((row, column) => [column, row] as const))(
    'quarter %i of the base: %s',
    (column, [, ...figures]) => {
      const engine = engineOf(scenario);
      expect(
        misprints(QUARTER_KEYS.map((key, index) => [key, at(engine, key, column), figures[index]] as const)),
      ).toEqual([]);
    },
  );

  // Catches: a deal counted twice or too early on a day between its entries.
  it.each(AS_OF)('base as seen on %s', (asOf, edge, ...figures) => {
    const levels = ['cash', 'signed', 'conditional', 'announced', 'rumoured'];
    const rows = levels.map((level) => probe(`probe_${level}`, `DEALS("in", , "${level}")`));
    const probed = {
      ...scenario,
      items: { ...scenario.items, ...Object.fromEntries(rows.map((row) => [row.key, row])) },
      itemOrder: [...scenario.itemOrder, ...rows.map((row) => row.key)],
    };
    const engine = engineOf(probed, null, asOf);
    expect(boundary(null, asOf)).toBe(edge);
    expect(
      misprints([
        ...levels.map((level, index) => [level, sumOf(engine, `probe_${level}`), figures[index]] as const),
        ['gap', at(engine, 'gap_total'), figures[5]],
      ]),
    ).toEqual([]);
  });
});

function probe(key: string, formula: string) {
  const like = scenario.items['gap'];
  if (!like) throw new Error('There is no row gap');
  return { ...like, key, content: { kind: 'formula' as const, formula } };
}
