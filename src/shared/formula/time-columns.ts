import { periodIndex, type Timeline } from '#shared/model/timeline.ts';
import type { TimePoint, TimeReference } from './ast.ts';

/** First and last column that a time reference covers; either may lie outside the timeline. */
export interface ColumnRange {
  readonly from: number;
  readonly to: number;
}

/**
 * E-701: the columns of a time reference seen from a column. A range written backwards is the same
 * range; columns outside the timeline are blank, never a neighbour.
 */
export function columnsOf(time: TimeReference | undefined, column: number, timeline: Timeline): ColumnRange {
  if (time === undefined) return { from: column, to: column };
  if (time.kind === 'all') return { from: 0, to: timeline.periods - 1 };
  if (time.kind === 'point') {
    const at = columnOf(time.at, column, timeline);
    return { from: at, to: at };
  }
  const [a, b] = [columnOf(time.from, column, timeline), columnOf(time.to, column, timeline)];
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

function columnOf(point: TimePoint, column: number, timeline: Timeline): number {
  if (point.kind === 'offset') return column + point.offset;
  const at = periodIndex(timeline, point.period);
  if (at === null) throw new Error(`${point.period} is no quarter`);
  return at;
}
