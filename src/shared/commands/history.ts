import type { Scenario } from '#shared/model/scenario.ts';
import type { Change } from './change.ts';
import { patch } from './revise.ts';

/** All steps of a session: what can be taken back, oldest first, and what can be done again, nearest last. */
export interface History {
  readonly past: readonly Change[];
  readonly future: readonly Change[];
}

export const EMPTY_HISTORY: History = { past: [], future: [] };

export interface HistoryStep {
  readonly scenario: Scenario;
  readonly history: History;
  /** The change as it now happened: for an undo, patches and inverse are exchanged. */
  readonly change: Change;
}

/** A new step ends what could have been done again. */
export function record(history: History, change: Change): History {
  return { past: [...history.past, change], future: [] };
}

/** Takes the last step back; null when there is none. */
export function undo(scenario: Scenario, history: History): HistoryStep | null {
  const change = history.past.at(-1);
  if (!change) return null;
  return {
    scenario: patch(scenario, change.inverse),
    history: { past: history.past.slice(0, -1), future: [...history.future, change] },
    change: { ...change, patches: change.inverse, inverse: change.patches },
  };
}

/** Does the step that was last taken back again; null when there is none. */
export function redo(scenario: Scenario, history: History): HistoryStep | null {
  const change = history.future.at(-1);
  if (!change) return null;
  return {
    scenario: patch(scenario, change.patches),
    history: { past: [...history.past, change], future: history.future.slice(0, -1) },
    change,
  };
}
