import type { Draft } from 'immer';
import { isIsoDate } from '#shared/model/date.ts';
import type { Fact } from '#shared/model/fact.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { checkId } from './check-id.ts';
import type { Command } from './command.ts';
import { draftCopy } from './draft-copy.ts';
import { draftItem } from './edit-cells.ts';
import { RefusedError } from './refusal.ts';

type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

export function insertFact(draft: Draft<Scenario>, { fact }: CommandOf<'insertFact'>): void {
  checkId(fact.id);
  if (draft.facts.some(({ id }) => id === fact.id)) throw new RefusedError('fact-taken', { fact: fact.id });
  draft.facts.push(draftCopy(fact));
  checkFact(draft, fact);
}

export function editFact(draft: Draft<Scenario>, { id, properties }: CommandOf<'editFact'>): void {
  const fact = draftFact(draft, id);
  Object.assign(fact, draftCopy(properties));
  checkFact(draft, fact as Fact);
}

/** A fact that something rests on stays: no cell loses its source unless that is asked for. */
export function deleteFact(draft: Draft<Scenario>, { id, detach }: CommandOf<'deleteFact'>): void {
  const fact = draftFact(draft, id);
  if (detach === true) takeOff(draft, id);
  const users = [
    ...draft.itemOrder.filter((key) => draft.items[key]?.facts.includes(id)),
    ...draft.deals
      .filter(({ facts, history }) => [facts, ...history.map((one) => one.facts)].flat().includes(id))
      .map((deal) => deal.id),
    ...draft.facts.filter(({ supersededBy }) => supersededBy === id).map((one) => one.id),
  ];
  if (users.length > 0) throw new RefusedError('fact-in-use', { fact: id, places: users.join(', ') });
  draft.facts.splice(draft.facts.indexOf(fact), 1);
}

function takeOff(draft: Draft<Scenario>, id: string): void {
  const holders = [
    ...Object.values(draft.items),
    ...draft.deals,
    ...draft.deals.flatMap((one) => one.history),
  ];
  for (const holder of holders)
    if (holder.facts.includes(id)) holder.facts = holder.facts.filter((one) => one !== id);
  for (const fact of draft.facts) if (fact.supersededBy === id) delete fact.supersededBy;
}

/** The first of the facts is the chosen one; each counts once. */
export function setItemFacts(draft: Draft<Scenario>, { key, facts }: CommandOf<'setItemFacts'>): void {
  const item = draftItem(draft, key);
  knownFacts(draft, facts);
  item.facts = [...new Set(facts)];
}

export function setRange(draft: Draft<Scenario>, { key, range }: CommandOf<'setRange'>): void {
  const item = draftItem(draft, key);
  if (range === null) {
    delete item.range;
    return;
  }
  const { low, high } = range;
  for (const side of [low, high])
    if (side !== undefined && !Number.isFinite(side)) throw new RefusedError('not-an-amount', { where: key });
  if (low !== undefined && high !== undefined && low > high)
    throw new RefusedError('range-backwards', { key });
  item.range = { ...range };
}

export function knownFacts(draft: Draft<Scenario>, ids: readonly string[]): void {
  for (const id of ids) draftFact(draft, id);
}

function draftFact(draft: Draft<Scenario>, id: string): Draft<Fact> {
  const fact = draft.facts.find((one) => one.id === id);
  if (!fact) throw new RefusedError('unknown-fact', { fact: id });
  return fact;
}

function checkFact(draft: Draft<Scenario>, { id, value, low, high, knownFrom, supersededBy }: Fact): void {
  if (!isIsoDate(knownFrom)) throw new RefusedError('not-a-date', { date: knownFrom });
  for (const number of [value, low, high])
    if (typeof number === 'number' && !Number.isFinite(number))
      throw new RefusedError('not-an-amount', { where: id });
  const seen = new Set<string>();
  for (let next = supersededBy; next !== undefined && !seen.has(next); ) {
    if (next === id) throw new RefusedError('fact-replaces-itself', { fact: id });
    seen.add(next);
    next = draftFact(draft, next).supersededBy;
  }
}
