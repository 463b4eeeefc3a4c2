import type { Viewpoint } from '#shared/engine/results.ts';
import { BINDING_LEVELS, type BindingLevel } from '#shared/model/deal.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import type { PeriodName } from '#shared/model/period.ts';
import type { FundingRoles } from '#shared/model/presentation.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { lastActualIndex, periodNameAt, quarterAt } from '#shared/model/timeline.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { numberAt, type Rows, type SourceCell } from './row-reading.ts';

/** Amounts below this are residue of floating point, not money. */
export const NOTHING = 1e-9;

/** A figure of one quarter. */
export interface DatedFigure {
  readonly value: number;
  readonly period: PeriodName;
}

/** How much of the need one binding level covers. Negative where repayment makes the need larger. */
export interface LevelCover {
  readonly level: BindingLevel;
  readonly amount: number;
}

/** What stands beside the sentence. null where a value is missing or an error. */
export interface HeadlineFigures {
  /** Unit of all amounts. */
  readonly unit: string;
  /** Years from the first quarter that is not reported to the end. */
  readonly from: number;
  readonly to: number;
  readonly lastActual: PeriodName | null;
  /** Quarters after the last actual until the first gap. */
  readonly runway: number | null;
  /** The last quarter that the runway covers. */
  readonly runwayEnd: PeriodName | null;
  /** The largest gap of one quarter. */
  readonly peak: DatedFigure | null;
  /** Closing cash of the last actual quarter. */
  readonly cash: DatedFigure | null;
  /** Need if no outside money came; covers and gap add up to it. */
  readonly need: number | null;
  readonly covers: readonly LevelCover[];
}

/** The one sentence a scenario answers with. Which text says it: see `headlineMessage`. */
export type Headline =
  | { readonly kind: 'no roles' }
  | { readonly kind: 'no value'; readonly cell: SourceCell; readonly error: string | null }
  | ({
      readonly kind: 'gap';
      readonly gap: number;
      readonly firstGap: PeriodName | null;
      /** Per cent of the money still to come that is not signed; null where unknown. */
      readonly softShare: number | null;
    } & HeadlineFigures)
  | ({
      readonly kind: 'covered';
      /** The softest money that is needed to cover everything; null when none is. */
      readonly softest: BindingLevel | null;
      readonly softShare: number | null;
    } & HeadlineFigures);

/** Rows that headline and charts read; empty when the scenario names no roles. */
export function roleKeys(scenario: Pick<Scenario, 'presentation'>): ItemKey[] {
  const roles = scenario.presentation.funding;
  if (!roles) return [];
  const { ladder } = roles;
  return [
    ...new Set([
      roles.revenue,
      ...Object.values(roles.levels),
      ...roles.obligations.flatMap((series) => series.items),
      ...[roles.gap, roles.gapTotal, roles.softShare, roles.runway],
      ...[roles.cash, roles.cashOpen, roles.cashUnfilled, roles.cashMinimum],
      ladder.needWithNone,
      ...Object.values(ladder.needUpTo),
      ...Object.values(ladder.layers),
      ...Object.values(ladder.cashUpTo),
    ]),
  ];
}

/** Reads the headline from calculated rows. */
export function headline(scenario: Scenario, rows: Rows, viewpoint: Viewpoint): Headline {
  const roles = scenario.presentation.funding;
  if (!roles) return { kind: 'no roles' };
  const last = scenario.timeline.periods - 1;
  const gap = numberAt(rows, roles.gapTotal, last);
  if (gap === undefined) {
    const value = rows.get(roles.gapTotal)?.periods[last];
    const cell = { key: roles.gapTotal, column: periodNameAt(scenario.timeline, last) };
    return { kind: 'no value', cell, error: isErrorValue(value) ? value.code : null };
  }
  const figures = headlineFigures(scenario, rows, viewpoint, roles);
  const softShare = numberAt(rows, roles.softShare, last) ?? null;
  if (gap > NOTHING) {
    return { kind: 'gap', gap, firstGap: firstGapOf(scenario, rows, roles), softShare, ...figures };
  }
  const softest = figures.covers.findLast((cover) => cover.amount > NOTHING)?.level ?? null;
  return { kind: 'covered', softest, softShare, ...figures };
}

function headlineFigures(
  scenario: Scenario,
  rows: Rows,
  viewpoint: Viewpoint,
  roles: FundingRoles,
): HeadlineFigures {
  const { timeline } = scenario;
  const last = timeline.periods - 1;
  const actual = lastActualIndex(timeline, asOfDate(scenario, viewpoint.caseId, viewpoint.asOf));
  const runway = numberAt(rows, roles.runway, last) ?? null;
  return {
    unit: itemOf(scenario, roles.gapTotal)?.unit ?? '',
    from: quarterAt(timeline, Math.min(actual + 1, last)).year,
    to: quarterAt(timeline, last).year,
    lastActual: actual >= 0 ? periodNameAt(timeline, actual) : null,
    runway,
    runwayEnd: runway === null ? null : quarterAfter(scenario, actual, runway),
    peak: peakOf(scenario, rows, roles),
    cash: actual >= 0 ? figureAt(scenario, rows, roles.cash, actual) : null,
    need: numberAt(rows, roles.ladder.needWithNone, last) ?? null,
    covers: coversOf(rows, roles, last),
  };
}

/** Covers are complete or absent: a bar that lacks a level would pass for the whole. */
function coversOf(rows: Rows, roles: FundingRoles, last: number): LevelCover[] {
  const covers: LevelCover[] = [];
  for (const level of BINDING_LEVELS) {
    const amount = numberAt(rows, roles.ladder.layers[level], last);
    if (amount === undefined) return [];
    covers.push({ level, amount });
  }
  return covers;
}

function quarterAfter(scenario: Scenario, actual: number, runway: number): PeriodName | null {
  const end = actual + Math.round(runway);
  return end >= 0 && end < scenario.timeline.periods ? periodNameAt(scenario.timeline, end) : null;
}

function figureAt(scenario: Scenario, rows: Rows, key: ItemKey, period: number): DatedFigure | null {
  const value = numberAt(rows, key, period);
  return value === undefined ? null : { value, period: periodNameAt(scenario.timeline, period) };
}

/** null also when an earlier quarter has no value: it might be the first. */
function firstGapOf(scenario: Scenario, rows: Rows, roles: FundingRoles): PeriodName | null {
  for (let period = 0; period < scenario.timeline.periods; period++) {
    const gap = numberAt(rows, roles.gap, period);
    if (gap === undefined) return null;
    if (gap > NOTHING) return periodNameAt(scenario.timeline, period);
  }
  return null;
}

function peakOf(scenario: Scenario, rows: Rows, roles: FundingRoles): DatedFigure | null {
  let peak: DatedFigure | null = null;
  for (let period = 0; period < scenario.timeline.periods; period++) {
    const figure = figureAt(scenario, rows, roles.gap, period);
    if (!figure) return null;
    if (!peak || figure.value > peak.value) peak = figure;
  }
  return peak;
}
