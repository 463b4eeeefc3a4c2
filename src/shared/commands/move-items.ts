import type { Draft } from 'immer';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Command } from './command.ts';
import { draftItem } from './edit-cells.ts';
import { RefusedError } from './refusal.ts';

/**
 * Puts rows, in the order in which they stand, before another row or at the end of a section. They
 * belong to that section from then on.
 */
export function moveItems(
  draft: Draft<Scenario>,
  { keys, section, before }: Extract<Command, { type: 'moveItems' }>,
): void {
  if (!draft.sections.some(({ id }) => id === section))
    throw new RefusedError('unknown-section', { section });
  const moving = new Set(keys);
  for (const key of moving) draftItem(draft, key);
  if (before !== null && draftItem(draft, before).section !== section)
    throw new RefusedError('unknown-item', { key: before });
  const rows = draft.itemOrder.filter((key) => moving.has(key));
  const rest = draft.itemOrder.filter((key) => !moving.has(key));
  // A row that is itself moved marks the place of the first row behind it that stays.
  const stays = before === null ? null : firstStaying(draft, moving, before, section);
  rest.splice(stays === null ? endOf(draft, rest, section) : rest.indexOf(stays), 0, ...rows);
  if (rest.join(' ') !== draft.itemOrder.join(' ')) draft.itemOrder = rest;
  for (const key of rows) {
    const item = draftItem(draft, key);
    if (item.section !== section) item.section = section;
  }
}

function firstStaying(
  draft: Draft<Scenario>,
  moving: ReadonlySet<string>,
  before: string,
  section: string,
): string | null {
  const behind = draft.itemOrder.slice(draft.itemOrder.indexOf(before));
  return behind.find((key) => !moving.has(key) && draft.items[key]?.section === section) ?? null;
}

function endOf(draft: Draft<Scenario>, order: readonly string[], section: string): number {
  const last = order.findLastIndex((key) => draft.items[key]?.section === section);
  return last < 0 ? order.length : last + 1;
}
