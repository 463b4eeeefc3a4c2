import { parseFormula } from '#shared/formula/parse.ts';
import { referencesOf } from '#shared/formula/references.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';

/** A formula of the document: of a row in the base, or of one in a case. */
export interface PlacedFormula {
  readonly key: ItemKey;
  readonly caseId: string | null;
  readonly formula: string;
}

/** All formulas: row by row in the base, then case by case. */
export function formulasOf(scenario: Scenario): PlacedFormula[] {
  const base = scenario.itemOrder.flatMap((key): PlacedFormula[] => {
    const content = itemOf(scenario, key)?.content;
    return content?.kind === 'formula' ? [{ key, caseId: null, formula: content.formula }] : [];
  });
  const inCases = scenario.cases.flatMap(({ id, overrides }) =>
    Object.entries(overrides).flatMap(([key, { content }]): PlacedFormula[] =>
      content?.kind === 'formula' ? [{ key, caseId: id, formula: content.formula }] : [],
    ),
  );
  return [...base, ...inCases];
}

/** Whether a formula reads a row; a text that is no formula reads none. */
export function readsRow(formula: string, key: ItemKey): boolean {
  if (!formula.includes(key)) return false;
  const parsed = parseFormula(formula);
  return parsed.ok && referencesOf(parsed.value).some(({ name }) => name === key);
}
