import type { CellValue, ErrorValue } from '#shared/model/value.ts';
import { assertNever } from '#shared/util/assert-never.ts';

/** A value that can be compared: errors are dealt with before. */
export type Comparable = Exclude<CellValue, ErrorValue>;

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';

const SIGNIFICANT_DIGITS = 15;
/** Wider apart than this, relative to the larger, two numbers differ within 15 digits. */
const SURELY_APART = 1e-14;

/** E-301: numbers are compared as Excel does, to 15 significant digits: `0.1 + 0.2 = 0.3` is TRUE. */
export function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  const apart = Math.abs(a - b) > SURELY_APART * Math.max(Math.abs(a), Math.abs(b));
  if (!apart && a.toPrecision(SIGNIFICANT_DIGITS) === b.toPrecision(SIGNIFICANT_DIGITS)) return 0;
  return a < b ? -1 : 1;
}

/** E-302: without regard to case, otherwise by code point, whatever the language of the system. */
export function compareTexts(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** E-303: number < text < boolean; a blank takes the type of the other side. */
export function compareValues(a: Comparable, b: Comparable): number {
  const left = a ?? emptyLike(b);
  const right = b ?? emptyLike(a);
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right);
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  return rank(left) - rank(right);
}

/** Whether the outcome of `compareValues` satisfies the operator. */
export function holds(operator: ComparisonOperator, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return assertNever(operator);
  }
}

function emptyLike(other: Comparable): number | string | boolean {
  if (typeof other === 'string') return '';
  if (typeof other === 'boolean') return false;
  return 0;
}

function rank(value: number | string | boolean): number {
  if (typeof value === 'number') return 0;
  return typeof value === 'string' ? 1 : 2;
}
