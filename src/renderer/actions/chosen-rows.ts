import { documentStore } from '#renderer/store/document-store.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';

const scenario = () => documentStore.getState().scenario;

/** Keys of the rows with chosen cells, each once: of the selection, else of the cursor. */
function keysOfCells(): ReadonlySet<ItemKey> {
  const { selection, activeCell } = sessionStore.getState();
  const cells = selection.length > 0 ? selection : activeCell ? [activeCell] : [];
  return new Set(cells.flatMap(({ key }) => (itemOf(scenario(), key) ? [key] : [])));
}

/** Whether an action about rows has any. Menus ask with each move: it looks at the cursor first. */
export function hasChosenRows(): boolean {
  const { activeCell } = sessionStore.getState();
  return (activeCell !== null && itemOf(scenario(), activeCell.key) !== undefined) || keysOfCells().size > 0;
}

/**
 * Rows that an action is about, from top to bottom. Headings hold no cells; one that stands between two chosen
 * rows goes with them.
 */
export function chosenRows(): ItemKey[] {
  const chosen = keysOfCells();
  if (chosen.size < 2) return [...chosen];
  return [...rowsBySection(scenario()).values()].flatMap((rows) => withHeadings(rows, chosen));
}

function withHeadings(rows: readonly ItemKey[], chosen: ReadonlySet<ItemKey>): ItemKey[] {
  const found: ItemKey[] = [];
  let headings: ItemKey[] = [];
  let follows = false;
  for (const key of rows) {
    if (itemOf(scenario(), key)?.role === 'header' && !chosen.has(key)) {
      if (follows) headings.push(key);
      continue;
    }
    follows = chosen.has(key);
    if (follows) found.push(...headings, key);
    headings = [];
  }
  return found;
}

/** Rows as they stand on screen: by section, in their order. */
function rowsBySection({ sections, itemOrder, items }: Scenario): ReadonlyMap<string, ItemKey[]> {
  const rows = new Map<string, ItemKey[]>(sections.map(({ id }) => [id, []]));
  for (const key of itemOrder) rows.get(items[key]?.section ?? '')?.push(key);
  return rows;
}
