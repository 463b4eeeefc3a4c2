import { useDeferredValue, useMemo } from 'react';
import { type ColumnRange, type DealSummary, dealSummary } from '#shared/finance/deal-summary.ts';
import { type Basis, basisReader } from '#shared/finance/estimates.ts';
import type { Flow } from '#shared/finance/flows.ts';
import { periodNameAt, periodsOfYear, type Timeline } from '#shared/model/timeline.ts';
import { useAllRows, useAsOf, useScenario, useSession } from './hooks.ts';

/** What the deals come to in the chosen time and at the chosen level, in the open case on the as-of date. */
export interface DealFigures {
  readonly summary: DealSummary;
  readonly range: ColumnRange;
  /** First and last quarter looked at. */
  readonly ends: { readonly from: string; readonly to: string };
  readonly basisOf: (flow: Flow) => Basis;
}

/** Calculated once per revision, after what is typed stands on screen. */
export function useDealFigures(): DealFigures {
  const scenario = useDeferredValue(useScenario((whole) => whole));
  const rows = useDeferredValue(useAllRows());
  const asOf = useDeferredValue(useAsOf());
  const year = useSession((session) => session.dealYear);
  const level = useSession((session) => session.dealLevel);
  return useMemo(() => {
    const range = rangeOf(scenario.timeline, year);
    const read = (key: string, period: number) => rows.get(key)?.periods[period] ?? null;
    return {
      summary: dealSummary(scenario, { asOf, range, level }, read),
      range,
      ends: {
        from: periodNameAt(scenario.timeline, range.from),
        to: periodNameAt(scenario.timeline, range.to),
      },
      basisOf: basisReader(scenario, asOf),
    };
  }, [scenario, rows, asOf, year, level]);
}

/** The whole timeline where it does not hold the year. */
function rangeOf(timeline: Timeline, year: number | null): ColumnRange {
  const columns = year === null ? [] : periodsOfYear(timeline, year);
  return { from: columns[0] ?? 0, to: columns.at(-1) ?? timeline.periods - 1 };
}
