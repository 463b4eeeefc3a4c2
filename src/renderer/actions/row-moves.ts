import { documentStore } from '#renderer/store/document-store.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import type { Command } from '#shared/commands/command.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf } from '#shared/model/scenario.ts';

type Move = Extract<Command, { type: 'moveItems' }>;

/**
 * The command that moves rows by one row that is shown; at the edge of a section into the next one.
 * Null where there is nothing further up or down.
 */
export function moveByOne(keys: readonly ItemKey[], direction: 'up' | 'down'): Move | null {
  const [first] = keys;
  const last = keys.at(-1);
  if (first === undefined || last === undefined) return null;
  return direction === 'up' ? moveUp(keys, first) : moveDown(keys, last);
}

function moveUp(keys: readonly ItemKey[], first: ItemKey): Move | null {
  const home = sectionOf(first);
  const rows = rowsOf(home);
  const above = rows.slice(0, rows.indexOf(first)).findLast((key) => isShown(key) && !keys.includes(key));
  if (above !== undefined) return { type: 'moveItems', keys, section: home, before: above };
  const section = neighbour(home, -1);
  return section === null ? null : { type: 'moveItems', keys, section, before: null };
}

function moveDown(keys: readonly ItemKey[], last: ItemKey): Move | null {
  const home = sectionOf(last);
  const rows = rowsOf(home);
  const below = rows.slice(rows.indexOf(last) + 1).find((key) => isShown(key) && !keys.includes(key));
  if (below !== undefined)
    return { type: 'moveItems', keys, section: home, before: rows[rows.indexOf(below) + 1] ?? null };
  const section = neighbour(home, 1);
  if (section === null) return null;
  return { type: 'moveItems', keys, section, before: rowsOf(section)[0] ?? null };
}

const scenario = () => documentStore.getState().scenario;
const sectionOf = (key: ItemKey) => itemOf(scenario(), key)?.section ?? '';
const rowsOf = (section: string) => scenario().itemOrder.filter((key) => sectionOf(key) === section);

function neighbour(section: string, by: 1 | -1): string | null {
  const { sections } = scenario();
  return sections[sections.findIndex(({ id }) => id === section) + by]?.id ?? null;
}

/** Rows that are folded away are passed over: a step that cannot be seen is no step. */
function isShown(key: ItemKey): boolean {
  const item = itemOf(scenario(), key);
  const { showFolded, unfoldedSections } = sessionStore.getState();
  return item?.folded !== true || showFolded || unfoldedSections.has(item.section);
}
