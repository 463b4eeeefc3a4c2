/**
 * Reads what spreadsheets put on the clipboard as text: tabs between cells, quotes around cells with tabs, line
 * breaks or quotes. A quote inside an unquoted cell is a character. One line break at the end ends the last row.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (;;) {
    const { cell, next } = body[at] === '"' ? quotedCell(body, at) : plainCell(body, at);
    rows.at(-1)?.push(cell);
    if (next >= body.length) return rows;
    if (body[next] === '\n') rows.push([]);
    at = next + 1;
  }
}

interface Cell {
  readonly cell: string;
  /** Index of the tab or line break behind it. */
  readonly next: number;
}

function plainCell(text: string, from: number): Cell {
  let next = from;
  while (next < text.length && text[next] !== '\t' && text[next] !== '\n') next += 1;
  return { cell: text.slice(from, next), next };
}

/** A quote that is never closed, or has text behind its end, was no quoting: the cell is taken as it stands. */
function quotedCell(text: string, from: number): Cell {
  let cell = '';
  let at = from + 1;
  while (at < text.length) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      const end = text[at + 1];
      return end === undefined || end === '\t' || end === '\n'
        ? { cell, next: at + 1 }
        : plainCell(text, from);
    }
    at += 1;
  }
  return plainCell(text, from);
}

/** Cells as text that every spreadsheet reads back. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
}

function quoted(cell: string): string {
  return /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
