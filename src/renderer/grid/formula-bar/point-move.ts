import type { CellAddress } from '#renderer/store/hooks.ts';
import { type Field, LABEL_COLUMN, type Move, moved, type Place } from '../navigate.ts';

/** The cell that an arrow leads to while pointing; headings are passed over, at an edge it stays. */
export function pointedNext(
  field: Field,
  from: CellAddress,
  move: Move,
  isRow: (key: string) => boolean,
): CellAddress {
  const row = field.rows.indexOf(from.key);
  const column = field.columns.indexOf(from.column);
  if (row < 0 || column < 0) return from;
  let place: Place = { row, column };
  for (let tries = 0; tries < field.rows.length; tries++) {
    const next = moved(field, place, move);
    const key = field.rows[next.row];
    const id = field.columns[next.column];
    if (key === undefined || id === undefined || isSame(next, place)) return from;
    if (isRow(key)) return { key, column: id };
    place = next;
  }
  return from;
}

const isSame = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column;

/** While a range is pointed at, it stays in the row in which it began: rows are named one by one. */
export function rangeEnd(first: CellAddress, last: CellAddress): CellAddress {
  const column = last.column === LABEL_COLUMN ? first.column : last.column;
  return { key: first.key, column: first.column === LABEL_COLUMN ? LABEL_COLUMN : column };
}
