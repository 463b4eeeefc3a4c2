import { createStore } from 'zustand/vanilla';
import { type CellAddress, sameCell } from './cell-address.ts';
import { documentStore } from './document-store.ts';
import { openView, type SessionState, sessionStore, setActiveCell, type View } from './session-store.ts';

/** Where a person was. */
export interface Spot {
  readonly view: View;
  readonly cell: CellAddress | null;
}

/** The way that was gone: places behind, nearest last, and places ahead after going back, nearest last. */
export interface Trail {
  readonly past: readonly Spot[];
  readonly future: readonly Spot[];
}

export const NO_TRAIL: Trail = { past: [], future: [] };
const LONGEST = 60;

/** Leaves a place for another one: what was ahead is gone. */
export function left(trail: Trail, spot: Spot): Trail {
  const last = trail.past.at(-1);
  if (last && sameSpot(last, spot)) return { past: trail.past, future: [] };
  return { past: [...trail.past, spot].slice(-LONGEST), future: [] };
}

/** Goes back, or forward again; null at the end of the way. */
export function gone(
  { past, future }: Trail,
  here: Spot,
  back: boolean,
): { readonly trail: Trail; readonly to: Spot } | null {
  const [from, onto] = back ? [past, future] : [future, past];
  const to = from.at(-1);
  if (!to) return null;
  const rest = from.slice(0, -1);
  const kept = [...onto, here];
  return { to, trail: back ? { past: rest, future: kept } : { past: kept, future: rest } };
}

function sameSpot(a: Spot, b: Spot): boolean {
  return a.view === b.view && sameCell(a.cell, b.cell);
}

export const trailStore = createStore<Trail>()(() => NO_TRAIL);

/** Going along the trail is no jump of its own. */
let isWalking = false;

/** Keeps the trail while jumps are made; steps with the arrow keys leave none. Returns the end of it. */
export function followTrail(): () => void {
  const ends = [
    sessionStore.subscribe((now, before) => {
      if (!isWalking && isJump(now, before)) trailStore.setState(left(trailStore.getState(), spotOf(before)));
    }),
    documentStore.subscribe((now, before) => {
      if (now.documentId !== before.documentId) trailStore.setState(NO_TRAIL);
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Goes back to where one was, or forward again. */
export function walkTrail(back: boolean): void {
  const step = gone(trailStore.getState(), spotOf(sessionStore.getState()), back);
  if (!step) return;
  isWalking = true;
  trailStore.setState(step.trail);
  openView(step.to.view);
  if (step.to.cell) setActiveCell(step.to.cell, { reveal: true });
  isWalking = false;
}

/** The cells one was in last, newest first, each once and without the present one. */
export function lastCells({ past }: Trail, here: CellAddress | null, most: number): CellAddress[] {
  const found: CellAddress[] = [];
  for (const { cell } of [...past].reverse()) {
    const isKnown = !cell || sameCell(cell, here) || found.some((one) => sameCell(one, cell));
    if (!isKnown && found.length < most) found.push(cell);
  }
  return found;
}

/** Counts the wishes to name a place to go to. */
export const placeWishes = createStore<{ readonly asked: number }>()(() => ({ asked: 0 }));

export function askForPlace(): void {
  placeWishes.setState(({ asked }) => ({ asked: asked + 1 }));
}

function isJump(now: SessionState, before: SessionState): boolean {
  if (now.view !== before.view) return true;
  return now.reveal !== before.reveal && now.reveal !== null && !sameCell(now.activeCell, before.activeCell);
}

const spotOf = ({ view, activeCell }: SessionState): Spot => ({ view, cell: activeCell });
