import type { IsoDate } from '#shared/model/date.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import type { CellValue } from '#shared/model/value.ts';

/** From which side a scenario is seen. */
export interface Viewpoint {
  /** null for the base. */
  readonly caseId: string | null;
  /** Wins over the date of the case and of the scenario; null for theirs. */
  readonly asOf: IsoDate | null;
}

/** Values of one row: one per period, and one per year of `yearsOf(timeline)`. */
export interface RowValues {
  readonly periods: readonly CellValue[];
  readonly years: readonly CellValue[];
}

export type LoopStatus = 'linear-exact' | 'converged' | 'not-converged' | 'no-solution';

/** One cell by the key of its row and its column. */
export interface CellPlace {
  readonly key: ItemKey;
  readonly period: number;
}

/** A block of rows that meet themselves within a period. */
export interface LoopReport {
  readonly keys: readonly ItemKey[];
  readonly status: LoopStatus;
  readonly iterations: number;
  readonly residual: number;
  /** Columns in which the block had to be solved. */
  readonly periods: readonly number[];
  /** What closes the circle: a shortest way round, each cell reading the next, the last the first. */
  readonly chain: readonly CellPlace[];
}

/** The keyed results of a recalculation: only rows whose values differ. */
export interface ValueChanges {
  readonly rows: ReadonlyMap<ItemKey, RowValues>;
  readonly removed: readonly ItemKey[];
  readonly loops: readonly LoopReport[];
}
