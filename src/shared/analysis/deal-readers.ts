import { FormulaReader } from '#shared/engine/read-formula.ts';
import { queryCovers } from '#shared/finance/deal-book.ts';
import type { Deal } from '#shared/model/deal.ts';
import type { Content, ItemKey } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';

/**
 * Rows whose formula, in the base or in a case, asks `DEALS` for what this deal is part of, on whatever
 * day; a call whose words are not written out may ask for any. In row order.
 */
export function dealReaders(scenario: Scenario, deal: Deal): ItemKey[] {
  const reader = new FormulaReader();
  const reads = (content: Content | undefined) => {
    const formula = content?.kind === 'formula' ? reader.read(content.formula) : null;
    if (!formula?.ok) return false;
    return formula.deals.some((query) => query === null || queryCovers(scenario.company, deal, query));
  };
  return scenario.itemOrder.filter(
    (key) =>
      reads(scenario.items[key]?.content) ||
      scenario.cases.some(({ overrides }) => Object.hasOwn(overrides, key) && reads(overrides[key]?.content)),
  );
}
