import { guarded } from './spreadsheet-text.ts';

/** A field is a text, which is made harmless, a number, which is left alone, or a value that is text. */
export type CsvField = string | number | boolean | null | TextValue;

/** A text in the place of a number: it always has an apostrophe, as one would type it. */
export interface TextValue {
  readonly textValue: string;
}

/** RFC 4180: comma, quotes doubled, a line ends with CRLF. */
export function csvText(rows: readonly (readonly CsvField[])[]): string {
  return rows.map((row) => `${row.map(fieldText).join(',')}\r\n`).join('');
}

function fieldText(field: CsvField): string {
  if (field === null) return '';
  if (typeof field === 'number') return String(Object.is(field, -0) ? 0 : field);
  if (typeof field === 'boolean') return field ? 'TRUE' : 'FALSE';
  return quoted(typeof field === 'string' ? guarded(field) : `'${field.textValue}`);
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
