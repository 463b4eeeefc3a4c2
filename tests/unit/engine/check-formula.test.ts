import { describe, expect, it } from 'vitest';
import { checkFormula } from '#shared/engine/check-formula.ts';
import type { ReasonCode } from '#shared/model/reason.ts';
import { buildItem, buildScenario, constant, formula } from '#tests/support/builders.ts';
import { shippedScenario } from '#tests/support/shipped.ts';

const scenario = buildScenario([
  buildItem('revenue', constant(1), { unit: 'USD bn' }),
  buildItem('cash', constant(1), { unit: 'USD bn' }),
  buildItem('capacity', constant(1), { unit: 'GW (online)' }),
  buildItem('plain', formula('1')),
]);

function place(text: string): [string, string | undefined, string] {
  const problem = checkFormula(scenario, 'cash', text);
  if (!problem) return ['none', undefined, ''];
  return [problem.reason.code, problem.suggestion, text.slice(problem.span.start, problem.span.end)];
}

describe('E-913 a formula is refused before it is written', () => {
  // Catches: a formula that shows an error in every period but is taken; a wrong place or suggestion.
  it.each<[string, ReasonCode, string | undefined, string]>([
    ['= revenue +', 'parse-ends-early', undefined, ''],
    ['=revenue[2027]', 'parse-time-year', '2027Q1:2027Q4', '[2027]'],
    ['= 2 * revenu', 'row-unknown-near', 'revenue', 'revenu'],
    ['revenue + x', 'row-unknown', undefined, 'x'],
    ['SUMM(revenue)', 'function-unknown-near', 'SUM', 'SUMM'],
    ['DEAL("in")', 'function-unknown-near', 'DEALS', 'DEAL'],
    ['revenue + NOW()', 'function-clock', undefined, 'NOW'],
    ['OFFSET(revenue, 1, 1)', 'function-offset', undefined, 'OFFSET'],
    ['IF()', 'arguments-few', undefined, 'IF()'],
    ['1 + ABS(revenue, 2)', 'arguments-many', undefined, 'ABS(revenue, 2)'],
    ['2 * (revenue + capacity)', 'units-mixed', undefined, 'revenue + capacity'],
    ['capacity * 2', 'units-declared', undefined, 'capacity * 2'],
    ['csah + SUMM(1)', 'row-unknown-near', 'cash', 'csah'],
  ])('%s', (text, code, suggestion, at) => {
    expect(place(text)).toEqual([code, suggestion, at]);
  });

  // Catches: refusing what has values, host functions, names of LET, rows without units.
  it.each([
    '=revenue - 5',
    'cash[-1] + revenue',
    'DEALS("in")',
    'LET(x, revenue, x * 2)',
    'plain + revenue',
    '1/0',
  ])('%s is taken', (text) => {
    expect(checkFormula(scenario, 'cash', text)).toBeNull();
  });

  it('a row without a unit is not checked for units', () => {
    expect(checkFormula(scenario, 'plain', 'revenue + capacity')).toBeNull();
  });

  it('every formula of the shipped scenario is taken, in the base and in each case', () => {
    const shipped = shippedScenario();
    const base = Object.values(shipped.items).map((item) => [item.key, item.content] as const);
    const cases = shipped.cases.flatMap(({ overrides }) =>
      Object.entries(overrides).map(([key, override]) => [key, override.content] as const),
    );
    const formulas = [...base, ...cases].filter(([, content]) => content?.kind === 'formula');
    expect(formulas.length).toBeGreaterThan(150);
    const refused = formulas.filter(
      ([key, content]) => content?.kind === 'formula' && checkFormula(shipped, key, content.formula),
    );
    expect(refused).toEqual([]);
  });
});
