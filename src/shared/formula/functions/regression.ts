import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { toBoolean } from '../coerce.ts';
import { type Matrix, matrixOf, type Operand } from '../matrix.ts';
import { asMatrix, numberGrid } from './arguments.ts';
import { first } from './broadcast.ts';
import { define, ranges } from './define.ts';
import type { Argument, FunctionDefinition } from './definition.ts';
import { DIV_ERROR, finite, NA_ERROR, NUM_ERROR, REF_ERROR } from './errors.ts';
import { type Fit, leastSquares } from './numeric/least-squares.ts';

/** Known values and the variables that explain them, one list per variable. */
interface Problem {
  readonly y: readonly number[];
  readonly columns: readonly (readonly number[])[];
  /** True when observations run along a row. */
  readonly isRow: boolean;
}

/** Reads known y and x; without x they are 1, 2, 3 … */
function problemOf(yArg: Argument, xArg: Argument): Problem | ErrorValue {
  const ys = numberGrid(yArg);
  if (isErrorValue(ys)) return ys;
  const y = ys.flat();
  const isRow = ys.length === 1 && y.length > 1;
  if (xArg === undefined) return { y, columns: [y.map((_, index) => index + 1)], isRow };
  const xs = numberGrid(xArg);
  if (isErrorValue(xs)) return xs;
  const columns = variablesOf(xs, asMatrix(yArg), isRow);
  return columns.every((column) => column.length === y.length) ? { y, columns, isRow } : REF_ERROR;
}

/** Variables of x: its columns beside a column of y, its rows under a row of y, all as one of the same shape. */
function variablesOf(xs: readonly (readonly number[])[], y: Matrix, isRow: boolean): number[][] {
  const width = xs[0]?.length ?? 0;
  if (xs.length === y.rows && width === y.columns) return [xs.flat()];
  if (isRow) return xs.map((row) => [...row]);
  return Array.from({ length: width }, (_, column) => xs.map((row) => row[column] ?? 0));
}

/** A truth argument; TRUE when it is not written, FALSE when it is empty. */
function flag(args: readonly Argument[], index: number, standard: boolean): boolean | ErrorValue {
  const arg = args[index];
  return index >= args.length ? standard : toBoolean(arg === undefined ? null : first(arg));
}

function linest(args: readonly Argument[]): Operand {
  const problem = problemOf(args[0], args[1]);
  if (isErrorValue(problem)) return problem;
  const hasIntercept = args[2] === undefined ? true : flag(args, 2, true);
  if (isErrorValue(hasIntercept)) return hasIntercept;
  const hasStatistics = flag(args, 3, false);
  if (isErrorValue(hasStatistics)) return hasStatistics;
  if (problem.y.length === 0) return NUM_ERROR;
  const fit = leastSquares(problem.y, problem.columns, hasIntercept);
  const coefficients = [...fit.slopes.toReversed(), fit.intercept].map(finite);
  if (!hasStatistics) return matrixOf([coefficients]);
  return matrixOf(
    [coefficients, ...statistics(fit, hasIntercept)].map((row) => padded(row, coefficients.length)),
  );
}

/** Excel's four rows under the coefficients: errors, fit, F and freedom, sums of squares. */
function statistics(fit: Fit, hasIntercept: boolean): CellValue[][] {
  const { residualSum, regressionSum, freedom, used } = fit;
  const total = residualSum + regressionSum;
  const meanSquare = freedom > 0 ? residualSum / freedom : null;
  const slopeErrors = fit.slopeErrors.toReversed();
  return [
    [...slopeErrors, hasIntercept ? fit.interceptError : NA_ERROR],
    [
      total === 0 ? NUM_ERROR : regressionSum / total,
      meanSquare === null ? NUM_ERROR : Math.sqrt(meanSquare),
    ],
    [meanSquare ? finite(regressionSum / used / meanSquare) : NUM_ERROR, freedom],
    [regressionSum, residualSum],
  ];
}

function padded(row: readonly CellValue[], length: number): CellValue[] {
  return Array.from({ length }, (_, index) => (index < row.length ? (row[index] ?? null) : NA_ERROR));
}

function trend(args: readonly Argument[]): Operand {
  const problem = problemOf(args[0], args[1]);
  if (isErrorValue(problem)) return problem;
  const hasIntercept = args[3] === undefined ? true : flag(args, 3, true);
  if (isErrorValue(hasIntercept)) return hasIntercept;
  if (problem.y.length === 0) return DIV_ERROR;
  const fit = leastSquares(problem.y, problem.columns, hasIntercept);
  if (args[2] === undefined) return shaped(problem.columns, fit, asMatrix(args[0]));
  const fresh = numberGrid(args[2]);
  if (isErrorValue(fresh)) return fresh;
  return predicted(problem, fit, fresh);
}

/** Values at new places: shaped like them with one variable, else a line along the observations. */
function predicted(problem: Problem, fit: Fit, fresh: readonly (readonly number[])[]): Operand {
  const width = fresh[0]?.length ?? 0;
  if (problem.columns.length === 1) return matrixOf(fresh.map((row) => row.map((x) => finite(at(fit, [x])))));
  if ((problem.isRow ? fresh.length : width) !== problem.columns.length) return REF_ERROR;
  if (!problem.isRow) return matrixOf(fresh.map((row) => [finite(at(fit, row))]));
  const places = Array.from({ length: width }, (_, column) => fresh.map((row) => row[column] ?? 0));
  return matrixOf([places.map((place) => finite(at(fit, place)))]);
}

function shaped(columns: Problem['columns'], fit: Fit, like: Matrix): Operand {
  const values = like.values.map((_, index) =>
    finite(
      at(
        fit,
        columns.map((column) => column[index] ?? 0),
      ),
    ),
  );
  return { ...like, values, fromReference: false };
}

function at(fit: Fit, place: readonly number[]): number {
  let total = fit.intercept;
  place.forEach((x, index) => {
    total += (fit.slopes[index] ?? 0) * x;
  });
  return total;
}

export const REGRESSION: readonly FunctionDefinition[] = [
  define(
    'LINEST(known_ys, [known_xs], [const], [stats])',
    'Straight line or plane that fits best: slopes from last to first, then the intercept; with statistics on demand.',
    'أفضل خط أو مستوى ملائم: الميول من الأخير إلى الأول ثم المقطع، مع إحصاءات عند الطلب.',
    [
      ['LINEST({1;9;5;7}, {0;4;2;3}, , FALSE)', [[2, 1]], 1e-13],
      ['SUM(LINEST({3100;4500;4400;5400;7500;8100}, {1;2;3;4;5;6}) * {9,1})', 11000, 1e-12],
    ],
    ranges(linest),
  ),
  define(
    'TREND(known_ys, [known_xs], [new_xs], [const])',
    'Values on the straight line or plane that fits best.',
    'القيم الواقعة على أفضل خط أو مستوى ملائم.',
    [['TREND({1;9;5;7}, {0;4;2;3}, {5;6})', [[11], [13]], 1e-13]],
    ranges(trend),
  ),
];
