/**
 * Solves a·x = b by elimination with scaled partial pivoting; null when the matrix is singular to
 * working precision. Rows of `a` are not changed.
 */
export function solveLinear(a: readonly Float64Array[], b: Float64Array): Float64Array | null {
  const size = b.length;
  const rows = a.map((row, index) => Float64Array.of(...row, b[index] ?? 0));
  const scales = a.map((row) => row.reduce((most, value) => Math.max(most, Math.abs(value)), 0));
  for (let column = 0; column < size; column++) {
    const pivot = pivotRow(rows, scales, column);
    if (pivot === null) return null;
    swap(rows, pivot, column);
    swap(scales, pivot, column);
    for (let below = column + 1; below < size; below++) eliminate(rows, below, column);
  }
  return substitute(rows, size);
}

const SINGULAR = 1e-13;

function cell(rows: readonly Float64Array[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}

function pivotRow(rows: readonly Float64Array[], scales: readonly number[], column: number): number | null {
  let [best, size] = [-1, SINGULAR];
  for (let row = column; row < rows.length; row++) {
    const relative = Math.abs(cell(rows, row, column)) / (scales[row] || 1);
    if (relative > size) [best, size] = [row, relative];
  }
  return best < 0 ? null : best;
}

function swap<T>(list: T[], a: number, b: number): void {
  const [first, second] = [list[a], list[b]];
  if (first === undefined || second === undefined || a === b) return;
  list[a] = second;
  list[b] = first;
}

function eliminate(rows: readonly Float64Array[], below: number, column: number): void {
  const factor = cell(rows, below, column) / cell(rows, column, column);
  const target = rows[below];
  if (factor === 0 || !target) return;
  for (let at = column; at < target.length; at++) {
    target[at] = (target[at] ?? 0) - factor * cell(rows, column, at);
  }
}

function substitute(rows: readonly Float64Array[], size: number): Float64Array {
  const x = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let rest = cell(rows, row, size);
    for (let column = row + 1; column < size; column++) rest -= cell(rows, row, column) * (x[column] ?? 0);
    x[row] = rest / cell(rows, row, row);
  }
  return x;
}
