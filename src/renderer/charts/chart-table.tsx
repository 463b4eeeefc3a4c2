import type { CashChart } from '#shared/report/chart-cash.ts';
import type { FundingChart, FundingYear } from '#shared/report/chart-funding.ts';
import type { LadderChart } from '#shared/report/chart-ladder.ts';
import type { Chart } from '#shared/report/chart-message.ts';
import { cellText } from '#shared/report/number-text.ts';
import { periodText } from '#shared/report/time-text.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { type ChartTexts, seriesName } from './chart-texts.ts';
import { Figure } from './figure.tsx';

/** Figures of a chart as rows and columns. */
interface Figures {
  readonly corner: string;
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly cells: readonly string[];
    readonly look?: 'sum' | 'gap';
  }[];
}

export interface ChartTableProps {
  readonly chart: Chart;
  readonly title: string;
  readonly texts: ChartTexts;
}

/** The same figures without a picture. */
export function ChartTable({ chart, title, texts }: ChartTableProps) {
  const { corner, heads, rows } = figuresOf(chart, texts);
  return (
    <table className="chart-table">
      <caption className="ui-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} {...(row.look && { className: `chart-table-row--${row.look}` })}>
            <th scope="row">{row.name}</th>
            {row.cells.map((cell, index) => (
              <td key={heads[index]}>
                <Figure text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function figuresOf(chart: Chart, texts: ChartTexts): Figures {
  switch (chart.kind) {
    case 'funding-obligations':
      return fundingFigures(chart, texts);
    case 'gap-ladder':
      return ladderFigures(chart, texts);
    case 'cash-runway':
      return cashFigures(chart, texts);
    default:
      return assertNever(chart);
  }
}

function number(value: number | null, unit: string): string {
  return cellText(value, { unit });
}

function fundingFigures(chart: FundingChart, texts: ChartTexts): Figures {
  const row = (id: string, name: string, read: (year: FundingYear) => number | null) => ({
    id,
    name,
    cells: chart.years.map((year) => number(read(year), chart.unit)),
  });
  return {
    corner: texts.t('panel.rows'),
    heads: chart.years.map(({ year, actual }) =>
      actual ? texts.t('funding.actual', { year }) : String(year),
    ),
    rows: [
      ...chart.series.map(({ id, look }) =>
        row(
          id,
          seriesName(look, texts),
          (year) => year.segments.find((one) => one.series === id)?.value ?? 0,
        ),
      ),
      { ...row('above', texts.t('series.above'), (year) => year.above), look: 'sum' },
      { ...row('below', texts.t('series.below'), (year) => year.below), look: 'sum' },
      { ...row('gap', texts.t('series.gap'), (year) => -year.gap), look: 'gap' },
    ],
  };
}

function ladderFigures(chart: LadderChart, texts: ChartTexts): Figures {
  return {
    corner: texts.t('panel.rows'),
    heads: [texts.t('ladder.covers'), texts.t('ladder.left')],
    rows: chart.rungs.map((rung) => ({
      id: rung.step,
      name: texts.t(`ladder.step.${rung.step}`),
      cells: [number(rung.cover, chart.unit), number(rung.need, chart.unit)],
    })),
  };
}

function cashFigures(chart: CashChart, texts: ChartTexts): Figures {
  return {
    corner: texts.t('panel.column'),
    heads: [texts.t('cash.signed'), texts.t('cash.all'), texts.t('cash.minimumName')],
    rows: chart.points.map((point) => ({
      id: point.period,
      name: periodText(point.period, texts.language),
      cells: [point.signed, point.all, point.minimum].map((value) => number(value, chart.unit)),
    })),
  };
}
