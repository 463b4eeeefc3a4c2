import type { Command } from '#shared/commands/command.ts';
import { renameInFormula } from '#shared/formula/rename.ts';
import type { Override } from '#shared/model/case.ts';
import { isItemKey, LONGEST_NAME } from '#shared/model/item-key.ts';
import type { Content, ItemKey } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';

/**
 * The command that puts a copy behind a row: sources and the overrides of every case go with it, and
 * where the row reads itself the copy reads itself. Null when there is no such row.
 */
export function duplicateRow(
  scenario: Scenario,
  key: ItemKey,
): Extract<Command, { type: 'duplicateItem' }> | null {
  const item = itemOf(scenario, key);
  if (!item) return null;
  const { newKey, count } = freeKey(scenario, key);
  const own = (content: Content): Content => {
    if (content.kind !== 'formula') return content;
    const renamed = renameInFormula(content.formula, key, newKey);
    return renamed.ok ? { kind: 'formula', formula: renamed.value } : content;
  };
  const overrides = scenario.cases.flatMap(({ id, overrides: all }): [string, Override][] => {
    const override = Object.hasOwn(all, key) ? all[key] : undefined;
    if (!override) return [];
    return [[id, override.content ? { ...override, content: own(override.content) } : override]];
  });
  const label = { en: `${item.label.en} (${count})`, ar: `${item.label.ar} (${count})` };
  return {
    type: 'duplicateItem',
    key,
    item: { ...item, key: newKey, label, content: own(item.content) },
    overrides: Object.fromEntries(overrides),
  };
}

/** `cost` becomes `cost_2`, `cost_2` becomes `cost_3`: the first that is free. */
function freeKey(scenario: Scenario, key: ItemKey): { readonly newKey: ItemKey; readonly count: number } {
  const [, stem = key, number] = /^(.*?)_(\d{1,6})$/u.exec(key) ?? [];
  const base = isItemKey(stem) ? stem.slice(0, LONGEST_NAME - 8) : key;
  for (let count = Math.max(2, Number(number ?? 1) + 1); ; count++) {
    const newKey = `${base}_${count}`;
    if (itemOf(scenario, newKey) === undefined) return { newKey, count };
  }
}
