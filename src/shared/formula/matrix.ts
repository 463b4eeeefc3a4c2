import type { CellValue } from '#shared/model/value.ts';

/** A rectangle of values, row by row. References and ranges over time are one row. */
export interface Matrix {
  readonly kind: 'matrix';
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly CellValue[];
  /** Excel treats text and booleans in cells otherwise than typed ones: true for cells. */
  readonly fromReference: boolean;
}

/** What an expression yields. */
export type Operand = CellValue | Matrix;

export function isMatrix(operand: Operand): operand is Matrix {
  return typeof operand === 'object' && operand !== null && operand.kind === 'matrix';
}

export function matrixOf(rows: readonly (readonly CellValue[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  return { kind: 'matrix', rows: rows.length, columns, values: rows.flat(), fromReference: false };
}
