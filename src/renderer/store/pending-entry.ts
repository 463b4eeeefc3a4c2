import { createStore } from 'zustand/vanilla';

/** Something typed into a field that the document does not hold yet. */
export interface PendingEntry {
  /** Enters it; false when it is refused, and then the field says why. */
  readonly enter: () => boolean;
}

/** A cell and the formula bar may both be typed into. */
export const pendingEntries = createStore<{ readonly entries: readonly PendingEntry[] }>()(() => ({
  entries: [],
}));

export function addPending(entry: PendingEntry): void {
  pendingEntries.setState(({ entries }) => ({ entries: [...entries, entry] }));
}

export function dropPending(entry: PendingEntry): void {
  pendingEntries.setState(({ entries }) => ({ entries: entries.filter((one) => one !== entry) }));
}

export function hasPending(): boolean {
  return pendingEntries.getState().entries.length > 0;
}

/** Enters all that is typed; false when something was refused. */
export function enterPending(): boolean {
  return pendingEntries.getState().entries.every((entry) => entry.enter());
}
