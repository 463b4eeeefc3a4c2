import type { ErrorCode, ErrorValue } from '#shared/model/value.ts';

/** An error value with the reason a person reads. */
export function failure(code: ErrorCode, reason?: string): ErrorValue {
  return reason === undefined ? { kind: 'error', code } : { kind: 'error', code, reason };
}

export const NUM_ERROR = failure('#NUM!', 'The numbers lie outside what the function allows.');
export const VALUE_ERROR = failure('#VALUE!', 'An argument has the wrong type.');
export const DIV_ERROR = failure('#DIV/0!', 'Division by zero.');
export const NA_ERROR = failure('#N/A', 'No value is available.');
export const REF_ERROR = failure('#REF!', 'The position lies outside the range.');

/** A finite number, or `#NUM!`: no NaN and no infinity leaves a function. */
export function finite(value: number): number | ErrorValue {
  return Number.isFinite(value) ? value : NUM_ERROR;
}
