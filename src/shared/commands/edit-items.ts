import type { Draft } from 'immer';
import { isItemKey } from '#shared/model/item-key.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import type { Presentation } from '#shared/model/presentation.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Command } from './command.ts';
import { draftCopy } from './draft-copy.ts';
import { draftCaseOverrides, draftItem, draftOverride } from './edit-cells.ts';
import { freezeReaders } from './freeze-readers.ts';
import { RefusedError } from './refusal.ts';

const LONGEST_FORMULA = 8_192;

type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** Puts one formula into a row, in the base or in a case. */
export function setFormula(draft: Draft<Scenario>, command: CommandOf<'setFormula'>): void {
  const item = draftItem(draft, command.key);
  if (item.role === 'header') throw new RefusedError('header-has-no-values', { key: command.key });
  const formula = command.formula.replace(/^\s*=/, '').trim();
  if (formula === '') throw new RefusedError('formula-empty', { key: command.key });
  if (formula.length > LONGEST_FORMULA) throw new RefusedError('formula-too-long', { key: command.key });
  const content = { kind: 'formula', formula } as const;
  if (command.caseId !== null) {
    draftOverride(draft, command.caseId, command.key).content = content;
    return;
  }
  if (item.content.kind === 'formula' && item.content.formula === formula) return;
  item.content = content;
  if (item.role === 'driver') item.role = 'calculation';
}

export function resetToBase(draft: Draft<Scenario>, command: CommandOf<'resetToBase'>): void {
  const overrides = draftCaseOverrides(draft, command.caseId);
  for (const key of command.keys) delete overrides[key];
}

export function insertItem(draft: Draft<Scenario>, { item, after }: CommandOf<'insertItem'>): void {
  if (!isItemKey(item.key)) throw new RefusedError('key-not-a-name', { key: item.key });
  if (Object.hasOwn(draft.items, item.key)) throw new RefusedError('key-taken', { key: item.key });
  if (!draft.sections.some((section) => section.id === item.section)) {
    throw new RefusedError('unknown-section', { section: item.section });
  }
  draft.items[item.key] = draftCopy(item);
  draft.itemOrder.splice(insertionIndex(draft, item.section, after), 0, item.key);
}

/** After the named row; without one, after the last row of the section. */
function insertionIndex(draft: Draft<Scenario>, section: string, after: ItemKey | null): number {
  if (after !== null) {
    const index = draft.itemOrder.indexOf(after);
    if (index < 0) throw new RefusedError('unknown-item', { key: after });
    return index + 1;
  }
  const last = draft.itemOrder.findLastIndex((key) => draft.items[key]?.section === section);
  return last < 0 ? draft.itemOrder.length : last + 1;
}

/** Takes a row out of the document. Formulas that read it show `#NAME?` unless they come frozen; the caller warns first. */
export function deleteItem(draft: Draft<Scenario>, { key, frozen }: CommandOf<'deleteItem'>): void {
  draftItem(draft, key);
  const deal = draft.deals.find((one) =>
    one.tranches.some((tranche) => tranchesNames(tranche).includes(key)),
  );
  if (deal) throw new RefusedError('item-in-deal', { key, deal: deal.id });
  if (presentationNames(draft.presentation, key)) throw new RefusedError('item-in-presentation', { key });
  if (frozen) freezeReaders(draft, frozen);
  delete draft.items[key];
  draft.itemOrder.splice(draft.itemOrder.indexOf(key), 1);
  for (const one of draft.cases) delete one.overrides[key];
}

function tranchesNames(tranche: Draft<Scenario>['deals'][number]['tranches'][number]): (string | number)[] {
  if (tranche.kind === 'per unit') return [tranche.item, tranche.rate];
  return tranche.kind === 'event' || tranche.kind === 'item' ? [tranche.item] : [];
}

function presentationNames(presentation: Draft<Presentation>, key: ItemKey): boolean {
  const named = (value: unknown): boolean =>
    value === key || (typeof value === 'object' && value !== null && Object.values(value).some(named));
  return named(presentation);
}

export function editItem(draft: Draft<Scenario>, command: CommandOf<'editItem'>): void {
  const item = draftItem(draft, command.key);
  const { content, ...rest } = command.properties;
  Object.assign(item, rest);
  if (!content) return;
  item.content = JSON.parse(JSON.stringify(content));
  if (item.role === 'driver' || item.role === 'calculation') {
    item.role = content.kind === 'formula' ? 'calculation' : 'driver';
  }
}
