import type { PeriodContext } from '#shared/formula/functions/definition.ts';
import type { IsoDate } from '#shared/model/date.ts';
import { lastActualIndex, periodsOfYear, quarterAt, type Timeline, yearsOf } from '#shared/model/timeline.ts';

/** The columns of a scenario as formulas see them on a day. */
export interface Calendar {
  readonly timeline: Timeline;
  /** Number of columns. */
  readonly size: number;
  readonly columns: readonly PeriodContext[];
  readonly years: readonly number[];
  /** Columns of each year, ascending, in the order of `years`. */
  readonly columnsOfYears: readonly (readonly number[])[];
}

export function calendarOf(timeline: Timeline, asOf: IsoDate): Calendar {
  const lastActual = lastActualIndex(timeline, asOf);
  const years = yearsOf(timeline);
  return {
    timeline,
    size: timeline.periods,
    columns: Array.from({ length: timeline.periods }, (_, index) => ({
      index,
      ...quarterAt(timeline, index),
      isActual: index <= lastActual,
    })),
    years,
    columnsOfYears: years.map((year) => periodsOfYear(timeline, year)),
  };
}
