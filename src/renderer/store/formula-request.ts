import { createStore } from 'zustand/vanilla';

/** Counts wishes to write the sum of the rows above into the formula of the active row. */
export const sumRequests = createStore<{ readonly count: number }>()(() => ({ count: 0 }));

export function askForSum(): void {
  sumRequests.setState(({ count }) => ({ count: count + 1 }));
}
