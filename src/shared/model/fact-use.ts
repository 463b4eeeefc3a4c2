import type { ItemKey } from './line-item.ts';
import { itemOf, type Scenario } from './scenario.ts';

/** What rests on a fact. */
export interface FactUse {
  readonly items: readonly ItemKey[];
  /** Deals that name it, in their register entry or their history. */
  readonly deals: readonly string[];
}

/** By fact id, only facts that something rests on; rows and deals in the order of the scenario. */
export function factUse(scenario: Scenario): ReadonlyMap<string, FactUse> {
  const use = new Map<string, { items: ItemKey[]; deals: string[] }>();
  const of = (id: string) => {
    const found = use.get(id) ?? { items: [], deals: [] };
    use.set(id, found);
    return found;
  };
  for (const key of scenario.itemOrder) {
    for (const id of new Set(itemOf(scenario, key)?.facts)) of(id).items.push(key);
  }
  for (const deal of scenario.deals) {
    const named = new Set([...deal.facts, ...deal.history.flatMap(({ facts }) => facts)]);
    for (const id of named) of(id).deals.push(deal.id);
  }
  return use;
}
