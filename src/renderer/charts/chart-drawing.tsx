import type { Chart } from '#shared/report/chart-message.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { CashChartView } from './cash-chart.tsx';
import type { ChartViewProps } from './chart-view.ts';
import { FundingChartView } from './funding-chart.tsx';
import { LadderChartView } from './ladder-chart.tsx';

/** Draws a chart of any kind. */
export function ChartDrawing({ chart, ...rest }: ChartViewProps<Chart>) {
  switch (chart.kind) {
    case 'funding-obligations':
      return <FundingChartView chart={chart} {...rest} />;
    case 'gap-ladder':
      return <LadderChartView chart={chart} {...rest} />;
    case 'cash-runway':
      return <CashChartView chart={chart} {...rest} />;
    default:
      return assertNever(chart);
  }
}

/** True when every column is left out: there is nothing to draw. */
export function isEmpty(chart: Chart): boolean {
  return chart.leftOut.count >= chart.leftOut.of;
}
