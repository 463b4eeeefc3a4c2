import type { RowValues } from '#shared/engine/results.ts';
import type { Fact } from '#shared/model/fact.ts';
import { statementIn } from '#shared/model/fact-number.ts';
import { columnOfPeriod } from '#shared/model/fact-period.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { periodIndex, periodNameAt, type Timeline, yearsOf } from '#shared/model/timeline.ts';
import { assertNever } from '#shared/util/assert-never.ts';

/** Where in a row a fact is looked up: its own column, else the first one. */
export function shownColumn(item: LineItem, fact: Fact, timeline: Timeline): string {
  const first = periodNameAt(timeline, 0);
  if (item.content.kind === 'constant' || item.content.kind === 'dated') return first;
  return columnOfPeriod(fact.period, item, timeline) ?? first;
}

/** The number that the model has where a fact states one; null where the two cannot be compared. */
export function modelValue(
  item: LineItem,
  fact: Fact,
  timeline: Timeline,
  values: RowValues | undefined,
): number | null {
  if (!statementIn(fact, item.unit)) return null;
  const whole = item.content.kind === 'constant' || item.content.kind === 'dated';
  const column = whole ? periodNameAt(timeline, 0) : columnOfPeriod(fact.period, item, timeline);
  if (column === null || !values) return null;
  const index = periodIndex(timeline, column);
  const value =
    index === null ? values.years[yearsOf(timeline).indexOf(Number(column))] : values.periods[index];
  return typeof value === 'number' ? value : null;
}

/** The typed cell of a driver that a fact can be put into, as in a cell edit, and its number in the unit there; undefined for none. */
export function targetCell(
  item: LineItem,
  fact: Fact,
  timeline: Timeline,
): { readonly at: string | null; readonly value: number } | undefined {
  const statement = item.role === 'driver' ? statementIn(fact, item.unit) : null;
  if (!statement) return undefined;
  const { value } = statement;
  const column = columnOfPeriod(fact.period, item, timeline);
  const isYear = column !== null && /^\d{4}$/.test(column);
  switch (item.content.kind) {
    case 'constant':
    case 'dated':
      return { at: null, value };
    case 'byYear':
      return isYear ? { at: column, value } : undefined;
    case 'byPeriod':
      return column !== null && !isYear ? { at: column, value } : undefined;
    case 'formula':
      return undefined;
    default:
      return assertNever(item.content);
  }
}
