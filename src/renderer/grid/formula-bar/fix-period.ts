import type { TimePoint, TimeReference } from '#shared/formula/ast.ts';
import { periodIndex, periodNameAt, type Timeline } from '#shared/model/timeline.ts';
import { type FoundReference, referencesIn } from './references-in.ts';

export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What F4 does to the references that the selection touches, or why it can do nothing. */
export type Fixing =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'noReference' }
  /** The formula is shown in no quarter, so that there is nothing to fix a distance to. */
  | { readonly kind: 'noPeriod' }
  /** The quarter lies outside the timeline, or the whole row is meant. */
  | { readonly kind: 'cannot' };

/**
 * F4: a reference by distance becomes one to the quarter it means in `home`, and back. A range
 * goes on: both ends, the first, the last, none.
 */
export function fixPeriods(
  text: string,
  selection: { readonly from: number; readonly to: number },
  isRow: (name: string) => boolean,
  timeline: Timeline,
  home: string | null,
): Fixing {
  const touched = referencesIn(text, isRow).filter(
    ({ span }) => span.start <= selection.to && span.end >= selection.from,
  );
  if (touched.length === 0) return { kind: 'noReference' };
  const here = home === null ? null : periodIndex(timeline, home);
  if (here === null) return { kind: 'noPeriod' };
  const edits = touched.flatMap((reference) => fixed(reference, timeline, here) ?? []);
  return edits.length > 0 ? { kind: 'edits', edits } : { kind: 'cannot' };
}

function fixed({ name, time, span }: FoundReference, timeline: Timeline, here: number): Edit | null {
  const next = cycled(time ?? { kind: 'point', at: { kind: 'offset', offset: 0 } }, timeline, here);
  return next === null ? null : { from: span.start, to: span.end, insert: name + next };
}

function cycled(time: TimeReference, timeline: Timeline, here: number): string | null {
  const asFixed = (point: TimePoint) => fixedPoint(point, timeline, here);
  const asDistance = (point: TimePoint) => distancePoint(point, timeline, here);
  if (time.kind === 'all') return null;
  if (time.kind === 'point') {
    const other = time.at.kind === 'offset' ? asFixed(time.at) : asDistance(time.at);
    return other === null ? null : other === '0' ? '' : `[${signed(other)}]`;
  }
  const { from, to } = time;
  const [fixFrom, fixTo] = nextEnds(from.kind === 'period', to.kind === 'period');
  const ends = [fixFrom ? asFixed(from) : asDistance(from), fixTo ? asFixed(to) : asDistance(to)];
  return ends.includes(null) ? null : `[${ends.join(':')}]`;
}

/** Which ends are fixed next: both, the first, the last, none. */
function nextEnds(from: boolean, to: boolean): readonly [boolean, boolean] {
  if (from) return to ? [true, false] : [false, true];
  return to ? [false, false] : [true, true];
}

const signed = (text: string): string => (/^\d{1,3}$/.test(text) ? `+${text}` : text);

function fixedPoint(point: TimePoint, timeline: Timeline, here: number): string | null {
  if (point.kind === 'period') return point.period;
  const index = here + point.offset;
  return index >= 0 && index < timeline.periods ? periodNameAt(timeline, index) : null;
}

function distancePoint(point: TimePoint, timeline: Timeline, here: number): string | null {
  if (point.kind === 'offset') return String(point.offset);
  const index = periodIndex(timeline, point.period);
  return index === null ? null : String(index - here);
}
