import type { Patch } from 'immer';
import type { Touched } from '#shared/commands/change.ts';
import type { ValueChanges, Viewpoint } from '#shared/engine/results.ts';
import type { Scenario } from '#shared/model/scenario.ts';

/** What the store asks of the engine. */
export type RunnerRequest =
  | { readonly type: 'open'; readonly scenario: Scenario; readonly viewpoint: Viewpoint }
  | {
      readonly type: 'update';
      /** The document after the change. */
      readonly scenario: Scenario;
      /** From the document before it, for those who keep their own copy. */
      readonly patches: readonly Patch[];
      readonly touched: Touched;
    }
  | { readonly type: 'look'; readonly viewpoint: Viewpoint };

/** `replaces`: the rows are all there is; else they are laid over the former ones. */
export interface RunnerAnswer {
  readonly replaces: boolean;
  readonly changes: ValueChanges;
}

/** Calculates somewhere. Answers come in the order of the requests, at once or later. */
export interface Runner {
  send(request: RunnerRequest): void;
  /** Ends what runs beside this thread. */
  stop(): void;
}

export interface RunnerEvents {
  readonly deliver: (answer: RunnerAnswer) => void;
  /** True while values on screen are older than what was asked for. */
  readonly waiting: (waits: boolean) => void;
}
