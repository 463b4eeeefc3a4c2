import type { RowValues } from '#shared/engine/results.ts';
import type { Fact } from '#shared/model/fact.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { periodNameOf } from '#shared/model/period.ts';
import { sameUnit } from '#shared/model/same-unit.ts';
import { periodIndex, periodNameAt, type Timeline, yearsOf } from '#shared/model/timeline.ts';
import { assertNever } from '#shared/util/assert-never.ts';

export { sameUnit };

/**
 * The column that a fact speaks of when its period is plainly a year, a quarter, a month or a day
 * inside the timeline; null for any other text: that is never guessed.
 */
export function columnOf(period: string, timeline: Timeline): string | null {
  const text = period.trim();
  if (/^\d{4}$/.test(text)) return yearsOf(timeline).includes(Number(text)) ? text : null;
  const name = quarterOf(text);
  const index = name === null ? null : periodIndex(timeline, name);
  return index !== null && index >= 0 && index < timeline.periods ? name : null;
}

function quarterOf(text: string): string | null {
  const quarter = /^(\d{4})-?Q([1-4])$/.exec(text);
  if (quarter) return `${quarter[1]}Q${quarter[2]}`;
  const month = /^(\d{4})-(0[1-9]|1[0-2])(?:-\d{2})?$/.exec(text);
  if (!month) return null;
  const number = Math.ceil(Number(month[2]) / 3);
  return periodNameOf({ year: Number(month[1]), quarter: number as 1 | 2 | 3 | 4 });
}

/** Where in a row a fact is looked up: its own column, else the first one. */
export function shownColumn(item: LineItem, fact: Fact, timeline: Timeline): string {
  const first = periodNameAt(timeline, 0);
  if (item.content.kind === 'constant' || item.content.kind === 'dated') return first;
  return columnOf(fact.period, timeline) ?? first;
}

/** The number that the model has where a fact states one; null where the two cannot be compared. */
export function modelValue(
  item: LineItem,
  fact: Fact,
  timeline: Timeline,
  values: RowValues | undefined,
): number | null {
  if (!sameUnit(fact.unit, item.unit)) return null;
  const whole = item.content.kind === 'constant' || item.content.kind === 'dated';
  const column = whole ? periodNameAt(timeline, 0) : columnOf(fact.period, timeline);
  if (column === null || !values) return null;
  const index = periodIndex(timeline, column);
  const value =
    index === null ? values.years[yearsOf(timeline).indexOf(Number(column))] : values.periods[index];
  return typeof value === 'number' ? value : null;
}

/** The typed cell of a driver that a fact can be put into: `at` as in a cell edit; undefined where there is none. */
export function targetCell(
  item: LineItem,
  fact: Fact,
  timeline: Timeline,
): { readonly at: string | null } | undefined {
  if (item.role !== 'driver' || fact.value === null || !sameUnit(fact.unit, item.unit)) return undefined;
  const column = columnOf(fact.period, timeline);
  const isYear = column !== null && /^\d{4}$/.test(column);
  switch (item.content.kind) {
    case 'constant':
    case 'dated':
      return { at: null };
    case 'byYear':
      return isYear ? { at: column } : undefined;
    case 'byPeriod':
      return column !== null && !isYear ? { at: column } : undefined;
    case 'formula':
      return undefined;
    default:
      return assertNever(item.content);
  }
}
