import type { Scenario } from '#shared/model/scenario.ts';
import type { Change } from './change.ts';
import { joined } from './group.ts';
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

/** All steps in the order in which they were made, those taken back at the end. */
export function allSteps({ past, future }: History): readonly Change[] {
  return [...past, ...[...future].reverse()];
}

/**
 * Goes to the state after the first `to` steps, back or forward, as one change; 0 is the start. Null
 * where there is no such state, or where it is the present one.
 */
export function jump(scenario: Scenario, history: History, to: number): HistoryStep | null {
  const steps = allSteps(history);
  const now = history.past.length;
  if (!Number.isInteger(to) || to < 0 || to > steps.length || to === now) return null;
  const between = steps.slice(Math.min(to, now), Math.max(to, now));
  const changes = to < now ? between.reverse().map(takenBack) : between;
  const last = changes.at(-1);
  if (!last) return null;
  const whole = { label: last.label, ...joined(changes) };
  return {
    scenario: patch(scenario, whole.patches),
    history: { past: steps.slice(0, to), future: steps.slice(to).reverse() },
    change: whole,
  };
}

function takenBack(change: Change): Change {
  return { ...change, patches: change.inverse, inverse: change.patches };
}

/** Takes the last step back; null when there is none. */
export function undo(scenario: Scenario, history: History): HistoryStep | null {
  return jump(scenario, history, history.past.length - 1);
}

/** Does the step that was last taken back again; null when there is none. */
export function redo(scenario: Scenario, history: History): HistoryStep | null {
  return jump(scenario, history, history.past.length + 1);
}
