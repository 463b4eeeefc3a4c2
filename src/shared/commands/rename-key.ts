import type { Draft } from 'immer';
import { isItemKey } from '#shared/model/item-key.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Command } from './command.ts';
import { draftCaseOverrides, draftItem } from './edit-cells.ts';
import { RefusedError } from './refusal.ts';

type Rename = Extract<Command, { type: 'renameKey' }>;

/**
 * Gives a row another key wherever the document names it. The formulas come written anew with the
 * command, since only the formula language knows which names in them mean the row.
 */
export function renameKey(draft: Draft<Scenario>, command: Rename): void {
  const { key, to } = command;
  const item = draftItem(draft, key);
  if (key === to) return;
  if (!isItemKey(to)) throw new RefusedError('key-not-a-name', { key: to });
  if (Object.hasOwn(draft.items, to)) throw new RefusedError('key-taken', { key: to });
  writeFormulas(draft, command);
  renameInNotes(draft, key, to);
  item.key = to;
  draft.items[to] = item;
  delete draft.items[key];
  draft.itemOrder[draft.itemOrder.indexOf(key)] = to;
  for (const { overrides } of draft.cases) {
    const override = Object.hasOwn(overrides, key) ? overrides[key] : undefined;
    if (!override) continue;
    overrides[to] = override;
    delete overrides[key];
  }
  renameInDeals(draft, key, to);
  renameRoles(draft.presentation, key, to);
}

function writeFormulas(draft: Draft<Scenario>, { formulas }: Rename): void {
  for (const { key, caseId, formula } of formulas) {
    const holder = caseId === null ? draftItem(draft, key) : draftCaseOverrides(draft, caseId)[key];
    if (holder?.content?.kind === 'formula') holder.content.formula = formula;
  }
}

function renameInDeals(draft: Draft<Scenario>, key: ItemKey, to: ItemKey): void {
  for (const tranche of draft.deals.flatMap(({ tranches }) => tranches)) {
    if ('item' in tranche && tranche.item === key) tranche.item = to;
    if ('rate' in tranche && tranche.rate === key) tranche.rate = to;
  }
}

/** Words and names of things that are no rows, though they may be spelled like one. */
const NO_ROWS = new Set(['label', 'title', 'name', 'text', 'note', 'group', 'kind', 'id', 'unit']);

/** Rows that play a part are named as bare texts, at any depth of the presentation. */
function renameRoles(part: object, key: ItemKey, to: ItemKey): void {
  for (const [field, value] of Object.entries(part)) {
    if (NO_ROWS.has(field)) continue;
    if (value === key) Object.assign(part, { [field]: to });
    else if (typeof value === 'object' && value !== null) renameRoles(value, key, to);
  }
}

/** Notes name cells as formulas do: `revenue[2027Q1]`. A bare word in prose is left alone. */
function renameInNotes(draft: Draft<Scenario>, key: ItemKey, to: ItemKey): void {
  const name = new RegExp(`(?<![\\p{L}\\p{M}\\p{Nd}_.])${key.replaceAll('.', '\\.')}(?=\\[)`, 'gu');
  const renamed = (text: string) => text.replace(name, () => to);
  for (const item of Object.values(draft.items)) {
    if (item.note !== undefined) item.note = renamed(item.note);
    if (item.assumption !== undefined) item.assumption = renamed(item.assumption);
    const comments = item.comments ?? {};
    for (const [at, text] of Object.entries(comments)) comments[at] = renamed(text);
  }
  for (const override of draft.cases.flatMap(({ overrides }) => Object.values(overrides)))
    override.reason = renamed(override.reason);
  for (const deal of draft.deals) if (deal.note !== undefined) deal.note = renamed(deal.note);
  for (const fact of draft.facts) if (fact.note !== undefined) fact.note = renamed(fact.note);
}
