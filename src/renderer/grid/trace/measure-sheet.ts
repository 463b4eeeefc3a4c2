import type { CellAddress } from '#renderer/store/hooks.ts';
import type { Rect, Spot } from './arrow-layout.ts';

/** What is needed to say where a cell lies, measured once for a picture. */
export interface Measured {
  /** The part of the sheet in which periods scroll: no heads, frozen columns or pinned rows. */
  readonly area: Rect;
  readonly rtl: boolean;
  /** Place of each row of the scenario from top to bottom. */
  readonly rowRank: (key: string) => number;
  /** Place of each column along time. */
  readonly columnRank: (column: string) => number;
  readonly rowAt: (key: string) => { readonly y: number; readonly height: number } | null;
  readonly columnAt: (column: string) => { readonly x: number; readonly width: number } | null;
}

/** Where a cell is seen from the middle of the screen; `towards` is the cell at the other end. */
export function spotOf(sheet: Measured, cell: CellAddress, towards: CellAddress): Spot {
  const { area } = sheet;
  const row = sheet.rowAt(cell.key);
  const column = sheet.columnAt(cell.column);
  const isRowSeen = row !== null && row.y + row.height > area.y + 1 && row.y < area.y + area.height - 1;
  const isColumnSeen =
    column !== null && column.x + column.width > area.x + 1 && column.x < area.x + area.width - 1;
  if (row && column && isRowSeen && isColumnSeen)
    return { kind: 'shown', rect: { x: column.x, y: row.y, width: column.width, height: row.height } };
  const other = sheet.columnAt(towards.column);
  const middle = (part: { readonly x: number; readonly width: number }) => part.x + part.width / 2;
  if (!isRowSeen) {
    const isAbove = row ? row.y < area.y : sheet.rowRank(cell.key) < sheet.rowRank(towards.key);
    const at = column ?? other;
    return { kind: 'beyond', side: isAbove ? 'top' : 'bottom', at: at ? middle(at) : area.x };
  }
  const isBefore = sheet.columnRank(cell.column) < sheet.columnRank(towards.column);
  const isLeft = column ? column.x < area.x : isBefore !== sheet.rtl;
  return { kind: 'beyond', side: isLeft ? 'left' : 'right', at: row.y + row.height / 2 };
}

interface Order {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly rtl: boolean;
}

/** Reads off the drawn grid where rows and columns lie; null before it stands. */
export function measureSheet(root: HTMLElement, { rows, columns, rtl }: Order): Measured | null {
  const origin = root.getBoundingClientRect();
  const area = scrollingArea(root, origin, rtl);
  if (!area) return null;
  const rowRanks = new Map(rows.map((key, rank) => [key, rank]));
  const columnRanks = new Map(columns.map((id, rank) => [id, rank]));
  return {
    area,
    rtl,
    rowRank: (key) => rowRanks.get(key) ?? 0,
    columnRank: (column) => columnRanks.get(column) ?? 0,
    rowAt: (key) => {
      const rect = root.querySelector(`.ag-row[row-id="${CSS.escape(key)}"]`)?.getBoundingClientRect();
      return rect && rect.height > 0 ? { y: rect.top - origin.top, height: rect.height } : null;
    },
    columnAt: (column) => {
      const head = root.querySelector(`.ag-header-cell[col-id="${CSS.escape(column)}"]`);
      const rect = head?.getBoundingClientRect();
      return rect && rect.width > 0 ? { x: rect.left - origin.left, width: rect.width } : null;
    },
  };
}

/** Heads, frozen columns and pinned rows stick to the edges of the one container that scrolls. */
function scrollingArea(root: HTMLElement, origin: DOMRect, rtl: boolean): Rect | null {
  const view = root.querySelector<HTMLElement>('.ag-grid-viewport');
  if (!view) return null;
  const box = view.getBoundingClientRect();
  const edges = {
    left: box.left,
    right: box.left + view.clientWidth,
    top: box.top,
    bottom: box.top + view.clientHeight,
  };
  // A scroll bar stands at the left in sheets from right to left.
  if (view.clientLeft > 0) {
    edges.left += view.clientLeft;
    edges.right += view.clientLeft;
  }
  for (const head of root.querySelectorAll('.ag-header')) {
    const rect = head.getBoundingClientRect();
    if (rect.height > 0) edges.top = Math.max(edges.top, rect.bottom);
  }
  const frozen = root.querySelector('.ag-header-cell[col-id="source"]')?.getBoundingClientRect();
  if (frozen && frozen.width > 0) {
    if (rtl) edges.right = Math.min(edges.right, frozen.left);
    else edges.left = Math.max(edges.left, frozen.right);
  }
  for (const row of root.querySelectorAll('.ag-row[row-id^=":pinned:"]')) {
    const rect = row.getBoundingClientRect();
    if (rect.height > 0) edges.bottom = Math.min(edges.bottom, rect.top);
  }
  return {
    x: edges.left - origin.left,
    y: edges.top - origin.top,
    width: Math.max(0, edges.right - edges.left),
    height: Math.max(0, edges.bottom - edges.top),
  };
}
