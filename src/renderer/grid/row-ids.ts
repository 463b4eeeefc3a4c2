import type { ItemKey } from '#shared/model/line-item.ts';

/** Ids of rows in the grid library. A pinned row has another id than the same row above. */
export function rowIdOf(key: ItemKey, pinned: boolean): string {
  return pinned ? `:pinned:${key}` : key;
}
