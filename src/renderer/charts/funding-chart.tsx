import { memo, useId, useMemo } from 'react';
import { Bar, ComposedChart, Line, ReferenceLine, XAxis, YAxis, ZIndexLayer } from 'recharts';
import type { FundingChart, FundingYear, Segment } from '#shared/report/chart-funding.ts';
import type { Series } from '#shared/report/chart-series.ts';
import { type ChartTexts, seriesName, valueText } from './chart-texts.ts';
import type { ChartViewProps } from './chart-view.ts';
import { FundingLabels } from './funding-labels.tsx';
import { fundingLayout } from './funding-layout.ts';
import { LAYERS } from './layers.ts';
import { Legend } from './legend.tsx';
import { HatchPattern, SegmentRect } from './level-rect.tsx';
import { Mark, MarkRings } from './mark.tsx';
import type { Box } from './place-labels.ts';
import { GridLines, ValueAxis } from './value-axis.tsx';

/** One row of the chart library: a value per series, keyed by its id. */
interface Row {
  readonly year: number;
  readonly gapLine: number | null;
  readonly [series: string]: number | null;
}

/** Sources above zero, obligations below, the gap as a line. */
export const FundingChartView = memo(function FundingChartView(props: ChartViewProps<FundingChart>) {
  const { chart, width, height, texts } = props;
  const hatchId = useId();
  const layout = fundingLayout(props);
  const rows = useMemo(() => chart.columns.map((year) => rowOf(chart, year)), [chart]);
  const years = useMemo(() => new Map(chart.years.map((year) => [year.year, year])), [chart]);
  return (
    <ComposedChart
      width={width}
      height={height}
      data={rows}
      margin={layout.margin}
      stackOffset="sign"
      accessibilityLayer={false}
    >
      <defs>
        <HatchPattern id={hatchId} />
      </defs>
      <ZIndexLayer zIndex={LAYERS.ground}>
        <GridLines ticks={layout.ticks} />
      </ZIndexLayer>
      <XAxis dataKey="year" hide reversed={texts.mirror} />
      <YAxis hide domain={[...layout.domain]} ticks={[...layout.ticks]} allowDataOverflow />
      {chart.series.map((series) => (
        <Bar
          key={series.id}
          dataKey={series.id}
          stackId="stack"
          barSize={layout.barSize}
          isAnimationActive={false}
          shape={(bar: DrawnBar) => (
            <SegmentMark
              bar={bar}
              series={series}
              years={years}
              chart={chart}
              texts={texts}
              hatchId={hatchId}
            />
          )}
        />
      ))}
      <ReferenceLine y={0} stroke="var(--c-zero)" zIndex={LAYERS.lines} />
      <Line dataKey="gapLine" {...LINE} stroke="var(--c-halo)" strokeWidth={5.5} dot={false} />
      <Line
        dataKey="gapLine"
        {...LINE}
        stroke="var(--c-gap)"
        strokeWidth={2.5}
        dot={(dot: DrawnDot) => (
          <GapDot key={dot.index} dot={dot} years={years} chart={chart} texts={texts} />
        )}
      />
      <ZIndexLayer zIndex={LAYERS.labels}>
        <ValueAxis ticks={layout.ticks} texts={texts} />
        <Legend entries={layout.legend} width={width} texts={texts} hatchId={hatchId} />
        <FundingLabels chart={chart} layout={layout} texts={texts} height={height} />
      </ZIndexLayer>
      <ZIndexLayer zIndex={LAYERS.rings}>
        <MarkRings />
      </ZIndexLayer>
    </ComposedChart>
  );
});

const LINE = { type: 'linear', isAnimationActive: false, activeDot: false, legendType: 'none' } as const;

function rowOf(chart: FundingChart, column: number): Row {
  const year = chart.years.find((one) => one.year === column);
  const row: Record<string, number | null> = {};
  for (const { id } of chart.series) row[id] = null;
  for (const { series, value } of year?.segments ?? []) row[series] = value;
  return { ...row, year: column, gapLine: year ? -year.gap + 0 : null };
}

interface DrawnBar {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly payload?: unknown;
}

interface DrawnDot {
  readonly cx?: number;
  readonly cy?: number;
  readonly index?: number;
  readonly payload?: unknown;
}

interface FundingMarkProps {
  readonly years: ReadonlyMap<number, FundingYear>;
  readonly chart: FundingChart;
  readonly texts: ChartTexts;
}

function yearOf(years: ReadonlyMap<number, FundingYear>, payload: unknown): FundingYear | undefined {
  return years.get((payload as Partial<Row> | undefined)?.year ?? Number.NaN);
}

type SegmentMarkProps = FundingMarkProps & { bar: DrawnBar; series: Series; hatchId: string };

function SegmentMark({ bar, series, years, chart, texts, hatchId }: SegmentMarkProps) {
  const year = yearOf(years, bar.payload);
  const segment = year?.segments.find((one) => one.series === series.id);
  const box = barBox(bar);
  const facts = useMemo(
    () => (year && segment ? factsOf(year, series, segment, chart, texts) : null),
    [year, series, segment, chart, texts],
  );
  if (!facts || !box) return null;
  return (
    <Mark facts={facts} box={box}>
      <SegmentRect look={series.look} box={withHairline(box)} hatchId={hatchId} />
    </Mark>
  );
}

function factsOf(
  year: FundingYear,
  series: Series,
  segment: Segment,
  chart: FundingChart,
  texts: ChartTexts,
) {
  return {
    id: `${series.id}-${year.year}`,
    period: String(year.year),
    series: seriesName(series.look, texts),
    value: valueText(Math.abs(segment.value), chart.unit, texts),
    cells: segment.cells,
  };
}

/** Bars below zero come with a negative height. */
function barBox({ x = 0, y = 0, width = 0, height = 0 }: DrawnBar): Box | null {
  if (!Number.isFinite(y) || !Number.isFinite(height) || height === 0) return null;
  return { x, y: Math.min(y, y + height), width, height: Math.abs(height) };
}

/** Neighbours in a stack are told apart by the surface between them. */
function withHairline(box: Box): Box {
  return box.height > 4 ? { ...box, y: box.y + 0.25, height: box.height - 0.5 } : box;
}

function GapDot({ dot, years, chart, texts }: FundingMarkProps & { dot: DrawnDot }) {
  const year = yearOf(years, dot.payload);
  const { cx = 0, cy = Number.NaN } = dot;
  const facts = useMemo(
    () =>
      year && {
        id: `gap-${year.year}`,
        period: String(year.year),
        series: texts.t('series.gap'),
        value: valueText(year.gap, chart.unit, texts),
        cells: year.gapCells,
      },
    [year, chart, texts],
  );
  if (!facts || !Number.isFinite(cy)) return null;
  return (
    <Mark facts={facts} box={{ x: cx - 5, y: cy - 5, width: 10, height: 10 }}>
      <circle
        cx={cx}
        cy={cy}
        r={3.4}
        style={{ fill: 'var(--c-gap)', stroke: 'var(--c-halo)', strokeWidth: 1.5 }}
      />
    </Mark>
  );
}
