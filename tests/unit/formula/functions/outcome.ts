import { expect } from 'vitest';
import { evaluateText } from '#shared/formula/evaluate.ts';
import type { FunctionExample } from '#shared/formula/functions/definition.ts';
import { isMatrix } from '#shared/formula/matrix.ts';
import { type CellValue, isErrorValue } from '#shared/model/value.ts';

type Plain = number | string | boolean | null | { readonly error: string };
type Expected = FunctionExample['result'];

function plain(value: CellValue): Plain {
  return isErrorValue(value) ? { error: value.code } : value;
}

/** The result of a formula as the command `eval` shows it: nested arrays for a matrix. */
export function outcome(formula: string): Plain | Plain[][] {
  const operand = evaluateText(formula);
  if (!isMatrix(operand)) return plain(operand);
  return Array.from({ length: operand.rows }, (_, row) =>
    operand.values.slice(row * operand.columns, (row + 1) * operand.columns).map(plain),
  );
}

/** Absolute or relative tolerance, the larger of the two. */
function expectClose(actual: unknown, expected: unknown, tolerance: number, formula: string): void {
  if (Array.isArray(expected)) {
    expect(Array.isArray(actual) && actual.length, formula).toBe(expected.length);
    expected.forEach((one, index) => {
      expectClose((actual as unknown[])[index], one, tolerance, formula);
    });
  } else if (typeof expected === 'number' && typeof actual === 'number') {
    const off = Math.abs(actual - expected);
    const isNear = off <= tolerance * Math.max(1, Math.abs(expected));
    expect(isNear, `${formula} gave ${actual}, not ${expected}`).toBe(true);
  } else {
    expect(actual, formula).toEqual(expected);
  }
}

/** Exact unless a tolerance is given. */
export function expectOutcome(formula: string, expected: Expected, tolerance = 0): void {
  const actual = outcome(formula);
  if (tolerance === 0) expect(actual, formula).toEqual(expected);
  else expectClose(actual, expected, tolerance, formula);
}
