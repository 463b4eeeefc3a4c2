import { createStore } from 'zustand/vanilla';
import {
  type CellAddress,
  currentSession,
  type RangeCorner,
  type SheetPlace,
  setActiveCell,
  setSelection,
} from '#renderer/store/hooks.ts';
import { bringColumnIntoView } from '../column-in-view.ts';
import type { Cursor, SheetState } from '../cursor.ts';
import type { GridRow } from '../grid-rows.ts';
import { type Field, LABEL_COLUMN, type Move, type Place } from '../navigate.ts';
import {
  type Box,
  boxHas,
  boxOf,
  extended,
  isOneCell,
  nextInside,
  placesIn,
  type Range,
  rangeOf,
  regionAround,
  wholeRows as rowsWhole,
  sameBox,
  type Walk,
  wholeColumns,
  wholeSheet,
} from './range.ts';

/** By names, so that a corner stays with its cells when rows come and go. */
type Corner = RangeCorner;

interface Chosen {
  readonly ranges: readonly { readonly anchor: Corner; readonly head: Corner }[];
  /** What the session holds as long as these ranges are in force. */
  readonly cells: readonly CellAddress[];
}

const NONE: Chosen = { ranges: [], cells: [] };

/** Ranges of the sheet. They end when the session says that another cell, or none, is chosen. */
export const chosenRanges = createStore<Chosen>()(() => NONE);

/** The ranges in force; none when the cursor stands alone. */
function inForce(): Chosen {
  const chosen = chosenRanges.getState();
  return chosen.cells === currentSession().selection ? chosen : NONE;
}

/** What is selected in the sheet. Without a range it is the cell of the cursor. */
export interface Selection {
  boxes(): readonly Box[];
  isMany(): boolean;
  /** Cells of rows that hold values, labels left out. */
  cells(): readonly CellAddress[];
  extend(move: Move): void;
  extendTo(place: Place): void;
  /** A further range that begins at a place. */
  add(place: Place): void;
  choose(boxes: readonly Box[], active?: Place): void;
  columns(): void;
  rows(): void;
  /** The block around the cursor; all when that is selected already. */
  all(): void;
  /** False when there is nothing to walk through. */
  walk(walk: Walk): boolean;
  /** A range by its corners; false while one of them is not on screen. */
  name(first: CellAddress, last: CellAddress, wholeRows: boolean): boolean;
  clear(): void;
  /** The ranges in force by the names of their corners; none when the cursor stands alone. */
  named(): SheetPlace['ranges'];
  /** Selects such ranges again, as far as they are shown; the cursor stays where it is. */
  restore(ranges: SheetPlace['ranges']): void;
}

/** Reading and replacing the ranges in force. */
function createRanges(current: () => SheetState | null, cursor: Cursor) {
  const ranges = (): readonly Range[] => {
    const state = current();
    const at = cursor.place();
    if (!state || !at) return [];
    const known = placedRanges(state, inForce().ranges);
    return known.length > 0 ? known : [{ anchor: at, head: at }];
  };
  const boxes = () => ranges().map(boxOf);
  const put = (next: readonly Range[], active?: Place) => {
    const state = current();
    if (state) force(state, next, active ?? cursor.place());
  };
  const last = (): { readonly others: readonly Range[]; readonly range: Range | undefined } => {
    const all = ranges();
    return { others: all.slice(0, -1), range: all.at(-1) };
  };
  const extendBy = (change: (range: Range) => Range) => {
    const state = current();
    const { others, range } = last();
    if (!state || !range) return;
    const next = change(range);
    put([...others, next]);
    bringIntoView(state, next.head);
  };
  const chooseBox = (make: (field: Field, box: Box) => Box) => {
    const field = cursor.field();
    const box = boxes().at(-1);
    const at = cursor.place();
    if (!field || !box || !at) return;
    const chosen = make(field, box);
    put([rangeOf(chosen)], boxHas(chosen, at) ? at : { row: chosen.top, column: chosen.start });
  };
  return { ranges, boxes, put, extendBy, chooseBox };
}

export function createSelection(current: () => SheetState | null, cursor: Cursor): Selection {
  const { ranges, boxes, put, extendBy, chooseBox } = createRanges(current, cursor);
  return {
    boxes,
    isMany: () => boxes().length > 1 || boxes().some((box) => !isOneCell(box)),
    cells: () => {
      const state = current();
      return state ? cellsIn(state, boxes()) : [];
    },
    extend: (move) => {
      const field = cursor.field();
      if (field) extendBy((range) => extended(field, range, move));
    },
    extendTo: (head) => extendBy(({ anchor }) => ({ anchor, head })),
    add: (place) => put([...ranges(), { anchor: place, head: place }], place),
    choose: (next, active) => put(next.map(rangeOf), active),
    columns: () => chooseBox(wholeColumns),
    rows: () => chooseBox(rowsWhole),
    all: () => {
      const at = cursor.place();
      chooseBox((field, box) => {
        const region = at ? regionAround(field, at) : box;
        return sameBox(region, box) ? wholeSheet(field) : region;
      });
    },
    walk: (walk) => {
      const state = current();
      const at = cursor.place();
      const all = ranges();
      if (!state || !at || (all.length === 1 && all.every((range) => isOneCell(boxOf(range))))) return false;
      const rows = rowsOf(state);
      const next = nextInside(all.map(boxOf), at, walk, (row) => holdsValues(rows[row]));
      force(state, all, next);
      cursor.show({ focus: true });
      return true;
    },
    name: (first, last, wholeRows) => {
      const state = current();
      const field = cursor.field();
      const anchor = state && placeOf(state, { ...first, pinned: false });
      const head = state && placeOf(state, { ...last, pinned: false });
      if (!field || !anchor || !head) return false;
      const box = boxOf({ anchor, head });
      put(wholeRows ? [rangeOf(rowsWhole(field, box))] : [{ anchor, head }], wholeRows ? undefined : anchor);
      return true;
    },
    named: () => inForce().ranges,
    restore: (named) => {
      const state = current();
      const known = state ? placedRanges(state, named) : [];
      if (known.length > 0) put(known);
    },
    clear: () => {
      if (currentSession().selection.length > 0) setSelection([]);
    },
  };
}

/** Where ranges stand now; those with a corner that is not shown are left out. */
function placedRanges(state: SheetState, named: SheetPlace['ranges']): Range[] {
  return named.flatMap((one) => {
    const anchor = placeOf(state, one.anchor);
    const head = placeOf(state, one.head);
    return anchor && head ? [{ anchor, head }] : [];
  });
}

/** Makes ranges the selection and a cell of them the active one. */
function force(state: SheetState, ranges: readonly Range[], active: Place | null): void {
  const named = ranges.map(({ anchor, head }) => ({
    anchor: cornerOf(state, anchor),
    head: cornerOf(state, head),
  }));
  const boxes = ranges.map(boxOf);
  const corner = active && cornerOf(state, active);
  if (corner) setActiveCell({ key: corner.key, column: corner.column });
  const alone = boxes.length === 1 && boxes.every(isOneCell);
  const cells = alone ? [] : cellsIn(state, boxes);
  // Heads alone have no cells: their place stands for them, so that the range is in force.
  const shown = alone || cells.length > 0 || !corner ? cells : [corner];
  chosenRanges.setState({ ranges: named.filter(isNamed), cells: shown });
  setSelection(shown);
}

type Named = { readonly anchor: Corner; readonly head: Corner };
const isNamed = (range: { anchor: Corner | null; head: Corner | null }): range is Named =>
  range.anchor !== null && range.head !== null;

export const rowsOf = ({ rows }: SheetState): readonly GridRow[] => [...rows.body, ...rows.pinned];

/** Heads of sections and of groups take no part in what is counted, cleared or walked through. */
export const holdsValues = (row: GridRow | undefined): boolean =>
  row?.kind === 'checks' || (row?.kind === 'item' && row.item.role !== 'header');

function cellsIn(state: SheetState, boxes: readonly Box[]): CellAddress[] {
  const rows = rowsOf(state);
  return placesIn(boxes).flatMap(({ row, column }) => {
    const found = rows[row];
    const id = state.columns[column - 1];
    return found && id !== undefined && holdsValues(found) ? [{ key: found.key, column: id }] : [];
  });
}

function cornerOf(state: SheetState, { row, column }: Place): Corner | null {
  const found = rowsOf(state)[row];
  const id = column === 0 ? LABEL_COLUMN : state.columns[column - 1];
  if (!found || id === undefined) return null;
  return { key: found.key, column: id, pinned: row >= state.rows.body.length };
}

function placeOf({ rows, columns }: SheetState, { key, column, pinned }: Corner): Place | null {
  const inBody = rows.body.findIndex((row) => row.key === key);
  const below = rows.pinned.findIndex((row) => row.key === key);
  const row = pinned && below >= 0 ? rows.body.length + below : inBody;
  const at = column === LABEL_COLUMN ? 0 : columns.indexOf(column) + 1;
  return row < 0 || (at === 0 && column !== LABEL_COLUMN) ? null : { row, column: at };
}

function bringIntoView(state: SheetState, { row, column }: Place): void {
  if (row < state.rows.body.length) state.api.ensureIndexVisible(row);
  const id = state.columns[column - 1];
  if (id !== undefined) bringColumnIntoView(state, id);
}
