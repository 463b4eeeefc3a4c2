import type { ObligationGroup } from '#shared/model/presentation.ts';
import type { FundingChart, FundingYear } from '#shared/report/chart-funding.ts';
import type { Series } from '#shared/report/chart-series.ts';
import { type ChartTexts, seriesName } from './chart-texts.ts';
import { type ChartViewProps, type Margin, marginOf } from './chart-view.ts';
import { type LegendEntry, legendEntries, legendHeight } from './legend.tsx';
import { groupTextColour } from './level-rect.tsx';
import { roundTicks } from './round-ticks.ts';
import { textWidth } from './text-width.ts';
import { axisWidth } from './value-axis.tsx';

/** A text beside the last bar, at the middle of what it names. */
export interface EndLabel {
  readonly id: string;
  readonly text: string;
  readonly colour: string;
  readonly at: number;
  readonly size: number;
}

export interface FundingLayout {
  readonly margin: Margin;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly barSize: number;
  readonly legend: readonly LegendEntry[];
  readonly endLabels: readonly EndLabel[];
}

const LABEL_LINE = 17;
const YEAR_LINE = 20;
const END_GAP = 6;
const WIDEST_END = 0.3;
const BAR_SHARE = 0.56;

/** Measures of a funding chart in its frame. */
export function fundingLayout(props: ChartViewProps<FundingChart>): FundingLayout {
  const { chart, width, height, detail, texts } = props;
  const legend = detail === 'strip' ? [] : legendEntries(chart.series, texts, width);
  const top = legendHeight(legend) + (legend.length > 0 ? 4 : 0);
  const endLabels = endLabelsOf(chart, texts, detail === 'strip');
  const plotHeight = Math.max(1, height - top - YEAR_LINE);
  const domain = domainOf(chart.years, plotHeight);
  const ticks = roundTicks(...domain);
  const widest = Math.max(0, ...endLabels.map(({ text }) => textWidth(text, texts.small, 600)));
  const end = Math.min(Math.ceil(widest) + END_GAP, width * WIDEST_END);
  const start = axisWidth(ticks, texts);
  const band = (width - start - end) / Math.max(1, chart.columns.length);
  return {
    margin: marginOf({ top, bottom: YEAR_LINE, start, end }, texts.mirror),
    domain,
    ticks,
    barSize: Math.round(band * BAR_SHARE),
    legend,
    endLabels: endLabels.filter(({ text }) => textWidth(text, texts.small, 600) <= end),
  };
}

/** Room for the totals above and below the bars belongs to the plot. */
function domainOf(years: readonly FundingYear[], plotHeight: number): [number, number] {
  const high = Math.max(0, ...years.map((year) => year.above));
  const low = Math.min(0, ...years.map((year) => Math.min(year.below, -year.gap)));
  if (high === low) return [-1, 1];
  const perPixel = (high - low) / Math.max(1, plotHeight - 2 * LABEL_LINE);
  return [low - LABEL_LINE * perPixel, high + LABEL_LINE * perPixel];
}

function endLabelsOf(chart: FundingChart, texts: ChartTexts, short: boolean): EndLabel[] {
  const year = chart.years.at(-1);
  if (!year || year.year !== chart.columns.at(-1)) return [];
  const gap: EndLabel = {
    id: 'gap',
    text: texts.t('series.gap'),
    colour: 'var(--c-gap)',
    at: -year.gap,
    size: Number.POSITIVE_INFINITY,
  };
  const revenue = spanOf(year, (series) => series === 'revenue');
  const revenueLabel = revenue && {
    id: 'revenue',
    text: texts.t('series.revenue'),
    colour: 'var(--c-revenue)',
    at: (revenue[0] + revenue[1]) / 2,
    size: Math.abs(revenue[1] - revenue[0]),
  };
  return [gap, ...(revenueLabel ? [revenueLabel] : []), ...groupLabels(chart.series, year, texts, short)];
}

/** Neighbours of one group share a label; a group of one series has the name of that series. */
function groupLabels(
  series: readonly Series[],
  year: FundingYear,
  texts: ChartTexts,
  short: boolean,
): EndLabel[] {
  const members = new Map<ObligationGroup, Series[]>();
  for (const one of series) {
    if (one.look.kind !== 'obligation') continue;
    const { group } = one.look;
    members.set(group, [...(members.get(group) ?? []), one]);
  }
  return [...members].flatMap(([group, all]) => {
    const span = spanOf(year, (id) => all.some((one) => one.id === id));
    const [only] = all;
    if (!span || !only) return [];
    const alone = all.length === 1 && !short;
    const text = alone ? seriesName(only.look, texts) : texts.t(`${short ? 'groupShort' : 'group'}.${group}`);
    const label = { id: group, text, colour: groupTextColour(group), at: (span[0] + span[1]) / 2 };
    return [{ ...label, size: Math.abs(span[1] - span[0]) }];
  });
}

/** Where the segments of some series lie in the stack, from the side of zero to the far side. */
function spanOf(year: FundingYear, belongs: (series: string) => boolean): [number, number] | null {
  let [up, down] = [0, 0];
  let span: [number, number] | null = null;
  for (const { series, value } of year.segments) {
    const from = value > 0 ? up : down;
    const to = from + value;
    if (value > 0) up = to;
    else down = to;
    if (belongs(series)) span = [span?.[0] ?? from, to];
  }
  return span;
}
