import { createStore } from 'zustand/vanilla';
import { type CellAddress, explainCell } from '#renderer/store/hooks.ts';

/** Which part of the view the person asked for, until the view has taken the focus there. */
export const wantedPart = createStore<{ readonly part: 'tree' | 'loop' }>()(() => ({ part: 'tree' }));

/** Opens the page of the loop that goes through a cell. */
export function explainLoop(cell: CellAddress): void {
  wantedPart.setState({ part: 'loop' });
  explainCell(cell);
}
