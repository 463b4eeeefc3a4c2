/** A field is a text, which is made harmless, or a number, which is left alone. */
export type CsvField = string | number | boolean | null;

/** RFC 4180: comma, quotes doubled, a line ends with CRLF. */
export function csvText(rows: readonly (readonly CsvField[])[]): string {
  return rows.map((row) => `${row.map(fieldText).join(',')}\r\n`).join('');
}

function fieldText(field: CsvField): string {
  if (field === null) return '';
  if (typeof field === 'number') return String(Object.is(field, -0) ? 0 : field);
  if (typeof field === 'boolean') return field ? 'TRUE' : 'FALSE';
  return quoted(harmless(field));
}

/** OWASP ASVS 5, 1.2.10: a spreadsheet must not take a text for a formula. */
const LIKE_A_FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

function harmless(text: string): string {
  return LIKE_A_FORMULA.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
