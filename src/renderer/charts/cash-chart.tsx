import { memo } from 'react';
import {
  ComposedChart,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import type { CashChart, CashPath, CashPoint } from '#shared/report/chart-cash.ts';
import { periodText } from '#shared/report/time-text.ts';
import { CashLabels } from './cash-labels.tsx';
import { type CashLayout, cashLayout, type Place, same } from './cash-layout.ts';
import { type ChartTexts, valueText } from './chart-texts.ts';
import type { ChartViewProps } from './chart-view.ts';
import { LAYERS } from './layers.ts';
import { Mark, MarkRings } from './mark.tsx';
import type { Box } from './place-labels.ts';
import { GridLines, ValueAxis } from './value-axis.tsx';

const HIT = 12;

/** Closing cash with signed money and with all sources, down to the minimum. */
export const CashChartView = memo(function CashChartView(props: ChartViewProps<CashChart>) {
  const { chart, width, height, texts } = props;
  const layout = cashLayout(props);
  return (
    <ComposedChart
      width={width}
      height={height}
      data={chart.points.map(({ index, all }) => ({ at: index + 0.5, all }))}
      margin={layout.margin}
      accessibilityLayer={false}
    >
      <ZIndexLayer zIndex={LAYERS.ground}>
        <ActualShade chart={chart} />
        <GridLines ticks={layout.ticks} />
      </ZIndexLayer>
      <XAxis
        type="number"
        dataKey="at"
        hide
        domain={[0, chart.columns]}
        ticks={[]}
        reversed={texts.mirror}
        allowDataOverflow
      />
      <YAxis hide domain={[...layout.domain]} ticks={[...layout.ticks]} allowDataOverflow />
      <ZIndexLayer zIndex={LAYERS.lines}>
        <CashLines chart={chart} layout={layout} texts={texts} />
      </ZIndexLayer>
      <ZIndexLayer zIndex={LAYERS.labels}>
        <ValueAxis ticks={layout.ticks} texts={texts} />
        <CashLabels chart={chart} layout={layout} texts={texts} height={height} />
      </ZIndexLayer>
      <ZIndexLayer zIndex={LAYERS.rings}>
        <MarkRings />
      </ZIndexLayer>
    </ComposedChart>
  );
});

/** Reported quarters stand on a ground of their own. */
function ActualShade({ chart }: { readonly chart: CashChart }) {
  const plot = usePlotArea();
  const scale = useXAxisScale();
  if (!plot || !scale || chart.lastActual < 0) return null;
  const [from, to] = [scale(0) ?? 0, scale(chart.lastActual + 1) ?? 0];
  return (
    <g>
      <rect
        x={Math.min(from, to)}
        y={plot.y}
        width={Math.abs(to - from)}
        height={plot.height}
        style={{ fill: 'var(--bg-sunken)' }}
      />
      <line
        x1={to}
        x2={to}
        y1={plot.y}
        y2={plot.y + plot.height}
        style={{ stroke: 'var(--c-zero)', strokeDasharray: '1 2' }}
      />
    </g>
  );
}

interface CashLinesProps {
  readonly chart: CashChart;
  readonly layout: CashLayout;
  readonly texts: ChartTexts;
}

function CashLines({ chart, layout, texts }: CashLinesProps) {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!plot || !xScale || !yScale) return null;
  const x = (at: number) => xScale(at + 0.5) ?? 0;
  const y = (value: number) => yScale(value) ?? 0;
  const path = (all: readonly (readonly Place[])[]) =>
    all.map((run) => `M${run.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L')}`).join('');
  return (
    <g>
      <line x1={plot.x} x2={plot.x + plot.width} y1={y(0)} y2={y(0)} style={{ stroke: 'var(--c-zero)' }} />
      <path
        d={minimumPath(layout, x, y, plot)}
        style={{ fill: 'none', stroke: 'var(--c-gap)', strokeDasharray: '4 3' }}
      />
      <path
        d={path(layout.paths.all)}
        style={{ ...LINE, stroke: 'var(--c-fund)', strokeWidth: 1.8, strokeDasharray: '5 3' }}
      />
      <path d={path(layout.paths.signed)} style={{ ...LINE, stroke: 'var(--c-revenue)', strokeWidth: 2.4 }} />
      <EndDots layout={layout} x={x} y={y} />
      {(['all', 'signed'] as const).flatMap((one) =>
        layout.points[one].map((point) => (
          <PointMark
            key={`${one}-${point.period}`}
            path={one}
            point={point}
            unit={chart.unit}
            texts={texts}
            box={around(x(point.index), y(point[one]))}
          />
        )),
      )}
    </g>
  );
}

const LINE = { fill: 'none', strokeLinejoin: 'round' } as const;

/** The minimum holds over the whole of its quarters, to both edges of the plot. */
function minimumPath(
  layout: CashLayout,
  x: (at: number) => number,
  y: (value: number) => number,
  plot: Box,
): string {
  const limit = (value: number) => Math.min(Math.max(value, plot.x), plot.x + plot.width);
  return layout.minimum
    .map((run) => {
      const places = run.flatMap(({ at, value }) => [
        `${limit(x(at - 0.5))} ${y(value)}`,
        `${limit(x(at + 0.5))} ${y(value)}`,
      ]);
      return `M${places.join('L')}`;
    })
    .join('');
}

interface EndDotsProps {
  readonly layout: CashLayout;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

function EndDots({ layout, x, y }: EndDotsProps) {
  const { signed, all } = layout.ends;
  return (
    <g>
      {all && (
        <circle
          cx={x(all.at)}
          cy={y(all.value)}
          r={4}
          style={{ fill: 'var(--bg-surface)', stroke: 'var(--c-fund)', strokeWidth: 2 }}
        />
      )}
      {signed && (
        <circle
          cx={x(signed.at)}
          cy={y(signed.value)}
          r={4.5}
          style={{ fill: 'var(--c-revenue)', stroke: 'var(--c-halo)', strokeWidth: 1.5 }}
        />
      )}
    </g>
  );
}

function around(x: number, y: number): Box {
  return { x: x - HIT / 2, y: y - HIT / 2, width: HIT, height: HIT };
}

interface PointMarkProps {
  readonly path: CashPath;
  readonly point: CashPoint;
  readonly unit: string;
  readonly texts: ChartTexts;
  readonly box: Box;
}

function PointMark({ path, point, unit, texts, box }: PointMarkProps) {
  const both = same(point);
  const facts = {
    id: `${path}-${point.period}`,
    period: periodText(point.period, texts.language),
    series: texts.t(both ? 'cash.both' : `cash.${path}`),
    value: valueText(point[path], unit, texts),
    cells: both ? [point.cells.all, point.cells.signed] : [point.cells[path]],
  };
  return <Mark facts={facts} box={box} />;
}
