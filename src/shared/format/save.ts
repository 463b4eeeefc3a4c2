import type { Case } from '#shared/model/case.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { type JsonObject, printJson } from './print-json.ts';
import { FORMAT_NAME, FORMAT_VERSION, type ScenarioFile, scenarioFileSchema } from './schema/scenario.ts';

/**
 * The canonical text of a scenario: the same scenario always gives the same bytes.
 * Throws on a scenario that `checkScenario` refuses; nothing unreadable is ever written.
 */
export function scenarioToText(scenario: Scenario, savedBy: string): string {
  const { items: _items, itemOrder: _order, cases, ...rest } = scenario;
  const file: ScenarioFile = {
    format: FORMAT_NAME,
    version: FORMAT_VERSION,
    savedBy,
    ...(rest as Omit<ScenarioFile, 'format' | 'version' | 'savedBy' | 'items' | 'cases'>),
    items: rowsOf(scenario) as ScenarioFile['items'],
    cases: cases.map(sortedCase) as ScenarioFile['cases'],
  };
  // The schema gives objects back with their keys in its own order: that is the order in the file.
  return printJson(scenarioFileSchema.parse(file) as unknown as JsonObject);
}

function rowsOf(scenario: Scenario): LineItem[] {
  return scenario.itemOrder.map((key) => {
    const item = itemOf(scenario, key);
    if (!item) throw new Error(`The order names ${key}, which is no row`);
    const { comments } = item;
    return {
      ...item,
      overrides: sorted(item.overrides),
      ...(comments && { comments: sorted(comments) }),
    };
  });
}

function sortedCase(one: Case): Case {
  const overrides = Object.entries(one.overrides).map(
    ([key, override]) => [key, { ...override, values: sorted(override.values) }] as const,
  );
  return { ...one, overrides: sorted(Object.fromEntries(overrides)) };
}

/** Keys by code unit, the same on every machine. Years sort themselves: the language keeps them ascending. */
function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
