import { describe, expect, it } from 'vitest';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Command } from '#shared/commands/command.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { InputValue } from '#shared/model/value.ts';
import { engineOf, openaiScenario, periodsOf } from '#tests/support/openai.ts';

const scenario = openaiScenario();
const checks = scenario.itemOrder.filter((key) => scenario.items[key]?.role === 'check');
const caseIds = [null, ...scenario.cases.map(({ id }) => id)];

function set(key: string, at: string | null, value: InputValue): Command {
  return { type: 'setCells', cells: [{ key, at, value }], caseId: null };
}

function after(commands: readonly Command[]): Scenario {
  return commands.reduce((now, command) => {
    const applied = applyCommand(now, command);
    if (!applied.ok) throw new Error(JSON.stringify(applied.error));
    return applied.value.scenario;
  }, scenario);
}

/** Checks with a period in which they are FALSE. An error would be no breach of the condition. */
function breached(from: Scenario, caseId: string | null = null): string[] {
  const engine = engineOf(from, caseId);
  return checks.filter((key) => periodsOf(engine, key).includes(false));
}

/** For each check the edit that a hurried person could make and that it has to catch. */
const BREACHES: readonly (readonly [string, ...Command[]])[] = [
  ['check_cash_roll', set('cash', '2027Q1', 999)],
  ['check_cash_floor', set('cash', '2027Q1', 0)],
  ['check_cash_mid_2025', set('cash', '2025Q2', 18)],
  ['check_cash_2026', set('cash', '2026Q1', 74)],
  ['check_ladder', { type: 'setFormula', key: 'ladder_layer_3', formula: '1', caseId: null }],
  ['check_gap_two_ways', set('gap_cumulative', '2028Q4', 1)],
  ['check_supply_cap', { type: 'setFormula', key: 'revenue', formula: 'revenue_demand * 2', caseId: null }],
  ['check_ms_cap', { type: 'setFormula', key: 'ms_share', formula: 'revenue * 0.2', caseId: null }],
  ['check_users', set('paid_share_year_end', '2028', 120)],
  ['check_revenue_2025', set('revenue', '2025Q3', 9)],
  ['check_revenue_h1', set('revenue', '2025Q1', 9)],
  ['check_expense_2025', set('total_expense', '2025Q3', 20)],
  ['check_loss_q1_2026', set('operating_income', '2026Q1', -8)],
  ['check_fcf_2025', set('fcf', '2025Q4', 0)],
  ['check_microsoft_2025', set('rent_microsoft', '2025Q3', 9)],
  ['check_vintages', set('plan_v1', '2027', -1)],
  ['check_plan_bound', set('plan_use', null, 1), set('fcf', '2028Q1', 5)],
  ['check_gw_once', set('gw_online', '2028Q1', 99)],
  ['check_levels', set('fund_others', '2027Q1', 99)],
  ['check_revolver', set('revolver', '2028Q1', 1000)],
  ['check_streams', set('revenue', '2029Q1', 1)],
  ['check_compute', set('inference_cost', '2027Q2', 0)],
  ['check_bank_pieces', { type: 'setFormula', key: 'bank_reconciling', formula: '0', caseId: null }],
  ['check_bain', set('bain_short', null, 700)],
  ['check_article', set('article_gw', null, 9)],
  [
    'check_loi_not_added',
    {
      type: 'addDealStatus',
      id: 'E01',
      status: { from: '2026-03-01', level: 'signed', facts: [] },
    },
  ],
  ['check_chip_life', set('chip_life', null, 2.5)],
];

describe('the checks of the shipped scenario', () => {
  // Catches: a case whose overrides break the model, or a check that ends in an error and so says nothing.
  it.each(caseIds)('hold in every period of case %s', (caseId) => {
    const engine = engineOf(scenario, caseId);
    const failing = checks.filter((key) => periodsOf(engine, key).some((value) => value !== true));
    expect(failing).toEqual([]);
  });

  it('are all broken on purpose below, each once', () => {
    expect(BREACHES.map(([key]) => key)).toEqual(checks);
    expect(checks).toHaveLength(27);
  });

  // Catches: a check that is TRUE whatever happens.
  it.each(BREACHES.map(([key, ...commands]) => ({ key, commands })))(
    '$key says when its condition is broken',
    ({ key, commands }) => {
      expect(breached(after(commands))).toContain(key);
    },
  );
});
