import type { CellAddress } from '#renderer/store/hooks.ts';

/** A range as formulas write it: `revenue[2026Q1:2027Q4]`, over several rows `a[2026Q1]:b[2027Q4]`. */
export function rangeName(first: CellAddress, last: CellAddress): string {
  if (first.key === last.key && first.column === last.column) return `${first.key}[${first.column}]`;
  if (first.key === last.key) return `${first.key}[${first.column}:${last.column}]`;
  return `${first.key}[${first.column}]:${last.key}[${last.column}]`;
}

/** Ends of a range as typed; a column is null where none was written. */
export interface NamedRange {
  readonly first: { readonly key: string; readonly column: string | null };
  readonly last: { readonly key: string; readonly column: string | null };
}

const KEY = String.raw`([\p{L}_][\p{L}\p{M}\p{Nd}_.]*)`;
const COLUMN = String.raw`(\d{4}(?:[Qq][1-4])?)`;
const IN_ROW = new RegExp(String.raw`^\s*${KEY}\s*\[\s*${COLUMN}\s*:\s*${COLUMN}\s*\]\s*$`, 'u');
const OVER_ROWS = new RegExp(
  String.raw`^\s*${KEY}\s*(?:\[\s*${COLUMN}\s*\])?\s*:\s*${KEY}\s*(?:\[\s*${COLUMN}\s*\])?\s*$`,
  'u',
);

/** Reads what `rangeName` writes, and `a:b` for whole rows; null for anything else. */
export function parseRangeName(text: string): NamedRange | null {
  const inRow = IN_ROW.exec(text);
  if (inRow?.[1] && inRow[2] && inRow[3]) {
    const [, key, from, to] = inRow;
    return { first: { key, column: from.toUpperCase() }, last: { key, column: to.toUpperCase() } };
  }
  const over = OVER_ROWS.exec(text);
  if (!over?.[1] || !over[3]) return null;
  return {
    first: { key: over[1], column: over[2]?.toUpperCase() ?? null },
    last: { key: over[3], column: over[4]?.toUpperCase() ?? null },
  };
}
