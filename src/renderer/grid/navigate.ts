import type { ItemKey } from '#shared/model/line-item.ts';

/** Column of the labels; the cell cursor can stand there as well as on any period. */
export const LABEL_COLUMN = 'label';

/** What the cursor moves over: the rows shown, pinned ones last, and the columns from the start side. */
export interface Field {
  readonly rows: readonly ItemKey[];
  /** `label` first, then periods and years. */
  readonly columns: readonly string[];
  /** True where a cell holds something. */
  readonly filled: (row: number, column: number) => boolean;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** `before` and `after` follow the order of columns, whatever the direction of writing. */
export type Step = 'up' | 'down' | 'before' | 'after';

export type Move =
  | { readonly kind: 'step'; readonly step: Step; readonly count: number }
  /** To the edge of filled cells, as Ctrl+arrow does. */
  | { readonly kind: 'jump'; readonly step: Step }
  | { readonly kind: 'rowStart' }
  | { readonly kind: 'rowEnd' }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };

/** Where a move leads; stops at the edges. */
export function moved(field: Field, from: Place, move: Move): Place {
  const lastRow = Math.max(0, field.rows.length - 1);
  const lastColumn = Math.max(0, field.columns.length - 1);
  const firstPeriod = Math.min(1, lastColumn);
  switch (move.kind) {
    case 'step':
      return stepped(field, from, move.step, move.count);
    case 'jump':
      return jumped(field, from, move.step);
    case 'rowStart':
      return { row: from.row, column: firstPeriod };
    case 'rowEnd':
      return { row: from.row, column: lastColumn };
    case 'start':
      return { row: 0, column: firstPeriod };
    case 'end':
      return { row: lastRow, column: lastColumn };
  }
}

function stepped(field: Field, from: Place, step: Step, count: number): Place {
  const row = step === 'down' ? from.row + count : step === 'up' ? from.row - count : from.row;
  const column =
    step === 'after' ? from.column + count : step === 'before' ? from.column - count : from.column;
  return {
    row: Math.min(Math.max(row, 0), Math.max(0, field.rows.length - 1)),
    column: Math.min(Math.max(column, 0), Math.max(0, field.columns.length - 1)),
  };
}

/**
 * From inside a block to its last filled cell; from its edge, or from a blank, to the next
 * filled cell; to the edge of the sheet when nothing more is filled.
 */
function jumped(field: Field, from: Place, step: Step): Place {
  const next = (place: Place) => stepped(field, place, step, 1);
  const same = (a: Place, b: Place) => a.row === b.row && a.column === b.column;
  const filled = (place: Place) => field.filled(place.row, place.column);
  let here = next(from);
  if (same(here, from)) return from;
  const inside = filled(from) && filled(here);
  for (let ahead = next(here); !same(ahead, here); ahead = next(here)) {
    if (inside ? !filled(ahead) : filled(here)) return here;
    here = ahead;
  }
  return here;
}

/** Tab order: along the row, then the next row. Headings of sections have nothing to type into. */
export function tabbed(field: Field, from: Place, back: boolean): Place {
  const last = field.columns.length - 1;
  const column = from.column + (back ? -1 : 1);
  if (column >= 1 && column <= last) return { row: from.row, column };
  const row = from.row + (back ? -1 : 1);
  if (row < 0 || row >= field.rows.length) return from;
  return { row, column: back ? last : Math.min(1, last) };
}
