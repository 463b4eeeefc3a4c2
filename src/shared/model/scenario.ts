import type { Case } from './case.ts';
import type { Deal } from './deal.ts';
import type { Fact } from './fact.ts';
import type { ItemKey, LineItem, Section } from './line-item.ts';
import type { Presentation } from './presentation.ts';
import type { Text } from './text.ts';
import type { Timeline } from './timeline.ts';

/** One document. */
export interface Scenario {
  readonly title: Text;
  /** Name of the company among the counterparties of its deals; empty for none. */
  readonly company: string;
  readonly timeline: Timeline;
  readonly sections: readonly Section[];
  readonly items: Readonly<Record<ItemKey, LineItem>>;
  /** Rows from top to bottom; each key of `items` exactly once. */
  readonly itemOrder: readonly ItemKey[];
  readonly cases: readonly Case[];
  readonly deals: readonly Deal[];
  readonly facts: readonly Fact[];
  readonly presentation: Presentation;
}

/** The row of a key; undefined for names that are no row, inherited ones such as `constructor` too. */
export function itemOf(scenario: Scenario, key: ItemKey): LineItem | undefined {
  return Object.hasOwn(scenario.items, key) ? scenario.items[key] : undefined;
}
