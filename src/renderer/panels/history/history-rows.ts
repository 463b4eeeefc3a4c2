import type { Change } from '#shared/commands/change.ts';
import { allSteps, type History } from '#shared/commands/history.ts';

/** A state that the history can go to: the one after a step, or the start. */
export interface HistoryRow {
  /** Number of steps that are done in this state; 0 is the start. */
  readonly to: number;
  /** The step that led there; null for the start. */
  readonly step: Change | null;
  readonly state: 'undone' | 'now' | 'done';
  /** The file holds this state. */
  readonly saved: boolean;
}

/** All states, newest first. `savedStep` as `FileState.step`; undefined when there is no file. */
export function historyRows(history: History, savedStep: Change | null | undefined): readonly HistoryRow[] {
  const now = history.past.length;
  const states: readonly (Change | null)[] = [null, ...allSteps(history)];
  return states
    .map(
      (step, to): HistoryRow => ({
        to,
        step,
        state: to === now ? 'now' : to < now ? 'done' : 'undone',
        saved: step === savedStep,
      }),
    )
    .reverse();
}

/** The rows around the present one: a list of thousands would be slow to draw and to read. */
export function rowsNear(
  rows: readonly HistoryRow[],
  most: number,
): { readonly newer: number; readonly shown: readonly HistoryRow[]; readonly older: number } {
  const now = rows.findIndex(({ state }) => state === 'now');
  const first = Math.max(0, Math.min(now - Math.floor(most / 2), rows.length - most));
  const shown = rows.slice(first, first + most);
  return { newer: first, shown, older: rows.length - first - shown.length };
}
