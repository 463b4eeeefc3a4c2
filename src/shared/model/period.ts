import type { IsoDate } from './date.ts';

/** Name of a quarter as it stands in files, formulas and on the command line: `2027Q1`. */
export type PeriodName = string;

export interface Quarter {
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
}

const PERIOD_NAME = /^(\d{4})Q([1-4])$/;
const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'] as const;

/** Reads `2027Q1`; null for anything else. */
export function parsePeriodName(name: string): Quarter | null {
  const match = PERIOD_NAME.exec(name);
  return match ? { year: Number(match[1]), quarter: Number(match[2]) as Quarter['quarter'] } : null;
}

export function periodNameOf(quarter: Quarter): PeriodName {
  return `${String(quarter.year).padStart(4, '0')}Q${quarter.quarter}`;
}

/** Quarters since year 0: differences of ordinals are distances in quarters. */
export function quarterOrdinal(quarter: Quarter): number {
  return quarter.year * 4 + quarter.quarter - 1;
}

export function quarterAtOrdinal(ordinal: number): Quarter {
  const year = Math.floor(ordinal / 4);
  return { year, quarter: (ordinal - year * 4 + 1) as Quarter['quarter'] };
}

/** Last day of the quarter. */
export function quarterEnd(quarter: Quarter): IsoDate {
  return `${String(quarter.year).padStart(4, '0')}-${QUARTER_ENDS[quarter.quarter - 1]}`;
}
