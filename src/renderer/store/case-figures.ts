import { createStore } from 'zustand/vanilla';
import { createEngine } from '#shared/engine/engine.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { CellValue } from '#shared/model/value.ts';

/** One figure of every case, by case id; `base` stands under the empty id. Missing until calculated. */
export type CaseFigures = ReadonlyMap<string, CellValue>;

interface State {
  readonly scenario: Scenario | null;
  readonly figures: CaseFigures;
}

export const caseFiguresStore = createStore<State>()(() => ({ scenario: null, figures: new Map() }));

type Idle = (work: () => void) => void;

/** Waits for a pause, so that cases not on screen never slow down the one that is. */
const whenIdle: Idle = (work) => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 50);
};

/**
 * Calculates the last quarter of one row in every case, one case per pause. Stops when
 * another scenario is asked for meanwhile; figures of the former stay until replaced.
 */
export function calculateCases(scenario: Scenario, key: ItemKey, idle: Idle = whenIdle): void {
  if (caseFiguresStore.getState().scenario === scenario) return;
  caseFiguresStore.setState({ scenario });
  const waiting: (string | null)[] = [null, ...scenario.cases.map((one) => one.id)];
  const engine = { current: null as ReturnType<typeof createEngine> | null };
  const next = () => {
    if (caseFiguresStore.getState().scenario !== scenario) return;
    const caseId = waiting.shift();
    if (caseId === undefined) return;
    const viewpoint = { caseId, asOf: null };
    if (engine.current) engine.current.look(viewpoint);
    else engine.current = createEngine(scenario, viewpoint);
    const value = engine.current.row(key)?.periods.at(-1) ?? null;
    caseFiguresStore.setState((state) => ({ figures: new Map([...state.figures, [caseId ?? '', value]]) }));
    idle(next);
  };
  idle(next);
}
