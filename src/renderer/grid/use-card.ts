import type { GridApi } from 'ag-grid-community';
import { useCallback, useEffect, useRef, useState } from 'react';
import { cellCard, hasMoreToSay } from './card-lines.ts';
import type { ShownCard } from './cell-card.tsx';
import type { GridRow } from './grid-rows.ts';
import type { SheetContext } from './sheet-context.ts';

/** As tooltips everywhere in the program. */
const DELAY_MS = 500;

export interface CardControl {
  readonly shown: ShownCard | null;
  readonly hover: (event: MouseEvent) => void;
  readonly hide: () => void;
  /** Shows the card of a cell, whatever it has to say. */
  readonly show: (cell: Element) => void;
}

/** Opens the card of a marked cell after a while, of any cell when asked. */
export function useCard(api: GridApi<GridRow> | null, context: SheetContext): CardControl {
  const [shown, setShown] = useState<ShownCard | null>(null);
  const waiting = useRef<{ readonly cell: Element; readonly timer: number } | null>(null);
  const stop = useCallback(() => {
    if (waiting.current) window.clearTimeout(waiting.current.timer);
    waiting.current = null;
  }, []);
  const hide = useCallback(() => {
    stop();
    setShown(null);
  }, [stop]);
  const show = useCallback(
    (cell: Element) => {
      const at = api && cellOf(api, cell);
      const card = at && cellCard(context.view(), at.row, context.column(at.columnId));
      setShown(card ? { card, anchor: cell.getBoundingClientRect() } : null);
    },
    [api, context],
  );
  const hover = useCallback(
    (event: MouseEvent) => {
      const cell = event.target instanceof Element ? event.target.closest('.ag-cell') : null;
      if (cell === (waiting.current?.cell ?? null)) return;
      hide();
      const at = cell && api && cellOf(api, cell);
      const column = at && context.column(at.columnId);
      if (!cell || !at || !column) return;
      const tooWide = cell.classList.contains('grid-too-wide');
      if (!hasMoreToSay(context.view(), at.row, column, tooWide)) return;
      waiting.current = { cell, timer: window.setTimeout(() => show(cell), DELAY_MS) };
    },
    [api, context, hide, show],
  );
  useEffect(() => stop, [stop]);
  return { shown, hover, hide, show };
}

function cellOf(
  api: GridApi<GridRow>,
  cell: Element,
): { readonly row: GridRow; readonly columnId: string } | null {
  const columnId = cell.getAttribute('col-id');
  const id = cell.closest('.ag-row')?.getAttribute('row-id');
  if (columnId === null || id === null || id === undefined) return null;
  const row = api.getRowNode(id)?.data ?? pinnedRow(api, id);
  return row ? { row, columnId } : null;
}

function pinnedRow(api: GridApi<GridRow>, id: string): GridRow | undefined {
  for (let index = 0; index < api.getPinnedBottomRowCount(); index++) {
    const node = api.getPinnedBottomRow<GridRow>(index);
    if (node?.id !== undefined && id.endsWith(node.id)) return node.data;
  }
  return undefined;
}
