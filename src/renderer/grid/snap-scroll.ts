import type { GridApi } from 'ag-grid-community';
import type { GridRow } from './grid-rows.ts';

/** Nearer than this to the start of a column counts as being there. */
const CLOSE = 3;

/** How far to scroll on so that no number is cut by the frozen columns; 0 when none is, or at the end. */
export function snapDistance(widths: readonly number[], scrolled: number, most: number): number {
  let start = 0;
  for (const width of widths) {
    if (Math.abs(scrolled - start) < CLOSE) return start - scrolled;
    if (start > scrolled) break;
    start += width;
  }
  return start <= most ? start - scrolled : 0;
}

/** Moves the first period column fully into view. Scrolling runs from 0 to minus in right-to-left sheets. */
export function snapScroll(api: GridApi<GridRow>, root: HTMLElement, columns: readonly string[]): void {
  const viewport = root.querySelector('.ag-grid-viewport');
  if (!viewport) return;
  const widths = columns.map((id) => api.getColumn(id)?.getActualWidth() ?? 0);
  const most = viewport.scrollWidth - viewport.clientWidth;
  const distance = snapDistance(widths, Math.abs(viewport.scrollLeft), most);
  if (distance === 0) return;
  viewport.scrollLeft += viewport.scrollLeft < 0 ? -distance : distance;
}
