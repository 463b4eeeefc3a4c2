import { ChartColumn, ChartLine, Layers } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { openView } from '#renderer/store/hooks.ts';
import { cashChart } from '#shared/report/chart-cash.ts';
import { fundingChart } from '#shared/report/chart-funding.ts';
import { ladderChart } from '#shared/report/chart-ladder.ts';
import type { ChartId } from '#shared/report/chart-series.ts';
import type { ExplainContext } from './use-explain.ts';

const ICONS = { 'funding-obligations': ChartColumn, 'gap-ladder': Layers, 'cash-runway': ChartLine };
const TITLES = {
  'funding-obligations': 'funding.title.neutral',
  'gap-ladder': 'ladder.title.neutral',
  'cash-runway': 'cash.title.neutral',
} as const;

/** The charts that draw the row itself. */
export function UsedIn({ context, itemKey }: { readonly context: ExplainContext; readonly itemKey: string }) {
  const { t } = useTranslation('charts');
  const charts = useMemo(() => chartsThatDraw(context, itemKey), [context, itemKey]);
  return (
    <section className="panel-explain-part">
      <h3>{context.words.t('used.title')}</h3>
      {charts.length === 0 && <p>{context.words.t('used.none')}</p>}
      <ul className="panel-explain-charts">
        {charts.map((id) => {
          const Icon = ICONS[id];
          return (
            <li key={id}>
              <Icon size={14} strokeWidth={1.75} aria-hidden />
              <button type="button" className="ui-link" onClick={() => openView('model')}>
                {t(TITLES[id])}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function chartsThatDraw({ calculated }: ExplainContext, key: string): ChartId[] {
  const { scenario, rows, viewpoint } = calculated;
  const charts = [
    fundingChart(scenario, rows, viewpoint),
    ladderChart(scenario, rows),
    cashChart(scenario, rows, viewpoint),
  ];
  return charts.flatMap((chart) => (chart && mentions(chart, key) ? [chart.kind] : []));
}

/** Charts keep the cells behind each mark. */
function mentions(part: unknown, key: string): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('key' in part && 'column' in part && part.key === key) return true;
  return Object.values(part).some((inner) => mentions(inner, key));
}
