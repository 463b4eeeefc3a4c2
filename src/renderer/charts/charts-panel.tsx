import { ChartColumn } from 'lucide-react';
import { useState } from 'react';
import type { ChartId } from '#shared/report/chart-series.ts';
import { performById } from '../actions/registry.ts';
import { ChartCard } from './chart-card.tsx';
import { ChartDialog } from './chart-dialog.tsx';
import { type ChartTexts, useChartTexts } from './chart-texts.ts';
import { useCharts } from './use-charts.ts';
import { useSize } from './use-size.ts';
import './charts.css';

const LOW = 1.3;

/** The charts of the open document: a column beside the grid, or a strip under it. */
export function Charts() {
  const texts = useChartTexts();
  const { charts, waiting } = useCharts();
  const [frame, size] = useSize<HTMLDivElement>();
  const [enlarged, setEnlarged] = useState<ChartId | null>(null);
  const strip = size !== null && size.width > size.height * LOW;
  const large = charts.find((chart) => chart.kind === enlarged);
  return (
    <div
      ref={frame}
      className={strip ? 'chart-panel chart-panel--strip' : 'chart-panel'}
      aria-busy={waiting || size === null}
    >
      {charts.length === 0 && <NoCharts texts={texts} />}
      {waiting && <Waiting />}
      {!waiting &&
        charts.map((chart) => (
          <ChartCard
            key={chart.kind}
            chart={chart}
            detail={strip ? 'strip' : 'column'}
            texts={texts}
            onExpand={() => setEnlarged(chart.kind)}
          />
        ))}
      {large && (
        <ChartDialog
          chart={large}
          texts={texts}
          onClose={() => setEnlarged(null)}
          onCopy={() => performById(`export.${large.kind}.copy`)}
        />
      )}
    </div>
  );
}

function NoCharts({ texts }: { readonly texts: ChartTexts }) {
  return (
    <div className="chart-none">
      <ChartColumn size={18} strokeWidth={1.75} aria-hidden="true" />
      <p className="chart-none-title">{texts.t('panel.empty')}</p>
      <p>{texts.t('panel.emptyHint')}</p>
    </div>
  );
}

/** Grey shapes of the final layout, after a moment. */
function Waiting() {
  return (
    <div className="chart-waiting" aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}
