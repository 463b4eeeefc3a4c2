import type { CashChart, CashPath, CashPoint, Crossing } from '#shared/report/chart-cash.ts';
import { type ChartViewProps, type Margin, marginOf } from './chart-view.ts';
import type { Stroke } from './place-labels.ts';
import { roundTicks } from './round-ticks.ts';
import { axisWidth } from './value-axis.tsx';

/** A place on the chart in its own measures: columns from 0, and money. */
export interface Place {
  readonly at: number;
  readonly value: number;
}

export interface CashLayout {
  readonly margin: Margin;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** Runs without a hole, up to where the path meets the minimum. */
  readonly paths: Readonly<Record<CashPath, readonly (readonly Place[])[]>>;
  readonly ends: Readonly<Record<CashPath, Place | null>>;
  readonly minimum: readonly (readonly Place[])[];
  /** Points that are drawn, by path; where both paths are the same, only once. */
  readonly points: Readonly<Record<CashPath, readonly CashPoint[]>>;
}

const YEAR_LINE = 20;
const TOP = 8;
const HEADROOM = 1.1;
const SAME = 1e-9;

/** Measures of a cash chart in its frame. */
export function cashLayout({ chart, texts }: ChartViewProps<CashChart>): CashLayout {
  const points = { signed: before(chart, 'signed'), all: before(chart, 'all') };
  const values = [
    0,
    ...points.signed.map((point) => point.signed),
    ...points.all.map((point) => point.all),
    ...chart.points.map((point) => point.minimum),
  ];
  const high = Math.max(...values) * HEADROOM;
  const low = Math.min(...values) * HEADROOM;
  const domain: [number, number] = high > low ? [low, high] : [0, 1];
  const ticks = roundTicks(...domain);
  const ends = { signed: endOf(chart, 'signed'), all: endOf(chart, 'all') };
  return {
    margin: marginOf({ top: TOP, bottom: YEAR_LINE, start: axisWidth(ticks, texts), end: 4 }, texts.mirror),
    domain,
    ticks,
    paths: {
      signed: runs(points.signed, 'signed', ends.signed),
      all: runs(points.all, 'all', ends.all),
    },
    ends,
    minimum: runs(chart.points, 'minimum', null),
    points: { signed: points.signed, all: points.all.filter((point) => !same(point)) },
  };
}

/** Both paths give the same cash: one mark stands for both. */
export function same(point: CashPoint): boolean {
  return Math.abs(point.signed - point.all) < SAME;
}

function before(chart: CashChart, path: CashPath): CashPoint[] {
  const crossing = chart.crossings[path];
  return chart.points.filter((point) => !crossing || point.index < crossing.index);
}

/** Where a path meets the minimum, between the quarter before and the one below it. */
function endOf(chart: CashChart, path: CashPath): Place | null {
  const crossing: Crossing | null = chart.crossings[path];
  const point = chart.points.find((one) => one.index === crossing?.index);
  if (!crossing || !point) return null;
  const former = chart.points.find((one) => one.index === point.index - 1);
  const value = former
    ? former.minimum + (point.minimum - former.minimum) * crossing.fraction
    : point.minimum;
  return { at: crossing.index - 1 + crossing.fraction, value: crossing.fraction < 1 ? value : point.minimum };
}

/** Joins neighbours; a quarter that is left out breaks the line. */
function runs(points: readonly CashPoint[], path: CashPath | 'minimum', end: Place | null): Place[][] {
  const all: Place[][] = [];
  let last = Number.NaN;
  for (const point of points) {
    const place = { at: point.index, value: point[path] };
    if (point.index === last + 1) all.at(-1)?.push(place);
    else all.push([place]);
    last = point.index;
  }
  if (end && all.length > 0) all.at(-1)?.push(end);
  return all;
}

/** The strokes of runs in px, which labels keep clear of. */
export function strokesOf(
  all: readonly (readonly Place[])[],
  x: (at: number) => number,
  y: (value: number) => number,
): Stroke[] {
  return all.flatMap((run) =>
    run.slice(1).map((to, index) => {
      const from = run[index] ?? to;
      return { x1: x(from.at), y1: y(from.value), x2: x(to.at), y2: y(to.value) };
    }),
  );
}
