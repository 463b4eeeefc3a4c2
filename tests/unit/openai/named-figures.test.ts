import { describe, expect, it } from 'vitest';
import { factUse } from '#shared/model/fact-use.ts';
import { at, engineOf, openaiScenario } from '#tests/support/openai.ts';

const scenario = openaiScenario();
const base = engineOf(scenario);
const article = engineOf(scenario, 'article-day');
const bank = engineOf(scenario, 'bank-view');

/** Fact of the article, the bank or Bain; the row that shows its figure. */
const REPRODUCED: readonly (readonly [fact: string, row: string])[] = [
  ['S05', 'article_revenue'],
  ['S06', 'article_other_per_gw'],
  ['S07', 'article_gw'],
  ['S08', 'article_homes'],
  ['S09', 'article_burn'],
  ['S10', 'article_burn_rise'],
  ['S13', 'anthropic_in'],
  ['S14', 'anthropic_out'],
  ['S21', 'article_users'],
  ['S25', 'bain_needed'],
  ['S26', 'bain_short'],
  ['ANL-01', 'bain_needed'],
  ['ANL-02', 'bain_short'],
  ['ANL-05', 'bank_gap'],
  ['ANL-06', 'bank_rent'],
  ['ANL-08', 'bank_fcf'],
  ['ANL-09', 'bank_injections'],
  ['ANL-10', 'bank_facilities'],
  ['ANL-11', 'bank_liquidity'],
];

/** What the three conclude from their figures, and the row that comes to it. */
const DERIVED: readonly (readonly [row: string, value: number, digits: number])[] = [
  ['article_total', 500, 9],
  ['article_beyond_nvidia', 400, 9],
  ['article_burn_before', 35, 9],
  ['article_years_of_revenue', 38.4615, 4],
  ['article_share_for_burn', 13.690476, 6],
  ['article_share_for_plan', 47.619048, 6],
  ['anthropic_roundtrip', 4, 9],
  ['anthropic_net', 0, 9],
  ['bain_in_sight', 1200, 9],
];

/** Figures that do not follow from their own pieces: the row of the pieces, and what stands between. */
const RECONCILED: readonly (readonly [fact: string, row: string, difference: number])[] = [
  ['BURN-11', 'burn_v1', -1],
  ['BURN-12', 'burn_v2', 1],
  ['ANL-05', 'bank_gap_sum', 235.5],
  ['ANL-12', 'bank_revenue_markets', 2.06],
];

/** Figures about others than the company, or beyond the timeline: no row can come to them, Sources shows them. */
const SHOWN_ONLY = ['S16', 'ANL-03', 'ANL-04', 'ANL-07'];

function figure(id: string): number {
  const value = scenario.facts.find((fact) => fact.id === id)?.value;
  if (typeof value !== 'number') throw new Error(`${id} states no figure`);
  return value;
}

describe('the named figures of the article, the bank and Bain', () => {
  // Catches: an input that was changed, or a row that stopped showing what was published.
  it.each(REPRODUCED)('%s is what %s shows', (fact, row) => {
    expect(at(base, row)).toBeCloseTo(figure(fact), 9);
    expect(at(article, row)).toBeCloseTo(figure(fact), 9);
  });

  it.each(DERIVED)('%s comes to %d', (row, value, digits) => {
    expect(at(article, row)).toBeCloseTo(value, digits);
  });

  // Catches: a difference that is hidden by bending an input.
  it.each(RECONCILED)('%s differs from %s by %d, and both are shown', (fact, row, difference) => {
    expect(at(base, row) - figure(fact)).toBeCloseTo(difference, 9);
  });

  it('names the difference of the bank in a row of its own', () => {
    expect(at(base, 'bank_gap_sum') + at(base, 'bank_reconciling')).toBeCloseTo(figure('ANL-05'), 9);
    expect(at(bank, 'gap_total') - at(bank, 'bank_model_difference')).toBeCloseTo(figure('ANL-05'), 9);
    expect(at(bank, 'bank_rent_model')).toBeCloseTo(figure('ANL-06'), 6);
  });

  it('takes the letter of intent and the users of the bank from where they were published', () => {
    const letter = scenario.deals.find(({ id }) => id === 'E01');
    expect([letter?.amount, letter?.supersededBy]).toEqual([figure('S01'), 'E02']);
    expect(at(bank, 'wau')).toBeCloseTo(figure('ANL-13'), 9);
  });

  // Catches: a figure of the three that was left out of the model, or out of this test.
  it('are all accounted for', () => {
    const named = scenario.facts.filter(
      ({ id, subject, value }) =>
        value !== null && (/^S\d+$/.test(id) || (id.startsWith('ANL-') && /Bain|HSBC/.test(subject))),
    );
    const apart = ['S01', 'ANL-13', 'ANL-14', 'ANL-15'];
    const covered = new Set([
      ...REPRODUCED.map(([fact]) => fact),
      ...RECONCILED.map(([fact]) => fact),
      ...SHOWN_ONLY,
      ...apart,
    ]);
    expect(named.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
    expect(factUse(scenario).get('ANL-14')?.items).toContain('bank_revenue_markets');
    expect(factUse(scenario).get('ANL-15')?.items).toContain('bank_revenue_markets');
  });
});
