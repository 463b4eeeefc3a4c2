import { createStore } from 'zustand/vanilla';
import type { SheetState } from '../cursor.ts';
import { type ReferenceMarks, referenceLook } from '../formula-bar/reference-marks.ts';
import { LABEL_COLUMN, type Place } from '../navigate.ts';
import { rowIdOf } from '../row-ids.ts';
import type { Painter } from '../sheet-context.ts';
import { type Box, boxHas, isOneCell } from './range.ts';
import { rowsOf } from './selection.ts';

/** Marks beside the selection: what was copied, where a drag of the handle leads, what a formula reads. */
export interface SheetMarks {
  readonly copied: readonly Box[];
  readonly filling: Box | null;
  readonly references: ReferenceMarks;
}

export const sheetMarks = createStore<SheetMarks>()(() => ({
  copied: [],
  filling: null,
  references: new Map(),
}));

const SIDES = ['top', 'bottom', 'start', 'end'] as const;

/** What was last drawn on a cell: most cells stay as they are. */
const drawn = new WeakMap<Element, string>();

export function createPainter(
  state: SheetState,
  selected: readonly Box[],
  { copied, filling, references }: SheetMarks,
): Painter {
  const all = rowsOf(state);
  const rows = new Map(all.map((row, index) => [rowIdOf(row.key, index >= state.rows.body.length), index]));
  const columns = new Map([LABEL_COLUMN, ...state.columns].map((id, index) => [id, index]));
  const washed = selected.length > 1 || !selected.every(isOneCell) ? selected : [];
  const corner = selected.length === 1 ? selected[0] : undefined;
  const rtl = state.context.view().language === 'ar';
  const classesAt = (place: Place): string => {
    // The corner is the physical one: in a sheet from right to left it is the first period's.
    const atCorner =
      corner?.bottom === place.row && (rtl ? corner.start : corner.end) === place.column && place.column > 0;
    return [
      ...marked('grid-selected', washed, place),
      ...marked('grid-copied', copied, place),
      ...marked('grid-filling', filling ? [filling] : [], place),
      ...(atCorner ? ['grid-corner'] : []),
    ].join(' ');
  };
  return (cell, rowId, columnId) => {
    const row = rows.get(rowId);
    const column = columns.get(columnId);
    if (row === undefined || column === undefined) return;
    const reference = referenceLook(references, all[row]?.key ?? '', columnId);
    redraw(cell, [classesAt({ row, column }), ...(reference?.classes ?? [])].join(' '));
    if (reference) cell.setAttribute('data-ref', reference.number);
    else if (cell.hasAttribute('data-ref')) cell.removeAttribute('data-ref');
    const isSelected = selected.some((box) => boxHas(box, { row, column }));
    if (isSelected) cell.setAttribute('aria-selected', 'true');
    else if (cell.hasAttribute('aria-selected')) cell.setAttribute('aria-selected', 'false');
  };
}

function redraw(cell: Element, classes: string): void {
  const former = drawn.get(cell) ?? '';
  if (former === classes) return;
  drawn.set(cell, classes);
  cell.classList.remove(...former.split(' ').filter(Boolean));
  cell.classList.add(...classes.split(' ').filter(Boolean));
}

/** A class for being inside, one for each side that is an outer edge. */
function marked(name: string, boxes: readonly Box[], place: Place): string[] {
  const inside = boxes.filter((box) => boxHas(box, place));
  if (inside.length === 0) return [];
  const at = { top: place.row, bottom: place.row, start: place.column, end: place.column };
  const edges = SIDES.filter((side) => inside.some((box) => box[side] === at[side]));
  return [name, ...edges.map((side) => `${name}-${side}`)];
}

/** Draws the marks on every cell that is on screen. */
export function paintAll(root: HTMLElement, paint: Painter): void {
  for (const row of root.querySelectorAll('.ag-row')) {
    const id = row.getAttribute('row-id') ?? '';
    for (const cell of row.querySelectorAll('.ag-cell[col-id]')) {
      paint(cell, id, cell.getAttribute('col-id') ?? '');
    }
  }
}
