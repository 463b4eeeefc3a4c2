/** A column this small after taking out the ones before it counts as their combination. */
const COLLINEAR = 1e-10;

/** A fitted linear model y = b + Σ m x. */
export interface Fit {
  /** One per column of x, 0 for a column that others already explain. */
  readonly slopes: readonly number[];
  readonly intercept: number;
  readonly slopeErrors: readonly number[];
  readonly interceptError: number;
  readonly residualSum: number;
  readonly regressionSum: number;
  readonly freedom: number;
  /** Number of columns that took part. */
  readonly used: number;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  a.forEach((value, index) => {
    total += value * (b[index] ?? 0);
  });
  return total;
}

function less(a: readonly number[], b: readonly number[], factor: number): number[] {
  return a.map((value, index) => value - factor * (b[index] ?? 0));
}

function average(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total / values.length;
}

/** Orthonormal directions, and for each column how it is made of them. */
interface Directions {
  readonly basis: number[][];
  /** Coordinates of each used column, upper triangular. */
  readonly coordinates: number[][];
  readonly used: number[];
}

/** Gram–Schmidt, each column taken out twice so that the directions stay orthogonal to the last digits. */
function orthogonalise(columns: readonly (readonly number[])[]): Directions {
  const basis: number[][] = [];
  const coordinates: number[][] = [];
  const used: number[] = [];
  columns.forEach((column, index) => {
    const parts = basis.map(() => 0);
    let rest = [...column];
    for (let round = 0; round < 2; round++) {
      basis.forEach((direction, place) => {
        const factor = dot(direction, rest);
        parts[place] = (parts[place] ?? 0) + factor;
        rest = less(rest, direction, factor);
      });
    }
    const length = Math.sqrt(dot(rest, rest));
    if (length <= COLLINEAR * Math.sqrt(dot(column, column))) return;
    basis.push(rest.map((value) => value / length));
    coordinates.push([...parts, length]);
    used.push(index);
  });
  return { basis, coordinates, used };
}

/** Solves the triangle of coordinates for a right side. */
function backSubstitute(coordinates: readonly number[][], right: readonly number[]): number[] {
  const solution = right.map(() => 0);
  for (let row = right.length - 1; row >= 0; row--) {
    let value = right[row] ?? 0;
    for (let column = row + 1; column < right.length; column++) {
      value -= (coordinates[column]?.[row] ?? 0) * (solution[column] ?? 0);
    }
    solution[row] = value / (coordinates[row]?.[row] ?? 1);
  }
  return solution;
}

/** Least squares of y on columns of x by orthogonal directions; centred first when there is an intercept. */
export function leastSquares(
  y: readonly number[],
  columns: readonly (readonly number[])[],
  hasIntercept: boolean,
): Fit {
  const means = columns.map((column) => (hasIntercept ? average(column) : 0));
  const meanY = hasIntercept ? average(y) : 0;
  const centred = columns.map((column, index) => column.map((value) => value - (means[index] ?? 0)));
  const { basis, coordinates, used } = orthogonalise(centred);
  let rest = y.map((value) => value - meanY);
  const shares = basis.map((direction) => {
    const share = dot(direction, rest);
    rest = less(rest, direction, share);
    return share;
  });
  const solution = backSubstitute(coordinates, shares);
  const slopes = columns.map((_, index) => solution[used.indexOf(index)] ?? 0);
  const residualSum = dot(rest, rest);
  const freedom = y.length - used.length - (hasIntercept ? 1 : 0);
  const variance = freedom > 0 ? residualSum / freedom : 0;
  // Columns of the inverse triangle give the covariances of the slopes.
  const inverse = basis.map((_, index) =>
    backSubstitute(
      coordinates,
      basis.map((__, other) => (other === index ? 1 : 0)),
    ),
  );
  const usedMeans = used.map((index) => means[index] ?? 0);
  const spread = (weights: readonly number[]) =>
    inverse.reduce((total, column) => total + dot(weights, column) ** 2, 0);
  const unit = (place: number) => used.map((_, index) => (index === place ? 1 : 0));
  return {
    slopes,
    intercept: meanY - dot(slopes, means),
    slopeErrors: columns.map((_, index) => {
      const place = used.indexOf(index);
      return place < 0 ? 0 : Math.sqrt(variance * spread(unit(place)));
    }),
    interceptError: Math.sqrt(variance * (1 / y.length + spread(usedMeans))),
    residualSum,
    regressionSum: dot(shares, shares),
    freedom,
    used: used.length,
  };
}
