import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import {
  allRows,
  type CellAddress,
  currentScenario,
  type SessionState,
  sameCell,
  useSession,
} from '#renderer/store/hooks.ts';
import { rangeFigures } from '#renderer/store/range-figures.ts';
import { numberText } from '#shared/report/number-text.ts';
import type { SheetState } from '../cursor.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { SheetRows } from '../use-sheet-rows.ts';
import { askedRange } from './asked-range.ts';
import { createPainter, paintAll, sheetMarks } from './marks.ts';
import { rangeName } from './range-name.ts';
import { chosenRanges, type Selection } from './selection.ts';

interface Parts {
  readonly root: RefObject<HTMLElement | null>;
  readonly current: () => SheetState | null;
  readonly selection: Selection;
  readonly context: SheetContext;
  readonly shown: { readonly rows: SheetRows; readonly columns: readonly string[] };
  readonly isReady: boolean;
  readonly announce: (text: string) => void;
}

/** A screen reader is told of a range once it stands still. */
const PAUSE_MS = 300;

/** Draws what is selected and says it. */
export function useSelection(parts: Parts): void {
  const { root, current, selection, context, shown, isReady, announce } = parts;
  const chosen = useStore(chosenRanges);
  const marks = useStore(sheetMarks);
  const cells = useSession((session) => session.selection);
  const activeCell = useSession((session) => session.activeCell);
  useLayoutEffect(() => {
    const state = isReady ? current() : null;
    if (!state || !root.current || !shown || !chosen) return;
    const painter = createPainter(state, activeCell && cells ? selection.boxes() : [], marks);
    context.painter.current = painter;
    paintAll(root.current, painter);
  }, [root, current, selection, context, shown, isReady, chosen, marks, cells, activeCell]);
  useEffect(() => {
    // What was copied lies elsewhere once rows or columns came or went.
    if (shown) return () => sheetMarks.setState({ copied: [], filling: null });
    return undefined;
  }, [shown]);
  const { range } = useStore(askedRange);
  useEffect(() => {
    if (!isReady || !range || !shown || !isAt(activeCell, range.first)) return;
    if (selection.name(range.first, range.last, range.wholeRows)) askedRange.setState({ range: null });
  }, [isReady, range, shown, activeCell, selection]);
  useEffect(() => {
    if (cells.length < 2) return undefined;
    const timer = setTimeout(() => announce(rangeWords(context, cells)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [cells, context, announce]);
}

/** The cursor has arrived where the asked range begins. */
function isAt(cell: SessionState['activeCell'], first: CellAddress): boolean {
  return cell !== null && sameCell(cell, first);
}

/** `revenue[2026Q1:2026Q4], 4 cells, sum 12.5`. */
function rangeWords(context: SheetContext, cells: SessionState['selection']): string {
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last) return '';
  const { t } = context.view();
  const { sum } = rangeFigures(currentScenario(), allRows(), cells);
  const range = rangeName(first, last);
  const count = cells.length;
  return sum === null
    ? t('selection.range', { range, count })
    : t('selection.rangeSum', { range, count, sum: numberText(sum, 1) });
}
