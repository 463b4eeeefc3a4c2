import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';

/**
 * Rows that a total under them adds up, as Excel's Alt+= takes the numbers above: rows of the
 * same section and unit that follow one another up to a heading, another total or another unit.
 */
export function rowsAbove(scenario: Scenario, key: ItemKey): ItemKey[] {
  const own = itemOf(scenario, key);
  if (!own) return [];
  const found: ItemKey[] = [];
  for (let at = scenario.itemOrder.indexOf(key) - 1; at >= 0; at--) {
    const above = itemOf(scenario, scenario.itemOrder[at] ?? '');
    if (!above || above.section !== own.section || above.role === 'header' || above.role === 'check') break;
    if (above.total || above.unit !== own.unit) break;
    found.unshift(above.key);
  }
  return found;
}

/** `SUM(a, b)` over the rows above, and which part of it is a proposal to type over. */
export function sumAbove(
  scenario: Scenario,
  key: ItemKey,
): { readonly text: string; readonly start: number; readonly end: number } {
  const proposal = rowsAbove(scenario, key).join(', ');
  const start = 'SUM('.length;
  return { text: `SUM(${proposal})`, start, end: start + proposal.length };
}
