/**
 * Facts that speak of what a row holds, besides those that the row itself names: model.md, section 13
 * "Sources that disagree", by row. A fact of another unit or period stands beside the values and is
 * not set against them; the program tells the two apart.
 */
const ALSO_SAID = {
  revenue: ['REV-16', 'ANL-12'],
  wau_year_end: ['ANL-13'],
  gw_plan: ['OBL-24'],
  gw_contracted: ['OBL-24'],
  compute_cash: ['COST-22', 'COST-23', 'ANL-06', 'OBL-22'],
  inference_cost: ['COST-14', 'COST-16', 'COST-04'],
  fund_others: ['FUND-09'],
  burn_v2: ['BURN-12', 'S09'],
  burn_v3: ['BURN-17', 'ANL-16'],
  hyper_known: ['MAC-07', 'MAC-08'],
  bank_gap_sum: ['ANL-05'],
};

/** Ids of the facts of a row, the chosen one first. An id that the register lacks is an error. */
export function factIdsOf(item, register) {
  const named = (item.facts ?? []).filter((id) => id !== 'assumption');
  const ids = [...new Set([...named, ...(ALSO_SAID[item.key] ?? [])])];
  for (const id of ids) if (!register.has(id)) throw new Error(`${item.key}: there is no fact ${id}`);
  return ids;
}

/** Rows of the table that the model does not have: a renamed row must not lose its sources in silence. */
export function strayRows(keys) {
  return Object.keys(ALSO_SAID).filter((key) => !keys.has(key));
}
