import { describe, expect, it } from 'vitest';
import { conflictsOf } from '#shared/model/fact-conflicts.ts';
import { factPlaces } from '#shared/model/fact-places.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { openaiScenario } from '#tests/support/openai.ts';

const scenario = openaiScenario();
const { asOf } = scenario.timeline;
const conflicts = (key: string) => conflictsOf(scenario, key, asOf);

/** model.md, section 13: conflicts that show in a row, with the facts that meet there. */
const IN_ROWS: readonly (readonly [what: string, row: string, facts: readonly string[]])[] = [
  ['burn to 2029, latest', 'burn_v3', ['BURN-17', 'ANL-16']],
  ['compute to 2030', 'compute_cash', ['COST-20', 'COST-21', 'COST-22', 'ANL-06']],
  ['revenue 2027', 'revenue', ['REV-11', 'REV-16']],
  ['revenue 2030', 'revenue', ['REV-14', 'REV-15', 'ANL-12']],
  ['inference 2025', 'inference_cost', ['COST-14', 'COST-04']],
  ['chip life', 'chip_life', ['GW-14', 'GW-15']],
  ['equity round 2026', 'fund_others', ['FUND-10', 'FUND-09']],
];

/** No row holds what a gigawatt costs; these meet in the list of sources, by subject and measure. */
const OUTSIDE_ROWS = [['cost of a gigawatt', ['GW-01', 'GW-03']]] as const;

/** The others are no two facts in force with a number each; the facts stand at these rows all the same. */
const NO_TWO_NUMBERS: readonly (readonly [what: string, why: string, row: string, fact: string])[] = [
  [
    'burn to 2029, forecast of September 2025',
    'both 115; the 116 is the row itself, a sum of five facts',
    'burn_v2',
    'BURN-12',
  ],
  ['capacity in 2030', '12 GW is a third of the 36 contracted, stated by no fact', 'gw_plan', 'OBL-24'],
  [
    'consumer share 2025',
    'one fact; the 61% stands in its note, and no row is that share',
    'sub_actual',
    'REV-24',
  ],
  ['gross margin 2025', 'one fact; the 42.6% stands in its note', 'gross_margin', 'COST-11'],
  [
    'hyperscaler capex',
    'the 410 and 725 stand in the words of facts that give growth rates',
    'hyper_known',
    'MAC-07',
  ],
  ["Microsoft's investment", 'one fact with both numbers, as its own range', 'fund_microsoft', 'FUND-19'],
  ['public offering filing', 'one event without a number; both dates stand in its note', 'ipo_on', 'FUND-25'],
  [
    '2026Q1 against the cap',
    'one fact; that it was not found stands in its note',
    'ms_share_cumulative',
    'REV-26',
  ],
  ['gap of the bank', 'one fact with both numbers; the 442.5 is the row itself', 'bank_gap_sum', 'ANL-05'],
  ['DRAM wafers', 'one fact; no row counts wafers', '', 'OBL-17'],
];

describe('sources that disagree in the shipped scenario', () => {
  it('are the eighteen of the model, each accounted for', () => {
    expect(IN_ROWS.length + OUTSIDE_ROWS.length + NO_TWO_NUMBERS.length).toBe(18);
  });

  it.each(IN_ROWS)('%s: in %s', (_, row, facts) => {
    const found = conflicts(row).map(({ statements }) => statements.map(({ fact }) => fact.id).sort());
    expect(found).toContainEqual([...facts].sort());
  });

  it.each(OUTSIDE_ROWS)('%s', (_, facts) => {
    const places = factPlaces(scenario, asOf).filter(({ disagrees }) => disagrees);
    expect(places.map(({ statements }) => statements.map(({ fact }) => fact.id))).toContainEqual(facts);
  });

  it.each(NO_TWO_NUMBERS)('%s: none, since %s', (_what, _why, row, fact) => {
    if (row === '') return expect(scenario.facts.some(({ id }) => id === fact)).toBe(true);
    expect(itemOf(scenario, row)?.facts).toContain(fact);
    const held = conflicts(row).flatMap(({ statements }) => statements.map((one) => one.fact.id));
    expect(held).not.toContain(fact);
  });

  // Catches: a new attachment that sets inputs, or totals and their parts, against each other.
  it('are no others but these two', () => {
    const expected = new Set([...IN_ROWS.map(([, row]) => row), 'anthropic_in', 'wau_year_end']);
    const found = scenario.itemOrder.filter((key) => conflicts(key).length > 0);
    expect(new Set(found)).toEqual(expected);
  });

  // Catches: a conflict shown before its sources could be known.
  it('are never made of facts later than the day', () => {
    const days = [...new Set(scenario.facts.map(({ knownFrom }) => knownFrom))].sort();
    for (const day of days.filter((_, at) => at % 4 === 0))
      for (const key of scenario.itemOrder)
        for (const { statements } of conflictsOf(scenario, key, day))
          for (const { fact } of statements) expect(fact.knownFrom <= day).toBe(true);
  });
});

describe('typed numbers of the shipped scenario', () => {
  it('have a fact or say why they are assumed', () => {
    const typed = scenario.itemOrder.flatMap((key) => itemOf(scenario, key) ?? []);
    const bare = typed.filter(
      ({ role, content, facts, assumption }) =>
        role === 'driver' && content.kind !== 'formula' && facts.length === 0 && !assumption,
    );
    expect(bare.map(({ key }) => key)).toEqual([]);
    const known = new Set(scenario.facts.map(({ id }) => id));
    expect(typed.flatMap(({ facts }) => facts).filter((id) => !known.has(id))).toEqual([]);
  });
});
