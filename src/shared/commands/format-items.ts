import type { Draft } from 'immer';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Command } from './command.ts';
import { draftItem } from './edit-cells.ts';

/** Gives several rows the same number format, unit or rule for years in one step. */
export function formatItems(
  draft: Draft<Scenario>,
  { keys, properties }: Extract<Command, { type: 'formatItems' }>,
): void {
  for (const key of keys) Object.assign(draftItem(draft, key), properties);
}
