import type { ItemKey } from '#shared/model/line-item.ts';

/** One cell of the grid. `column` is a quarter such as `2027Q1` or a year such as `2027`. */
export interface CellAddress {
  readonly key: ItemKey;
  readonly column: string;
}

export function sameCell(a: CellAddress | null, b: CellAddress | null): boolean {
  return a === b || (a !== null && b !== null && a.key === b.key && a.column === b.column);
}

/** The name of a cell as formulas and the command line write it: `revenue[2027Q1]`. */
export function cellName(cell: CellAddress): string {
  return `${cell.key}[${cell.column}]`;
}

const CELL_NAME = /^\s*([\p{L}_][\p{L}\p{M}\p{Nd}_.]*)\s*(?:\[\s*(\d{4}(?:[Qq][1-4])?)\s*\])?\s*$/u;

/** Reads `revenue[2027Q1]`, `revenue[2027]` or `revenue` (column null); null for anything else. */
export function parseCellName(
  text: string,
): { readonly key: ItemKey; readonly column: string | null } | null {
  const match = CELL_NAME.exec(text);
  if (!match?.[1]) return null;
  return { key: match[1], column: match[2]?.toUpperCase() ?? null };
}
