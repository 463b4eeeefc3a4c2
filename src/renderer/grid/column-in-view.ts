import type { Column, GridApi } from 'ag-grid-community';
import type { GridRow } from './grid-rows.ts';

interface Drawn {
  readonly api: GridApi<GridRow>;
  readonly root: HTMLElement;
}

/** Scrolls a column into view, if it is not wholly there. */
export function bringColumnIntoView({ api, root }: Drawn, columnId: string): void {
  if (!isInView({ api, root }, columnId)) api.ensureColumnVisible(columnId);
}

/** Does something that scrolls a column into view; what is there already stays where it is. */
export function withoutScrolling(drawn: Drawn, columnId: string, act: () => void): void {
  const viewport = drawn.root.querySelector('.ag-grid-viewport');
  const left = isInView(drawn, columnId) ? viewport?.scrollLeft : undefined;
  act();
  if (viewport && left !== undefined && viewport.scrollLeft !== left) viewport.scrollLeft = left;
}

/**
 * Whether a column is wholly on screen. The grid library takes the strip of the scroll bar for no room, and would
 * scroll by its few pixels at each move along the edge.
 */
function isInView({ api, root }: Drawn, columnId: string): boolean {
  const head = root.querySelector(`.ag-header-cell[col-id="${columnId}"]`)?.getBoundingClientRect();
  const view = root.querySelector('.ag-grid-viewport')?.getBoundingClientRect();
  if (!head || !view) return false;
  const left = widthOf(api.getDisplayedLeftColumns());
  const right = widthOf(api.getDisplayedRightColumns());
  return head.left >= view.left + left - 1 && head.right <= view.right - right + 1;
}

function widthOf(frozen: readonly Column[]): number {
  return frozen.reduce((sum, column) => sum + column.getActualWidth(), 0);
}
