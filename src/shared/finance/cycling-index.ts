/** How much of what flows through a network comes back to where it was. */
export interface Cycling {
  /** Cycled by total throughflow, 0 to 1; 0 where nothing flows. */
  readonly index: number;
  readonly cycled: number;
  readonly throughflow: number;
  /** Share of what passes each party that returns to it. */
  readonly returned: readonly number[];
}

/**
 * Finn's cycling index of a flow matrix, `matrix[i][j]` from party i to party j, none negative.
 * Throughflow T(i) is the larger of all in and all out, the difference being exchanged with the outside.
 * With G[i][j] = F[i][j] / T(i), the share of i that returns is 1 − 1/N(i,i), N = (I − G)⁻¹, taken on
 * i's strongly connected part as 1 − det(I − G) / det(I − G without i): a closed circle then gives 1
 * instead of a division by zero. Source: J. T. Finn (1976), Journal of Theoretical Biology 56, 363–380.
 */
export function cyclingIndex(matrix: readonly (readonly number[])[]): Cycling {
  const parties = matrix.map((_, index) => index);
  const through = parties.map((i) =>
    Math.max(
      sumOf(parties, (j) => at(matrix, i, j)),
      sumOf(parties, (j) => at(matrix, j, i)),
    ),
  );
  const groups = strongParts(matrix);
  const returned = parties.map((i) => returnedOf(matrix, through, i, groups[i] ?? [i]));
  const throughflow = sumOf(parties, (i) => through[i] ?? 0);
  const cycled = sumOf(parties, (i) => (returned[i] ?? 0) * (through[i] ?? 0));
  return { index: throughflow > 0 ? cycled / throughflow : 0, cycled, throughflow, returned };
}

function at(matrix: readonly (readonly number[])[], i: number, j: number): number {
  return i === j ? 0 : (matrix[i]?.[j] ?? 0);
}

function sumOf(indices: readonly number[], value: (index: number) => number): number {
  return indices.reduce((sum, index) => sum + value(index), 0);
}

function returnedOf(
  matrix: readonly (readonly number[])[],
  through: readonly number[],
  party: number,
  part: readonly number[],
): number {
  if (part.length < 2) return 0;
  const kept = (rows: readonly number[]) =>
    rows.map((i) => rows.map((j) => (i === j ? 1 : 0) - at(matrix, i, j) / (through[i] ?? 1)));
  const without = determinant(kept(part.filter((one) => one !== party)));
  // Between 0 and 1 but for rounding of the determinants.
  return Math.min(1, Math.max(0, 1 - determinant(kept(part)) / without));
}

/** By elimination with the largest pivot; 1 for no rows. */
function determinant(rows: number[][]): number {
  const left = rows.map((row) => [...row]);
  let product = 1;
  for (let column = 0; column < left.length; column++) {
    const pivot = largestBelow(left, column);
    const [head, other] = [left[pivot], left[column]];
    if (!head || !other || head[column] === 0) return 0;
    if (pivot !== column) {
      left[pivot] = other;
      left[column] = head;
      product = -product;
    }
    product *= head[column] ?? 0;
    for (const row of left.slice(column + 1)) eliminate(row, head, column);
  }
  return product;
}

function largestBelow(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let index = column + 1; index < rows.length; index++) {
    if (Math.abs(rows[index]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = index;
  }
  return best;
}

function eliminate(row: number[], head: readonly number[], column: number): void {
  const factor = (row[column] ?? 0) / (head[column] ?? 1);
  if (factor === 0) return;
  for (let index = column; index < row.length; index++)
    row[index] = (row[index] ?? 0) - factor * (head[index] ?? 0);
}

/** For each party all that it reaches and that reaches it, itself among them. */
function strongParts(matrix: readonly (readonly number[])[]): number[][] {
  const reached = matrix.map((_, start) => reachableFrom(matrix, start));
  return matrix.map((_, i) =>
    matrix.flatMap((__, j) => (i === j || (reached[i]?.has(j) && reached[j]?.has(i)) ? [j] : [])),
  );
}

function reachableFrom(matrix: readonly (readonly number[])[], start: number): Set<number> {
  const seen = new Set<number>();
  const open = [start];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (let to = 0; to < matrix.length; to++) {
      if (at(matrix, from, to) <= 0 || seen.has(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  return seen;
}
