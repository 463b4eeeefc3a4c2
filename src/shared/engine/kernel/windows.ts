import type { TimePoint, TimeReference } from '#shared/formula/ast.ts';
import { periodIndex, type Timeline } from '#shared/model/timeline.ts';
import { type Columns, type Kernel, node } from './kernel.ts';

/** A stretch of a row that an aggregate reads; its ends may lie outside the timeline. */
export interface Window {
  readonly row: Kernel;
  readonly isFixed: boolean;
  first(column: number): number;
  last(column: number): number;
}

/** Column of a point in time seen from a column. */
function placeOf(point: TimePoint, timeline: Timeline): (column: number) => number {
  if (point.kind === 'offset') return (column) => column + point.offset;
  const place = periodIndex(timeline, point.period) ?? Number.NaN;
  return () => place;
}

/** A range of periods; null for a single point. */
export function windowOf(row: Kernel, time: TimeReference | undefined, timeline: Timeline): Window | null {
  if (time === undefined || time.kind === 'point') return null;
  if (time.kind === 'all') {
    return { row, isFixed: true, first: () => 0, last: () => timeline.periods - 1 };
  }
  const [from, to] = [placeOf(time.from, timeline), placeOf(time.to, timeline)];
  return {
    row,
    isFixed: time.from.kind === 'period' && time.to.kind === 'period',
    first: (column) => Math.min(from(column), to(column)),
    last: (column) => Math.max(from(column), to(column)),
  };
}

/**
 * A single period of a row: the row itself, or moved, or one column for all. `outside` is what stands
 * before and behind the timeline: 0 where a blank counts as 0, else NaN.
 */
export function pointOf(
  columns: Columns,
  row: Kernel,
  point: TimePoint | undefined,
  timeline: Timeline,
  outside: number,
): Kernel {
  if (point === undefined || (point.kind === 'offset' && point.offset === 0)) {
    return row;
  }
  const place = placeOf(point, timeline);
  return node('number', [], columns, (out) => (from, to) => {
    const numbers = row.out;
    for (let column = from; column < to; column++) {
      const at = place(column);
      out[column] = at >= 0 && at < numbers.length ? (numbers[at] ?? Number.NaN) : outside;
    }
  });
}
