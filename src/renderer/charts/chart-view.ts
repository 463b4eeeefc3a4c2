import type { ChartTexts } from './chart-texts.ts';

/** How much a chart says: in the strip under the grid, in the column beside it, enlarged, on paper. */
export type Detail = 'strip' | 'column' | 'large' | 'print';

export interface ChartViewProps<Chart> {
  readonly chart: Chart;
  readonly width: number;
  readonly height: number;
  readonly detail: Detail;
  readonly texts: ChartTexts;
}

export interface Margin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Margins as a reader meets them: `start` is where time begins. */
export function marginOf(
  sides: { top: number; bottom: number; start: number; end: number },
  mirror: boolean,
): Margin {
  const { top, bottom, start, end } = sides;
  return mirror ? { top, bottom, left: end, right: start } : { top, bottom, left: start, right: end };
}
