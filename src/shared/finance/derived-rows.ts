import type { ItemKey, LineItem } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';

/** A scenario with a row that was added to it, or with the row that stood in for it already. */
export interface WithRow {
  readonly scenario: Scenario;
  readonly key: ItemKey;
}

/** A row `quarters` (1 or more) behind another; before the timeline a row counts as 0. */
export function withLaterRow(scenario: Scenario, key: ItemKey, quarters: number): WithRow {
  return withRow(scenario, key, `IF(PERIOD() > ${quarters}, ${key}[-${quarters}], 0)`);
}

/** A row of `factor` times another. */
export function withMultipleRow(scenario: Scenario, key: ItemKey, factor: number): WithRow {
  return withRow(scenario, key, `${key} * ${factor}`);
}

/** A key that is no row stays: the calculation names it. */
function withRow(scenario: Scenario, source: ItemKey, formula: string): WithRow {
  const item = itemOf(scenario, source);
  if (!item) return { scenario, key: source };
  for (let number = 1; ; number++) {
    const key = `${source}_deal_${number}`;
    const taken = itemOf(scenario, key);
    if (taken?.content.kind === 'formula' && taken.content.formula === formula) return { scenario, key };
    if (!taken) return { scenario: inserted(scenario, rowLike(item, key, formula)), key };
  }
}

function rowLike({ label, section, unit, aggregation }: LineItem, key: ItemKey, formula: string): LineItem {
  const content = { kind: 'formula', formula } as const;
  return { key, label, section, unit, aggregation, role: 'calculation', content, overrides: {}, facts: [] };
}

function inserted(scenario: Scenario, item: LineItem): Scenario {
  return {
    ...scenario,
    items: { ...scenario.items, [item.key]: item },
    itemOrder: [...scenario.itemOrder, item.key],
  };
}
