import type { ReadItem } from '#shared/finance/amount.ts';
import { type DealRegister, type DealStanding, dealStandings } from '#shared/finance/deal-standing.ts';
import { textsKnownFrom } from '#shared/finance/known-deal.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { BindingLevel, Deal } from '#shared/model/deal.ts';
import type { Scenario } from '#shared/model/scenario.ts';

export type ShownLevel = BindingLevel | 'lapsed';

/** A deal as it stood on a day. */
export interface RegisterRow extends DealStanding {
  /** What its undated texts say was known that day. */
  readonly hasTexts: boolean;
  readonly direction: Direction;
}

/** Seen from the company: money in, money out, or between others. */
export type Direction = 'in' | 'out' | 'other';
const DIRECTIONS: readonly Direction[] = ['in', 'out', 'other'];

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
export type Book = DealRegister & Pick<Scenario, 'company'>;

/** Deals that existed on the day; those not yet known are no rows. `read` gives calculated cells. */
export function registerRows(book: Book, asOf: IsoDate, read: ReadItem): RegisterRow[] {
  return dealStandings(book, asOf, read).map((standing) => ({
    ...standing,
    hasTexts: textsKnownFrom(standing.deal, book) <= asOf,
    direction: directionOf(standing.deal, book.company),
  }));
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
