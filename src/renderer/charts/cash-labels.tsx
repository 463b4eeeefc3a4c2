import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { CashChart, CashPath } from '#shared/report/chart-cash.ts';
import { numberText } from '#shared/report/number-text.ts';
import { periodText } from '#shared/report/time-text.ts';
import { type CashLayout, strokesOf } from './cash-layout.ts';
import { ChartText } from './chart-text.tsx';
import type { ChartTexts } from './chart-texts.ts';
import { HIDDEN } from './hidden.ts';
import { type Box, type Label, placeLabels, type Stroke } from './place-labels.ts';
import { textWidth } from './text-width.ts';

const LINE = 13;
const NEAR = 8;
const BRACKET_RISE = 30;
const SHORTEST_BRACKET = 24;
/** From the end of the plot, as shares of its width; the far start has most lines. */
const MINIMUM_PLACES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

interface Written extends Label {
  readonly text: string;
  readonly colour: string;
  readonly weightOfFont: number;
}

interface Scales {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly plot: Box;
}

export interface CashLabelsProps {
  readonly chart: CashChart;
  readonly layout: CashLayout;
  readonly texts: ChartTexts;
  readonly height: number;
}

/** Years, the two paths by name, how long each lasts, and the minimum. */
export function CashLabels({ chart, layout, texts, height }: CashLabelsProps) {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!plot || !xScale || !yScale) return null;
  const scales = { x: (at: number) => xScale(at + 0.5) ?? 0, y: (value: number) => yScale(value) ?? 0, plot };
  const bracket = bracketOf(chart, layout, scales);
  const strokes = [
    ...strokesOf(layout.paths.signed, scales.x, scales.y),
    ...strokesOf(layout.paths.all, scales.x, scales.y),
    ...strokesOf(layout.minimum, scales.x, scales.y),
    ...(bracket ? [bracket.line, bracket.drop] : []),
    ...boundaryOf(chart, scales),
  ];
  const labels = labelsOf(chart, layout, texts, scales, bracket);
  const placed = placeLabels(labels, plot, strokes);
  return (
    <g className="chart-labels" {...HIDDEN}>
      <YearTexts chart={chart} texts={texts} scales={scales} height={height} />
      {bracket && <BracketLine bracket={bracket} />}
      {labels.map((label) => {
        const box = placed.get(label.id);
        return (
          box && (
            <ChartText
              key={label.id}
              x={box.x + box.width / 2}
              y={box.y + 10}
              size={texts.small}
              anchor="middle"
              weight={label.weightOfFont}
              fill={label.colour}
              halo
            >
              {label.text}
            </ChartText>
          )
        );
      })}
    </g>
  );
}

interface YearTextsProps {
  readonly chart: CashChart;
  readonly texts: ChartTexts;
  readonly scales: Scales;
  readonly height: number;
}

/** Years stand under the middle of their quarters, a tick between them. */
function YearTexts({ chart, texts, scales, height }: YearTextsProps) {
  const { x, plot } = scales;
  const bottom = plot.y + plot.height;
  return (
    <g>
      {chart.years.map(({ year, from, to }) => (
        <g key={year}>
          {from > 0 && (
            <line
              x1={x(from - 0.5)}
              x2={x(from - 0.5)}
              y1={bottom}
              y2={bottom + 4}
              style={{ stroke: 'var(--c-axis)' }}
            />
          )}
          <ChartText
            x={(x(from) + x(to)) / 2}
            y={height - 5}
            size={texts.small}
            anchor="middle"
            weight={500}
            fill="var(--text-2)"
          >
            {String(year)}
          </ChartText>
        </g>
      ))}
    </g>
  );
}

/** The line after the last actual quarter, which names keep clear of. */
function boundaryOf(chart: CashChart, { x, plot }: Scales): Stroke[] {
  if (chart.lastActual < 0) return [];
  const at = x(chart.lastActual + 0.5);
  return [{ x1: at, y1: plot.y, x2: at, y2: plot.y + plot.height }];
}

/** From the last actual quarter to where signed money meets the minimum. */
interface Bracket {
  readonly line: Stroke;
  readonly drop: Stroke;
  readonly quarters: number;
}

function bracketOf(chart: CashChart, layout: CashLayout, { x, y, plot }: Scales): Bracket | null {
  const crossing = chart.crossings.signed;
  const end = layout.ends.signed;
  if (!crossing || !end || crossing.quarters < 1) return null;
  const [from, to] = [x(chart.lastActual + 0.5), x(end.at)];
  const height = y(end.value) - BRACKET_RISE;
  if (Math.abs(to - from) < SHORTEST_BRACKET || height < plot.y + LINE) return null;
  return {
    line: { x1: from, y1: height, x2: to, y2: height },
    drop: { x1: to, y1: height - 4, x2: to, y2: y(end.value) - 6 },
    quarters: crossing.quarters,
  };
}

function BracketLine({ bracket: { line, drop } }: { readonly bracket: Bracket }) {
  const style = { stroke: 'var(--c-revenue)' };
  return (
    <g>
      <line {...line} style={style} />
      <line x1={line.x1} x2={line.x1} y1={line.y1 - 4} y2={line.y1 + 4} style={style} />
      <line {...drop} style={style} />
    </g>
  );
}

function labelsOf(
  chart: CashChart,
  layout: CashLayout,
  texts: ChartTexts,
  scales: Scales,
  bracket: Bracket | null,
): Written[] {
  const write = writer(texts);
  const labels: Written[] = [];
  if (bracket) {
    const text = texts.t('cash.quarters', { count: bracket.quarters });
    const middle = (bracket.line.x1 + bracket.line.x2) / 2;
    labels.push(write('quarters', text, BOLD, aroundLine(middle, bracket.line.y1), 60));
  }
  labels.push(...pathLabels(chart, layout, texts, scales));
  labels.push(...endLabels(chart, layout, texts, scales));
  labels.push(...minimumLabel(layout, texts, scales));
  if (chart.lastActual >= 0) labels.push(actualLabel(texts, scales));
  return labels;
}

/** At the end of the minimum, or wherever along it there is room. */
function minimumLabel(layout: CashLayout, texts: ChartTexts, { x, y, plot }: Scales): Written[] {
  const run = layout.minimum.at(-1);
  const [first, last] = [run?.[0], run?.at(-1)];
  if (!first || !last) return [];
  const text = texts.t('cash.minimum', {
    amount: numberText(last.value, Number.isInteger(last.value) ? 0 : 1),
  });
  const width = textWidth(text, texts.small);
  const [left, right] = [x(first.at - 0.5), x(last.at + 0.5)].sort((a, b) => a - b) as [number, number];
  const from = Math.max(plot.x, Math.min(left, right - width));
  const room = Math.min(plot.x + plot.width, right) - from - width;
  const candidates = MINIMUM_PLACES.flatMap((share) => {
    const start = texts.mirror ? from + share * room : from + (1 - share) * room;
    return [-LINE - 2, 3].map((dy) => ({ x: start, y: y(last.value) + dy, width, height: LINE }));
  });
  const look = { colour: 'var(--c-gap)', weightOfFont: 400 };
  return [{ id: 'minimum', text, ...look, weight: 42, clear: true, candidates }];
}

function actualLabel(texts: ChartTexts, { plot }: Scales): Written {
  const text = texts.t('cash.actual');
  const width = textWidth(text, texts.small);
  const x = texts.mirror ? plot.x + plot.width - width - 4 : plot.x + 4;
  const candidates = [{ x, y: plot.y + 1, width, height: LINE }];
  return {
    id: 'actual',
    text,
    colour: 'var(--text-3)',
    weightOfFont: 400,
    weight: 20,
    clear: true,
    candidates,
  };
}

/** Names of the paths, near their highest points and nearer to their own path than to the other. */
function pathLabels(chart: CashChart, layout: CashLayout, texts: ChartTexts, scales: Scales): Written[] {
  return (['all', 'signed'] as const).flatMap((path) => {
    const text = texts.t(`cash.${path}`);
    const width = textWidth(text, texts.small, 600);
    const own = spotsOf(layout, path, scales);
    const other = spotsOf(layout, path === 'all' ? 'signed' : 'all', scales);
    const free = own.filter((spot) => !spot.actual).sort((a, b) => a.y - b.y);
    const boxes = free.flatMap((spot) => beside(spot.x, spot.y, width));
    const ahead = boxes.filter((box) => isForecast(box, chart, texts, scales));
    const candidates = ahead.filter((box) => distance(box, own) < distance(box, other));
    if (boxes.length === 0) return [];
    return [{ id: path, text, colour: COLOURS[path], weightOfFont: 600, weight: WEIGHTS[path], candidates }];
  });
}

/** On the side of the boundary on which the two paths part. */
function isForecast(box: Box, chart: CashChart, texts: ChartTexts, { x }: Scales): boolean {
  const boundary = x(chart.lastActual + 0.5);
  return texts.mirror ? box.x + box.width < boundary : box.x > boundary;
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly actual: boolean;
}

function spotsOf(layout: CashLayout, path: CashPath, { x, y }: Scales): Spot[] {
  return layout.points[path].map((point) => ({
    x: x(point.index),
    y: y(point[path]),
    actual: point.actual,
  }));
}

/** From the edge of a box to the nearest of some spots. */
function distance(box: Box, spots: readonly Spot[]): number {
  const away = (at: number, from: number, to: number) => Math.max(from - at, 0, at - to);
  return Math.min(
    ...spots.map(({ x, y }) =>
      Math.hypot(away(x, box.x, box.x + box.width), away(y, box.y, box.y + box.height)),
    ),
  );
}

/** The quarter in which a path falls below the minimum, at its end. */
function endLabels(chart: CashChart, layout: CashLayout, texts: ChartTexts, scales: Scales): Written[] {
  const end = layout.ends.all;
  const crossing = chart.crossings.all;
  if (!end || !crossing) return [];
  const text = texts.t('cash.until', { period: periodText(crossing.until, texts.language) });
  const width = textWidth(text, texts.small, 600);
  const candidates = beside(scales.x(end.at), scales.y(end.value), width, [NEAR, 16, 24]);
  return [{ id: 'until', text, colour: COLOURS.all, weightOfFont: 600, weight: 40, clear: true, candidates }];
}

const COLOURS: Readonly<Record<CashPath, string>> = { signed: 'var(--c-revenue)', all: 'var(--c-fund-t)' };
const WEIGHTS: Readonly<Record<CashPath, number>> = { signed: 50, all: 45 };
const BOLD = { colour: 'var(--c-revenue)', weightOfFont: 700 };

type Write = (
  id: string,
  text: string,
  look: { colour: string; weightOfFont: number },
  boxes: (width: number) => Box[],
  weight: number,
) => Written;

function writer(texts: ChartTexts): Write {
  return (id, text, look, boxes, weight) => ({
    id,
    text,
    ...look,
    weight,
    candidates: boxes(textWidth(text, texts.small, look.weightOfFont)),
  });
}

function aroundLine(x: number, y: number): (width: number) => Box[] {
  return (width) => [-LINE - 2, 3].map((dy) => ({ x: x - width / 2, y: y + dy, width, height: LINE }));
}

/** Places around a point: above, right, left, below, and the same further off. */
function beside(x: number, y: number, width: number, gaps = [NEAR, 16]): Box[] {
  const size = { width, height: LINE };
  return gaps.flatMap((gap) => [
    { ...size, x: x - width / 2, y: y - LINE - gap + 2 },
    { ...size, x: x + gap, y: y - LINE - gap / 2 },
    { ...size, x: x - gap - width, y: y - LINE - gap / 2 },
    { ...size, x: x + NEAR, y: y - LINE - gap },
    { ...size, x: x - NEAR - width, y: y - LINE - gap },
    { ...size, x: x + gap, y: y - LINE / 2 },
    { ...size, x: x - gap - width, y: y - LINE / 2 },
    { ...size, x: x - width / 2, y: y + gap },
  ]);
}
