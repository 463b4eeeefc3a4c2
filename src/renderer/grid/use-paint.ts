import { type RefObject, useEffect } from 'react';
import { type CellAddress, useSession } from '#renderer/store/hooks.ts';
import type { GridRow } from './grid-rows.ts';
import { rowIdOf } from './row-ids.ts';

/** Marks the cell of the cursor and the cells behind a chart mark, by classes on the cells drawn. */
export function usePaint(root: RefObject<HTMLElement | null>, rows: readonly GridRow[]): void {
  const activeCell = useSession((session) => session.activeCell);
  const highlight = useSession((session) => session.highlight);
  useEffect(() => {
    if (rows.length > 0) paint(root.current, 'grid-active', activeCell ? [activeCell] : []);
  }, [root, rows, activeCell]);
  useEffect(() => {
    if (rows.length > 0) paint(root.current, 'grid-highlight', highlight);
  }, [root, rows, highlight]);
}

function paint(root: HTMLElement | null, name: string, cells: readonly CellAddress[]): void {
  for (const element of root?.querySelectorAll(`.${name}`) ?? []) element.classList.remove(name);
  for (const cell of cells) {
    for (const element of elementsOf(root, cell)) element.classList.add(name);
  }
}

/** The elements that show a cell now: none when scrolled away, two when its row is pinned too. */
export function elementsOf(root: HTMLElement | null, { key, column }: CellAddress): Element[] {
  const selector = (pinned: boolean) =>
    `.ag-row[row-id="${CSS.escape(rowIdOf(key, pinned))}"] .ag-cell[col-id="${CSS.escape(column)}"]`;
  return [...(root?.querySelectorAll(`${selector(false)}, ${selector(true)}`) ?? [])];
}
