import { useEffect } from 'react';
import { useStore } from 'zustand';
import { currentScenario } from '#renderer/store/hooks.ts';
import { bringColumnIntoView } from '../column-in-view.ts';
import type { SheetState } from '../cursor.ts';
import { LABEL_COLUMN } from '../navigate.ts';
import { followDrag } from '../selection/drag.ts';
import { sheetMarks } from '../selection/marks.ts';
import { placeOfCell } from '../selection/place-at.ts';
import { rowsOf } from '../selection/selection.ts';
import type { SheetCore } from '../use-sheet-core.ts';
import { assistStore, sheetLink } from './assist-state.ts';
import { referenceMarks } from './reference-marks.ts';

/** Shows in the sheet what the formula that is being written reads. */
export function useFormulaLink({ cursor, current }: Pick<SheetCore, 'cursor' | 'current'>): void {
  const shown = useStore(assistStore, (state) => state.shown);
  useEffect(() => {
    const references = shown
      ? referenceMarks(currentScenario(), shown.port.home, shown.references)
      : new Map<string, number>();
    if (references.size > 0 || sheetMarks.getState().references.size > 0) sheetMarks.setState({ references });
  }, [shown]);
  useEffect(() => {
    const link = {
      field: cursor.field,
      reveal: ({ key, column }: { key: string; column: string }) => {
        const state = current();
        const index = state?.rows.body.findIndex((row) => row.key === key) ?? -1;
        if (index >= 0) state?.api.ensureIndexVisible(index);
        if (state && column !== LABEL_COLUMN) bringColumnIntoView(state, column);
      },
    };
    sheetLink.setState({ link });
    return () => sheetLink.setState({ link: null });
  }, [cursor, current]);
}

/** A press on a cell while a formula waits for a reference puts the cell into it; dragging takes a range. */
export function pressedForFormula(current: () => SheetState | null, event: PointerEvent): boolean {
  const { assist } = assistStore.getState();
  const state = current();
  const target = event.target instanceof Element ? event.target : null;
  if (!assist?.canPoint() || !state || event.button !== 0 || target?.closest('.grid-editor')) return false;
  const from = placeOfCell(state, target?.closest('.ag-cell'));
  const cellOf = (row: number, column: number) => {
    const key = rowsOf(state)[row]?.key ?? '';
    return { key, column: [LABEL_COLUMN, ...state.columns][column] ?? LABEL_COLUMN };
  };
  if (!from || cellOf(from.row, 0).key.startsWith(':')) return false;
  assist.point(cellOf(from.row, from.column), { extend: event.shiftKey });
  let former = from.column;
  followDrag({
    current,
    overLabels: false,
    onPlace: ({ column }) => {
      if (column !== former) assist.point(cellOf(from.row, column), { extend: true });
      former = column;
    },
    onEnd: () => {},
  });
  return true;
}
