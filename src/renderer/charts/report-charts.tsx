import { type Chart, leftOutMessage, subtitleMessage, titleMessage } from '#shared/report/chart-message.ts';
import type { ChartId } from '#shared/report/chart-series.ts';
import { ChartDrawing, isEmpty } from './chart-drawing.tsx';
import type { ChartTexts } from './chart-texts.ts';

const PAGE_WIDTH = 682;
const HALF_WIDTH = 329;
const SIZES: Readonly<Record<ChartId, { readonly width: number; readonly height: number }>> = {
  'funding-obligations': { width: PAGE_WIDTH, height: 206 },
  'gap-ladder': { width: HALF_WIDTH, height: 130 },
  'cash-runway': { width: HALF_WIDTH, height: 142 },
};

export interface ReportChartsProps {
  readonly charts: readonly Chart[];
  readonly texts: ChartTexts;
}

/** The funding chart over the whole page, the other two side by side. */
export function ReportCharts({ charts, texts }: ReportChartsProps) {
  return (
    <div className="chart-page-charts">
      {charts.map((chart) => (
        <ReportChart key={chart.kind} chart={chart} texts={texts} />
      ))}
    </div>
  );
}

function ReportChart({ chart, texts }: { readonly chart: Chart; readonly texts: ChartTexts }) {
  const title = texts.say(titleMessage(chart, texts.language));
  const leftOut = leftOutMessage(chart.leftOut);
  const detail = chart.kind === 'funding-obligations' ? 'print' : 'column';
  return (
    <figure className={`chart-page-figure chart-page-figure--${chart.kind}`}>
      <figcaption>
        <h2>{title}</h2>
        <p>{texts.say(subtitleMessage(chart, texts.language))}</p>
        {leftOut && <p className="chart-page-bad">{texts.say(leftOut)}</p>}
      </figcaption>
      <div className="chart-page-drawing" dir="ltr">
        {isEmpty(chart) ? (
          texts.t('panel.noValues')
        ) : (
          <ChartDrawing chart={chart} {...SIZES[chart.kind]} detail={detail} texts={texts} />
        )}
      </div>
    </figure>
  );
}
