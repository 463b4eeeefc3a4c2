import type { SheetState } from '../cursor.ts';
import { LABEL_COLUMN, type Place } from '../navigate.ts';
import { rowIdOf } from '../row-ids.ts';
import { rowsOf } from './selection.ts';

/** The place of a drawn cell; cells of the frozen columns count as the label. Null beside the cells. */
export function placeOfCell(state: SheetState, cell: Element | null | undefined): Place | null {
  const id = cell?.closest('.ag-row')?.getAttribute('row-id');
  const column = cell?.getAttribute('col-id');
  if (id === null || id === undefined || column === null || column === undefined) return null;
  const rows = rowsOf(state);
  const row = rows.findIndex((one, index) => rowIdOf(one.key, index >= state.rows.body.length) === id);
  return row < 0 ? null : { row, column: state.columns.indexOf(column) + 1 };
}

/** The part of the window in which periods can be seen: between heads, frozen columns and pinned rows. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function roomOf({ root, api, context }: SheetState): Room | null {
  const scroller = root.querySelector('.ag-grid-viewport');
  if (!scroller) return null;
  const viewport = scroller.getBoundingClientRect();
  // The bar to scroll with lies over the end side.
  const bar = root.querySelector('.ag-body-vertical-scroll-viewport')?.clientWidth ?? 0;
  const head = root.querySelector('.ag-header')?.getBoundingClientRect();
  const pinned = root.querySelector('.ag-grid-pinned-bottom-rows')?.getBoundingClientRect();
  const frozen = ['number', LABEL_COLUMN, 'unit', 'source']
    .map((id) => api.getColumn(id)?.getActualWidth() ?? 0)
    .reduce((sum, width) => sum + width, 0);
  const rtl = context.view().language === 'ar';
  return {
    left: viewport.left + (rtl ? bar : frozen),
    right: viewport.right - (rtl ? frozen : bar),
    top: Math.max(viewport.top, head?.bottom ?? viewport.top),
    bottom: pinned && pinned.height > 0 ? pinned.top : viewport.top + scroller.clientHeight,
  };
}

export interface PlaceWishes {
  readonly overLabels: boolean;
  /** Pinned rows are no places: they repeat rows above. */
  readonly inBody?: boolean;
}

/** The place nearest to a point: outside the room it is the cell at its edge. */
export function placeNear(state: SheetState, x: number, y: number, wishes: PlaceWishes): Place | null {
  const room = roomOf(state);
  if (!room) return null;
  const inX = wishes.overLabels ? x : Math.min(Math.max(x, room.left + 2), room.right - 2);
  const placeAt = (inY: number) => {
    const cell = document.elementFromPoint(inX, inY)?.closest('.ag-cell');
    return cell && state.root.contains(cell) ? placeOfCell(state, cell) : null;
  };
  const isBelow = state.rows.pinned.length > 0 && y > room.bottom;
  const pinned = isBelow && wishes.inBody !== true ? placeAt(y) : null;
  return pinned ?? placeAt(Math.min(Math.max(y, room.top + 2), room.bottom - 2));
}
