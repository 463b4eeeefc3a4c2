import type { ItemKey } from '#shared/model/line-item.ts';
import type { Reason } from '#shared/model/reason.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { periodsOfYear, yearsOf } from '#shared/model/timeline.ts';
import { type CellValue, type ErrorCode, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { CellReads } from './cell-reads.ts';
import type { CellPlace, LoopReport, RowValues, Viewpoint } from './results.ts';

/** Why a cell shows an error. */
export interface ErrorExplanation {
  readonly code: ErrorCode;
  readonly reason: Reason | null;
  /** From the cell asked about to the cell where the error arose, each reading the next. */
  readonly path: readonly CellPlace[];
  /** The circle that the last cell of the path is part of; empty where there is none. */
  readonly chain: readonly CellPlace[];
}

/** What is known of a calculated scenario. */
export interface CalculatedScenario {
  readonly scenario: Scenario;
  readonly viewpoint: Viewpoint;
  readonly rows: ReadonlyMap<ItemKey, RowValues>;
  readonly loops: readonly LoopReport[];
}

/** A quarter by its column, or a year column. */
export type ErrorPlace = CellPlace | { readonly key: ItemKey; readonly year: number };

/** Follows the error of a cell to where it arose; null for a cell without an error. */
export function explainError(calculated: CalculatedScenario, place: ErrorPlace): ErrorExplanation | null {
  const error = errorAt(calculated, place);
  if (!error) return null;
  const path = pathOf(calculated, place, error);
  return { code: error.code, reason: error.reason ?? null, path, chain: chainAt(calculated, error) };
}

function errorAt({ scenario, rows }: CalculatedScenario, place: ErrorPlace): ErrorValue | null {
  const values = rows.get(place.key);
  const value =
    'year' in place
      ? values?.years[yearsOf(scenario.timeline).indexOf(place.year)]
      : values?.periods[place.period];
  return isErrorValue(value) ? value : null;
}

/** The same error on its way: it keeps the place where it arose. */
function isSame(value: CellValue | undefined, error: ErrorValue): boolean {
  if (!isErrorValue(value) || value.code !== error.code) return false;
  return value.origin?.key === error.origin?.key && value.origin?.period === error.origin?.period;
}

function pathOf(calculated: CalculatedScenario, place: ErrorPlace, error: ErrorValue): CellPlace[] {
  const { rows } = calculated;
  const reads = new CellReads(calculated.scenario, calculated.viewpoint);
  const holdsError = ({ key, period }: CellPlace): boolean => isSame(rows.get(key)?.periods[period], error);
  const { first, starts } = beginningOf(calculated, place, reads, holdsError);
  const found = shortestWay(starts, error, (cell) => reads.of(cell).filter(holdsError));
  const [head] = found ?? [];
  if (found && head && isAt(head, first)) return found;
  if (error.origin && isAt(first, error.origin)) return [first];
  return [first, ...(found ?? (error.origin ? [error.origin] : []))];
}

function isAt(a: CellPlace, b: CellPlace): boolean {
  return a.key === b.key && a.period === b.period;
}

/**
 * Where to begin. A year shows what one of its quarters shows; a rate may have it from a quarter of
 * what it reads, since it is recomputed on annual values.
 */
function beginningOf(
  { scenario }: CalculatedScenario,
  place: ErrorPlace,
  reads: CellReads,
  holdsError: (cell: CellPlace) => boolean,
): { readonly first: CellPlace; readonly starts: readonly CellPlace[] } {
  if (!('year' in place)) return { first: place, starts: [place] };
  const quarters = periodsOfYear(scenario.timeline, place.year);
  const quartersOf = (key: ItemKey): CellPlace[] =>
    quarters.map((period) => ({ key, period })).filter(holdsError);
  const [own] = quartersOf(place.key);
  if (own) return { first: own, starts: [own] };
  const first = { key: place.key, period: quarters.at(-1) ?? 0 };
  return { first, starts: reads.of(first).flatMap(({ key }) => quartersOf(key)) };
}

/** By breadth, so that the way is a shortest one; undefined when it cannot be followed. */
function shortestWay(
  starts: readonly CellPlace[],
  { origin }: ErrorValue,
  next: (cell: CellPlace) => readonly CellPlace[],
): CellPlace[] | undefined {
  const from = new Map<string, CellPlace | null>(starts.map((cell) => [nameOf(cell), null]));
  const open = [...starts];
  for (const cell of open) {
    if (origin && isAt(cell, origin)) return wayTo(cell, from);
    for (const target of next(cell)) {
      if (from.has(nameOf(target))) continue;
      from.set(nameOf(target), cell);
      open.push(target);
    }
  }
  return undefined;
}

function nameOf({ key, period }: CellPlace): string {
  return `${key}[${period}]`;
}

function wayTo(last: CellPlace, from: ReadonlyMap<string, CellPlace | null>): CellPlace[] {
  const way = [last];
  for (let at = from.get(nameOf(last)); at; at = from.get(nameOf(at))) way.unshift(at);
  return way;
}

/** The chain of the loop that the error arose in, in the period in which it arose. */
function chainAt({ loops }: CalculatedScenario, { code, origin }: ErrorValue): readonly CellPlace[] {
  if (code !== '#LOOP!' || !origin) return [];
  const loop = loops.find(
    ({ keys, periods }) => keys.includes(origin.key) && periods.includes(origin.period),
  );
  const [first] = loop?.chain ?? [];
  if (!loop || !first || !loop.chain.every(({ period }) => period === first.period)) return loop?.chain ?? [];
  return loop.chain.map(({ key }) => ({ key, period: origin.period }));
}
