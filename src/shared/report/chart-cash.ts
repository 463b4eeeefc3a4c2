import type { Viewpoint } from '#shared/engine/results.ts';
import type { PeriodName } from '#shared/model/period.ts';
import type { FundingRoles } from '#shared/model/presentation.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import {
  lastActualIndex,
  periodNameAt,
  periodsOfYear,
  quarterAt,
  type Timeline,
  yearsOf,
} from '#shared/model/timeline.ts';
import type { LeftOut } from './chart-series.ts';
import { NOTHING } from './headline.ts';
import { numberAt, type Rows, type SourceCell, troubleCell } from './row-reading.ts';

/** The two paths of cash when nothing fills the gap. */
export type CashPath = 'signed' | 'all';

export interface CashPoint {
  readonly period: PeriodName;
  /** Column of the timeline; columns that are left out leave a hole. */
  readonly index: number;
  readonly actual: boolean;
  readonly signed: number;
  readonly all: number;
  readonly minimum: number;
  readonly cells: Readonly<Record<CashPath | 'minimum', SourceCell>>;
}

/** Where a path first falls below the minimum after the last actual quarter. */
export interface Crossing {
  readonly period: PeriodName;
  readonly index: number;
  /** The quarter before: the last that the money lasts for, as runway counts it. */
  readonly until: PeriodName;
  /** Part of the way from the quarter before, 0 to 1, at which the path meets the minimum. */
  readonly fraction: number;
  /** Forecast quarters that stay at or above the minimum before it. */
  readonly quarters: number;
}

export type CashMessage =
  | { readonly kind: 'neutral' }
  | { readonly kind: 'signed until'; readonly period: PeriodName }
  /** Below the minimum, but a credit line bridges it for now. */
  | { readonly kind: 'signed dips'; readonly period: PeriodName }
  | { readonly kind: 'signed lasts'; readonly to: number };

export interface CashChart {
  readonly kind: 'cash-runway';
  readonly unit: string;
  /** Number of columns of the timeline. */
  readonly columns: number;
  /** Years with their first and last column. */
  readonly years: readonly { readonly year: number; readonly from: number; readonly to: number }[];
  /** Column of the last actual quarter, −1 for none. */
  readonly lastActual: number;
  readonly points: readonly CashPoint[];
  readonly crossings: Readonly<Record<CashPath, Crossing | null>>;
  readonly leftOut: LeftOut;
  readonly message: CashMessage;
}

/** Closing cash with signed money only and with all sources, against the minimum. null without roles. */
export function cashChart(scenario: Scenario, rows: Rows, viewpoint: Viewpoint): CashChart | null {
  const roles = scenario.presentation.funding;
  if (!roles) return null;
  const { timeline } = scenario;
  const lastActual = lastActualIndex(timeline, asOfDate(scenario, viewpoint.caseId, viewpoint.asOf));
  const keys = {
    signed: roles.ladder.cashUpTo.signed,
    all: roles.cashUnfilled,
    minimum: roles.cashMinimum,
  };
  const points: CashPoint[] = [];
  const broken: SourceCell[] = [];
  for (let index = 0; index < timeline.periods; index++) {
    const point = pointOf(rows, keys, index, periodNameAt(timeline, index), index <= lastActual);
    if ('column' in point) {
      broken.push(troubleCell(timeline, rows.get(point.key)?.periods[index], point));
    } else points.push(point);
  }
  const complete = broken.length === 0;
  const crossings = {
    signed: complete ? crossingOf(timeline, points, 'signed', lastActual) : null,
    all: complete ? crossingOf(timeline, points, 'all', lastActual) : null,
  };
  const to = quarterAt(timeline, timeline.periods - 1).year;
  return {
    kind: 'cash-runway',
    unit: itemOf(scenario, roles.cash)?.unit ?? '',
    columns: timeline.periods,
    years: yearsOf(timeline).map((year) => {
      const columns = periodsOfYear(timeline, year);
      return { year, from: columns[0] ?? 0, to: columns.at(-1) ?? 0 };
    }),
    lastActual,
    points,
    crossings,
    leftOut: { count: broken.length, of: timeline.periods, unit: 'quarters', cells: broken },
    message: complete
      ? messageOf(crossings.signed, needFrom(scenario, rows, roles), to)
      : { kind: 'neutral' },
  };
}

function pointOf(
  rows: Rows,
  keys: Readonly<Record<CashPath | 'minimum', string>>,
  index: number,
  period: PeriodName,
  actual: boolean,
): CashPoint | SourceCell {
  const cell = (key: string) => ({ key, column: period });
  const signed = numberAt(rows, keys.signed, index);
  const all = numberAt(rows, keys.all, index);
  const minimum = numberAt(rows, keys.minimum, index);
  if (signed === undefined) return cell(keys.signed);
  if (all === undefined) return cell(keys.all);
  if (minimum === undefined) return cell(keys.minimum);
  const cells = { signed: cell(keys.signed), all: cell(keys.all), minimum: cell(keys.minimum) };
  return { period, index, actual, signed, all, minimum, cells };
}

function crossingOf(
  timeline: Timeline,
  points: readonly CashPoint[],
  path: CashPath,
  lastActual: number,
): Crossing | null {
  const at = points.findIndex((point) => point.index > lastActual && point[path] < point.minimum - NOTHING);
  const point = points[at];
  if (!point) return null;
  const before = points[at - 1];
  const above = before ? before[path] - before.minimum : 0;
  const below = point.minimum - point[path];
  const fraction = above > 0 ? above / (above + below) : 1;
  const { period, index } = point;
  const until = periodNameAt(timeline, index - 1);
  return { period, index, until, fraction, quarters: index - lastActual - 1 };
}

/** First period with a need that signed money and credit lines leave; null for none. */
function needFrom(scenario: Scenario, rows: Rows, roles: FundingRoles): PeriodName | null {
  for (let index = 0; index < scenario.timeline.periods; index++) {
    const need = numberAt(rows, roles.ladder.needUpTo.signed, index);
    if (need !== undefined && need > NOTHING) return periodNameAt(scenario.timeline, index);
  }
  return null;
}

function messageOf(crossing: Crossing | null, need: PeriodName | null, to: number): CashMessage {
  if (!crossing) return need === null ? { kind: 'signed lasts', to } : { kind: 'neutral' };
  return crossing.period === need
    ? { kind: 'signed until', period: crossing.until }
    : { kind: 'signed dips', period: crossing.period };
}
