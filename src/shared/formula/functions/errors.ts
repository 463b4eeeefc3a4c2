import { type ReasonArguments, type ReasonCode, reasonOf } from '#shared/model/reason.ts';
import type { ErrorCode, ErrorValue } from '#shared/model/value.ts';

/** An error value with the reason a person reads. */
export function failure<Code extends ReasonCode>(
  code: ErrorCode,
  reason: Code,
  ...args: ReasonArguments<Code>
): ErrorValue {
  return { kind: 'error', code, reason: reasonOf(reason, ...args) };
}

export const NUM_ERROR = failure('#NUM!', 'out-of-range');
export const VALUE_ERROR = failure('#VALUE!', 'wrong-type');
export const DIV_ERROR = failure('#DIV/0!', 'division-by-zero');
export const NA_ERROR = failure('#N/A', 'no-value');
export const REF_ERROR = failure('#REF!', 'outside-range');

/** A finite number, or `#NUM!`: no NaN and no infinity leaves a function. */
export function finite(value: number): number | ErrorValue {
  return Number.isFinite(value) ? value : NUM_ERROR;
}
