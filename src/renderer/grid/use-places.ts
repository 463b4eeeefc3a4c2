import { type RefObject, useEffect } from 'react';
import { useStore } from 'zustand';
import { askedPlace, currentSession, provideSheetPlace, useSession } from '#renderer/store/hooks.ts';
import type { SheetState } from './cursor.ts';
import { LABEL_COLUMN } from './navigate.ts';
import { rowsOf, type Selection } from './selection/selection.ts';
import type { SheetRows } from './use-sheet-rows.ts';

interface Parts {
  readonly root: RefObject<HTMLElement | null>;
  readonly current: () => SheetState | null;
  readonly selection: Selection;
  readonly shown: { readonly rows: SheetRows; readonly columns: readonly string[] };
  readonly isReady: boolean;
}

const viewportOf = (root: HTMLElement | null) => root?.querySelector('.ag-grid-viewport') ?? null;

/** Each step keeps what was selected and shown; going back to it shows that again. */
export function usePlaces({ root, current, selection, shown, isReady }: Parts): void {
  useEffect(
    () =>
      provideSheetPlace(() => {
        const viewport = viewportOf(root.current);
        if (!viewport) return null;
        return {
          ranges: selection.named(),
          scrolledDown: viewport.scrollTop,
          scrolledAlong: Math.abs(viewport.scrollLeft),
        };
      }),
    [root, selection],
  );
  const { place } = useStore(askedPlace);
  const activeCell = useSession((session) => session.activeCell);
  useEffect(() => {
    const state = isReady ? current() : null;
    const viewport = viewportOf(root.current);
    if (!place || !state || !viewport || !shown || !activeCell || !isShown(state)) return;
    askedPlace.setState({ place: null });
    selection.restore(place.ranges);
    const rtl = state.context.view().language === 'ar';
    viewport.scrollTop = place.scrolledDown;
    viewport.scrollLeft = rtl ? -place.scrolledAlong : place.scrolledAlong;
  }, [place, activeCell, shown, isReady, root, current, selection]);
}

/** What hid the active cell has been opened. */
function isShown(state: SheetState): boolean {
  const cell = currentSession().activeCell;
  const hasColumn = cell?.column === LABEL_COLUMN || state.columns.includes(cell?.column ?? '');
  return hasColumn && rowsOf(state).some((row) => row.key === cell?.key);
}
