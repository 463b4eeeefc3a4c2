import type { GridApi } from 'ag-grid-community';
import { useEffect } from 'react';
import { useBaseValues, useScenario, useSession } from '#renderer/store/hooks.ts';
import type { GridRow } from '../grid-rows.ts';

/** Draws the base under the cells that a case replaces, as long as that is asked for. */
export function useBaseRows(api: GridApi<GridRow> | null): void {
  const shown = useSession((session) => session.showBase && session.caseId !== null);
  const caseId = useSession((session) => session.caseId);
  const replaced = useScenario((scenario) => (shown ? scenario.cases : null));
  const values = useBaseValues(shown);
  useEffect(() => {
    if (api && (caseId !== null || !shown || replaced)) api.resetRowHeights();
  }, [api, caseId, shown, replaced]);
  useEffect(() => {
    if (api && (values || !shown)) api.refreshCells();
  }, [api, values, shown]);
}
