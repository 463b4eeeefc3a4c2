import { useMemo, useRef } from 'react';
import { useChecks, useScenario, useSession } from '#renderer/store/hooks.ts';
import { bodyRows, type GridRow, keepRows, pinnedRows } from './grid-rows.ts';

export interface SheetRows {
  readonly body: readonly GridRow[];
  readonly pinned: readonly GridRow[];
}

/** Rows to show; a row that did not change stays the same object. */
export function useSheetRows(): SheetRows {
  const scenario = useScenario((whole) => whole);
  const closedSections = useSession((session) => session.closedSections);
  const unfoldedSections = useSession((session) => session.unfoldedSections);
  const showFolded = useSession((session) => session.showFolded);
  const failing = useChecks()
    .failed.map(({ key }) => key)
    .join(' ');
  const former = useRef<SheetRows>({ body: [], pinned: [] });
  return useMemo(() => {
    const neverFolded = new Set(failing.split(' '));
    const wishes = { closedSections, unfoldedSections, showFolded, neverFolded };
    const body = keepRows(former.current.body, bodyRows(scenario, wishes));
    const pinned = keepRows(former.current.pinned, pinnedRows(scenario));
    former.current = { body, pinned };
    return former.current;
  }, [scenario, closedSections, unfoldedSections, showFolded, failing]);
}
