import type { Draft } from 'immer';
import { isIsoDate } from '#shared/model/date.ts';
import type { Deal, Tranche } from '#shared/model/deal.ts';
import { parsePeriodName } from '#shared/model/period.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { checkId } from './check-id.ts';
import type { Command } from './command.ts';
import { draftCopy } from './draft-copy.ts';
import { draftItem } from './edit-cells.ts';
import { knownFacts } from './edit-facts.ts';
import { RefusedError } from './refusal.ts';

type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

export function insertDeal(draft: Draft<Scenario>, { deal }: CommandOf<'insertDeal'>): void {
  checkId(deal.id);
  if (draft.deals.some(({ id }) => id === deal.id)) throw new RefusedError('deal-taken', { deal: deal.id });
  draft.deals.push(draftCopy(deal));
  checkDeal(draft, deal);
}

export function editDeal(draft: Draft<Scenario>, { id, properties, without }: CommandOf<'editDeal'>): void {
  const deal = draftDeal(draft, id);
  for (const name of without ?? []) delete deal[name];
  Object.assign(deal, draftCopy(properties));
  checkDeal(draft, deal as Deal);
}

/** Puts a status into the history by its date; a day has one status. */
export function addDealStatus(draft: Draft<Scenario>, { id, status }: CommandOf<'addDealStatus'>): void {
  const { history } = draftDeal(draft, id);
  if (!isIsoDate(status.from)) throw new RefusedError('not-a-date', { date: status.from });
  if (history.some(({ from }) => from === status.from))
    throw new RefusedError('status-day-taken', { deal: id, date: status.from });
  knownFacts(draft, status.facts);
  const later = history.findIndex(({ from }) => from > status.from);
  history.splice(later < 0 ? history.length : later, 0, draftCopy(status));
}

/** Takes a deal out of the register; those that name it as their successor stand on their own. */
export function deleteDeal(draft: Draft<Scenario>, { id }: CommandOf<'deleteDeal'>): void {
  draft.deals.splice(draft.deals.indexOf(draftDeal(draft, id)), 1);
  for (const deal of draft.deals) if (deal.supersededBy === id) delete deal.supersededBy;
}

function draftDeal(draft: Draft<Scenario>, id: string): Draft<Deal> {
  const deal = draft.deals.find((one) => one.id === id);
  if (!deal) throw new RefusedError('unknown-deal', { deal: id });
  return deal;
}

function checkDeal(draft: Draft<Scenario>, deal: Deal): void {
  const { id, payer, payee, amount, low, high, announced, supersededBy } = deal;
  if (payer.trim() === '' || payee.trim() === '' || payer === payee)
    throw new RefusedError('party-missing', { deal: id });
  for (const party of [payer, payee]) checkId(party);
  if (!isIsoDate(announced)) throw new RefusedError('not-a-date', { date: announced });
  for (const number of [amount, low, high]) checkAmount(id, number);
  knownFacts(draft, deal.facts);
  const seen = new Set<string>();
  for (let next = supersededBy; next !== undefined && !seen.has(next); ) {
    if (next === id) throw new RefusedError('deal-replaces-itself', { deal: id });
    seen.add(next);
    next = draftDeal(draft, next).supersededBy;
  }
  for (const tranche of deal.tranches) checkTranche(draft, id, tranche);
}

function checkAmount(deal: string, amount: number | null | undefined): void {
  if (typeof amount === 'number' && !Number.isFinite(amount))
    throw new RefusedError('not-an-amount', { where: deal });
}

function checkTranche(draft: Draft<Scenario>, deal: string, tranche: Tranche): void {
  for (const amount of amountsOf(tranche)) checkAmount(deal, amount);
  if (tranche.kind === 'linear' && !isCount(tranche.quarters))
    throw new RefusedError('not-a-count', { deal, count: String(tranche.quarters) });
  if (tranche.kind === 'annual') {
    for (const year of Object.keys(tranche.byYear))
      if (!/^[1-9]\d{3}$/.test(year)) throw new RefusedError('not-a-period', { period: year, where: deal });
  }
  if ('item' in tranche) draftItem(draft, tranche.item);
  if ('rate' in tranche && typeof tranche.rate === 'string') draftItem(draft, tranche.rate);
  const periods = ['at', 'start', 'last'].flatMap((name) =>
    name in tranche ? [String(tranche[name as never])] : [],
  );
  for (const period of periods)
    if (!parsePeriodName(period)) throw new RefusedError('not-a-period', { period, where: deal });
  const days = ['since', 'paid'].flatMap((name) => (name in tranche ? [String(tranche[name as never])] : []));
  for (const date of days) if (!isIsoDate(date)) throw new RefusedError('not-a-date', { date });
}

/** Longest timeline that a file may hold, in quarters. */
const LONGEST = 400;

function isCount(quarters: number): boolean {
  return Number.isInteger(quarters) && quarters >= 1 && quarters <= LONGEST;
}

function amountsOf(tranche: Tranche): readonly number[] {
  switch (tranche.kind) {
    case 'dated':
    case 'linear':
    case 'event':
    case 'before':
      return [tranche.amount];
    case 'annual':
      return [...Object.values(tranche.byYear), tranche.beyond];
    case 'quarters':
      return tranche.amounts;
    case 'per unit':
      return typeof tranche.rate === 'number' ? [tranche.rate, tranche.cap] : [tranche.cap];
    case 'item':
      return [];
    default:
      return assertNever(tranche);
  }
}
