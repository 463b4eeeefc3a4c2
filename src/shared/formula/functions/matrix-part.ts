import type { Matrix } from '../matrix.ts';

/** A rectangle out of a matrix; it stays a reference when the whole is one. */
export function part(matrix: Matrix, row: number, column: number, rows: number, columns: number): Matrix {
  const values = Array.from({ length: rows }, (_, index) => {
    const start = (row + index) * matrix.columns + column;
    return matrix.values.slice(start, start + columns);
  });
  return { kind: 'matrix', rows, columns, values: values.flat(), fromReference: matrix.fromReference };
}

export function rowOf(matrix: Matrix, row: number): Matrix {
  return part(matrix, row, 0, 1, matrix.columns);
}

export function columnOf(matrix: Matrix, column: number): Matrix {
  return part(matrix, 0, column, matrix.rows, 1);
}

/** Rows become columns. */
export function transposed(matrix: Matrix): Matrix {
  const values = Array.from({ length: matrix.columns }, (_, column) => columnOf(matrix, column).values);
  return { ...matrix, rows: matrix.columns, columns: matrix.rows, values: values.flat() };
}
