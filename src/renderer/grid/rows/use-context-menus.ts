import { type RefObject, useEffect } from 'react';
import { type MenuPart, openContextMenu } from '#renderer/actions/context-menu.ts';
import { currentSession } from '#renderer/store/hooks.ts';
import type { GridRow } from '../grid-rows.ts';
import { LABEL_COLUMN } from '../navigate.ts';
import { placeOfCell } from '../selection/place-at.ts';
import { isForSelection } from '../selection/pointer.ts';
import type { SheetCore } from '../use-sheet-core.ts';
import { cellMenu, headMenu, labelMenu, sectionMenu } from './menus.ts';

type Core = Pick<SheetCore, 'current' | 'cursor' | 'entry' | 'selection'>;

interface Menu {
  readonly parts: readonly MenuPart[];
  readonly anchor: Element;
}

/** Right click, the menu key and Shift+F10 open the native menu of what they are on. */
export function useContextMenus(root: RefObject<HTMLElement | null>, core: Core): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const end = new AbortController();
    const options = { capture: true, signal: end.signal };
    element.addEventListener('keydown', (event) => pressed(core, event), options);
    element.addEventListener('contextmenu', (event) => clicked(core, event), options);
    return () => end.abort();
  }, [root, core]);
}

function pressed(core: Core, event: KeyboardEvent): void {
  const isMenuKey = event.code === 'ContextMenu' || (event.code === 'F10' && event.shiftKey && !event.altKey);
  if (!isMenuKey || core.entry.editor()) return;
  const menu = menuOf(core, event.target);
  if (!menu) return;
  event.preventDefault();
  event.stopPropagation();
  const { left, bottom } = menu.anchor.getBoundingClientRect();
  void openContextMenu(menu.parts, { x: left, y: bottom });
}

function clicked(core: Core, event: MouseEvent): void {
  if (core.entry.editor()) return;
  const menu = menuOf(core, event.target);
  if (!menu) return;
  event.preventDefault();
  // The menu key has opened it already; on a Mac Ctrl and a click is a right click.
  if (event.button !== 2 && !event.ctrlKey) return;
  goThere(core, menu.anchor);
  void openContextMenu(menu.parts, { x: event.clientX, y: event.clientY });
}

/** A right click outside what is selected chooses what it is on first. */
function goThere({ current, cursor, selection }: Core, cell: Element): void {
  const state = current();
  const place = state && placeOfCell(state, cell);
  if (!place || isForSelection(selection, place)) return;
  selection.clear();
  cursor.go(place);
}

function menuOf({ current }: Core, target: EventTarget | null): Menu | null {
  const state = current();
  const element = target instanceof Element ? target : null;
  if (!state || !element) return null;
  const head = element.closest('.ag-header-cell, .ag-header-group-cell');
  if (head) {
    const id = head.getAttribute('col-id') ?? '';
    const year = Number(/(\d{4})/.exec(id)?.[1]);
    const parts = headMenu(Number.isNaN(year) ? null : year, currentSession().collapsedYears);
    return { parts, anchor: head };
  }
  const cell = element.closest('.ag-cell');
  const row = cell && rowAt(state.rows, placeOfCell(state, cell)?.row);
  return cell && row ? { parts: partsFor(row, cell), anchor: cell } : null;
}

function rowAt(
  rows: { readonly body: readonly GridRow[]; readonly pinned: readonly GridRow[] },
  at: number | undefined,
): GridRow | null {
  return (at === undefined ? undefined : [...rows.body, ...rows.pinned][at]) ?? null;
}

function partsFor(row: GridRow, cell: Element): readonly MenuPart[] {
  if (row.kind === 'section') return sectionMenu(row);
  const isLabel = [LABEL_COLUMN, 'number', 'unit', 'source'].includes(cell.getAttribute('col-id') ?? '');
  return isLabel && row.kind === 'item' ? labelMenu() : cellMenu();
}
