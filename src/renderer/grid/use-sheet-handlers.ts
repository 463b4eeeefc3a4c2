import type { CellDoubleClickedEvent, CellFocusedEvent, GridApi } from 'ag-grid-community';
import { useCallback, useMemo } from 'react';
import { assistStore } from './formula-bar/assist-state.ts';
import type { GridRow } from './grid-rows.ts';
import type { SheetCore } from './use-sheet-core.ts';
import { ValueCell } from './value-cell.ts';

/** What the grid library tells the sheet. */
export function useSheetHandlers({ cursor, entry, pointer, fill }: SheetCore, api: GridApi<GridRow> | null) {
  const onCellFocused = useCallback(
    ({ rowIndex, rowPinned, column }: CellFocusedEvent<GridRow>) => {
      const id = typeof column === 'string' ? column : column?.getColId();
      if (rowIndex !== null && id !== undefined) cursor.focused(rowIndex, rowPinned === 'bottom', id);
    },
    [cursor],
  );
  const onCellDoubleClicked = useCallback(
    ({ data, event }: CellDoubleClickedEvent<GridRow>) => {
      if (assistStore.getState().assist?.canPoint()) return;
      const onButton = event?.target instanceof Element && event.target.closest('button') !== null;
      if (event instanceof MouseEvent && pointer.onHandle(event)) fill.toNeighbours();
      else if (data?.kind !== 'section' && !onButton) entry.begin(null);
    },
    [entry, pointer, fill],
  );
  const focusGridInnerElement = useCallback(() => {
    cursor.show({ focus: true });
    return cursor.place() !== null;
  }, [cursor]);
  const onWidths = useCallback(() => redrawNumbers(api), [api]);
  return useMemo(
    () => ({
      onCellFocused,
      onCellDoubleClicked,
      focusGridInnerElement,
      onDisplayedColumnsChanged: onWidths,
      onColumnResized: onWidths,
    }),
    [onCellFocused, onCellDoubleClicked, focusGridInnerElement, onWidths],
  );
}

/** Whether a number fits depends on its column. */
function redrawNumbers(api: GridApi<GridRow> | null): void {
  for (const cell of api?.getCellRendererInstances() ?? []) {
    if (cell instanceof ValueCell) cell.redraw();
  }
}
