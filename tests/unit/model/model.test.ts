import { describe, expect, it } from 'vitest';
import { isIsoDate } from '#shared/model/date.ts';
import { parsePeriodName, periodNameOf, quarterEnd } from '#shared/model/period.ts';
import { asOfDate, caseChain, findCase, resolveItem } from '#shared/model/resolve-case.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { lastActualIndex, periodIndex, periodNames, periodsOfYear, yearsOf } from '#shared/model/timeline.ts';
import {
  buildCase,
  buildItem,
  buildScenario,
  buildTimeline,
  constant,
  formula,
} from '#tests/support/builders.ts';

describe('days and quarters', () => {
  // Catches: days that do not exist taken for dates.
  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2025-04-31', false],
    ['2025-13-01', false],
    ['2025-00-10', false],
    ['0001-01-01', true],
    ['2025-1-1', false],
  ])('%s', (text, exists) => {
    expect(isIsoDate(text)).toBe(exists);
  });

  it('names and ends of quarters', () => {
    expect(parsePeriodName('2027Q3')).toEqual({ year: 2027, quarter: 3 });
    expect(['2027Q5', '2027', 'Q3 2027', '2027q3', '12027Q1'].map(parsePeriodName)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(periodNameOf({ year: 900, quarter: 2 })).toBe('0900Q2');
    expect(
      [1, 2, 3, 4].map((quarter) => quarterEnd({ year: 2025, quarter: quarter as 1 | 2 | 3 | 4 })),
    ).toEqual(['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31']);
  });
});

describe('timeline', () => {
  const timeline = buildTimeline({
    start: '2025Q3',
    periods: 4,
    actuals: [
      { from: '2025-11-01', lastActual: '2025Q3' },
      { from: '2030-01-01', lastActual: '2029Q4' },
    ],
  });

  // Catches: columns counted from 1, or years that lose a quarter at the ends.
  it('columns, years and what lies outside', () => {
    expect(periodNames(timeline)).toEqual(['2025Q3', '2025Q4', '2026Q1', '2026Q2']);
    expect([
      periodIndex(timeline, '2025Q3'),
      periodIndex(timeline, '2025Q1'),
      periodIndex(timeline, '2027Q1'),
    ]).toEqual([0, -2, 6]);
    expect(periodIndex(timeline, '2025')).toBeNull();
    expect(yearsOf(timeline)).toEqual([2025, 2026]);
    expect([
      periodsOfYear(timeline, 2025),
      periodsOfYear(timeline, 2026),
      periodsOfYear(timeline, 2027),
    ]).toEqual([[0, 1], [2, 3], []]);
  });

  it('last reported quarter by day', () => {
    expect(['2025-10-31', '2025-11-01', '2031-01-01'].map((on) => lastActualIndex(timeline, on))).toEqual([
      -1, 0, 3,
    ]);
  });
});

describe('cases', () => {
  const scenario = buildScenario([buildItem('x', formula('1'), { overrides: { '2025Q1': 9 } })], {
    cases: [
      buildCase(
        'a',
        { x: { values: { '2025Q2': 5 } } },
        { asOf: '2025-06-01', name: { en: 'First', ar: 'الأولى' } },
      ),
      buildCase('b', { x: { content: constant(7) } }, { inherits: 'a' }),
      buildCase('c', { x: { values: { '2025Q2': 6 } } }, { inherits: 'b' }),
      buildCase('ring', {}, { inherits: 'ring' }),
    ],
  });
  const chainOf = (id: string | null) => caseChain(scenario, id);

  it('are found by id or by a name in either language', () => {
    expect([
      findCase(scenario, 'b')?.id,
      findCase(scenario, 'First')?.id,
      findCase(scenario, 'الأولى')?.id,
    ]).toEqual(['b', 'a', 'a']);
  });

  // Catches: an endless chain, or the farther case winning.
  it('inherit, the nearer first', () => {
    expect(chainOf('c').map((one) => one.id)).toEqual(['c', 'b', 'a']);
    expect(chainOf('ring').map((one) => one.id)).toEqual(['ring']);
    expect(asOfDate(scenario, 'c')).toBe('2025-06-01');
    expect(asOfDate(scenario, 'c', '2026-01-01')).toBe('2026-01-01');
    expect(asOfDate(scenario, null)).toBe(scenario.timeline.asOf);
  });

  // Catches: typed values of the base that shine through a replaced row.
  it('replace content and hide single values below it', () => {
    expect(resolveItem(scenario, chainOf('a'), 'x')?.overrides).toEqual({ '2025Q1': 9, '2025Q2': 5 });
    expect(resolveItem(scenario, chainOf('b'), 'x')).toMatchObject({ content: constant(7), overrides: {} });
    expect(resolveItem(scenario, chainOf('c'), 'x')).toMatchObject({
      content: constant(7),
      overrides: { '2025Q2': 6 },
    });
  });

  it('names that objects have by nature are no rows', () => {
    expect(itemOf(scenario, 'constructor')).toBeUndefined();
    expect(resolveItem(scenario, [], '__proto__')).toBeUndefined();
  });
});
