import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import { type ArithmeticOperator, arithmetic } from './arithmetic.ts';
import type { BinaryOperator } from './ast.ts';
import { toNumber, toText } from './coerce.ts';
import { type ComparisonOperator, compareValues, holds } from './compare.ts';
import { failure } from './functions/errors.ts';

/** Excel's longest text in a cell. */
const LONGEST_TEXT = 32767;

/** Two single values through an operator. The left error wins (E-501). */
export function binaryValue(operator: BinaryOperator, left: CellValue, right: CellValue): CellValue {
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
      return calculate(operator, left, right);
    case '&':
      return join(left, right);
    default:
      return compare(operator, left, right);
  }
}

export function negated(value: CellValue): CellValue {
  const number = toNumber(value);
  return isErrorValue(number) ? number : -number;
}

export function percentOf(value: CellValue): CellValue {
  const number = toNumber(value);
  return isErrorValue(number) ? number : number / 100;
}

function calculate(operator: ArithmeticOperator, left: CellValue, right: CellValue): CellValue {
  const a = toNumber(left);
  if (isErrorValue(a)) return a;
  const b = toNumber(right);
  return isErrorValue(b) ? b : arithmetic(operator, a, b);
}

function join(left: CellValue, right: CellValue): CellValue {
  const a = toText(left);
  if (isErrorValue(a)) return a;
  const b = toText(right);
  if (isErrorValue(b)) return b;
  return a.length + b.length > LONGEST_TEXT
    ? failure('#VALUE!', 'text-too-long', { limit: String(LONGEST_TEXT) })
    : a + b;
}

function compare(operator: ComparisonOperator, left: CellValue, right: CellValue): CellValue {
  if (isErrorValue(left)) return left;
  if (isErrorValue(right)) return right;
  return holds(operator, compareValues(left, right));
}
