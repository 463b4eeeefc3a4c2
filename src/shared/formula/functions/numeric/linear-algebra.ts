export type Grid = readonly (readonly number[])[];

/** Triangular factors of a square matrix by elimination with the largest pivot. */
interface Elimination {
  /** Product of the pivots with the sign of the exchanges. */
  readonly determinant: number;
  /** The right side after elimination; null when a pivot vanished. */
  readonly solved: number[][] | null;
}

/** Gauss–Jordan on a square matrix with right-hand columns beside it. */
function eliminate(matrix: Grid, right: Grid): Elimination {
  const size = matrix.length;
  const lines = matrix.map((row, index) => [...row, ...(right[index] ?? [])]);
  const scale = Math.max(...matrix.flat().map(Math.abs));
  let determinant = 1;
  let isSingular = false;
  for (let column = 0; column < size; column++) {
    const pivotRow = largestIn(lines, column);
    if (pivotRow !== column) {
      [lines[column], lines[pivotRow]] = [lines[pivotRow] ?? [], lines[column] ?? []];
      determinant = -determinant;
    }
    const pivotLine = lines[column] ?? [];
    const pivot = pivotLine[column] ?? 0;
    determinant *= pivot;
    if (Math.abs(pivot) <= scale * size * 1e-16) isSingular = true;
    if (pivot === 0) return { determinant: 0, solved: null };
    clearColumn(lines, column, pivotLine, pivot);
  }
  if (isSingular) return { determinant, solved: null };
  const solved = lines.map((line, index) => line.slice(size).map((value) => value / (line[index] ?? 1)));
  return { determinant, solved };
}

function largestIn(lines: readonly number[][], column: number): number {
  let best = column;
  for (let row = column + 1; row < lines.length; row++) {
    if (Math.abs(lines[row]?.[column] ?? 0) > Math.abs(lines[best]?.[column] ?? 0)) best = row;
  }
  return best;
}

function clearColumn(lines: number[][], column: number, pivotLine: readonly number[], pivot: number): void {
  lines.forEach((line, row) => {
    const factor = (line[column] ?? 0) / pivot;
    if (row === column || factor === 0) return;
    for (let place = column; place < line.length; place++) {
      line[place] = (line[place] ?? 0) - factor * (pivotLine[place] ?? 0);
    }
  });
}

export function determinant(matrix: Grid): number {
  return eliminate(matrix, []).determinant;
}

/** The inverse; null for a matrix that has none. */
export function inverse(matrix: Grid): number[][] | null {
  const unit = matrix.map((_, row) => matrix.map((__, column) => (row === column ? 1 : 0)));
  return eliminate(matrix, unit).solved;
}

export function multiply(left: Grid, right: Grid): number[][] {
  const columns = right[0]?.length ?? 0;
  return left.map((row) =>
    Array.from({ length: columns }, (_, column) => {
      let total = 0;
      row.forEach((value, index) => {
        total += value * (right[index]?.[column] ?? 0);
      });
      return total;
    }),
  );
}
