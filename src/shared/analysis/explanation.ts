import type { ErrorExplanation } from '#shared/engine/explain-error.ts';
import type { CellPlace, LoopStatus } from '#shared/engine/results.ts';
import type { DealsQuery } from '#shared/finance/deals-query.ts';
import type { Fact } from '#shared/model/fact.ts';
import type { FactGroup } from '#shared/model/fact-conflicts.ts';
import type { CellValue } from '#shared/model/value.ts';
import type { CellContent } from './cell-content.ts';
import type { Contribution, Term } from './contributions.ts';
import type { MatchedFlow } from './deal-flows.ts';
import type { ValuePlace } from './viewed-model.ts';

/** A fact at a row, as the as-of date sees it. */
export interface FactSeen {
  readonly fact: Fact;
  /** The one that the typed value was taken from. */
  readonly isChosen: boolean;
  /** Known on the as-of date. */
  readonly isVisible: boolean;
}

/** The loop that a cell is solved in. */
export interface LoopSeen {
  readonly status: LoopStatus;
  readonly iterations: number;
  readonly residual: number;
  /** A shortest way round: each cell reads the next, the last the first. */
  readonly chain: readonly CellPlace[];
}

/**
 * Why there are no inputs under a cell: `open` has all of them, `deeper` lies below the depth asked
 * for, `repeated` is expanded elsewhere in the tree.
 */
export type Expansion = 'open' | 'deeper' | 'repeated';

/** The tree of a value. */
export interface Explanation {
  readonly place: ValuePlace;
  readonly value: CellValue;
  readonly unit: string;
  /** null for a heading or where there is no such row. */
  readonly content: CellContent | null;
  /** Why a typed value was chosen where no source states it. */
  readonly assumption: string | null;
  /** Chosen first. */
  readonly facts: readonly FactSeen[];
  /** What is said of this cell where its sources in force disagree; null where they do not. */
  readonly conflict: FactGroup | null;
  readonly expansion: Expansion;
  readonly inputs: readonly ExplainedInput[];
  /** The terms of the sum that the value is; they add up to it. Empty where it is no number. */
  readonly terms: readonly Term[];
  /** Named in the formula but not read here, as written: in a branch not taken. */
  readonly notRead: readonly string[];
  readonly loop: LoopSeen | null;
  readonly error: ErrorExplanation | null;
}

/** One thing that a cell reads. */
export type ExplainedInput =
  | {
      readonly kind: 'cell';
      readonly cell: Explanation;
      readonly contribution: Contribution | null;
    }
  /** Cells of a range over time; null in place of what lies outside the timeline. */
  | {
      readonly kind: 'range';
      readonly text: string;
      readonly key: string;
      readonly cells: readonly (Extract<ExplainedInput, { kind: 'cell' }> | null)[];
      readonly contribution: Contribution | null;
    }
  | {
      readonly kind: 'deals';
      readonly text: string;
      readonly query: DealsQuery | null;
      readonly value: CellValue;
      readonly flows: readonly MatchedFlow[];
      /** Rows that weigh levels, and rows that amounts follow. */
      readonly cells: readonly Extract<ExplainedInput, { kind: 'cell' }>[];
      readonly contribution: Contribution | null;
    }
  /** A quarter outside the timeline, which is blank. */
  | { readonly kind: 'outside'; readonly text: string; readonly contribution: Contribution | null }
  /** A name that is no row. */
  | { readonly kind: 'unknown'; readonly text: string };
