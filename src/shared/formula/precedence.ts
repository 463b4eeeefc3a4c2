import type { BinaryOperator } from './ast.ts';

/** E-110: how tightly an operator binds; all are left-associative. Unary signs and % bind tighter. */
export const BINDING: Readonly<Record<BinaryOperator, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

export const PERCENT_BINDING = 6;
export const UNARY_BINDING = 7;
export const OPERAND_BINDING = 8;

export function isBinaryOperator(symbol: string): symbol is BinaryOperator {
  return Object.hasOwn(BINDING, symbol);
}
