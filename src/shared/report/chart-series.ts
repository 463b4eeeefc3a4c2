import { BINDING_LEVELS, type BindingLevel } from '#shared/model/deal.ts';
import type { ObligationGroup, ObligationSeries } from '#shared/model/presentation.ts';
import type { Text } from '#shared/model/text.ts';
import type { SourceCell } from './row-reading.ts';

/** Ids of the charts, as the command line names them. */
export const CHART_IDS = ['funding-obligations', 'gap-ladder', 'cash-runway'] as const;
export type ChartId = (typeof CHART_IDS)[number];

/** What a series stands for: decides its colour and pattern. */
export type SeriesLook =
  | { readonly kind: 'revenue' }
  | { readonly kind: 'level'; readonly level: BindingLevel }
  | { readonly kind: 'repaid'; readonly level: BindingLevel }
  | { readonly kind: 'drawn' }
  | { readonly kind: 'obligation'; readonly group: ObligationGroup; readonly label: Text };

export interface Series {
  readonly id: string;
  readonly look: SeriesLook;
}

/** Columns that a chart does not draw because a value behind them is an error or blank. */
export interface LeftOut {
  readonly count: number;
  readonly of: number;
  readonly unit: 'years' | 'quarters' | 'levels';
  /** For each column that is left out, the cell to look at first. */
  readonly cells: readonly SourceCell[];
}

/** Stack order of the funding chart: from firm to soft, obligations, then money paid back. */
export function fundingSeries(obligations: readonly ObligationSeries[]): Series[] {
  return [
    { id: 'revenue', look: { kind: 'revenue' } },
    ...BINDING_LEVELS.map((level): Series => ({ id: level, look: { kind: 'level', level } })),
    { id: 'drawn', look: { kind: 'drawn' } },
    ...obligations.map(
      ({ group, label }, index): Series => ({
        id: `obligation-${index}`,
        look: { kind: 'obligation', group, label },
      }),
    ),
    ...BINDING_LEVELS.map((level): Series => ({ id: `repaid-${level}`, look: { kind: 'repaid', level } })),
  ];
}
