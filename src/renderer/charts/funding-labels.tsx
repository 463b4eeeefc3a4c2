import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { FundingChart, FundingYear } from '#shared/report/chart-funding.ts';
import { numberText } from '#shared/report/number-text.ts';
import { ChartText, mirrored } from './chart-text.tsx';
import type { ChartTexts } from './chart-texts.ts';
import type { FundingLayout } from './funding-layout.ts';
import { HIDDEN } from './hidden.ts';
import { type Box, type Label, placeLabels } from './place-labels.ts';
import { spreadLabels } from './spread-labels.ts';
import { textWidth } from './text-width.ts';

const PILL_HEIGHT = 15;
const LINE = 13;
const END_REACH = 30;
const SHOWN_FROM = 0.05;
const YEAR_GAP = 3;

interface Written extends Label {
  readonly text: string;
  readonly kind: 'pill' | 'total';
}

export interface FundingLabelsProps {
  readonly chart: FundingChart;
  readonly layout: FundingLayout;
  readonly texts: ChartTexts;
  readonly height: number;
}

/** Years, totals at the ends of the bars, pills on the gap line and names beside the last bar. */
export function FundingLabels({ chart, layout, texts, height }: FundingLabelsProps) {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!plot || !xScale || !yScale) return null;
  const middle = (year: number) => xScale(year, { position: 'middle' }) ?? 0;
  const at = (value: number) => yScale(value) ?? 0;
  const labels = chart.years.flatMap((year) => labelsOf(year, middle(year.year), at, texts));
  const placed = placeLabels(labels, plot);
  const band = plot.width / Math.max(1, chart.columns.length);
  return (
    <g className="chart-labels" {...HIDDEN}>
      {yearsThatFit(chart.columns, texts, band).map((year) => (
        <ChartText
          key={year}
          x={middle(year)}
          y={height - 5}
          size={texts.small}
          anchor="middle"
          weight={500}
          fill="var(--text-2)"
        >
          {yearText(year, chart, texts, band)}
        </ChartText>
      ))}
      {labels.map((label) => {
        const box = placed.get(label.id);
        return box && <Figure key={label.id} label={label} box={box} texts={texts} />;
      })}
      <EndLabels layout={layout} texts={texts} plot={plot} at={at} />
    </g>
  );
}

/** Every year, or every second, third … where they would touch. */
function yearsThatFit(years: readonly number[], texts: ChartTexts, band: number): number[] {
  const widest = Math.max(0, ...years.map((year) => textWidth(String(year), texts.small, 500)));
  const step = Math.max(1, Math.ceil((widest + YEAR_GAP) / band));
  return years.filter((_, index) => index % step === 0);
}

/** Says that a year is reported where there is room for it. */
function yearText(year: number, chart: FundingChart, texts: ChartTexts, band: number): string {
  const actual = chart.years.find((one) => one.year === year)?.actual ?? false;
  const text = actual ? texts.t('funding.actual', { year }) : String(year);
  return textWidth(text, texts.small, 500) <= band - YEAR_GAP ? text : String(year);
}

function labelsOf(year: FundingYear, x: number, at: (value: number) => number, texts: ChartTexts): Written[] {
  const labels: Written[] = [];
  const total = (id: string, value: number, top: number) => {
    if (Math.abs(value) < SHOWN_FROM) return;
    const text = shortNumber(value);
    const candidates = [centred(x, top, textWidth(text, texts.small), LINE)];
    labels.push({ id: `${id}-${year.year}`, kind: 'total', text, weight: Math.abs(value), candidates });
  };
  total('above', year.above, at(year.above) - LINE - 1);
  total('below', year.below, at(year.below) + 2);
  if (year.gap >= SHOWN_FROM) {
    const text = shortNumber(-year.gap);
    const width = textWidth(text, texts.small, 700) + 8;
    const y = at(-year.gap);
    const candidates = [
      centred(x, y + 6, width, PILL_HEIGHT),
      centred(x, y - 6 - PILL_HEIGHT, width, PILL_HEIGHT),
    ];
    // A gap matters more than any total.
    labels.push({ id: `gap-${year.year}`, kind: 'pill', text, weight: 1e9 + year.gap, candidates });
  }
  return labels;
}

/** Whole numbers where they say enough. */
function shortNumber(value: number): string {
  return numberText(value, Math.abs(value) < 9.95 ? 1 : 0);
}

function centred(x: number, y: number, width: number, height: number): Box {
  return { x: x - width / 2, y, width, height };
}

function Figure({ label, box, texts }: { label: Written; box: Box; texts: ChartTexts }) {
  const pill = label.kind === 'pill';
  return (
    <g>
      {pill && (
        <rect {...box} rx={3} style={{ fill: 'var(--bg-surface)', stroke: 'var(--c-gap)', strokeWidth: 1 }} />
      )}
      <ChartText
        x={box.x + box.width / 2}
        y={box.y + (pill ? 11.5 : 10.5)}
        size={texts.small}
        anchor="middle"
        weight={pill ? 700 : 400}
        fill={pill ? 'var(--c-gap)' : 'var(--text-2)'}
      >
        {label.text}
      </ChartText>
    </g>
  );
}

interface EndLabelsProps {
  readonly layout: FundingLayout;
  readonly texts: ChartTexts;
  readonly plot: Box;
  readonly at: (value: number) => number;
}

function EndLabels({ layout, texts, plot, at }: EndLabelsProps) {
  const x = texts.mirror ? plot.x - 4 : plot.x + plot.width + 4;
  const wishes = layout.endLabels.map((label) => ({
    id: label.id,
    at: at(label.at),
    height: LINE,
    weight: label.size,
  }));
  const room = { from: plot.y, to: plot.y + plot.height, reach: END_REACH };
  const middles = spreadLabels(wishes, room);
  return (
    <g>
      {layout.endLabels.map((label) => {
        const y = middles.get(label.id);
        if (y === undefined) return null;
        return (
          <ChartText
            key={label.id}
            x={x}
            y={y + 4}
            size={texts.small}
            anchor={mirrored('start', texts.mirror)}
            weight={600}
            fill={label.colour}
          >
            {label.text}
          </ChartText>
        );
      })}
    </g>
  );
}
