import type { Draft } from 'immer';
import type { Case, Override } from '#shared/model/case.ts';
import { isIsoDate } from '#shared/model/date.ts';
import { laidItems } from '#shared/model/lay-case.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { asOfDate, caseChain } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
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
  const { asOf, inherits, ...texts } = properties;
  Object.assign(one, draftCopy(texts));
  if (asOf === null) delete one.asOf;
  else if (asOf !== undefined) one.asOf = asOf;
  if (inherits === null) delete one.inherits;
  else if (inherits !== undefined) one.inherits = inherits;
  checkCase(draft, one as Case);
}

/** A case that others build on stays, unless they take over what it replaces. */
export function deleteCase(draft: Draft<Scenario>, { id, handOver }: CommandOf<'deleteCase'>): void {
  const one = draftCase(draft, id);
  const heirs = draft.cases.filter(({ inherits }) => inherits === id);
  if (heirs[0] && !handOver) throw new RefusedError('case-inherited', { case: id, heir: heirs[0].id });
  for (const heir of heirs) takeOver(heir, one as Case);
  draft.cases.splice(draft.cases.indexOf(one), 1);
}

/** The heir shows what it showed, without the case it built on. */
function takeOver(heir: Draft<Case>, { overrides, inherits, asOf }: Case): void {
  for (const [key, below] of Object.entries(overrides)) {
    const own = Object.hasOwn(heir.overrides, key) ? heir.overrides[key] : undefined;
    if (own?.content) continue;
    const values = { ...below.values, ...own?.values };
    heir.overrides[key] = draftCopy({ ...below, values, reason: own?.reason || below.reason });
  }
  if (inherits === undefined) delete heir.inherits;
  else heir.inherits = inherits;
  if (heir.asOf === undefined && asOf !== undefined) heir.asOf = asOf;
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
 * Lays all that the case and those above it replace into the base, with its as-of date. The base as it
 * was is kept as a case, which replaces those rows whole and so shows it to the last value.
 */
export function promoteCase(
  draft: Draft<Scenario>,
  scenario: Scenario,
  { id }: CommandOf<'promoteCase'>,
): void {
  const one = draftCase(draft, id);
  const laid = laidItems(scenario, caseChain(scenario, id));
  const asOf = asOfDate(scenario, id);
  const former = scenario.timeline.asOf;
  if (laid.length === 0 && asOf === former) throw new RefusedError('nothing-changes');
  const before = laid.map((item) => [item.key, overrideOf(itemOf(scenario, item.key) ?? item)] as const);
  for (const item of laid) draft.items[item.key] = draftCopy(item);
  draft.timeline.asOf = asOf;
  one.overrides = {};
  delete one.inherits;
  const kept = baseBefore(scenario, Object.fromEntries(before));
  draft.cases.push(draftCopy(asOf === former ? kept : { ...kept, asOf: former }));
}

/** A row of the base as a case would show it: its reason is what the row rests on. */
function overrideOf({ content, overrides, facts, assumption, note }: LineItem): Override {
  const reason = assumption ?? (facts.length > 0 ? facts.join(', ') : (note ?? ''));
  return { content, values: overrides, reason: reason || BASE_BEFORE_REASON.en };
}

const BASE_BEFORE_REASON = {
  en: 'The base before a case took its place.',
  ar: 'الأساس قبل أن تحلّ محلّه حالة أخرى.',
};

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
    reason: BASE_BEFORE_REASON,
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
