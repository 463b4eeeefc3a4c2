import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { toBoolean, toNumber } from '../coerce.ts';
import { isMatrix, type Matrix } from '../matrix.ts';
import { newMatrix } from './broadcast.ts';
import type { Argument } from './definition.ts';
import { NA_ERROR, VALUE_ERROR } from './errors.ts';

/**
 * Numbers of arguments as SUM takes them: in ranges and arrays only numbers count, text, truth
 * values and blanks are passed over; typed ones are converted, an empty argument is 0.
 * The first error is the result.
 */
export function numbersOf(args: readonly Argument[]): number[] | ErrorValue {
  const numbers: number[] = [];
  for (const arg of args) {
    if (arg === undefined) {
      numbers.push(0);
    } else if (isMatrix(arg)) {
      for (const value of arg.values) {
        if (typeof value === 'number') numbers.push(value);
        else if (isErrorValue(value)) return value;
      }
    } else if (arg !== null) {
      const number = toNumber(arg);
      if (isErrorValue(number)) return number;
      numbers.push(number);
    }
  }
  return numbers;
}

/** Numbers as AVERAGEA takes them: in ranges text counts as 0, TRUE as 1, FALSE as 0. */
export function numbersOfAll(args: readonly Argument[]): number[] | ErrorValue {
  const numbers: number[] = [];
  for (const arg of args) {
    if (arg !== undefined && isMatrix(arg)) {
      for (const value of arg.values) {
        if (isErrorValue(value)) return value;
        if (value !== null) numbers.push(typeof value === 'string' ? 0 : Number(value));
      }
    } else if (arg !== null) {
      const number = toNumber(arg ?? null);
      if (isErrorValue(number)) return number;
      numbers.push(number);
    }
  }
  return numbers;
}

/** Truth values as AND takes them: in ranges text and blanks are passed over. */
export function booleansOf(args: readonly Argument[]): boolean[] | ErrorValue {
  const booleans: boolean[] = [];
  for (const arg of args) {
    if (arg === undefined) {
      booleans.push(false);
    } else if (isMatrix(arg)) {
      for (const value of arg.values) {
        if (isErrorValue(value)) return value;
        if (typeof value === 'number' || typeof value === 'boolean') booleans.push(Boolean(value));
      }
    } else if (arg !== null) {
      const truth = toBoolean(arg);
      if (isErrorValue(truth)) return truth;
      booleans.push(truth);
    }
  }
  return booleans;
}

/** An argument as a rectangle; a single value is 1×1, a left-out one a blank. */
export function asMatrix(arg: Argument): Matrix {
  return arg !== undefined && isMatrix(arg) ? arg : newMatrix(1, 1, [arg ?? null]);
}

/** Every value of an argument, row by row. */
export function valuesOf(arg: Argument): readonly CellValue[] {
  return asMatrix(arg).values;
}

/** Two ranges side by side; places where one is no number are passed over in both. */
export interface Pairs {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Pairs of two ranges of equal size, else `#N/A`; the first error is the result. */
export function pairsOf(first: Argument, second: Argument): Pairs | ErrorValue {
  const left = valuesOf(first);
  const right = valuesOf(second);
  const failed = left.find(isErrorValue) ?? right.find(isErrorValue);
  if (failed) return failed;
  if (left.length !== right.length) return NA_ERROR;
  const x: number[] = [];
  const y: number[] = [];
  left.forEach((value, index) => {
    const other = right[index];
    if (typeof value === 'number' && typeof other === 'number') {
      x.push(value);
      y.push(other);
    }
  });
  return { x, y };
}

/** A rectangle of numbers for matrix functions: anything else in it is `#VALUE!`. */
export function numberGrid(arg: Argument): number[][] | ErrorValue {
  const matrix = asMatrix(arg);
  const failed = matrix.values.find(isErrorValue);
  if (failed) return failed;
  const grid: number[][] = [];
  for (let row = 0; row < matrix.rows; row++) {
    const line: number[] = [];
    for (const value of matrix.values.slice(row * matrix.columns, (row + 1) * matrix.columns)) {
      if (typeof value !== 'number') return VALUE_ERROR;
      line.push(value);
    }
    grid.push(line);
  }
  return grid;
}
