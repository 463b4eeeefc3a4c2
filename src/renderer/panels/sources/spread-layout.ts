import type { FactPlace } from '#shared/model/fact-places.ts';

/** A fact on the axis. */
export interface SpreadDot {
  readonly id: string;
  readonly value: number;
  readonly x: number;
  /** Ends of the range that the source gives; both at `x` without one. */
  readonly from: number;
  readonly to: number;
  readonly labelY: number;
  /** Its label stands to the left of its line. */
  readonly before: boolean;
}

export interface SpreadTick {
  readonly value: number;
  readonly x: number;
}

/** Where everything of a spread chart stands, in px from the left. */
export interface SpreadLayout {
  readonly height: number;
  readonly axisY: number;
  readonly dots: readonly SpreadDot[];
  readonly band: readonly [from: number, to: number];
  readonly ticks: readonly SpreadTick[];
  readonly model: { readonly x: number; readonly before: boolean } | null;
}

export const EDGE = 8;
const LINE = 16;
const TOP = 12;
/** From the lowest label to the axis, and from the axis to the bottom. */
const DOT_SPACE = 34;
const BELOW = 22;
const MOST_TICKS = 5;

/** Lays the facts of a place along an axis; with `mirrored` the larger values stand at the left. */
export function spreadLayout(
  place: FactPlace,
  model: number | null,
  width: number,
  mirrored: boolean,
): SpreadLayout {
  const facts = place.statements.map(({ fact, value, low, high }) => ({
    id: fact.id,
    value,
    bounds: [low, high],
  }));
  const ends = [place.low, place.high, ...(model === null ? [] : [model])];
  const ticks = ticksAround(Math.min(...ends), Math.max(...ends));
  const [first = 0, last = 1] = [ticks[0], ticks.at(-1)];
  const scale = (value: number) => {
    const share = last === first ? 0.5 : (value - first) / (last - first);
    return EDGE + (mirrored ? 1 - share : share) * (width - 2 * EDGE);
  };
  const ordered = [...facts].sort((a, b) => scale(a.value) - scale(b.value));
  const start = TOP + (model === null ? 0 : LINE);
  const dots = ordered.map(({ id, value, bounds }, at) => {
    const x = scale(value);
    const [from, to] = bounds.map(scale).sort((a, b) => a - b);
    return { id, value, x, from: from ?? x, to: to ?? x, labelY: start + at * LINE, before: x > width / 2 };
  });
  const axisY = start + (ordered.length - 1) * LINE + DOT_SPACE;
  const band = [scale(place.low), scale(place.high)].sort((a, b) => a - b);
  return {
    height: axisY + BELOW,
    axisY,
    dots,
    band: [band[0] ?? 0, band[1] ?? 0],
    ticks: ticks.map((value) => ({ value, x: scale(value) })),
    model: model === null ? null : { x: scale(model), before: scale(model) > width / 2 },
  };
}

/** At most five round values, the outer ones at or beyond both ends. */
function ticksAround(low: number, high: number): number[] {
  const pad = low === high ? Math.abs(low) || 1 : 0;
  const [from, to] = [low - pad, high + pad];
  const power = 10 ** Math.floor(Math.log10((to - from) / (MOST_TICKS - 1)));
  for (const factor of [1, 2, 2.5, 5, 10, 20]) {
    const step = power * factor;
    const [first, last] = [Math.floor(from / step), Math.ceil(to / step)];
    if (last - first < MOST_TICKS) {
      return Array.from({ length: last - first + 1 }, (_, at) => round((first + at) * step));
    }
  }
  return [from, to];
}

/** Without the residue of multiplication. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
