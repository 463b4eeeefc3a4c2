import type { TimePoint, TimeReference } from '#shared/formula/ast.ts';
import { periodIndex, type Timeline } from '#shared/model/timeline.ts';
import { type Columns, type Kernel, node, standing } from './kernel.ts';

/** A stretch of a row that an aggregate reads; its ends may lie outside the timeline. */
export interface Window {
  readonly numbers: Float64Array;
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
export function windowOf(
  numbers: Float64Array,
  time: TimeReference | undefined,
  timeline: Timeline,
): Window | null {
  if (time === undefined || time.kind === 'point') return null;
  if (time.kind === 'all') {
    return { numbers, isFixed: true, first: () => 0, last: () => numbers.length - 1 };
  }
  const [from, to] = [placeOf(time.from, timeline), placeOf(time.to, timeline)];
  return {
    numbers,
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
  numbers: Float64Array,
  point: TimePoint | undefined,
  timeline: Timeline,
  outside: number,
): Kernel {
  if (point === undefined || (point.kind === 'offset' && point.offset === 0)) {
    return standing('number', numbers);
  }
  const place = placeOf(point, timeline);
  return node('number', [], columns, (out) => (from, to) => {
    for (let column = from; column < to; column++) {
      const at = place(column);
      out[column] = at >= 0 && at < numbers.length ? (numbers[at] ?? Number.NaN) : outside;
    }
  });
}
