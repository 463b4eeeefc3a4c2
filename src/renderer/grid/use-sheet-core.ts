import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { currentSession, useSession } from '#renderer/store/hooks.ts';
import { type ClipboardActions, createClipboard } from './clipboard/clipboard-actions.ts';
import { type Cursor, createCursor, type SheetState } from './cursor.ts';
import { createEntryActions, type EntryActions } from './entry-actions.ts';
import { createFillActions, type FillActions } from './fill/fill-actions.ts';
import type { GridRow } from './grid-rows.ts';
import { createRowDrag } from './rows/row-drag.ts';
import { createPointer, type SheetPointer } from './selection/pointer.ts';
import { createSelection, type Selection } from './selection/selection.ts';
import type { SheetContext } from './sheet-context.ts';
import { createSheetKeyboard, type SheetKeyboard } from './sheet-keyboard.ts';
import type { CardControl } from './use-card.ts';
import { elementsOf } from './use-paint.ts';
import type { SheetRows } from './use-sheet-rows.ts';

export interface SheetParts {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly api: GridApi<GridRow> | null;
  readonly context: SheetContext;
  readonly shown: { readonly rows: SheetRows; readonly columns: readonly string[] };
  readonly card: CardControl;
}

export interface SheetCore {
  readonly cursor: Cursor;
  readonly entry: EntryActions;
  readonly keyboard: SheetKeyboard;
  readonly selection: Selection;
  readonly pointer: SheetPointer;
  readonly fill: FillActions;
  readonly clipboard: ClipboardActions;
  /** What is on screen now; null before the sheet stands. */
  readonly current: () => SheetState | null;
  readonly announce: (text: string) => void;
  /** For screen readers. */
  readonly said: string;
}

function isEditing(api: GridApi<GridRow> | null): boolean {
  return (api?.getCellEditorInstances().length ?? 0) > 0;
}

const NOWHERE = { key: '', column: '' };

/** Cursor, typing and keys of a sheet: made once, they always see what is shown now. */
export function useSheetCore({ root, api, context, shown, card }: SheetParts): SheetCore {
  const [said, setSaid] = useState('');
  const state = useRef<SheetState | null>(null);
  useLayoutEffect(() => {
    const element = root.current;
    state.current = api && element ? { api, root: element, context, ...shown } : null;
  });
  const activeCell = useSession((session) => session.activeCell);
  useEffect(() => {
    if (activeCell && !isEditing(api)) context.hint(null);
  }, [activeCell, api, context]);
  const showCard = card.show;
  const parts = useMemo(() => {
    const current = () => state.current;
    const activeElement = () => elementsOf(root.current, currentSession().activeCell ?? NOWHERE)[0];
    const notice = (lead: string) => {
      const anchor = activeElement();
      const cell = currentSession().activeCell;
      if (!cell || !(anchor instanceof HTMLElement)) return;
      context.hint({ cell, anchor, kind: 'refused', lead, more: [], urgent: true });
    };
    const speaker = { announce: setSaid, notice };
    const cursor = createCursor(current);
    const selection = createSelection(current, cursor);
    const entry = createEntryActions({ current, cursor, selection, speaker });
    const fill = createFillActions({ current, cursor, selection, speaker });
    const clipboard = createClipboard({ current, cursor, selection, entry, speaker });
    const startMove = createRowDrag({ current, announce: setSaid });
    const pointer = createPointer({ current, cursor, selection, startFill: fill.drag, startMove });
    const showActiveCard = () => {
      const element = activeElement();
      if (element) showCard(element);
    };
    const keyboard = createSheetKeyboard({
      current,
      cursor,
      entry,
      selection,
      fill,
      clipboard,
      speaker,
      showCard: showActiveCard,
    });
    return { current, cursor, entry, keyboard, selection, pointer, fill, clipboard, announce: setSaid };
  }, [context, showCard, root]);
  return { ...parts, said };
}
