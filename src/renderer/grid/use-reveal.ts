import { useEffect, useRef } from 'react';
import {
  type CellAddress,
  currentScenario,
  currentSession,
  openSection,
  sameCell,
  setActiveCell,
  toggleFoldedRows,
  toggleYear,
  useSession,
} from '#renderer/store/hooks.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { itemOf } from '#shared/model/scenario.ts';
import type { Cursor } from './cursor.ts';
import { CHECKS_KEY, sectionKey, sectionOfKey } from './grid-rows.ts';
import { LABEL_COLUMN } from './navigate.ts';
import { askedRange } from './selection/asked-range.ts';
import type { SheetRows } from './use-sheet-rows.ts';

interface Shown {
  readonly rows: SheetRows;
  readonly columns: readonly string[];
}

/** Opens what hides the cell that is asked for, then goes there; keeps the cursor on a cell that is shown. */
export function useReveal(cursor: Cursor, shown: Shown, hasFocus: () => boolean): void {
  const reveal = useSession((session) => session.reveal);
  const activeCell = useSession((session) => session.activeCell);
  const done = useRef(0);
  useEffect(() => {
    const asked = reveal !== null && reveal.request !== done.current;
    if (asked) {
      const scenario = currentScenario();
      if (askedCells(reveal.cell).some((cell) => openedSomething(scenario, cell, shown))) return;
      done.current = reveal.request;
      cursor.inBody();
      cursor.show({ focus: hasFocus() || isFocusFree() });
      return;
    }
    const nearest = nearestShown(currentScenario(), activeCell, shown);
    if (nearest) setActiveCell(nearest);
    else if (hasFocus()) cursor.show({ focus: true });
  }, [reveal, activeCell, shown, cursor, hasFocus]);
}

/** The cell one wants to go to, and the far end of the range that is to be selected from there. */
function askedCells(cell: CellAddress): readonly CellAddress[] {
  const { range } = askedRange.getState();
  return range && sameCell(range.first, cell) ? [cell, range.last] : [cell];
}

/** The name box and a link in the formula bar send the person on to the grid. */
function isFocusFree(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || focused.closest('.grid-bar') !== null;
}

/** Opens one thing that hides a cell; false when nothing does, or nothing can be done. */
function openedSomething(scenario: Scenario, { key, column }: CellAddress, shown: Shown): boolean {
  const item = itemOf(scenario, key);
  if (!item) return false;
  const session = currentSession();
  if (session.closedSections.has(item.section)) {
    openSection(item.section);
    return true;
  }
  if (item.folded && !shown.rows.body.some((row) => row.key === key)) {
    toggleFoldedRows(item.section);
    return true;
  }
  const year = Number(column.slice(0, 4));
  if (column.length > 4 && session.collapsedYears.has(year)) {
    toggleYear(year);
    return true;
  }
  return false;
}

/** Where the cursor goes when its own cell is no longer shown; null when it may stay. */
function nearestShown(
  scenario: Scenario,
  cell: CellAddress | null,
  { rows, columns }: Shown,
): CellAddress | null {
  const first = rows.body.find((row) => row.kind === 'item') ?? rows.body[0];
  const column = nearestColumn(cell?.column, columns);
  if (!first || column === undefined) return null;
  if (!cell) return { key: first.key, column };
  const isShown = [...rows.body, ...rows.pinned].some((row) => row.key === cell.key);
  const key = isShown ? cell.key : (sectionKeyOf(scenario, cell.key) ?? first.key);
  const stays = key === cell.key && column === cell.column;
  return stays || (key === cell.key && cell.column === LABEL_COLUMN) ? null : { key, column };
}

function nearestColumn(column: string | undefined, columns: readonly string[]): string | undefined {
  if (column === undefined) return columns[0];
  if (column === LABEL_COLUMN || columns.includes(column)) return column;
  const year = column.slice(0, 4);
  return columns.includes(year) ? year : columns[0];
}

function sectionKeyOf(scenario: Scenario, key: string): string | undefined {
  if (key === CHECKS_KEY || sectionOfKey(key) !== null) return undefined;
  const item = itemOf(scenario, key);
  return item && sectionKey(item.section);
}
