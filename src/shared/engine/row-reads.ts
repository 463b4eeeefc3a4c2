import type { Reach } from '#shared/formula/references.ts';

/** A stretch of time in which one row reads another, as distances from the column calculated. */
export interface Stretch {
  readonly least: number;
  readonly most: number;
  /** Some columns are named outright, or the row is read as a whole. */
  readonly isFixed: boolean;
}

/** The rows that a row reads, each once, and how far in time: two lists in the same order. */
export interface RowReads {
  readonly targets: readonly number[];
  readonly stretches: readonly Stretch[];
}

export const READS_NOTHING: RowReads = { targets: [], stretches: [] };

export function stretchOf(reach: Reach): Stretch {
  return {
    least: reach.offsets?.least ?? Number.POSITIVE_INFINITY,
    most: reach.offsets?.most ?? Number.NEGATIVE_INFINITY,
    isFixed: reach.isWide || reach.periods.length > 0,
  };
}

/** What one row reads, in time. */
export function readOf({ targets, stretches }: RowReads, target: number): Stretch | undefined {
  const place = targets.indexOf(target);
  return place < 0 ? undefined : stretches[place];
}
