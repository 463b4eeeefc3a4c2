import { createStore } from 'zustand/vanilla';
import type { CellAddress } from '#renderer/store/hooks.ts';

/** A range that the name box asks the sheet to select, once its first cell is shown. */
export interface AskedRange {
  readonly first: CellAddress;
  readonly last: CellAddress;
  readonly wholeRows: boolean;
}

export const askedRange = createStore<{ readonly range: AskedRange | null }>()(() => ({ range: null }));

export function askForRange(first: CellAddress, last: CellAddress, wholeRows: boolean): void {
  askedRange.setState({ range: { first, last, wholeRows } });
}
