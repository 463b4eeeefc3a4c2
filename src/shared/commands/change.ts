import type { Patch } from 'immer';
import type { ItemKey } from '#shared/model/line-item.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Text } from '#shared/model/text.ts';

/** What a change touched, so that only what reads it is calculated again. */
export interface Touched {
  /** Rows whose content, overrides or overrides in any case changed. */
  readonly items: readonly ItemKey[];
  /** Rows came, went or moved; cases, deals, timeline or as-of date changed: calculate everything. */
  readonly everything: boolean;
}

/** What happened to a scenario: enough to do it again and to take it back. */
export interface Change {
  /** Name of the step in menu and history. */
  readonly label: Text;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  readonly touched: Touched;
}

/** The scenario after a change. */
export interface Applied {
  readonly scenario: Scenario;
  readonly change: Change;
}
