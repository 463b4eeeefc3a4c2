import type { Draft } from 'immer';
import type { Case, Override } from '#shared/model/case.ts';
import { isIsoDate } from '#shared/model/date.ts';
import { caseChain, resolveItem } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { checkId } from './check-id.ts';
import type { Command } from './command.ts';
import { draftCopy } from './draft-copy.ts';
import { draftItem } from './edit-cells.ts';
import { RefusedError } from './refusal.ts';

type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

export function insertCase(draft: Draft<Scenario>, command: CommandOf<'insertCase'>): void {
  const added = command.case;
  checkId(added.id);
  if (draft.cases.some(({ id }) => id === added.id)) throw new RefusedError('case-taken', { case: added.id });
  for (const key of Object.keys(added.overrides)) draftItem(draft, key);
  draft.cases.push(draftCopy(added));
  checkCase(draft, added);
}

export function editCase(draft: Draft<Scenario>, { id, properties }: CommandOf<'editCase'>): void {
  const one = draftCase(draft, id);
  Object.assign(one, draftCopy(properties));
  checkCase(draft, one as Case);
}

/** A case that others build on stays. */
export function deleteCase(draft: Draft<Scenario>, { id }: CommandOf<'deleteCase'>): void {
  const one = draftCase(draft, id);
  const heir = draft.cases.find(({ inherits }) => inherits === id);
  if (heir) throw new RefusedError('case-inherited', { case: id, heir: heir.id });
  draft.cases.splice(draft.cases.indexOf(one), 1);
}

/** Copies a case with what it inherits from; without an id the base, as a case that replaces nothing. */
export function copyCase(draft: Draft<Scenario>, { id, newId, name }: CommandOf<'copyCase'>): void {
  const like = id === null ? { reason: { en: '', ar: '' }, overrides: {} } : draftCase(draft, id);
  insertCase(draft, { type: 'insertCase', case: { ...like, id: newId, name } as Case });
}

export function setOverrideReason(
  draft: Draft<Scenario>,
  { caseId, key, reason }: CommandOf<'setOverrideReason'>,
): void {
  const { overrides } = draftCase(draft, caseId);
  draftItem(draft, key);
  const override = Object.hasOwn(overrides, key) ? overrides[key] : undefined;
  if (!override) throw new RefusedError('no-override', { case: caseId, key });
  override.reason = reason;
}

/**
 * Lays all that the case and those above it replace into the base. The base as it was is kept as a
 * case, which replaces those rows whole and so shows it to the last value.
 */
export function promoteCase(
  draft: Draft<Scenario>,
  scenario: Scenario,
  { id }: CommandOf<'promoteCase'>,
): void {
  const one = draftCase(draft, id);
  const chain = caseChain(scenario, id);
  const before: Record<string, Override> = {};
  for (const key of new Set(chain.flatMap(({ overrides }) => Object.keys(overrides)))) {
    const resolved = resolveItem(scenario, chain, key);
    const item = draftItem(draft, key);
    if (!resolved) continue;
    before[key] = { content: resolved.item.content, values: resolved.item.overrides, reason: '' };
    item.content = draftCopy(resolved.content);
    item.overrides = { ...resolved.overrides };
  }
  one.overrides = {};
  delete one.inherits;
  if (Object.keys(before).length > 0) draft.cases.push(draftCopy(baseBefore(scenario, before)));
}

function baseBefore({ cases }: Scenario, overrides: Case['overrides']): Case {
  const taken = cases.filter(({ id }) => /^base-before(-\d+)?$/.test(id));
  const ids = new Set(taken.map(({ id }) => id));
  let count = 1;
  const idOf = () => (count === 1 ? 'base-before' : `base-before-${count}`);
  while (ids.has(idOf())) count++;
  const mark = count === 1 ? '' : ` ${count}`;
  return {
    id: idOf(),
    name: { en: `Base before${mark}`, ar: `الأساس السابق${mark}` },
    reason: { en: 'The base before a case took its place.', ar: 'الأساس قبل أن تحلّ محلّه حالة أخرى.' },
    overrides,
  };
}

function draftCase(draft: Draft<Scenario>, id: string): Draft<Case> {
  const one = draft.cases.find((each) => each.id === id);
  if (!one) throw new RefusedError('unknown-case', { case: id });
  return one;
}

function checkCase(draft: Draft<Scenario>, { id, asOf, inherits }: Case): void {
  if (asOf !== undefined && !isIsoDate(asOf)) throw new RefusedError('not-a-date', { date: asOf });
  const seen = new Set([id]);
  for (let above = inherits; above !== undefined; above = draftCase(draft, above).inherits) {
    if (seen.has(above)) throw new RefusedError('case-circle', { case: id });
    seen.add(above);
  }
}
