import { type Field, type Move, moved, type Place } from '../navigate.ts';

/** A rectangle as it was drawn: `anchor` stays, `head` is what Shift and the pointer move. */
export interface Range {
  readonly anchor: Place;
  readonly head: Place;
}

/** A rectangle by its edges, all inside. Columns count from the start side, 0 for the label. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
  readonly end: number;
}

export function boxOf({ anchor, head }: Range): Box {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    start: Math.min(anchor.column, head.column),
    end: Math.max(anchor.column, head.column),
  };
}

export const rangeOf = ({ top, bottom, start, end }: Box): Range => ({
  anchor: { row: top, column: start },
  head: { row: bottom, column: end },
});

export const boxHas = (box: Box, { row, column }: Place): boolean =>
  row >= box.top && row <= box.bottom && column >= box.start && column <= box.end;

export const sameBox = (a: Box, b: Box): boolean =>
  a.top === b.top && a.bottom === b.bottom && a.start === b.start && a.end === b.end;

export const isOneCell = ({ top, bottom, start, end }: Box): boolean => top === bottom && start === end;

/** Shift and a key: the head moves as the cursor would. */
export function extended(field: Field, { anchor, head }: Range, move: Move): Range {
  return { anchor, head: moved(field, head, move) };
}

/** All rows of the columns of a box, as Ctrl+Space selects them. */
export function wholeColumns({ rows }: Field, { start, end }: Box): Box {
  return { top: 0, bottom: Math.max(0, rows.length - 1), start, end };
}

/** All periods of the rows of a box, as Shift+Space selects them; the label is a head and stays out. */
export function wholeRows({ columns }: Field, { top, bottom }: Box): Box {
  const last = Math.max(0, columns.length - 1);
  return { top, bottom, start: Math.min(1, last), end: last };
}

/** Every period of every row. */
export function wholeSheet(field: Field): Box {
  return wholeRows(field, { top: 0, bottom: Math.max(0, field.rows.length - 1), start: 0, end: 0 });
}

/**
 * The block of filled cells around a place, bounded by blank rows and columns, as Ctrl+A takes it
 * first in Excel. A place with nothing around it is a block of its own.
 */
export function regionAround(field: Field, at: Place): Box {
  const last = { row: field.rows.length - 1, column: field.columns.length - 1 };
  const inside = (box: Box): Box => ({
    top: Math.max(0, box.top),
    bottom: Math.min(last.row, box.bottom),
    start: Math.max(Math.min(1, last.column), box.start),
    end: Math.min(last.column, box.end),
  });
  let box: Box = { top: at.row, bottom: at.row, start: at.column, end: at.column };
  for (;;) {
    const wider = grown(field, box, inside);
    if (sameBox(wider, box)) return inside(box);
    box = wider;
  }
}

function grown(field: Field, box: Box, inside: (box: Box) => Box): Box {
  const { top, bottom, start, end } = box;
  const ring = inside({ top: top - 1, bottom: bottom + 1, start: start - 1, end: end + 1 });
  const isFilled = (part: Box) => hasFilled(field, part);
  return {
    top: ring.top < top && isFilled({ ...ring, bottom: ring.top }) ? ring.top : top,
    bottom: ring.bottom > bottom && isFilled({ ...ring, top: ring.bottom }) ? ring.bottom : bottom,
    start: ring.start < start && isFilled({ ...ring, end: ring.start }) ? ring.start : start,
    end: ring.end > end && isFilled({ ...ring, start: ring.end }) ? ring.end : end,
  };
}

function hasFilled(field: Field, { top, bottom, start, end }: Box): boolean {
  for (let row = top; row <= bottom; row++) {
    for (let column = start; column <= end; column++) {
      if (field.filled(row, column)) return true;
    }
  }
  return false;
}

/** How Tab (`along`) and Enter (`down`) walk through what is selected. */
export interface Walk {
  readonly by: 'along' | 'down';
  readonly back: boolean;
}

/** The next cell inside the boxes, from the last one on to the first; rows that hold nothing are passed. */
export function nextInside(
  boxes: readonly Box[],
  from: Place,
  { by, back }: Walk,
  takesPart: (row: number) => boolean,
): Place {
  const places = boxes.flatMap((box) => placesOf(box, by)).filter(({ row }) => takesPart(row));
  const at = places.findIndex(({ row, column }) => row === from.row && column === from.column);
  const next = at < 0 ? 0 : (at + (back ? -1 : 1) + places.length) % places.length;
  return places[next] ?? from;
}

function placesOf({ top, bottom, start, end }: Box, by: 'along' | 'down'): Place[] {
  const rows = numbers(top, bottom);
  const columns = numbers(start, end);
  return by === 'along'
    ? rows.flatMap((row) => columns.map((column) => ({ row, column })))
    : columns.flatMap((column) => rows.map((row) => ({ row, column })));
}

/** Both ends inside. */
export function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** Every place of the boxes once, in the order of the boxes. */
export function placesIn(boxes: readonly Box[]): Place[] {
  const [only] = boxes;
  if (boxes.length === 1 && only) return placesOf(only, 'along');
  const seen = new Set<string>();
  return boxes
    .flatMap((box) => placesOf(box, 'along'))
    .filter(({ row, column }) => {
      const name = `${row} ${column}`;
      if (seen.has(name)) return false;
      seen.add(name);
      return true;
    });
}
