import { alignTable, type SpannedCell } from './filing-table.ts';

/** The first table of a piece of HTML, as rows of text; null where there is none. Nothing in it is run or loaded. */
export function parseHtmlTable(html: string): string[][] | null {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const table = page.querySelector('table');
  if (!table) return null;
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  return alignTable(spannedRows(rows));
}

/** Cells that reach over several rows keep their columns free in the rows below. */
function spannedRows(rows: readonly HTMLTableRowElement[]): SpannedCell[][] {
  const taken = new Set<string>();
  return rows.map((row, at) => {
    let column = 0;
    return [...row.cells].map((cell) => {
      while (taken.has(`${at} ${column}`)) column += 1;
      const span = within(cell.colSpan);
      for (let down = 1; down < within(cell.rowSpan); down++) {
        for (let over = 0; over < span; over++) taken.add(`${at + down} ${column + over}`);
      }
      const found = { text: textOf(cell), start: column, span };
      column += span;
      return found;
    });
  });
}

const within = (span: number): number => Math.min(Math.max(span, 1), 1000);

/** Line breaks of the source are spaces; those of the page are line breaks. Raised marks stay, set apart. */
function textOf(cell: Element): string {
  let text = '';
  for (const node of cell.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += (node.textContent ?? '').replace(/[ \t\n\r\f]+/g, ' ');
    else if (node instanceof Element) text += elementText(node);
  }
  return text.trim();
}

function elementText(node: Element): string {
  const name = node.tagName.toLowerCase();
  if (name === 'br') return '\n';
  if (name === 'script' || name === 'style') return '';
  const inner = textOf(node);
  if (name === 'sup') return /^\(?[\w*†‡§]{1,3}\)?$/u.test(inner) ? `${FOOTNOTE}${inner}` : inner;
  return ['p', 'div', 'li'].includes(name) ? `${inner}\n` : inner;
}

/** Stands before a mark that was raised on the page, so that its digits are not read as the number's. */
export const FOOTNOTE = '\u2063';
