import { parseFormula } from '#shared/formula/parse.ts';
import { referencesOf } from '#shared/formula/references.ts';
import type { Content, ItemKey } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';

/** Rows whose formula, in the base or in a case, names a row: they break when it goes. */
export function readersOf(scenario: Scenario, key: ItemKey): ItemKey[] {
  return scenario.itemOrder.filter((reader) => {
    if (reader === key) return false;
    const contents = [
      scenario.items[reader]?.content,
      ...scenario.cases.map((one) =>
        Object.hasOwn(one.overrides, reader) ? one.overrides[reader]?.content : undefined,
      ),
    ];
    return contents.some((content) => content !== undefined && names(content, key));
  });
}

function names(content: Content, key: ItemKey): boolean {
  if (content.kind !== 'formula' || !content.formula.includes(key)) return false;
  const parsed = parseFormula(content.formula);
  return parsed.ok && referencesOf(parsed.value).some((reference) => reference.name === key);
}
