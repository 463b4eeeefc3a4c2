import { describe, expect, it } from 'vitest';
import { createEngine } from '#shared/engine/engine.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import {
  buildCase,
  buildDeal,
  buildItem,
  buildScenario,
  buildTimeline,
  byPeriod,
  byYear,
  constant,
  formula,
} from '#tests/support/builders.ts';

const BASE = { caseId: null, asOf: null };

function scenarioOf(rows: readonly LineItem[], parts: Partial<Scenario> = {}): Scenario {
  return buildScenario(rows, { timeline: buildTimeline({ periods: 8 }), ...parts });
}

function valuesOf(rows: readonly LineItem[], key: string, parts: Partial<Scenario> = {}) {
  return createEngine(scenarioOf(rows, parts), BASE).row(key);
}

describe('E-901 what fills a row', () => {
  // Catches: a value in the wrong column, or a blank that becomes zero.
  it('constants, years, periods and dates', () => {
    const rows = [
      buildItem('c', constant(3)),
      buildItem('y', byYear({ '2026': 5 })),
      buildItem('p', byPeriod(1, null, 'text')),
      buildItem('d', {
        kind: 'dated',
        entries: [
          { from: '2026-01-01', value: 1 },
          { from: '2026-06-01', value: 2 },
        ],
      }),
    ];
    const scenario = scenarioOf(rows);
    const engine = createEngine(scenario, BASE);
    expect(engine.row('c')?.periods).toEqual([3, 3, 3, 3, 3, 3, 3, 3]);
    expect(engine.row('y')?.periods).toEqual([null, null, null, null, 5, 5, 5, 5]);
    expect(engine.row('p')?.periods).toEqual([1, null, 'text', null, null, null, null, null]);
    const onDays = ['2025-12-31', '2026-01-01', '2026-05-31', '2026-06-01'].map(
      (asOf) => createEngine(scenario, { caseId: null, asOf }).row('d')?.periods[0],
    );
    expect(onDays).toEqual([null, 1, 1, 2]);
  });

  it('a typed value wins over the formula in its period, and is read by others', () => {
    const rows = [
      buildItem('x', formula('PERIOD()'), { overrides: { '2025Q2': 10, '2025Q3': null, '2099Q1': 7 } }),
      buildItem('z', formula('x[-1] + 0')),
    ];
    expect(valuesOf(rows, 'x')?.periods).toEqual([1, 10, null, 4, 5, 6, 7, 8]);
    expect(valuesOf(rows, 'z')?.periods.slice(0, 4)).toEqual([0, 1, 10, 0]);
  });

  // Catches: a neighbour read where the timeline has ended.
  it('what lies outside the timeline is blank', () => {
    const rows = [
      buildItem('x', formula('PERIOD()')),
      buildItem('y', formula('x[-1]')),
      buildItem('z', formula('x[2030Q1]')),
    ];
    expect(valuesOf(rows, 'y')?.periods).toEqual([null, 1, 2, 3, 4, 5, 6, 7]);
    expect(valuesOf(rows, 'z')?.periods[0]).toBeNull();
  });

  it('cases: content, single periods and inheritance', () => {
    const scenario = scenarioOf([buildItem('x', constant(1)), buildItem('y', formula('x * 2'))], {
      cases: [
        buildCase('low', { x: { content: constant(5) } }, { asOf: '2025-06-30' }),
        buildCase('lower', { y: { values: { '2025Q1': 100 } } }, { inherits: 'low' }),
      ],
    });
    const engine = createEngine(scenario, { caseId: 'lower', asOf: null });
    expect(engine.row('y')?.periods.slice(0, 2)).toEqual([100, 10]);
    const changes = engine.look(BASE);
    expect([...changes.rows.keys()]).toEqual(['x', 'y']);
    expect(engine.row('y')?.periods[0]).toBe(2);
  });
});

describe('E-911 errors', () => {
  const rows = [
    buildItem('revenue_total', constant(0)),
    buildItem('margin', formula('1 / revenue_total')),
    buildItem('reader', formula('margin[-1] + 1')),
    buildItem('unknown', formula('revenue_totl + 1')),
    buildItem('broken', formula('1 + ')),
    buildItem('guarded', formula('IF(TRUE, 1, nowhere)')),
    buildItem('many', formula('margin[-1:0]')),
  ];

  // Catches: an error that loses the cell where it arose.
  it('keep the cell that first failed', () => {
    expect(valuesOf(rows, 'margin')?.periods[2]).toMatchObject({
      code: '#DIV/0!',
      origin: { key: 'margin', period: 2 },
    });
    expect(valuesOf(rows, 'reader')?.periods[3]).toMatchObject({
      code: '#DIV/0!',
      origin: { key: 'margin', period: 2 },
    });
    expect(valuesOf(rows, 'reader')?.periods[0]).toBe(1);
  });

  it('name what is not known and what was meant', () => {
    const value = valuesOf(rows, 'unknown')?.periods[0];
    expect(value).toMatchObject({ code: '#NAME?', origin: { key: 'unknown', period: 0 } });
    expect(value).toMatchObject({ reason: { code: 'row-unknown-near', params: { near: 'revenue_total' } } });
  });

  it('a text that is no formula is #NAME? with the reason', () => {
    expect(valuesOf(rows, 'broken')?.periods[0]).toMatchObject({
      code: '#NAME?',
      reason: { code: expect.stringMatching(/^parse-/) },
    });
  });

  it('do not come from a branch not taken; a range does not fit into a cell', () => {
    expect(valuesOf(rows, 'guarded')?.periods[0]).toBe(1);
    expect(valuesOf(rows, 'many')?.periods[3]).toMatchObject({ code: '#VALUE!' });
  });

  it('an unknown word of DEALS is #VALUE! and says which', () => {
    const value = valuesOf([buildItem('x', formula('DEALS("in", "equty")'))], 'x')?.periods[0];
    expect(value).toMatchObject({
      code: '#VALUE!',
      reason: { code: 'deals-type', params: { word: 'equty' } },
    });
  });
});

describe('E-907 E-908 years', () => {
  const quarters = byPeriod(1, 2, 3, 4, 10, null, null, 40);

  // Catches: a blank counted as zero in a mean, or the wrong quarter taken.
  it.each([
    ['sum', [10, 50]],
    ['avg', [2.5, 25]],
    ['end', [4, 40]],
    ['first', [1, 10]],
    ['rate', [4, 40]],
  ] as const)('%s', (aggregation, years) => {
    expect(valuesOf([buildItem('x', quarters, { aggregation })], 'x')?.years).toEqual(years);
  });

  it('all: TRUE only where every quarter is', () => {
    expect(valuesOf([buildItem('x', formula('PERIOD() < 6'), { aggregation: 'all' })], 'x')?.years).toEqual([
      true,
      false,
    ]);
  });

  it('an error in a quarter is the error of the year; a year of blanks is blank', () => {
    const rows = [buildItem('x', formula('1 / (PERIOD() - 2)')), buildItem('b', byPeriod())];
    expect(valuesOf(rows, 'x')?.years[0]).toMatchObject({ code: '#DIV/0!', origin: { key: 'x', period: 1 } });
    expect(valuesOf(rows, 'b')?.years).toEqual([null, null]);
  });

  // Catches: a rate averaged over quarters.
  it('a rate is its own formula on annual values', () => {
    const rows = [
      buildItem('revenue', byPeriod(1, 2, 3, 4, 4, 5, 5, 6)),
      buildItem('cost', byPeriod(1, 1, 1, 2, 2, 2, 3, 3)),
      buildItem('margin', formula('(revenue - cost) / revenue'), { aggregation: 'rate' }),
      buildItem('growth', formula('IF(PERIOD() > 4, revenue / revenue[-4] - 1, 0)'), { aggregation: 'rate' }),
      buildItem('rise', formula('IF(PERIOD() > 4, margin - margin[-4], 0)'), { aggregation: 'rate' }),
    ];
    expect(valuesOf(rows, 'margin')?.years).toEqual([0.5, 0.5]);
    expect(valuesOf(rows, 'growth')?.years).toEqual([0, 1]);
    expect(valuesOf(rows, 'rise')?.years).toEqual([0, 0]);
  });

  it('a timeline that starts and ends within a year', () => {
    const timeline = buildTimeline({ start: '2025Q4', periods: 3 });
    expect(valuesOf([buildItem('x', byPeriod(1, 2, 3))], 'x', { timeline })?.years).toEqual([1, 5]);
  });
});

describe('E-906 recalculation', () => {
  const rows = [
    buildItem('a', constant(1)),
    buildItem('b', formula('a * 2')),
    buildItem('sign', formula('IF(b > 0, 1, 0)')),
    buildItem('after', formula('sign * 10')),
    buildItem('other', constant(7)),
  ];
  const change = (scenario: Scenario, item: LineItem): Scenario => ({
    ...scenario,
    items: { ...scenario.items, [item.key]: item },
  });

  // Catches: annual rates that were solved in a circle and keep that rule when the circle is cut, no quarter having changed.
  it('reads annual values once a circle of rates is cut', () => {
    const circle = scenarioOf([
      buildItem('start', formula('second[-1] * 0')),
      buildItem('total', byPeriod(1, 1, 1, 1, 1, 1, 1, 1)),
      buildItem('first', formula('start + total'), { aggregation: 'rate' }),
      buildItem('second', formula('first'), { aggregation: 'rate' }),
    ]);
    const engine = createEngine(circle, BASE);
    const cut = change(circle, buildItem('start', formula('PERIOD() * 0')));
    const before = engine.row('second');
    engine.update(cut, { items: ['start'], everything: false });
    expect(engine.row('second')?.periods).toEqual(before?.periods);
    expect(engine.row('second')).toEqual(createEngine(cut, BASE).row('second'));
    expect(engine.row('second')?.years).toEqual(engine.row('first')?.years);
  });

  // Catches: rows published though nothing changed in them, or a walk past a row that came out equal.
  it('reports rows that changed and stops where one came out equal', () => {
    const scenario = scenarioOf(rows);
    const engine = createEngine(scenario, BASE);
    const after = engine.row('after');
    const changes = engine.update(change(scenario, buildItem('a', constant(3))), {
      items: ['a'],
      everything: false,
    });
    expect([...changes.rows.keys()].sort()).toEqual(['a', 'b']);
    expect(engine.row('after')).toBe(after);
    expect(engine.row('b')?.periods[0]).toBe(6);
  });

  it('an edit that changes nothing reports nothing', () => {
    const scenario = scenarioOf(rows);
    const engine = createEngine(scenario, BASE);
    expect(
      engine.update(change(scenario, buildItem('a', constant(1))), { items: ['a'], everything: false }).rows
        .size,
    ).toBe(0);
  });

  // Catches: an old order of calculation kept after a formula changed.
  it('follows a formula to rows that come later, and a row that comes or goes', () => {
    const scenario = scenarioOf(rows);
    const engine = createEngine(scenario, BASE);
    const linked = change(scenario, buildItem('a', formula('other + 1')));
    engine.update(linked, { items: ['a'], everything: false });
    expect(engine.row('b')?.periods[0]).toBe(16);
    engine.update(change(linked, buildItem('other', constant(1))), { items: ['other'], everything: false });
    expect(engine.row('b')?.periods[0]).toBe(4);
    const { other: _, ...items } = linked.items;
    const changes = engine.update(
      { ...linked, items, itemOrder: linked.itemOrder.filter((key) => key !== 'other') },
      { items: [], everything: true },
    );
    expect(changes.removed).toEqual(['other']);
    expect(engine.row('b')?.periods[0]).toMatchObject({ code: '#NAME?' });
  });

  // Catches: rows that read the register or the boundary of actuals left as they were.
  it('another day moves actuals, dated values and deals', () => {
    const scenario = scenarioOf(
      [buildItem('actual', formula('IF(IS_ACTUAL(), 1, 0)')), buildItem('money', formula('DEALS("in")'))],
      {
        timeline: buildTimeline({
          periods: 8,
          asOf: '2026-07-31',
          actuals: [{ from: '2026-02-01', lastActual: '2025Q4' }],
        }),
        deals: [buildDeal('A', { history: [{ from: '2026-03-01', level: 'signed', facts: [] }] })],
      },
    );
    const engine = createEngine(scenario, BASE);
    expect(engine.row('actual')?.years).toEqual([4, 0]);
    expect(engine.row('money')?.years).toEqual([0, 10]);
    const changes = engine.look({ caseId: null, asOf: '2026-01-31' });
    expect([...changes.rows.keys()]).toEqual(['actual', 'money']);
    expect(engine.row('money')?.years).toEqual([0, 0]);
  });

  it('an event that money in a deal waits for may depend on cash', () => {
    const scenario = scenarioOf(
      [
        buildItem('cash', formula('IF(PERIOD() = 1, 10, cash[-1]) - 3 + DEALS("in")'), {
          aggregation: 'end',
        }),
        buildItem('low', formula('IF(PERIOD() = 1, 0, IF(cash[-1] < 5, 1, 0))')),
      ],
      {
        deals: [
          buildDeal('A', {
            history: [{ from: '2025-01-01', level: 'signed', facts: [] }],
            tranches: [{ kind: 'event', item: 'low', amount: 20, last: '2026Q4' }],
          }),
        ],
      },
    );
    const engine = createEngine(scenario, BASE);
    expect(engine.row('cash')?.periods).toEqual([7, 4, 21, 18, 15, 12, 9, 6]);
    expect(engine.loops()).toEqual([]);
  });
});
