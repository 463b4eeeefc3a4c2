import { useDeferredValue, useMemo, useRef } from 'react';
import type { Viewpoint } from '#shared/engine/results.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { cashChart } from '#shared/report/chart-cash.ts';
import { fundingChart } from '#shared/report/chart-funding.ts';
import { ladderChart } from '#shared/report/chart-ladder.ts';
import type { Chart } from '#shared/report/chart-message.ts';
import { roleKeys } from '#shared/report/headline.ts';
import type { Rows } from '#shared/report/row-reading.ts';
import { useRowsValues, useScenario, useViewpoint } from '../store/hooks.ts';

/** The charts of a scenario in their order on screen; none without roles. */
export function chartsOf(scenario: Scenario, rows: Rows, viewpoint: Viewpoint): Chart[] {
  const charts = [
    fundingChart(scenario, rows, viewpoint),
    ladderChart(scenario, rows),
    cashChart(scenario, rows, viewpoint),
  ];
  return charts.filter((chart) => chart !== null);
}

export interface ShownCharts {
  readonly charts: readonly Chart[];
  /** Nothing is calculated yet. */
  readonly waiting: boolean;
}

/** The charts of the open document: others only when a row that is drawn changed. */
export function useCharts(): ShownCharts {
  const scenario = useScenario((whole) => whole);
  const viewpoint = useViewpoint();
  const { presentation } = scenario;
  const keys = useMemo(() => roleKeys({ presentation }), [presentation]);
  const rows = useRowsValues(keys);
  // Typing comes first: the grid is painted before the charts are drawn again.
  const later = useDeferredValue(useMemo(() => ({ scenario, rows, viewpoint }), [scenario, rows, viewpoint]));
  const charts = useMemo(() => chartsOf(later.scenario, later.rows, later.viewpoint), [later]);
  return { charts: useSame(charts), waiting: keys.length > 0 && later.rows.size === 0 };
}

/** The former charts where their figures are the same, so that nothing is drawn again. */
function useSame(next: readonly Chart[]): readonly Chart[] {
  const kept = useRef<{ readonly text: string; readonly chart: Chart }[]>([]);
  return useMemo(() => {
    kept.current = next.map((chart, index) => {
      const text = JSON.stringify(chart);
      const former = kept.current[index];
      return former?.text === text ? former : { text, chart };
    });
    return kept.current.map(({ chart }) => chart);
  }, [next]);
}
