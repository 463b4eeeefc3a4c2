import type { GridApi } from 'ag-grid-community';
import { type CellAddress, currentSession, sameCell, setActiveCell } from '#renderer/store/hooks.ts';
import { bringColumnIntoView } from './column-in-view.ts';
import type { GridRow } from './grid-rows.ts';
import { type Field, LABEL_COLUMN, type Move, moved, type Place, tabbed } from './navigate.ts';
import type { SheetContext } from './sheet-context.ts';
import { cellValue } from './sheet-view.ts';
import type { SheetRows } from './use-sheet-rows.ts';

/** The part of the sheet the cursor stands in: a pinned row may be shown above as well. */
export type Zone = 'body' | 'pinned';

/** What is on screen at this moment. */
export interface SheetState {
  readonly api: GridApi<GridRow>;
  readonly root: HTMLElement;
  readonly rows: SheetRows;
  /** Ids of the period columns shown, from the start side. */
  readonly columns: readonly string[];
  readonly context: SheetContext;
}

/** The cell cursor. The session holds the cell; the cursor knows which of two places shows it. */
export interface Cursor {
  place(): Place | null;
  row(): GridRow | undefined;
  /** What the cursor moves over now. */
  field(): Field | null;
  go(to: Place): void;
  move(move: Move): void;
  tab(back: boolean): boolean;
  /** A click or the library put the focus somewhere. */
  focused(rowIndex: number, pinned: boolean, columnId: string): void;
  /** Puts the browser's focus and the scroll position where the session says. */
  show(options: { readonly focus: boolean }): void;
  inBody(): void;
}

export function createCursor(current: () => SheetState | null): Cursor {
  let zone: Zone = 'body';
  const allRows = ({ rows }: SheetState) => [...rows.body, ...rows.pinned];

  function place(): Place | null {
    const state = current();
    const cell = currentSession().activeCell;
    if (!state || !cell) return null;
    const column = [LABEL_COLUMN, ...state.columns].indexOf(cell.column);
    const row = rowIndex(state, cell.key, zone);
    return row < 0 || column < 0 ? null : { row, column };
  }

  function go(to: Place): void {
    const state = current();
    const cell = state && cellAt(state, to);
    if (!state || !cell) return;
    zone = to.row < state.rows.body.length ? 'body' : 'pinned';
    setActiveCell(cell);
    show({ focus: true });
  }

  function show({ focus }: { readonly focus: boolean }): void {
    const state = current();
    const at = place();
    const cell = currentSession().activeCell;
    if (!state || !at || !cell) return;
    const pinned = at.row >= state.rows.body.length;
    if (!pinned) state.api.ensureIndexVisible(at.row);
    if (cell.column !== LABEL_COLUMN) bringColumnIntoView(state, cell.column);
    if (!focus) return;
    const index = pinned ? at.row - state.rows.body.length : at.row;
    takeFocus(state, () => state.api.setFocusedCell(index, cell.column, pinned ? 'bottom' : null), cell);
  }

  return {
    place,
    row: () => {
      const state = current();
      const at = place();
      return state && at ? allRows(state)[at.row] : undefined;
    },
    field: () => {
      const state = current();
      return state && fieldOf(state, allRows(state));
    },
    go,
    move: (move) => {
      const state = current();
      const at = place();
      if (state && at) go(moved(fieldOf(state, allRows(state)), at, move));
    },
    tab: (back) => {
      const state = current();
      const at = place();
      if (!state || !at) return false;
      const to = tabbed(fieldOf(state, allRows(state)), at, back);
      if (to.row === at.row && to.column === at.column) return false;
      go(to);
      return true;
    },
    focused: (index, pinned, columnId) => {
      const state = current();
      const row = state && (pinned ? state.rows.pinned : state.rows.body)[index];
      if (!state || !row) return;
      zone = pinned ? 'pinned' : 'body';
      const column = state.context.column(columnId) ? columnId : LABEL_COLUMN;
      setActiveCell({ key: row.key, column });
      if (column !== columnId) show({ focus: true });
    },
    show,
    inBody: () => {
      zone = 'body';
    },
  };
}

/** How long a cell that was scrolled to may take to be drawn. */
const FRAMES = 20;

/** A cell that had to be scrolled to, or whose row was just opened, is drawn some frames later. */
function takeFocus(state: SheetState, take: () => void, cell: CellAddress, frames = FRAMES): void {
  take();
  if (frames === 0 || !isFocusLost(state.root)) return;
  requestAnimationFrame(() => {
    if (sameCell(cell, currentSession().activeCell)) takeFocus(state, take, cell, frames - 1);
  });
}

/** True while neither the sheet nor anything else that a person could be using has the focus. */
function isFocusLost(root: HTMLElement): boolean {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return true;
  return !root.contains(focused) && focused.closest('.grid-bar') !== null;
}

/** Index of a row over body and pinned rows; the other zone when it is not in this one. */
function rowIndex({ rows }: SheetState, key: string, zone: Zone): number {
  const body = rows.body.findIndex((row) => row.key === key);
  const pinned = rows.pinned.findIndex((row) => row.key === key);
  const below = pinned < 0 ? -1 : rows.body.length + pinned;
  if (zone === 'pinned') return below >= 0 ? below : body;
  return body >= 0 ? body : below;
}

function cellAt({ rows, columns }: SheetState, place: Place): CellAddress | null {
  const row = [...rows.body, ...rows.pinned][place.row];
  const column = [LABEL_COLUMN, ...columns][place.column];
  return row && column !== undefined ? { key: row.key, column } : null;
}

function fieldOf({ columns, context }: SheetState, rows: readonly GridRow[]): Field {
  const view = context.view();
  return {
    rows: rows.map((row) => row.key),
    columns: [LABEL_COLUMN, ...columns],
    filled: (rowAt, columnAt) => {
      const row = rows[rowAt];
      const column = context.column(columns[columnAt - 1] ?? '');
      if (!row || !column) return row !== undefined;
      if (row.kind !== 'item') return row.kind === 'checks';
      const value = row.item.role === 'header' ? null : cellValue(view, row.key, column);
      return value !== null && value !== undefined && value !== '';
    },
  };
}
