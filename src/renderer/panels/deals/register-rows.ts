import { knownAmount, textsKnownFrom } from '#shared/finance/known-deal.ts';
import { dealLevel, trancheLevel } from '#shared/finance/level.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { BindingLevel, Deal, Tranche } from '#shared/model/deal.ts';
import { parsePeriodName, quarterEnd } from '#shared/model/period.ts';
import type { Scenario } from '#shared/model/scenario.ts';

export type ShownLevel = BindingLevel | 'lapsed';

/** A deal as it stood on a day. */
export interface RegisterRow {
  readonly deal: Deal;
  readonly level: ShownLevel;
  /** First day of that status. */
  readonly since: IsoDate;
  /** Published amount, as far as it was known that day. */
  readonly amount: number | null;
  /** What its undated texts say was known that day. */
  readonly hasTexts: boolean;
  /** Id of the deal in its place, once that existed. */
  readonly replacedBy: string | null;
  /** Instalments paid by that day, in the unit of the deal. */
  readonly paid: number;
  readonly inferred: boolean;
  readonly direction: Direction;
}

/** Seen from the company: money in, money out, or between others. */
export type Direction = 'in' | 'out' | 'other';
const DIRECTIONS: readonly Direction[] = ['in', 'out', 'other'];
const NOTHING = 1e-9;

export interface Filters {
  readonly party: string | null;
  readonly type: string | null;
  readonly level: ShownLevel | null;
}

export const SORT_KEYS = ['id', 'parties', 'type', 'amount', 'level', 'since', 'terms'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export interface Sorting {
  /** null for the order by direction, largest amount first. */
  readonly by: SortKey | null;
  readonly descending: boolean;
}

/** What a register is read from. */
export type Book = Pick<Scenario, 'deals' | 'company' | 'facts' | 'timeline'>;

/** Deals that existed on the day; those not yet known are no rows. */
export function registerRows(book: Book, asOf: IsoDate): RegisterRow[] {
  return book.deals.flatMap((deal) => {
    const level = dealLevel(deal, asOf);
    return level === null ? [] : [rowOf(deal, level, book, asOf)];
  });
}

function rowOf(deal: Deal, level: ShownLevel, book: Book, asOf: IsoDate): RegisterRow {
  const amount = knownAmount(deal, asOf, book);
  const instalments = deal.tranches.filter((tranche) => isPaid(deal, tranche, asOf));
  const paid = instalments.reduce((sum, tranche) => sum + ('amount' in tranche ? tranche.amount : 0), 0);
  const days = instalments.flatMap((one) => ('paid' in one && one.paid !== undefined ? [one.paid] : []));
  const started = deal.history.findLast(({ from }) => from <= asOf)?.from ?? deal.announced;
  const settled = level !== 'lapsed' && amount !== null && paid > 0 && paid >= amount - NOTHING;
  return {
    deal,
    level: settled ? 'cash' : level,
    since: settled && level !== 'cash' ? (days.sort().at(-1) ?? started) : started,
    amount,
    hasTexts: textsKnownFrom(deal, book) <= asOf,
    replacedBy: level === 'lapsed' ? successorOf(deal, book.deals, asOf) : null,
    paid,
    inferred: instalments.some((one) => one.kind === 'dated' && one.inferred === true),
    direction: directionOf(deal, book.company),
  };
}

function successorOf(deal: Deal, deals: readonly Deal[], asOf: IsoDate): string | null {
  const next = deals.find(({ id }) => id === deal.supersededBy);
  return next !== undefined && dealLevel(next, asOf) !== null ? next.id : null;
}

/** Dated instalments whose day has come, and what was paid before the timeline. */
function isPaid(deal: Deal, tranche: Tranche, asOf: IsoDate): boolean {
  if (tranche.reverse === true) return false;
  if (tranche.kind === 'before') return trancheLevel(deal, tranche, asOf, asOf) !== null;
  if (tranche.kind !== 'dated') return false;
  const quarter = parsePeriodName(tranche.at);
  return quarter !== null && trancheLevel(deal, tranche, quarterEnd(quarter), asOf) === 'cash';
}

function directionOf(deal: Deal, company: string): Direction {
  if (deal.payee === company) return 'in';
  return deal.payer === company ? 'out' : 'other';
}

export function filterRows(rows: readonly RegisterRow[], filters: Filters): RegisterRow[] {
  const { party, type, level } = filters;
  return rows.filter(
    ({ deal, level: own }) =>
      (party === null || deal.payer === party || deal.payee === party) &&
      (type === null || deal.type === type) &&
      (level === null || own === level),
  );
}

/** By a column; equal rows keep the order by direction and amount. */
export function sortRows(rows: readonly RegisterRow[], sorting: Sorting): RegisterRow[] {
  const ordered = [...rows].sort(byDirection);
  const { by, descending } = sorting;
  if (by === null) return ordered;
  const sign = descending ? -1 : 1;
  return ordered.sort((a, b) => sign * compare(sortValue(a, by), sortValue(b, by)));
}

function byDirection(a: RegisterRow, b: RegisterRow): number {
  const sides = DIRECTIONS.indexOf(a.direction) - DIRECTIONS.indexOf(b.direction);
  return sides || Number(a.level === 'lapsed') - Number(b.level === 'lapsed') || size(b) - size(a);
}

const size = ({ amount }: RegisterRow): number => amount ?? -1;
const FIRM_TO_SOFT: readonly ShownLevel[] = [
  'cash',
  'signed',
  'conditional',
  'announced',
  'rumoured',
  'lapsed',
];

function sortValue(row: RegisterRow, by: SortKey): string | number {
  const { deal } = row;
  const values: Readonly<Record<SortKey, string | number>> = {
    id: deal.id,
    parties: `${deal.payer} ${deal.payee}`,
    type: deal.type,
    amount: row.direction === 'out' ? -size(row) : size(row),
    level: FIRM_TO_SOFT.indexOf(row.level),
    since: row.since,
    terms: row.hasTexts ? deal.term : '',
  };
  return values[by];
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}

/** Published amounts of live, priced deals that move cash, by level; other units and deals without an amount are left out. */
export function totalsByLevel(
  rows: readonly RegisterRow[],
  direction: Direction,
  unit: string,
): ReadonlyMap<BindingLevel, number> {
  const totals = new Map<BindingLevel, number>();
  for (const { deal, level, amount, direction: own } of rows) {
    if (own !== direction || level === 'lapsed' || amount === null || deal.unit !== unit) continue;
    if (deal.scope !== 'priced' || !deal.movesCash) continue;
    totals.set(level, (totals.get(level) ?? 0) + amount);
  }
  return totals;
}
