import { parsePeriodName } from './period.ts';
import { periodIndex, periodsOfYear, type Timeline } from './timeline.ts';

/** UTF-16 units of one comment. */
export const LONGEST_COMMENT = 4_096;

/** True for a quarter or a year of the timeline: where a comment can stand. */
export function takesComment(timeline: Timeline, at: string): boolean {
  if (/^[1-9]\d{3}$/.test(at)) return periodsOfYear(timeline, Number(at)).length > 0;
  const index = parsePeriodName(at) === null ? null : periodIndex(timeline, at);
  return index !== null && index >= 0 && index < timeline.periods;
}
