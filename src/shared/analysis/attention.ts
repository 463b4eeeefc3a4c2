import type { IsoDate } from '#shared/model/date.ts';
import { conflictsOf } from '#shared/model/fact-conflicts.ts';
import { isKnown } from '#shared/model/fact-visibility.ts';
import type { ItemKey, LineItem } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { assertNever } from '#shared/util/assert-never.ts';

/** Rows with typed values of which no source was known on a day, in the order of the scenario. */
export function unsourcedRows(scenario: Scenario, asOf: IsoDate): ItemKey[] {
  return itemsOf(scenario)
    .filter((item) => isTyped(item) && (item.facts.length === 0 || !isKnown(item, scenario.facts, asOf)))
    .map(({ key }) => key);
}

/** Rows about which sources that were in force on a day disagree. */
export function disputedRows(scenario: Scenario, asOf: IsoDate): ItemKey[] {
  return scenario.itemOrder.filter((key) => conflictsOf(scenario, key, asOf).length > 0);
}

/** Rows with a note. */
export function notedRows(scenario: Scenario): ItemKey[] {
  return itemsOf(scenario)
    .filter(({ note }) => note !== undefined && note.trim() !== '')
    .map(({ key }) => key);
}

function itemsOf(scenario: Scenario): LineItem[] {
  return scenario.itemOrder.flatMap((key) => itemOf(scenario, key) ?? []);
}

/** Holds at least one value that a person typed. */
export function isTyped({ role, content }: LineItem): boolean {
  if (role === 'header') return false;
  switch (content.kind) {
    case 'constant':
      return content.value !== null;
    case 'dated':
      return content.entries.some(({ value }) => value !== null);
    case 'byYear':
      return Object.values(content.values).some((value) => value !== null);
    case 'byPeriod':
      return content.values.some((value) => value !== null);
    case 'formula':
      return false;
    default:
      return assertNever(content);
  }
}
