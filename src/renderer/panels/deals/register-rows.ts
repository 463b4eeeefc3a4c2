import { dealLevel, trancheLevel } from '#shared/finance/level.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { BindingLevel, Deal, Tranche } from '#shared/model/deal.ts';
import { parsePeriodName, quarterEnd } from '#shared/model/period.ts';

export type ShownLevel = BindingLevel | 'lapsed';

/** A deal as it stood on a day. */
export interface RegisterRow {
  readonly deal: Deal;
  readonly level: ShownLevel;
  /** First day of that status. */
  readonly since: IsoDate;
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

/** Deals that existed on the day; those not yet known are no rows. */
export function registerRows(deals: readonly Deal[], company: string, asOf: IsoDate): RegisterRow[] {
  return deals.flatMap((deal) => {
    const level = dealLevel(deal, asOf);
    return level === null ? [] : [rowOf(deal, level, company, asOf)];
  });
}

function rowOf(deal: Deal, level: ShownLevel, company: string, asOf: IsoDate): RegisterRow {
  const instalments = deal.tranches.filter((tranche) => isPaid(deal, tranche, asOf));
  const paid = instalments.reduce((sum, tranche) => sum + ('amount' in tranche ? tranche.amount : 0), 0);
  const days = instalments.flatMap((one) => ('paid' in one && one.paid !== undefined ? [one.paid] : []));
  const started = deal.history.findLast(({ from }) => from <= asOf)?.from ?? deal.announced;
  const settled = level !== 'lapsed' && deal.amount !== null && paid > 0 && paid >= deal.amount - NOTHING;
  return {
    deal,
    level: settled ? 'cash' : level,
    since: settled && level !== 'cash' ? (days.sort().at(-1) ?? started) : started,
    paid,
    inferred: instalments.some((one) => one.kind === 'dated' && one.inferred === true),
    direction: directionOf(deal, company),
  };
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

const size = ({ deal }: RegisterRow): number => deal.amount ?? -1;
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
    terms: deal.term,
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
  for (const { deal, level, direction: own } of rows) {
    if (own !== direction || level === 'lapsed' || deal.amount === null || deal.unit !== unit) continue;
    if (deal.scope !== 'priced' || !deal.movesCash) continue;
    totals.set(level, (totals.get(level) ?? 0) + deal.amount);
  }
  return totals;
}
