import type { RowValues } from '#shared/engine/results.ts';
import type { IsoDate } from '#shared/model/date.ts';
import { type PeriodName, periodNameOf, quarterEnd } from '#shared/model/period.ts';
import { lastActualIndex, periodsOfYear, quarterAt, type Timeline, yearsOf } from '#shared/model/timeline.ts';
import type { CellValue } from '#shared/model/value.ts';

/** A: reported; E: over but not reported; F: still to come. */
export type PeriodTag = 'actual' | 'closed' | 'forecast';

export interface QuarterColumn {
  readonly kind: 'quarter';
  readonly id: PeriodName;
  /** Place in `RowValues.periods`. */
  readonly index: number;
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
  readonly tag: PeriodTag;
  /** The quarter after which the line between reported and expected is drawn. */
  readonly lastActual: boolean;
}

export interface YearColumn {
  readonly kind: 'year';
  /** The year as text. */
  readonly id: string;
  /** Place in `RowValues.years`. */
  readonly index: number;
  readonly year: number;
  /** Actual when all its quarters are; forecast when none is over; else closed. */
  readonly tag: PeriodTag;
  /** The year ends with the last reported quarter. */
  readonly lastActual: boolean;
}

export type Column = QuarterColumn | YearColumn;

/** A year: its quarters inside the timeline in order, then the year itself. */
export interface YearGroup {
  readonly year: number;
  readonly quarters: readonly QuarterColumn[];
  readonly total: YearColumn;
}

/** All columns of a timeline, grouped by year, as seen on a day. */
export function yearGroups(timeline: Timeline, asOf: IsoDate): YearGroup[] {
  const lastActual = lastActualIndex(timeline, asOf);
  return yearsOf(timeline).map((year, yearIndex) => {
    const quarters = periodsOfYear(timeline, year).map((index) =>
      quarterColumn(timeline, index, asOf, lastActual),
    );
    const total: YearColumn = {
      kind: 'year',
      id: String(year),
      index: yearIndex,
      year,
      tag: tagOfYear(quarters),
      lastActual: quarters.at(-1)?.lastActual ?? false,
    };
    return { year, quarters, total };
  });
}

function quarterColumn(timeline: Timeline, index: number, asOf: IsoDate, lastActual: number): QuarterColumn {
  const { year, quarter } = quarterAt(timeline, index);
  const over = quarterEnd({ year, quarter }) <= asOf;
  const tag = index <= lastActual ? 'actual' : over ? 'closed' : 'forecast';
  const id = periodNameOf({ year, quarter });
  return { kind: 'quarter', id, index, year, quarter, tag, lastActual: index === lastActual };
}

function tagOfYear(quarters: readonly QuarterColumn[]): PeriodTag {
  const first = quarters[0]?.tag ?? 'forecast';
  return quarters.every((one) => one.tag === first) ? first : 'closed';
}

/** Columns as they stand on screen: of a collapsed year only the year itself. */
export function visibleColumns(groups: readonly YearGroup[], collapsed: ReadonlySet<number>): Column[] {
  return groups.flatMap((group) =>
    collapsed.has(group.year) ? [group.total] : [...group.quarters, group.total],
  );
}

/** Years that are reported as a whole: they start collapsed. */
export function reportedYears(groups: readonly YearGroup[]): number[] {
  return groups.filter((group) => group.total.tag === 'actual').map((group) => group.year);
}

/** The value of a row in a column; undefined where the row has no such column. */
export function valueAt(values: RowValues | undefined, column: Column): CellValue | undefined {
  return column.kind === 'quarter' ? values?.periods[column.index] : values?.years[column.index];
}
