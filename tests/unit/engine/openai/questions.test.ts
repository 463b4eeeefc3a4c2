import { describe, expect, it } from 'vitest';
import { withoutDeals } from '#shared/finance/change-deals.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import {
  at,
  engineOf,
  inYear,
  misprint,
  openaiScenario,
  periodsOf,
  sumOf,
  withConstants,
  withContents,
} from '#tests/support/openai.ts';
import { CANCELLED } from './figures.ts';

const scenario = openaiScenario();

function gapWith(values: Readonly<Record<string, number>>, caseId: string | null = null): number {
  return at(engineOf(withConstants(scenario, values), caseId), 'gap_total');
}

function shown(value: number, printed: string): void {
  expect(`${value} is off ${printed} by ${Math.max(0, misprint(value, printed) - 1)}`).toBe(
    `${value} is off ${printed} by 0`,
  );
}

describe('a deal is cancelled', () => {
  // Catches: flows or capacity that stay when their deal goes.
  it.each(CANCELLED)('%s', (deals, ...figures) => {
    const [gap, , first, revenue, compute, tightGap, tightRevenue] = figures;
    const rest = deals === 'nothing' ? scenario : withoutDeals(scenario, new Set(deals.split('+')));
    const engine = engineOf(rest);
    shown(at(engine, 'gap_total'), gap ?? '');
    const column = periodsOf(engine, 'gap').findIndex((value) => Number(value) > 1e-9);
    expect(column < 0 ? 'none' : periodNameAt(scenario.timeline, column)).toBe(first);
    shown(inYear(engine, 'revenue', 2030), revenue ?? '');
    shown(
      [2026, 2027, 2028, 2029, 2030].reduce((sum, year) => sum + inYear(engine, 'compute_cash', year), 0),
      compute ?? '',
    );
    const tight = engineOf(withConstants(rest, { topup_use: 0 }));
    shown(at(tight, 'gap_total'), tightGap ?? '');
    shown(inYear(tight, 'revenue', 2030), tightRevenue ?? '');
  });
});

describe('questions to the shipped scenario', () => {
  // Catches: drivers that do not reach what they drive, or reach it twice.
  it.each([
    [
      'only paid and signed money counts',
      { count_conditional: 0, count_announced: 0, count_rumoured: 0 },
      '71.7387',
    ],
    ['six points more paying users', { paid_share_shift: 6 }, '7.8118'],
    ['AMD shares sold at 600', { amd_warrant_price: 600 }, '10.0195'],
    ['market capacity for nothing', { price_topup: 0 }, '36.4291'],
    ['no cap on the revenue share', { ms_cap: 1000 }, '92.3834'],
    ['no growth of revenue per gigawatt', { revenue_per_gw_growth: 0 }, '45.6513'],
    ['more per payer, just enough', { arpu_scale: 1.5378 }, '0.000'],
    ['more advertising, just enough', { ads_scale: 1.50276 }, '0.000'],
    ['more enterprise revenue, just enough', { enterprise_scale: 1.507545 }, '0.000'],
    ['lower other costs, just enough', { cost_scale: 0.557809 }, '0.000'],
  ] as const)('gap when %s', (_, values, gap) => {
    shown(gapWith(values), gap);
  });

  it('the smallest offering that closes the gap', () => {
    shown(gapWith({ ipo_proceeds: 34.803924 }, 'ipo-2027'), '0.00000');
    expect(gapWith({ ipo_proceeds: 34.8 }, 'ipo-2027')).toBeGreaterThan(0.001);
  });

  it('the ladder counts signed money apart from obligations', () => {
    shown(at(engineOf(scenario), 'ladder_need_2'), '93.5202');
  });

  it('what the cap on the revenue share is worth', () => {
    shown(sumOf(engineOf(scenario), 'ms_share', 4), '38.0000');
    shown(sumOf(engineOf(withConstants(scenario, { ms_cap: 1000 })), 'ms_share', 4), '122.6434');
  });

  it('what the article asks', () => {
    const engine = engineOf(scenario);
    shown(at(engine, 'article_share_for_burn'), '13.690476');
    shown(at(engine, 'article_share_for_plan'), '47.619048');
    shown(at(engine, 'article_years_of_revenue'), '38.4615');
    shown(at(engine, 'article_vendor_funded'), '28.571429');
    expect([34, 116, 226]).toEqual(['burn_v1', 'burn_v2', 'burn_v3'].map((key) => at(engine, key)));
  });

  it('who is owed how much, and who funds', () => {
    const engine = engineOf(scenario);
    shown(at(engine, 'weight_microsoft'), '31.0472');
    shown(at(engine, 'weight_oracle'), '25.3273');
    shown(at(engine, 'herfindahl'), '0.183513');
    shown(at(engine, 'vendor_money_share'), '57.65');
    shown(at(engine, 'roundtrip_total'), '82.999');
    shown(sumOf(engine, 'rent_aws'), '70.2');
  });

  it('the bank view meets the rent exactly', () => {
    const engine = engineOf(scenario, 'bank-view');
    expect(Math.abs(at(engine, 'bank_rent_model') - 792)).toBeLessThan(1e-9);
    shown(at(engine, 'bank_model_difference'), '183.4058');
    expect(at(engine, 'bank_reconciling')).toBe(-235.5);
    shown(at(engine, 'bank_revenue_markets'), '215.06');
  });

  it('a plateau of capex, and late capacity that must be paid', () => {
    const engine = engineOf(withConstants(scenario, { pay_undelivered: 1 }), 'capex-plateau');
    shown(at(engine, 'gap_total'), '116.7143');
    expect(inYear(engine, 'hyper_bend', 2027)).toBe(-326);
  });
});

describe('figures worked by hand', () => {
  const engine = engineOf(scenario);

  // Catches: phasing of a year that does not sum to its plan.
  it('enterprise revenue in 2026', () => {
    const growth = (7.66 / 2.9) ** 0.25;
    expect(Math.abs(at(engine, 'enterprise_growth', 5) - growth)).toBeLessThan(1e-9);
    expect(Math.abs(at(engine, 'rev_enterprise', 5) - 6.26 / (1 + growth + growth ** 2))).toBeLessThan(1e-9);
    expect(Math.abs(inYear(engine, 'rev_enterprise', 2026) - 7.66)).toBeLessThan(1e-9);
  });

  // Catches: interest on the opening balance, or on a year instead of a quarter.
  it('the loop of interest in 2026Q2', () => {
    expect(Math.abs(at(engine, 'cash', 5) - 76.190381996)).toBeLessThan(1e-9);
    expect(Math.abs(at(engine, 'interest_income', 5) - 0.74595191)).toBeLessThan(1e-9);
  });
});

describe('checks of the shipped scenario', () => {
  const breakers: Readonly<Record<string, Parameters<typeof withContents>[1]>> = {
    check_cash_roll: { cash: { kind: 'formula', formula: 'cash_before_revolver + 1' } },
    check_cash_floor: { gap: { kind: 'constant', value: 0 } },
    check_cash_mid_2025: { cash_2024: { kind: 'constant', value: 8 } },
    check_cash_2026: { cash_unexplained: { kind: 'constant', value: 0 } },
    check_ladder: { ladder_layer_3: { kind: 'constant', value: 1 } },
    check_gap_two_ways: { ladder_cash_5: { kind: 'constant', value: 100 } },
    check_supply_cap: { revenue: { kind: 'formula', formula: 'revenue_cap + 1' } },
    check_ms_cap: { ms_share: { kind: 'formula', formula: 'revenue * ms_share_rate / 100' } },
    check_users: { payers: { kind: 'formula', formula: 'wau + 1' } },
    check_revenue_2025: { other_actual: { kind: 'constant', value: 0.1 } },
    check_revenue_h1: { ads_actual: { kind: 'constant', value: 0.1 } },
    check_expense_2025: { people_actual: { kind: 'constant', value: 1 } },
    check_loss_q1_2026: { marketing_actual: { kind: 'constant', value: 1 } },
    check_fcf_2025: { fcf_actual: { kind: 'constant', value: -1 } },
    check_microsoft_2025: { ms_share_actual: { kind: 'constant', value: 0 } },
    check_vintages: { plan_v2: { kind: 'constant', value: -10 } },
    check_plan_bound: {
      plan_use: { kind: 'constant', value: 1 },
      plan_reconciling: { kind: 'constant', value: 0 },
    },
    check_gw_once: { gw_online: { kind: 'formula', formula: 'gw_rented + gw_topup' } },
    check_levels: { level_signed: { kind: 'constant', value: 0 } },
    check_revolver: { revolver_draw: { kind: 'constant', value: 3 } },
    check_streams: { revenue: { kind: 'formula', formula: 'revenue_demand + 1' } },
    check_compute: { inference_cost: { kind: 'constant', value: 1 } },
    check_bank_pieces: { bank_reconciling: { kind: 'constant', value: 0 } },
    check_bain: { bain_short: { kind: 'constant', value: 700 } },
    check_article: { article_gw: { kind: 'constant', value: 11 } },
    check_loi_not_added: { fund_nvidia: { kind: 'constant', value: 10 } },
    check_chip_life: { chip_life: { kind: 'constant', value: 2.5 } },
  };

  // Catches: a check that cannot fail.
  it.each(Object.entries(breakers))('%s fails when what it guards is broken', (key, contents) => {
    const engine = engineOf(withContents(scenario, contents));
    expect(engine.row(key)?.years).toContain(false);
  });

  it('each check has such a test', () => {
    const checks = scenario.itemOrder.filter((key) => scenario.items[key]?.role === 'check');
    expect(Object.keys(breakers)).toEqual(checks);
  });
});
