import type { Reason } from './reason.ts';

/** Excel's error codes, `#LOOP!` for a circular block that has no value, `#UNIT!` for units that do not go together. */
export const ERROR_CODES = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#LOOP!',
  '#UNIT!',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error that flows through formulas like any value and remembers where it arose. */
export interface ErrorValue {
  readonly kind: 'error';
  readonly code: ErrorCode;
  /** Key and column of the cell that first failed; absent outside a scenario. */
  readonly origin?: { readonly key: string; readonly period: number };
  /** What is wrong and what to do. */
  readonly reason?: Reason;
}

/** What a cell holds. Blank is `null` and is not zero; numbers are always finite. */
export type CellValue = number | string | boolean | null | ErrorValue;

/** What a person can type into a cell. */
export type InputValue = number | string | boolean | null;

export function isErrorValue(value: unknown): value is ErrorValue {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'error';
}
