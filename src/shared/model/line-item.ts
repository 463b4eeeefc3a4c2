import type { IsoDate } from './date.ts';
import type { PeriodName } from './period.ts';
import type { Text } from './text.ts';
import type { InputValue } from './value.ts';

/** Name of a line item in formulas; letters, digits, `_` and `.`, beginning with a letter or `_`. */
export type ItemKey = string;

/**
 * How four quarters become a year: sum; end (value of Q4); first (value of Q1); avg (mean);
 * all (a check holds in each quarter); rate (the row's own formula on annual values of its inputs).
 */
export const AGGREGATIONS = ['sum', 'end', 'first', 'avg', 'all', 'rate'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

export interface DatedEntry {
  readonly from: IsoDate;
  readonly value: InputValue;
}

/** What fills the periods of a row. */
export type Content =
  /** The same value in every period. */
  | { readonly kind: 'constant'; readonly value: InputValue }
  /** A constant that changes with the as-of date: the last entry not later than it; blank before the first. */
  | { readonly kind: 'dated'; readonly entries: readonly DatedEntry[] }
  /** One value per year, the same in its four quarters; years are keys such as `2027`. */
  | { readonly kind: 'byYear'; readonly values: Readonly<Record<string, InputValue>> }
  /** One value per period from the first on; shorter lists are blank afterwards. */
  | { readonly kind: 'byPeriod'; readonly values: readonly InputValue[] }
  /** A formula over the whole timeline, without the leading `=`. */
  | { readonly kind: 'formula'; readonly formula: string };

/** Low and high for tornado and simulation; a missing side is the base value. */
export interface DriverRange {
  readonly low?: number;
  readonly high?: number;
}

/** `header` rows carry a label only; a `check` must be TRUE in every period. */
export type ItemRole = 'driver' | 'calculation' | 'check' | 'header';

/** A row. */
export interface LineItem {
  readonly key: ItemKey;
  readonly label: Text;
  readonly section: string;
  /** Empty for none. A GW unit carries its basis: `GW (online)`. */
  readonly unit: string;
  readonly role: ItemRole;
  readonly aggregation: Aggregation;
  readonly content: Content;
  /** Typed values that replace a formula in single periods: flagged and counted. */
  readonly overrides: Readonly<Record<PeriodName, InputValue>>;
  readonly range?: DriverRange;
  /** Facts behind the typed values, the chosen one first. */
  readonly facts: readonly string[];
  /** Set where a typed value rests on no source: why it was chosen. */
  readonly assumption?: string;
  readonly note?: string;
  /** What was written beside single cells, by quarter (`2027Q1`) or year (`2027`). Never empty. */
  readonly comments?: Readonly<Record<string, string>>;
  /** Row is drawn as a total. */
  readonly total?: boolean;
  /** Row starts hidden under its section until unfolded. */
  readonly folded?: boolean;
  /** Digits after the decimal point on screen; 1 when absent. */
  readonly decimals?: number;
}

export interface Section {
  readonly id: string;
  readonly label: Text;
  readonly closed?: boolean;
}
