import { alignTable, type SpannedCell } from './filing-table.ts';
import { htmlTokens, spanOf } from './html-tokens.ts';
import { FOOTNOTE } from './pasted-text.ts';

/** The first table of a piece of HTML, as rows of text; null where there is none. Tables inside it are text of a cell. */
export function parseHtmlTable(html: string): string[][] | null {
  const rows = tableRows(html);
  return rows && rows.length > 0 ? alignTable(placed(rows)) : null;
}

interface Cell {
  text: string;
  readonly colspan: number;
  readonly rowspan: number;
}

/** A line break of the page, until spaces of the source are taken together. */
const BREAK = '\u2028';
const BLOCKS = new Set(['p', 'div', 'li', 'br', 'tr']);
const RAISED_MARK = /^\(?[\p{L}\p{Nd}*†‡§]{1,3}\)?$/u;

function tableRows(html: string): Cell[][] | null {
  const rows: Cell[][] = [];
  let depth = 0;
  let cell: Cell | null = null;
  let raisedFrom: number | null = null;
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      if (cell) cell.text += token.text;
      continue;
    }
    const { tag } = token;
    const isOpen = token.kind === 'open';
    if (tag === 'table') {
      depth += isOpen ? 1 : -1;
      if (depth === 0) return rows.map((row) => row.map(tidied));
    } else if (depth === 1 && tag === 'tr') {
      cell = null;
      if (isOpen) rows.push([]);
    } else if (depth === 1 && (tag === 'td' || tag === 'th')) {
      cell = token.kind === 'open' ? newCell(token.attributes) : null;
      if (cell) (rows.at(-1) ?? firstRow(rows)).push(cell);
    } else if (cell && tag === 'sup') {
      if (isOpen) raisedFrom = cell.text.length;
      else if (raisedFrom !== null) {
        cell.text = withMark(cell.text, raisedFrom);
        raisedFrom = null;
      }
    } else if (cell && BLOCKS.has(tag)) cell.text += BREAK;
  }
  return depth > 0 ? rows.map((row) => row.map(tidied)) : null;
}

function newCell(attributes: string): Cell {
  return { text: '', colspan: spanOf(attributes, 'colspan'), rowspan: spanOf(attributes, 'rowspan') };
}

function firstRow(rows: Cell[][]): Cell[] {
  const row: Cell[] = [];
  rows.push(row);
  return row;
}

/** A short raised text is a mark; digits raised behind a number must not become digits of it. */
function withMark(text: string, from: number): string {
  const raised = text.slice(from).trim();
  return RAISED_MARK.test(raised) ? `${text.slice(0, from)}${FOOTNOTE}${raised}` : text;
}

function tidied(cell: Cell): Cell {
  const spaced = cell.text.replace(/[ \t\n\r\f]+/g, ' ');
  const lines = spaced.split(BREAK).map((line) => line.trim());
  return { ...cell, text: lines.filter((line) => line !== '').join('\n') };
}

/** Cells that reach over several rows keep their columns free in the rows below. */
function placed(rows: readonly (readonly Cell[])[]): SpannedCell[][] {
  const taken = new Set<string>();
  return rows.map((row, at) => {
    let column = 0;
    return row.map(({ text, colspan, rowspan }) => {
      while (taken.has(`${at} ${column}`)) column += 1;
      for (let down = 1; down < Math.min(rowspan, rows.length - at); down++) {
        for (let over = 0; over < colspan; over++) taken.add(`${at + down} ${column + over}`);
      }
      const start = column;
      column += colspan;
      return { text, start, span: colspan };
    });
  });
}
