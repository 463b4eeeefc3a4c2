import type { Draft } from 'immer';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Command } from './command.ts';
import { draftItem } from './edit-cells.ts';

/** Hides rows under the head of their section, or takes them out from there. The file keeps it. */
export function foldItems(
  draft: Draft<Scenario>,
  { keys, folded }: Extract<Command, { type: 'foldItems' }>,
): void {
  for (const key of keys) {
    const item = draftItem(draft, key);
    if (folded && item.folded !== true) item.folded = true;
    if (!folded && item.folded !== undefined) delete item.folded;
  }
}
