import { documentStore } from '#renderer/store/document-store.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';

/**
 * Rows that an action is about, from top to bottom: those of the selection, else the one of the
 * cursor. Headings hold no cells; one that stands between two selected rows goes with them.
 */
export function chosenRows(): ItemKey[] {
  const { scenario } = documentStore.getState();
  const { selection, activeCell } = sessionStore.getState();
  const cells = selection.length > 0 ? selection : activeCell ? [activeCell] : [];
  const chosen = new Set(cells.map(({ key }) => key));
  const rows = scenario.sections.flatMap(({ id }) =>
    scenario.itemOrder.filter((key) => itemOf(scenario, key)?.section === id),
  );
  return rows.filter((key, at) => chosen.has(key) || isBetween(scenario, rows, at, chosen));
}

function isBetween(
  scenario: Scenario,
  rows: readonly ItemKey[],
  at: number,
  chosen: ReadonlySet<ItemKey>,
): boolean {
  const isHead = (key: ItemKey) => itemOf(scenario, key)?.role === 'header';
  if (!isHead(rows[at] ?? '')) return false;
  const above = rows.slice(0, at).findLast((key) => !isHead(key));
  const below = rows.slice(at + 1).find((key) => !isHead(key));
  return above !== undefined && below !== undefined && chosen.has(above) && chosen.has(below);
}
