import { type RefObject, useEffect } from 'react';
import { cellOfHit, indexOfHit } from '#renderer/store/finding.ts';
import type { FindHit } from '#shared/analysis/find-texts.ts';
import { whenDrawn } from './when-drawn.ts';

const SEPARATOR = ' ';

/** Marks the cells of all hits on whatever the grid draws. */
export function useFindMarks(
  root: RefObject<HTMLElement | null>,
  hits: readonly FindHit[],
  at: string | null,
): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const current = hits[indexOfHit(hits, at)];
    const found = new Set(hits.map(markedCell));
    const paint = () => paintMarks(element, found, current ? markedCell(current) : null);
    paint();
    return found.size > 0 ? whenDrawn(element, paint) : undefined;
  }, [root, hits, at]);
}

/** A formula is marked where its row says that it has one. */
function markedCell(hit: FindHit): string {
  const column = hit.in === 'formulas' ? 'source' : cellOfHit(hit, null).column;
  return `${hit.key}${SEPARATOR}${column}`;
}

function paintMarks(root: HTMLElement, found: ReadonlySet<string>, current: string | null): void {
  const cells = found.size > 0 ? '.ag-cell' : '.ag-cell.grid-found';
  for (const cell of root.querySelectorAll(cells)) {
    const row = cell.closest('.ag-row')?.getAttribute('row-id') ?? '';
    const name = `${row.replace(/^.*:pinned:/, '')}${SEPARATOR}${cell.getAttribute('col-id') ?? ''}`;
    cell.classList.toggle('grid-found', found.has(name));
    cell.classList.toggle('grid-found-now', name === current);
  }
}
