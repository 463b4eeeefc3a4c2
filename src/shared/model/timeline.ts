import type { IsoDate } from './date.ts';
import {
  type PeriodName,
  parsePeriodName,
  periodNameOf,
  type Quarter,
  quarterAtOrdinal,
  quarterOrdinal,
} from './period.ts';

/** From `from` on, `lastActual` is the last quarter that counts as reported. */
export interface ActualsBoundary {
  readonly from: IsoDate;
  readonly lastActual: PeriodName;
}

/** All periods of a scenario, the day from which it is seen, and what was reported by when. */
export interface Timeline {
  readonly start: PeriodName;
  /** Number of quarters, at least 1. */
  readonly periods: number;
  readonly asOf: IsoDate;
  /** Ascending by `from`; empty means that no quarter is reported. */
  readonly actuals: readonly ActualsBoundary[];
}

export function firstOrdinal(timeline: Timeline): number {
  const start = parsePeriodName(timeline.start);
  if (!start) throw new Error(`Timeline starts at ${timeline.start}, which is no quarter`);
  return quarterOrdinal(start);
}

/** The quarter of column `index`, 0 for the first. */
export function quarterAt(timeline: Timeline, index: number): Quarter {
  return quarterAtOrdinal(firstOrdinal(timeline) + index);
}

export function periodNameAt(timeline: Timeline, index: number): PeriodName {
  return periodNameOf(quarterAt(timeline, index));
}

export function periodNames(timeline: Timeline): PeriodName[] {
  return Array.from({ length: timeline.periods }, (_, index) => periodNameAt(timeline, index));
}

/** Column of a quarter; may lie outside 0…periods−1; null when the name is no quarter. */
export function periodIndex(timeline: Timeline, name: string): number | null {
  const quarter = parsePeriodName(name);
  return quarter ? quarterOrdinal(quarter) - firstOrdinal(timeline) : null;
}

/** Years that the timeline touches, ascending. */
export function yearsOf(timeline: Timeline): number[] {
  const first = quarterAt(timeline, 0).year;
  const last = quarterAt(timeline, timeline.periods - 1).year;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Columns of a year that the timeline holds, ascending. */
export function periodsOfYear(timeline: Timeline, year: number): number[] {
  const first = year * 4 - firstOrdinal(timeline);
  return [first, first + 1, first + 2, first + 3].filter((index) => index >= 0 && index < timeline.periods);
}

/** Column of the last reported quarter on a day; −1 when none is. */
export function lastActualIndex(timeline: Timeline, asOf: IsoDate): number {
  let last = -1;
  for (const boundary of timeline.actuals) {
    if (boundary.from <= asOf) last = periodIndex(timeline, boundary.lastActual) ?? last;
  }
  return Math.min(last, timeline.periods - 1);
}
