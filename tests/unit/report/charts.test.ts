import { describe, expect, it } from 'vitest';
import { cashChart } from '#shared/report/chart-cash.ts';
import { fundingChart } from '#shared/report/chart-funding.ts';
import { ladderChart } from '#shared/report/chart-ladder.ts';
import { leftOutMessage, subtitleMessage, titleMessage } from '#shared/report/chart-message.ts';
import { buildScenario } from '#tests/support/builders.ts';
import { engineOf, openaiScenario } from '#tests/support/openai.ts';
import { BASE, company, DIVISION, type Figures, rowsWith } from './company.ts';

const funding = (figures: Figures) => {
  const chart = fundingChart(company(), rowsWith(figures), BASE);
  if (!chart) throw new Error('no chart');
  return chart;
};
const cash = (figures: Figures) => {
  const chart = cashChart(company(), rowsWith(figures), BASE);
  if (!chart) throw new Error('no chart');
  return chart;
};
const ladder = (figures: Figures) => {
  const chart = ladderChart(company(), rowsWith(figures));
  if (!chart) throw new Error('no chart');
  return chart;
};

describe('funding against obligations', () => {
  it('stacks sources above and obligations below, with the cells behind each', () => {
    const chart = funding({
      sales: { years: [10, 20] },
      money_conditional: { years: [5, 0] },
      rent_a: { years: [3, 4] },
      rent_b: { years: [1, 2] },
      bank_open: { years: [9, 6] },
      bank: { years: [6, 8] },
      hole: { years: [0, 7] },
    });
    const [first, second] = chart.years;
    expect(first?.segments.map(({ series, value }) => [series, value])).toEqual([
      ['revenue', 10],
      ['conditional', 5],
      ['drawn', 3],
      ['obligation-0', -4],
    ]);
    expect(first).toMatchObject({ above: 18, below: -4, gap: 0 });
    expect(first?.segments.at(-1)?.cells).toEqual([
      { key: 'rent_a', column: '2025' },
      { key: 'rent_b', column: '2025' },
    ]);
    // Cash that is put aside is no source.
    expect(second?.segments.map((segment) => segment.series)).toEqual(['revenue', 'obligation-0']);
    expect(second?.gapCells).toEqual([{ key: 'hole', column: '2026' }]);
    expect(chart.series.map((series) => series.id)).toEqual([
      'revenue',
      'conditional',
      'drawn',
      'obligation-0',
    ]);
  });

  it('shows money that is paid back below zero, outermost', () => {
    const chart = funding({ money_rumoured: { years: [4, -9] }, staff: { years: [1, 2] } });
    expect(chart.years[1]?.segments.map(({ series, value }) => [series, value])).toEqual([
      ['obligation-1', -2],
      ['repaid-rumoured', -9],
    ]);
  });

  it('calls a year actual only when all its quarters are', () => {
    expect(funding({}).years.map((year) => year.actual)).toEqual([false, false]);
    const later = company({
      timeline: {
        start: '2025Q1',
        periods: 8,
        asOf: '2026-07-31',
        actuals: [{ from: '2026-01-01', lastActual: '2025Q4' }],
      },
    });
    const chart = fundingChart(later, rowsWith({}), BASE);
    expect(chart?.years.map((year) => year.actual)).toEqual([true, false]);
  });

  it('leaves out a year with an error or a blank, counts it, and claims nothing', () => {
    const chart = funding({ staff: { years: [1, DIVISION] }, hole_total: { periods: [0] } });
    expect(chart.years.map((year) => year.year)).toEqual([2025]);
    expect(chart.columns).toEqual([2025, 2026]);
    expect(chart.leftOut).toEqual({
      count: 1,
      of: 2,
      unit: 'years',
      cells: [{ key: 'staff', column: '2026' }],
    });
    expect(leftOutMessage(chart.leftOut)).toEqual({ key: 'leftOut.years', params: { count: 1, of: 2 } });
    expect(titleMessage(chart, 'en').key).toBe('funding.title.neutral');
    expect(funding({ sales: { years: [null, 1] } }).years.map((year) => year.year)).toEqual([2026]);
  });

  it('says when the gap opens, when it is widest, or that there is none', () => {
    const open = { hole_total: { periods: [9] }, hole: { periods: [0, 0, 0, 2, 7], years: [2, 7] } };
    expect(titleMessage(funding(open), 'en')).toEqual({
      key: 'funding.title.opensPeaks',
      params: { period: '2025 Q4', year: 2026 },
    });
    const single = { hole_total: { periods: [2] }, hole: { periods: [0, 0, 0, 2], years: [2, 0] } };
    expect(titleMessage(funding(single), 'ar')).toEqual({
      key: 'funding.title.opens',
      params: { period: 'الربع 4 من 2025' },
    });
    expect(titleMessage(funding({}), 'en')).toEqual({ key: 'funding.title.covered', params: { to: 2026 } });
  });
});

describe('ladder of the gap', () => {
  it('gives the need with none and after each level', () => {
    const chart = ladder({
      need_none: { periods: [100] },
      need_cash: { periods: [80] },
      cover_cash: { periods: [20] },
      need_signed: { periods: [50] },
      cover_signed: { periods: [30] },
      need_rumoured: { periods: [50] },
    });
    expect(chart.rungs[0]).toMatchObject({ step: 'none', need: 100, cover: null });
    expect(chart.rungs[2]).toMatchObject({ step: 'signed', need: 50, cover: 30 });
    expect(chart.rungs[2]?.needCells).toEqual([{ key: 'need_signed', column: '2026Q4' }]);
    expect(titleMessage(chart, 'en')).toEqual({
      key: 'ladder.title.signedLeaves',
      params: { gap: '€50.0 m' },
    });
    expect(titleMessage(ladder({}), 'en').key).toBe('ladder.title.signedCovers');
  });

  it('leaves out a level without a value and stays neutral without signed money', () => {
    const chart = ladder({ cover_signed: { periods: [DIVISION] } });
    expect(chart.leftOut).toMatchObject({
      count: 1,
      of: 6,
      cells: [{ key: 'cover_signed', column: '2026Q4' }],
    });
    expect(titleMessage(chart, 'en').key).toBe('ladder.title.neutral');
  });
});

describe('cash and runway', () => {
  const falling = { path_signed: { periods: [30, 28, 24, 14, 4, -6, 9, 20] }, bank_least: { periods: [10] } };

  it('finds where a path meets the minimum, between two quarters', () => {
    const chart = cash({ ...falling, bank_all: { periods: [30] } });
    expect(chart.crossings.signed).toMatchObject({ period: '2026Q1', index: 4, quarters: 2 });
    expect(chart.crossings.signed?.fraction).toBeCloseTo(0.4, 12);
    expect(chart.crossings.all).toBeNull();
    expect(chart.lastActual).toBe(1);
  });

  it('counts no reported quarter below the minimum as the end of money', () => {
    const chart = cash({
      path_signed: { periods: [5, 30, 30, 30, 30, 30, 30, 30] },
      bank_all: { periods: [30] },
      bank_least: { periods: [10] },
    });
    expect(chart.crossings.signed).toBeNull();
    expect(titleMessage(chart, 'en')).toEqual({ key: 'cash.title.signedLasts', params: { to: 2026 } });
  });

  it('stands below from the first forecast quarter when the last actual does', () => {
    const chart = cash({ path_signed: { periods: [5] }, bank_least: { periods: [10] } });
    expect(chart.crossings.signed).toMatchObject({ index: 2, fraction: 1, quarters: 0 });
  });

  // The ladder counts a credit line, the path does not: one title must not contradict the other.
  it('says that money lasts only where the ladder has a need in the same quarter', () => {
    const need = { periods: [0, 0, 0, 0, 6, 16, 16, 16] };
    const same = cash({ ...falling, need_signed: need });
    expect(titleMessage(same, 'en')).toEqual({
      key: 'cash.title.signedUntil',
      params: { period: '2025 Q4' },
    });
    const bridged = cash({ ...falling, need_signed: { periods: [0] } });
    expect(titleMessage(bridged, 'en')).toEqual({
      key: 'cash.title.signedDips',
      params: { period: '2026 Q1' },
    });
  });

  it('leaves a hole where a value is missing and then claims no crossing', () => {
    const chart = cash({ ...falling, bank_all: { periods: [30, 30, 30, null, 30, DIVISION, 30, 30] } });
    expect(chart.points.map((point) => point.index)).toEqual([0, 1, 2, 4, 6, 7]);
    expect(leftOutMessage(chart.leftOut)).toEqual({ key: 'leftOut.quarters', params: { count: 2, of: 8 } });
    expect(chart.crossings).toEqual({ signed: null, all: null });
    expect(titleMessage(chart, 'en').key).toBe('cash.title.neutral');
  });

  it('names its unit in the subtitle', () => {
    expect(subtitleMessage(cash({}), 'en')).toEqual({ key: 'cash.subtitle', params: { unit: 'EUR m' } });
  });
});

it('draws nothing for a scenario without roles', () => {
  const scenario = buildScenario([]);
  expect(fundingChart(scenario, new Map(), BASE)).toBeNull();
  expect(ladderChart(scenario, new Map())).toBeNull();
  expect(cashChart(scenario, new Map(), BASE)).toBeNull();
});

describe('the shipped scenario (model.md §10.2)', () => {
  const scenario = openaiScenario();

  it('reproduces the ladder of the base', () => {
    const rows = engineOf(scenario).rows();
    const chart = ladderChart(scenario, rows);
    expect(chart?.rungs.map((rung) => rung.need.toFixed(3))).toEqual([
      '227.620',
      '129.420',
      '93.520',
      '48.921',
      '48.921',
      '40.353',
    ]);
  });

  it('carries a year of the base to the last decimal of model.md §10.3', () => {
    const chart = fundingChart(scenario, engineOf(scenario).rows(), BASE);
    const year = chart?.years.find((one) => one.year === 2029);
    expect(year?.segments.find((segment) => segment.series === 'revenue')?.value).toBeCloseTo(144.954, 3);
    expect(year?.gap).toBeCloseTo(37.532, 3);
    const back = year?.segments.find((segment) => segment.series === 'repaid-rumoured');
    expect(back?.value).toBeCloseTo(-9, 9);
  });

  it.each(scenario.cases.map((one) => one.id))(
    '%s never claims cover and an end of money at once',
    (caseId) => {
      const viewpoint = { caseId, asOf: null };
      const rows = engineOf(scenario, caseId).rows();
      const steps = ladderChart(scenario, rows)?.message.kind;
      const path = cashChart(scenario, rows, viewpoint)?.message.kind;
      expect([steps, path]).not.toEqual(['signed covers', 'signed until']);
      expect([steps, path]).not.toEqual(['signed leaves', 'signed lasts']);
    },
  );
});
