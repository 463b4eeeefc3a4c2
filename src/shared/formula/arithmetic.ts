import type { ErrorValue } from '#shared/model/value.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { failure } from './functions/errors.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '^';

/** E-401: IEEE double arithmetic; a result that is not finite is `#NUM!`, a division by zero `#DIV/0!`. */
export function arithmetic(operator: ArithmeticOperator, left: number, right: number): number | ErrorValue {
  switch (operator) {
    case '+':
      return finite(left + right);
    case '-':
      return finite(left - right);
    case '*':
      return finite(left * right);
    case '/':
      return right === 0 ? failure('#DIV/0!', 'division-by-zero') : finite(left / right);
    case '^':
      return power(left, right);
    default:
      return assertNever(operator);
  }
}

/**
 * E-402: `0^0` is `#NUM!`, zero to a negative power `#DIV/0!`. A negative base has a value for whole
 * exponents and, as in Excel, for 1 ÷ an odd number (`(-8)^(1/3)` is −2); else `#NUM!`.
 */
export function power(base: number, exponent: number): number | ErrorValue {
  if (base === 0 && exponent === 0) return failure('#NUM!', 'zero-power-zero');
  if (base === 0 && exponent < 0) return failure('#DIV/0!', 'zero-negative-power');
  if (base >= 0 || Number.isInteger(exponent)) return finite(base ** exponent);
  const root = Math.round(1 / exponent);
  if (Math.abs(root % 2) === 1 && 1 / root === exponent) return finite(-((-base) ** exponent));
  return failure('#NUM!', 'negative-base-power');
}

function finite(value: number): number | ErrorValue {
  return Number.isFinite(value) ? value : failure('#NUM!', 'result-too-large');
}
