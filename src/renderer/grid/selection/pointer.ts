import type { Cursor, SheetState } from '../cursor.ts';
import type { Place } from '../navigate.ts';
import { followDrag } from './drag.ts';
import { placeOfCell } from './place-at.ts';
import { type Box, boxHas, numbers } from './range.ts';
import type { Selection } from './selection.ts';

/** Where a press of the pointer is for the selection. */
export interface SheetPointer {
  /** True when the press is not for the grid library. */
  pressed(event: PointerEvent): boolean;
  /** Whether a point lies on the handle. */
  onHandle(event: MouseEvent): boolean;
}

interface Parts {
  readonly current: () => SheetState | null;
  readonly cursor: Cursor;
  readonly selection: Selection;
  readonly startFill: () => void;
  /** A press on the label of a row may become a drag that moves it; false where there is no such row. */
  readonly startMove: (place: Place, event: PointerEvent, onClick: () => void) => boolean;
}

/** Side of the handle, with some room around it. */
const HANDLE = 10;

export function createPointer(parts: Parts): SheetPointer {
  return {
    onHandle: isOnHandle,
    pressed: (event) => {
      const state = parts.current();
      const target = event.target instanceof Element ? event.target : null;
      if (!state || !target || target.closest('button, .grid-editor')) return false;
      const head = target.closest('.ag-header-cell');
      if (head) return event.button === 0 && pressHead(parts, state, head, event);
      const cell = target.closest('.ag-cell');
      const place = placeOfCell(state, cell);
      if (!cell || !place) return false;
      // A menu is for all that is selected.
      if (event.button !== 0) return isForSelection(parts.selection, place);
      if (isOnHandle(event)) {
        parts.startFill();
        return true;
      }
      if (cell.getAttribute('col-id') === 'number') return pressNumber(parts, state, place, event);
      return pressCell(parts, place, event);
    },
  };
}

/** Whether a menu at this place is for all that is selected: inside it, or on the label of a selected row. */
export function isForSelection(selection: Selection, place: Place): boolean {
  const onLabel = place.column === 0 && selection.isMany();
  const hasRow = ({ top, bottom }: Box) => top <= place.row && place.row <= bottom;
  return selection.boxes().some((box) => boxHas(box, place) || (onLabel && hasRow(box)));
}

function isOnHandle({ target, clientX, clientY }: MouseEvent): boolean {
  const cell = target instanceof Element ? target.closest('.ag-cell.grid-corner') : null;
  const rect = cell?.getBoundingClientRect();
  return rect !== undefined && rect.right - clientX <= HANDLE && rect.bottom - clientY <= HANDLE;
}

function pressCell(parts: Parts, place: Place, event: PointerEvent): boolean {
  const { selection, cursor } = parts;
  const isAdded = event.ctrlKey || event.metaKey;
  const choose = () => {
    selection.clear();
    cursor.go(place);
  };
  const onLabel = event.target instanceof Element && event.target.closest('[col-id="label"]') !== null;
  const mayMove = onLabel && !event.shiftKey && !isAdded;
  const isChosen =
    selection.isMany() &&
    selection.boxes().some(({ top, bottom }) => top <= place.row && place.row <= bottom);
  // Selected rows stay selected until it is known whether they are dragged.
  if (mayMove && isChosen && parts.startMove(place, event, choose)) return true;
  if (event.shiftKey) selection.extendTo(place);
  else if (isAdded) selection.add(place);
  else choose();
  if (event.shiftKey || isAdded) cursor.show({ focus: true });
  if (!(mayMove && parts.startMove(place, event, () => {})))
    drag(parts, place, place.column === 0, (to) => selection.extendTo(to));
  return event.shiftKey || isAdded;
}

/** A row from its number; Shift takes all up to it, Ctrl adds it, dragging takes more. */
function pressNumber(parts: Parts, state: SheetState, place: Place, event: PointerEvent): boolean {
  const { selection, cursor } = parts;
  const last = state.columns.length;
  const anchor = event.shiftKey ? (cursor.place()?.row ?? place.row) : place.row;
  const kept = event.ctrlKey || event.metaKey ? selection.boxes() : [];
  const take = (row: number) => {
    const rows = { top: Math.min(anchor, row), bottom: Math.max(anchor, row) };
    selection.choose([...kept, { ...rows, start: Math.min(1, last), end: last }], {
      row: anchor,
      column: Math.min(1, last),
    });
  };
  take(place.row);
  cursor.show({ focus: true });
  drag(parts, place, true, (to) => take(to.row));
  return true;
}

/** A column from its head. */
function pressHead(parts: Parts, state: SheetState, head: Element, event: PointerEvent): boolean {
  const { selection, cursor } = parts;
  const column = state.columns.indexOf(head.getAttribute('col-id') ?? '') + 1;
  const onEdge = event.target instanceof Element && event.target.closest('.ag-header-cell-resize');
  if (column === 0 || onEdge) return false;
  const anchor = event.shiftKey ? (cursor.place()?.column ?? column) : column;
  const kept = event.ctrlKey || event.metaKey ? selection.boxes() : [];
  const bottom = Math.max(0, state.rows.body.length - 1);
  const take = (to: number) => {
    const columns = numbers(Math.min(anchor, to), Math.max(anchor, to)).filter((one) => one > 0);
    const box = { top: 0, bottom, start: columns[0] ?? column, end: columns.at(-1) ?? column };
    selection.choose([...kept, box], { row: firstRow(state), column: anchor === 0 ? column : anchor });
  };
  take(column);
  cursor.show({ focus: true });
  drag(parts, null, false, (to) => take(to.column));
  return true;
}

/** The first row that is in view, so that choosing a column does not scroll. */
function firstRow({ api, rows }: SheetState): number {
  return Math.min(Math.max(0, api.getFirstDisplayedRowIndex()), Math.max(0, rows.body.length - 1));
}

/** The place under the pointer is taken each time it is another one. */
function drag(parts: Parts, from: Place | null, overLabels: boolean, take: (place: Place) => void): void {
  let former = from ? nameOf(from) : '';
  followDrag({
    current: parts.current,
    overLabels,
    onPlace: (place) => {
      const name = nameOf(place);
      if (name !== former) take(place);
      former = name;
    },
    onEnd: () => {},
  });
}

const nameOf = ({ row, column }: Place): string => `${row} ${column}`;
