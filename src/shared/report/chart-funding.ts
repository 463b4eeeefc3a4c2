import type { Viewpoint } from '#shared/engine/results.ts';
import { BINDING_LEVELS } from '#shared/model/deal.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import type { PeriodName } from '#shared/model/period.ts';
import type { FundingRoles } from '#shared/model/presentation.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { lastActualIndex, periodsOfYear, type Timeline, yearsOf } from '#shared/model/timeline.ts';
import { fundingSeries, type LeftOut, type Series } from './chart-series.ts';
import { headline, NOTHING } from './headline.ts';
import { numberOf, type Rows, type SourceCell, troubleCell } from './row-reading.ts';

/** One piece of a bar: above zero when money is there, below when it goes out. */
export interface Segment {
  readonly series: string;
  readonly value: number;
  readonly cells: readonly SourceCell[];
}

export interface FundingYear {
  readonly year: number;
  /** All quarters of the year are reported. */
  readonly actual: boolean;
  /** In stack order; nothing is left in that rounds to no money at all. */
  readonly segments: readonly Segment[];
  readonly above: number;
  readonly below: number;
  /** What no source covers, 0 or more. */
  readonly gap: number;
  readonly gapCells: readonly SourceCell[];
}

/** What the title says; `neutral` whenever the figures do not carry a message. */
export type FundingMessage =
  | { readonly kind: 'neutral' }
  | { readonly kind: 'opens'; readonly period: PeriodName; readonly widest: number | null }
  | { readonly kind: 'covered'; readonly to: number };

export interface FundingChart {
  readonly kind: 'funding-obligations';
  readonly unit: string;
  readonly series: readonly Series[];
  /** All years of the timeline; those that are left out have no entry in `years`. */
  readonly columns: readonly number[];
  readonly years: readonly FundingYear[];
  readonly leftOut: LeftOut;
  readonly message: FundingMessage;
}

/** Funding above zero against obligations below, by year, with the gap. null without roles. */
export function fundingChart(scenario: Scenario, rows: Rows, viewpoint: Viewpoint): FundingChart | null {
  const roles = scenario.presentation.funding;
  if (!roles) return null;
  const actual = lastActualIndex(scenario.timeline, asOfDate(scenario, viewpoint.caseId, viewpoint.asOf));
  const years: FundingYear[] = [];
  const broken: SourceCell[] = [];
  const all = yearsOf(scenario.timeline);
  all.forEach((year, index) => {
    const reader = new YearReader(scenario.timeline, rows, year, index);
    const segments = segmentsOf(roles, reader);
    const gap = reader.read(roles.gap);
    if (reader.broken) {
      broken.push(reader.broken);
      return;
    }
    const last = periodsOfYear(scenario.timeline, year).at(-1) ?? Number.POSITIVE_INFINITY;
    years.push(drawnYear(year, last <= actual, segments, gap, reader.cell(roles.gap)));
  });
  const used = new Set(years.flatMap((year) => year.segments.map((segment) => segment.series)));
  return {
    kind: 'funding-obligations',
    unit: itemOf(scenario, roles.gap)?.unit ?? '',
    series: fundingSeries(roles.obligations).filter((series) => used.has(series.id)),
    columns: all,
    years,
    leftOut: { count: broken.length, of: all.length, unit: 'years', cells: broken },
    message: broken.length > 0 ? { kind: 'neutral' } : messageOf(scenario, rows, viewpoint, years),
  };
}

/** Reads the annual values of one year and remembers the first cell that holds no number. */
class YearReader {
  broken: SourceCell | undefined;
  readonly #timeline: Timeline;
  readonly #rows: Rows;
  readonly #year: number;
  readonly #index: number;

  constructor(timeline: Timeline, rows: Rows, year: number, index: number) {
    this.#timeline = timeline;
    this.#rows = rows;
    this.#year = year;
    this.#index = index;
  }

  cell(key: ItemKey): SourceCell {
    return { key, column: String(this.#year) };
  }

  read(key: ItemKey): number {
    const value = this.#rows.get(key)?.years[this.#index];
    const number = numberOf(value);
    if (number === undefined) this.broken ??= troubleCell(this.#timeline, value, this.cell(key));
    return number ?? 0;
  }
}

function segmentsOf(roles: FundingRoles, reader: YearReader): Segment[] {
  const drawn = reader.read(roles.cashOpen) - reader.read(roles.cash);
  const levels = BINDING_LEVELS.map((level) => ({ level, key: roles.levels[level] }));
  const segments: Segment[] = [
    { series: 'revenue', value: reader.read(roles.revenue), cells: [reader.cell(roles.revenue)] },
    ...levels.map(({ level, key }) => levelSegment(level, key, reader)),
    {
      series: 'drawn',
      value: Math.max(0, drawn),
      cells: [reader.cell(roles.cashOpen), reader.cell(roles.cash)],
    },
    ...roles.obligations.map(({ items }, index) => ({
      series: `obligation-${index}`,
      value: -items.reduce((sum, key) => sum + reader.read(key), 0),
      cells: items.map((key) => reader.cell(key)),
    })),
  ];
  const repaid = segments.filter((segment) => segment.series.startsWith('repaid-'));
  return [...segments.filter((segment) => !repaid.includes(segment)), ...repaid];
}

/** More paid back than received in a year stands below zero, as a series of its own. */
function levelSegment(level: string, key: ItemKey, reader: YearReader): Segment {
  const value = reader.read(key);
  return { series: value < 0 ? `repaid-${level}` : level, value, cells: [reader.cell(key)] };
}

function drawnYear(
  year: number,
  actual: boolean,
  all: readonly Segment[],
  gap: number,
  gapCell: SourceCell,
): FundingYear {
  const segments = all.filter((segment) => Math.abs(segment.value) > NOTHING);
  const sum = (values: readonly Segment[]) => values.reduce((total, segment) => total + segment.value, 0);
  return {
    year,
    actual,
    segments,
    above: sum(segments.filter((segment) => segment.value > 0)),
    below: sum(segments.filter((segment) => segment.value < 0)),
    gap,
    gapCells: [gapCell],
  };
}

/** Titles speak of the gap, not of totals: within a year early needs and late money do not meet. */
function messageOf(
  scenario: Scenario,
  rows: Rows,
  viewpoint: Viewpoint,
  years: readonly FundingYear[],
): FundingMessage {
  const shown = headline(scenario, rows, viewpoint);
  if (shown.kind === 'covered') return { kind: 'covered', to: shown.to };
  if (shown.kind !== 'gap' || !shown.firstGap) return { kind: 'neutral' };
  const widest = years.reduce((most, year) => (year.gap > most.gap ? year : most));
  const sole = years.filter((year) => year.gap > NOTHING).length === 1;
  return { kind: 'opens', period: shown.firstGap, widest: sole ? null : widest.year };
}
