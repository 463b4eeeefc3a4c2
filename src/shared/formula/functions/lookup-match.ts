import type { CellValue } from '#shared/model/value.ts';
import { compareTexts } from '../compare.ts';
import { hasWildcards, wildcardMatch } from './wildcard.ts';

/** How a looked-up value is compared: XMATCH's numbers. */
export type MatchMode = 'exact' | 'exactOrSmaller' | 'exactOrLarger' | 'wildcard';

/** The order in which places are tried. */
export type SearchMode = 'first' | 'last' | 'ascending' | 'descending';

/** Order of two values of the same kind; null for different kinds, which never match. */
function orderOf(a: CellValue, b: CellValue): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a < b ? -1 : 1;
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return a === null && b === null ? 0 : null;
}

/**
 * Index of the place that holds a value, −1 for none. Values of another kind are passed over, as are errors.
 * Of equals the first found in search order counts.
 */
export function matchIndex(
  wanted: CellValue,
  places: readonly CellValue[],
  match: MatchMode,
  search: SearchMode,
): number {
  if (search === 'ascending' || search === 'descending') {
    return sortedIndex(wanted, places, match, search === 'ascending' ? 1 : -1);
  }
  const isPattern = match === 'wildcard' && typeof wanted === 'string';
  let best = -1;
  const count = places.length;
  for (let step = 0; step < count; step++) {
    const index = search === 'first' ? step : count - 1 - step;
    const place = places[index] ?? null;
    if (isPattern) {
      if (typeof place === 'string' && wildcardMatch(wanted, place)) return index;
      continue;
    }
    const order = orderOf(place, wanted);
    if (order === 0) return index;
    if (order !== null && isCloser(order, place, places[best] ?? null, best, match)) best = index;
  }
  return best;
}

function isCloser(order: number, place: CellValue, held: CellValue, best: number, match: MatchMode): boolean {
  if (match === 'exact' || match === 'wildcard') return false;
  if (order < 0 !== (match === 'exactOrSmaller')) return false;
  const against = best < 0 ? null : orderOf(place, held);
  if (best < 0 || against === null) return true;
  return match === 'exactOrSmaller' ? against > 0 : against < 0;
}

/** Binary search in sorted places, `direction` 1 ascending, −1 descending. Of equals the last. */
function sortedIndex(
  wanted: CellValue,
  places: readonly CellValue[],
  match: MatchMode,
  direction: 1 | -1,
): number {
  const candidates = places.flatMap((place, index) => (orderOf(place, wanted) === null ? [] : [index]));
  let [low, high] = [0, candidates.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const order = orderOf(places[candidates[middle] ?? 0] ?? null, wanted) ?? 0;
    if (order * direction <= 0) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [candidates[low - 1], candidates[low]];
  if (before !== undefined && orderOf(places[before] ?? null, wanted) === 0) return before;
  if (match === 'exact' || match === 'wildcard') return -1;
  const isBefore = (match === 'exactOrSmaller') === (direction === 1);
  return (isBefore ? before : after) ?? -1;
}

/** Place of an exact match as MATCH and VLOOKUP find it: wildcards in texts, a blank looks for 0. */
export function exactIndex(wanted: CellValue, places: readonly CellValue[]): number {
  const isPattern = typeof wanted === 'string' && (hasWildcards(wanted) || wanted.includes('~'));
  return matchIndex(wanted ?? 0, places, isPattern ? 'wildcard' : 'exact', 'first');
}

/** Last place not above a value in ascending places. */
export function floorIndex(wanted: CellValue, places: readonly CellValue[]): number {
  return matchIndex(wanted ?? 0, places, 'exactOrSmaller', 'ascending');
}

/** Last place not below a value in descending places: it goes from the start and stops at the first one below. */
export function lastNotBelow(wanted: CellValue, places: readonly CellValue[]): number {
  let last = -1;
  for (let index = 0; index < places.length; index++) {
    const order = orderOf(places[index] ?? null, wanted);
    if (order === null) continue;
    if (order < 0) break;
    last = index;
  }
  return last;
}
