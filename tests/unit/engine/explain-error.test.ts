import { describe, expect, it } from 'vitest';
import { createEngine } from '#shared/engine/engine.ts';
import { type ErrorPlace, explainError } from '#shared/engine/explain-error.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import {
  buildDeal,
  buildItem,
  buildScenario,
  buildTimeline,
  byPeriod,
  constant,
  formula,
} from '#tests/support/builders.ts';

const BASE = { caseId: null, asOf: null };

function explain(rows: readonly LineItem[], place: ErrorPlace, parts: Partial<Scenario> = {}) {
  const scenario = buildScenario(rows, { timeline: buildTimeline({ periods: 8 }), ...parts });
  const engine = createEngine(scenario, BASE);
  return explainError({ scenario, viewpoint: BASE, rows: engine.rows(), loops: engine.loops() }, place);
}

function way(explanation: ReturnType<typeof explain>): string | undefined {
  return explanation?.path.map(({ key, period }) => `${key}[${period}]`).join(' ');
}

describe('E-911 the way of an error', () => {
  const rows = [
    buildItem('sold', byPeriod(4, 5, 0, 6)),
    buildItem('price', formula('100 / sold')),
    buildItem('trend', formula('price[-1] + 0')),
    buildItem('total', formula('SUM(trend[-1:0]) + other'), { aggregation: 'rate' }),
    buildItem('other', constant(1)),
    buildItem('safe', formula('IFERROR(price, 0)')),
  ];

  // Catches: a way through a cell that does not hold this error, a detour, a wrong end.
  it('leads from cell to cell to where it arose', () => {
    expect(way(explain(rows, { key: 'price', period: 2 }))).toBe('price[2]');
    expect(way(explain(rows, { key: 'total', period: 3 }))).toBe('total[3] trend[3] price[2]');
    const late = explain(rows, { key: 'total', period: 4 });
    expect(way(late)).toBe('total[4] trend[3] price[2]');
    expect(late).toMatchObject({ code: '#DIV/0!', reason: { code: 'division-by-zero' }, chain: [] });
  });

  it('begins in a quarter for a year', () => {
    expect(way(explain(rows, { key: 'trend', year: 2025 }))).toBe('trend[3] price[2]');
    expect(explain(rows, { key: 'other', year: 2025 })).toBeNull();
  });

  it('of a rate leads through the year of what it reads', () => {
    const rate = buildItem('ratio', formula('price * 1'), {
      aggregation: 'rate',
      overrides: { '2025Q3': 1 },
    });
    expect(way(explain([...rows, rate], { key: 'ratio', year: 2025 }))).toBe('ratio[3] price[2]');
  });

  it('is none for a cell without an error', () => {
    expect(explain(rows, { key: 'safe', period: 2 })).toBeNull();
    expect(explain(rows, { key: 'price', period: 0 })).toBeNull();
    expect(explain(rows, { key: 'nothing', period: 0 })).toBeNull();
  });

  it('goes through what a deal reads', () => {
    const deal = buildDeal('d', {
      history: [{ from: '2025-01-01', level: 'signed', facts: [] }],
      tranches: [{ kind: 'per unit', item: 'price', rate: 2, cap: 1000 }],
    });
    const explanation = explain(
      [...rows, buildItem('paid', formula('DEALS("in") + 1'))],
      { key: 'paid', period: 3 },
      { deals: [deal] },
    );
    expect(way(explanation)).toBe('paid[3] price[2]');
  });

  it('ends in the loop and names it in that period', () => {
    const loop = [
      buildItem('first', formula('IF(PERIOD() < 3, 1, second + 1)')),
      buildItem('second', formula('first + 1')),
      buildItem('reader', formula('second[-1] + 0')),
    ];
    const explanation = explain(loop, { key: 'reader', period: 4 });
    expect(way(explanation)).toBe('reader[4] second[3]');
    expect(explanation).toMatchObject({
      code: '#LOOP!',
      reason: {
        code: 'loop-no-solution',
        params: { chain: 'first[2025Q4] → second[2025Q4] → first[2025Q4]' },
      },
      chain: [
        { key: 'first', period: 3 },
        { key: 'second', period: 3 },
      ],
    });
  });
});
