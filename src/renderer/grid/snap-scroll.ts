import type { GridApi } from 'ag-grid-community';
import type { GridRow } from './grid-rows.ts';

/** Nearer than this to the start of a column counts as being there. */
const CLOSE = 3;

/** A scroll position along the columns: 0 at the start side, `most` at the end. */
export interface Scrolled {
  readonly now: number;
  /** Where the last snap ended: a person who scrolls back is not pulled forward. */
  readonly before: number;
  readonly most: number;
}

/** Where to scroll so that the frozen columns cut no number: the start of a column, in the direction of travel. */
export function snapTarget(widths: readonly number[], { now, before, most }: Scrolled): number {
  const starts = columnStarts(widths);
  const near = starts.find((start) => Math.abs(now - start) < CLOSE);
  if (near !== undefined) return Math.min(near, most);
  const target = now < before ? starts.findLast((start) => start < now) : starts.find((start) => start > now);
  // At the very end there may be no room to go on.
  return target === undefined || target > most ? now : target;
}

function columnStarts(widths: readonly number[]): number[] {
  let start = 0;
  return widths.map((width) => {
    const own = start;
    start += width;
    return own;
  });
}

/** Snaps and answers where that ended. Scrolling runs from 0 to minus in right-to-left sheets. */
export function snapScroll(
  api: GridApi<GridRow>,
  root: HTMLElement,
  columns: readonly string[],
  before: number,
): number {
  const viewport = root.querySelector('.ag-grid-viewport');
  if (!viewport) return before;
  const widths = columns.map((id) => api.getColumn(id)?.getActualWidth() ?? 0);
  const most = viewport.scrollWidth - viewport.clientWidth;
  const target = snapTarget(widths, { now: Math.abs(viewport.scrollLeft), before, most });
  const signed = viewport.scrollLeft < 0 ? -target : target;
  if (signed !== viewport.scrollLeft) viewport.scrollLeft = signed;
  return target;
}
