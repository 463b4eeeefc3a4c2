import type { Column } from '#renderer/store/columns.ts';
import { type InputValue, isErrorValue } from '#shared/model/value.ts';
import { labelOf } from '../cell-words.ts';
import type { GridRow } from '../grid-rows.ts';
import { type Box, numbers, sameBox } from '../selection/range.ts';
import { cellValue, type SheetView } from '../sheet-view.ts';
import type { PastedCell } from './plan-paste.ts';

/** Cells among the formats of the clipboard; other programs leave it alone. */
export const OWN_FORMAT = 'application/x-headroom-cells';

interface CopySheet {
  readonly view: SheetView;
  readonly rows: readonly GridRow[];
  readonly columns: readonly Column[];
}

/** What is copied, row by row; null when the boxes do not make one table, as Excel refuses too. */
export function copiedCells(sheet: CopySheet, boxes: readonly Box[]): PastedCell[][] | null {
  const [first] = boxes;
  if (!first) return null;
  const rows = boxes.every((box) => sameBox({ ...box, start: first.start, end: first.end }, first));
  const columns = boxes.every((box) => sameBox({ ...box, top: first.top, bottom: first.bottom }, first));
  if (!rows && !columns) return null;
  const byStart = [...boxes].sort((a, b) => a.start - b.start || a.top - b.top);
  const rowPlaces = places((rows ? [first] : byStart).map(({ top, bottom }) => numbers(top, bottom)));
  const columnPlaces = places((rows ? byStart : [first]).map(({ start, end }) => numbers(start, end)));
  return rowPlaces.map((row) => columnPlaces.map((column) => cellAt(sheet, row, column)));
}

const places = (parts: readonly number[][]): number[] => [...new Set(parts.flat())].sort((a, b) => a - b);

function cellAt({ view, rows, columns }: CopySheet, row: number, column: number): PastedCell {
  const found = rows[row];
  const period = columns[column - 1];
  if (!found) return { text: '' };
  if (!period) return { text: labelOf(view, found) };
  if (found.kind !== 'item') return { text: '' };
  const value = cellValue(view, found.key, period);
  const facts = view.facts(found.key);
  const isTyped = period.kind === 'quarter' && Object.hasOwn(facts?.overrides ?? {}, period.id);
  return {
    text: valueText(value),
    ...(typeof value === 'object' || value === undefined ? {} : { exact: value }),
    ...(facts?.content.kind === 'formula' && !isTyped ? { formulaOf: found.key } : {}),
    ...(period.kind === 'year' ? { isYear: true } : {}),
  };
}

/** Every digit; an error as its code. */
function valueText(value: ReturnType<typeof cellValue>): string {
  if (value === null || value === undefined) return '';
  if (isErrorValue(value)) return value.code;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** A table that Excel and LibreOffice read with all digits, whatever their language. */
export function htmlOf(cells: readonly (readonly PastedCell[])[]): string {
  const rows = cells.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('');
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>${rows}</table></body></html>`;
}

function htmlCell({ text, exact }: PastedCell): string {
  if (typeof exact === 'number') return `<td x:num="${exact}" sdval="${exact}">${exact}</td>`;
  return `<td>${escaped(text)}</td>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}

export function writeOwn(cells: readonly (readonly PastedCell[])[]): string {
  return JSON.stringify({ version: 1, cells });
}

/** What `writeOwn` wrote; null for anything else, since any program may write there. */
export function readOwn(text: string): PastedCell[][] | null {
  try {
    const found: unknown = JSON.parse(text);
    const cells = isRecord(found) && found['version'] === 1 ? found['cells'] : null;
    if (!Array.isArray(cells) || cells.length === 0) return null;
    const rows = cells.map((row) => (Array.isArray(row) ? row.map(readCell) : []));
    return rows.every((row) => row.length > 0 && row.length === rows[0]?.length) ? rows : null;
  } catch {
    return null;
  }
}

function readCell(found: unknown): PastedCell {
  const cell = isRecord(found) ? found : {};
  const { text, exact, formulaOf, isYear } = cell as Record<
    'text' | 'exact' | 'formulaOf' | 'isYear',
    unknown
  >;
  return {
    text: typeof text === 'string' ? text : '',
    ...(isInput(exact) ? { exact } : {}),
    ...(typeof formulaOf === 'string' ? { formulaOf } : {}),
    ...(isYear === true ? { isYear } : {}),
  };
}

const isInput = (value: unknown): value is InputValue =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
