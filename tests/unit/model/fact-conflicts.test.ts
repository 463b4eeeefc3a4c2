import { describe, expect, it } from 'vitest';
import type { Fact } from '#shared/model/fact.ts';
import { conflictsOf } from '#shared/model/fact-conflicts.ts';
import { factPlaces } from '#shared/model/fact-places.ts';
import type { Content, LineItem } from '#shared/model/line-item.ts';
import { buildFact, buildItem, buildScenario, byYear, constant, formula } from '#tests/support/builders.ts';

const DAY = '2026-12-31';

function scenarioOf(content: Content, facts: readonly Fact[], parts: Partial<LineItem> = {}) {
  const ids = facts.map(({ id }) => id);
  return buildScenario([buildItem('x', content, { unit: 'USD bn', facts: ids, ...parts })], {
    facts: [...facts],
  });
}

function disagree(a: Partial<Fact>, b: Partial<Fact>, parts: Partial<LineItem> = {}, asOf = DAY): boolean {
  const facts = [buildFact('A', { period: '2026', ...a }), buildFact('B', { period: '2026', ...b })];
  return conflictsOf(scenarioOf(byYear({ '2026': 1 }), facts, parts), 'x', asOf).length > 0;
}

describe('facts of a row disagree', () => {
  // Catches: sources that round to fewer digits taken for other sources.
  it.each([
    [13, 13.07, false],
    [13, 13.4, false],
    [13, 13.6, true],
    [8.4, 8.44, false],
    [384, 385, true],
    [200, 200, false],
    [-25, -25.3, false],
    [0.494, 0.4938, false],
  ])('where %d and %d differ by more than the digits quoted', (a, b, expected) => {
    expect(disagree({ value: a }, { value: b })).toBe(expected);
    expect(disagree({ value: b }, { value: a })).toBe(expected);
  });

  // Catches: 500 USD m beside 0.5 USD bn called a conflict; a yearly amount not seen as that year's rate.
  it.each([
    ['USD m', 1000, 'USD bn', 1, 'USD bn', false],
    ['USD m', 1000, 'USD bn', 2, 'USD bn', true],
    ['USD bn', 384, 'USD bn per year', 384, 'USD bn per year', false],
    ['USD bn', 384, 'USD bn per year', 410, 'USD bn per year', true],
    ['GW (online)', 4, 'GW (contracted)', 9, 'GW (online)', false],
    ['GW', 4, 'GW', 9, 'GW (online)', true],
    ['USD bn', 4, 'claim', 9, 'USD bn', false],
  ])('in units that convert: %s %d and %s %d in a row of %s', (unitA, a, unitB, b, unit, expected) => {
    expect(disagree({ value: a, unit: unitA }, { value: b, unit: unitB }, { unit })).toBe(expected);
  });

  // Catches: a sum through a year set against that year, or two ways to write one period kept apart.
  it.each([
    ['2030', '2030 (end of decade)', true],
    ['2026-Q1', '2026Q1', true],
    ['through 2029', '2024 through 2029', true],
    ['through 2030', '2030', false],
    ['2025-02', '2025-03', false],
    ['2025', '2026', false],
    ['early 2026', '2026', false],
  ])('in one period: %s and %s', (a, b, expected) => {
    expect(disagree({ value: 10, period: a }, { value: 20, period: b })).toBe(expected);
  });

  it('about one subject, and levels apart from changes', () => {
    expect(disagree({ value: 10, subject: 'OpenAI (HSBC)' }, { value: 20, subject: 'OpenAI' })).toBe(true);
    expect(disagree({ value: 10, subject: 'AI market' }, { value: 20, subject: 'OpenAI' })).toBe(false);
    expect(
      disagree({ value: 111, metric: 'increase of cumulative burn' }, { value: 200, metric: 'burn' }),
    ).toBe(false);
  });

  // Catches: a fact of tomorrow, or one that is out of force, that makes the day's sources disagree.
  it('only among those known and in force on the day', () => {
    const later = { value: 20, knownFrom: '2026-06-01' };
    expect(disagree({ value: 10 }, later, {}, '2026-05-31')).toBe(false);
    expect(disagree({ value: 10 }, later, {}, '2026-06-01')).toBe(true);
    const replaced = { value: 10, supersededBy: 'B', status: 'superseded' } as const;
    expect(disagree(replaced, later, {}, '2026-06-01')).toBe(false);
    expect(disagree({ value: 10, status: 'superseded' }, { value: 20 })).toBe(false);
    expect(disagree({ value: null }, { value: 20 })).toBe(false);
  });

  it('until the successor is known, a superseded one still counts', () => {
    const facts = [
      buildFact('A', { period: '2026', value: 10, supersededBy: 'C' }),
      buildFact('B', { period: '2026', value: 20 }),
      buildFact('C', { period: '2026', value: 20, knownFrom: '2026-09-01' }),
    ];
    const scenario = scenarioOf(byYear({ '2026': 1 }), facts);
    const [before] = conflictsOf(scenario, 'x', '2026-08-31');
    expect(before?.statements.map(({ fact }) => fact.id)).toEqual(['A', 'B']);
    expect(conflictsOf(scenario, 'x', '2026-09-01')).toEqual([]);
  });

  it('in any period where the row has one value, with the spread of what each names', () => {
    const facts = [
      buildFact('A', { period: '2023-2026', value: 6, low: 5, high: 6, unit: 'years' }),
      buildFact('B', { period: '2025', value: 3, low: 2, high: 3, unit: 'years' }),
    ];
    const [conflict] = conflictsOf(scenarioOf(constant(5), facts, { unit: 'years' }), 'x', DAY);
    expect(conflict).toMatchObject({ column: 'all', low: 2, high: 6 });
  });

  // Catches: the inputs of a formula set against each other because the formula names their sources too.
  it('not where they speak of the inputs that a formula reads', () => {
    const facts = [
      buildFact('A', { period: '2026', value: 2000 }),
      buildFact('B', { period: '2026', value: 800 }),
    ];
    const scenario = buildScenario(
      [
        buildItem('needed', constant(2000), { unit: 'USD bn', facts: ['A'] }),
        buildItem('short', constant(800), { unit: 'USD bn', facts: ['B'] }),
        buildItem('sight', formula('needed - short'), { unit: 'USD bn', facts: ['A', 'B'] }),
      ],
      { facts },
    );
    expect(conflictsOf(scenario, 'sight', DAY)).toEqual([]);
  });
});

describe('places of facts', () => {
  // Catches: a fact listed twice, or lost, when it stands behind several rows.
  it('hold each number once, in one unit', () => {
    const facts = [
      buildFact('A', { period: '2026', value: 1000, unit: 'USD m' }),
      buildFact('B', { period: '2026', value: 3 }),
      buildFact('C', { period: '2026', value: 3, metric: 'revenue 2026' }),
      buildFact('D', { value: null }),
    ];
    const scenario = buildScenario(
      [
        buildItem('x', byYear({ '2026': 1 }), { unit: 'USD bn', facts: ['B', 'A'] }),
        buildItem('y', byYear({ '2026': 1 }), { unit: 'USD bn', facts: ['A'] }),
      ],
      { facts },
    );
    const [place, ...more] = factPlaces(scenario, DAY);
    expect(more).toEqual([]);
    expect(place).toMatchObject({ item: 'x', low: 1, high: 3, disagrees: true });
    expect(place?.statements.map(({ fact, value }) => [fact.id, value])).toEqual([
      ['B', 3],
      ['A', 1],
      ['C', 3],
    ]);
  });
});
