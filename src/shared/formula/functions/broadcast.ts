import type { CellValue } from '#shared/model/value.ts';
import { isMatrix, type Matrix, type Operand } from '../matrix.ts';
import { NA_ERROR } from './errors.ts';

/** A 1×1 matrix as its value; everything else as it is. */
export function unwrap(operand: Operand): Operand {
  return isMatrix(operand) && operand.rows === 1 && operand.columns === 1 ? first(operand) : operand;
}

/** The first value of an operand; blank for an empty one. */
export function first(operand: Operand): CellValue {
  return isMatrix(operand) ? (operand.values[0] ?? null) : operand;
}

/** Value at a place, stretching single rows and columns; undefined outside. */
function stretched(operand: Operand, row: number, column: number): CellValue | undefined {
  if (!isMatrix(operand)) return operand;
  const r = operand.rows === 1 ? 0 : row;
  const c = operand.columns === 1 ? 0 : column;
  return r < operand.rows && c < operand.columns
    ? (operand.values[r * operand.columns + c] ?? null)
    : undefined;
}

/**
 * Applies a function of single values to operands as Excel's dynamic arrays do: single rows,
 * columns and values stretch, places that an argument does not reach are `#N/A`.
 */
export function broadcast(
  operands: readonly (Operand | undefined)[],
  call: (values: readonly (CellValue | undefined)[]) => CellValue,
): Operand {
  const simple = operands.map((operand) => (operand === undefined ? undefined : unwrap(operand)));
  let rows = 0;
  let columns = 0;
  for (const operand of simple) {
    if (operand === undefined || !isMatrix(operand)) continue;
    rows = Math.max(rows, operand.rows);
    columns = Math.max(columns, operand.columns);
  }
  if (rows === 0 || columns === 0) {
    return call(simple.map((operand) => (operand === undefined ? undefined : first(operand))));
  }
  const values: CellValue[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) values.push(callAt(simple, row, column, call));
  }
  return newMatrix(rows, columns, values);
}

function callAt(
  operands: readonly (Operand | undefined)[],
  row: number,
  column: number,
  call: (values: readonly (CellValue | undefined)[]) => CellValue,
): CellValue {
  const values: (CellValue | undefined)[] = [];
  for (const operand of operands) {
    const value = operand === undefined ? undefined : stretched(operand, row, column);
    if (operand !== undefined && value === undefined) return NA_ERROR;
    values.push(value);
  }
  return call(values);
}

export function newMatrix(rows: number, columns: number, values: readonly CellValue[]): Matrix {
  return { kind: 'matrix', rows, columns, values, fromReference: false };
}
