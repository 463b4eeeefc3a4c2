import type { Touched } from '#shared/commands/change.ts';
import type { ValueChanges, Viewpoint } from '#shared/engine/results.ts';
import type { Scenario } from '#shared/model/scenario.ts';

/** What the store asks of the engine. Plain values: they may cross into a worker. */
export type RunnerRequest =
  | { readonly type: 'open'; readonly scenario: Scenario; readonly viewpoint: Viewpoint }
  | { readonly type: 'update'; readonly scenario: Scenario; readonly touched: Touched }
  | { readonly type: 'look'; readonly viewpoint: Viewpoint };

/** `replaces`: the rows are all there is; else they are laid over the former ones. */
export interface RunnerAnswer {
  readonly replaces: boolean;
  readonly changes: ValueChanges;
}

/** Calculates somewhere. Answers come in the order of the requests, at once or later. */
export interface Runner {
  send(request: RunnerRequest): void;
}

export type Deliver = (answer: RunnerAnswer) => void;
