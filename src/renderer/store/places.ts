import { createStore } from 'zustand/vanilla';
import type { Change } from '#shared/commands/change.ts';
import type { Command } from '#shared/commands/command.ts';
import type { CellAddress } from './cell-address.ts';
import { openView, sessionStore, setActiveCell, type View } from './session-store.ts';

/** A corner of a range by the names of its cell; pinned rows show a row a second time. */
export interface RangeCorner extends CellAddress {
  readonly pinned: boolean;
}

/** What of the sheet was selected and shown. Scrolling counts from the start side and the top, in pixels. */
export interface SheetPlace {
  readonly ranges: readonly { readonly anchor: RangeCorner; readonly head: RangeCorner }[];
  readonly scrolledDown: number;
  readonly scrolledAlong: number;
}

/** How and where a step was made, so that taking it back shows what it changes. */
interface Place {
  /** ISO with time. */
  readonly at: string;
  readonly type: Command['type'];
  readonly view: View;
  readonly caseId: string | null;
  readonly cell: CellAddress | null;
  readonly sheet: SheetPlace | null;
}

const places = new WeakMap<Change, Place>();

let takeSheet: () => SheetPlace | null = () => null;

/** The sheet says what it shows, as long as it stands. Returns the end of it. */
export function provideSheetPlace(take: () => SheetPlace | null): () => void {
  takeSheet = take;
  return () => {
    if (takeSheet === take) takeSheet = () => null;
  };
}

/** Asks the sheet to select and to scroll, once the active cell is shown there. */
export const askedPlace = createStore<{ readonly place: SheetPlace | null }>()(() => ({ place: null }));

/** Keeps where a step is made. */
export function keepPlace(change: Change, command: Command): void {
  const { view, caseId, activeCell } = sessionStore.getState();
  const first = command.type === 'group' ? command.commands[0] : command;
  places.set(change, {
    view,
    caseId,
    cell: activeCell,
    sheet: takeSheet(),
    at: new Date().toISOString(),
    type: first?.type ?? command.type,
  });
}

/** When a step was made, and by what kind of command; undefined for a step that is not of this session. */
export function madeBy(change: Change): Pick<Place, 'at' | 'type'> | undefined {
  return places.get(change);
}

/** The case in which a step was made. */
export function caseOf(change: Change): string | null | undefined {
  return places.get(change)?.caseId;
}

/** Goes back to where a step was made, as far as that is still there. */
export function goWhereMade(change: Change, isThere: (cell: CellAddress) => boolean): void {
  const place = places.get(change);
  if (!place) return;
  openView(place.view);
  if (!place.cell || !isThere(place.cell)) return;
  setActiveCell(place.cell, { reveal: true });
  askedPlace.setState({ place: place.sheet });
}
