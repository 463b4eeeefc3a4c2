import { toBoolean, toNumber } from '#shared/formula/coerce.ts';
import { failure } from '#shared/formula/functions/errors.ts';
import type { Aggregation } from '#shared/model/line-item.ts';
import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import { assertNever } from '#shared/util/assert-never.ts';

/** A value by its column. */
export type ReadColumn = (column: number) => CellValue;

/**
 * A year from its quarters. An error in any quarter is the year's; blank quarters are passed over,
 * and a year of blanks is blank. `rate` is recomputed from a formula elsewhere; where there is none
 * it is the last quarter.
 */
export function yearValue(aggregation: Aggregation, columns: readonly number[], read: ReadColumn): CellValue {
  for (const column of columns) {
    const value = read(column);
    if (isErrorValue(value)) return value;
  }
  switch (aggregation) {
    case 'sum':
    case 'avg':
      return total(aggregation, columns, read);
    case 'end':
    case 'rate':
      return valueIn(columns.at(-1), read);
    case 'first':
      return valueIn(columns[0], read);
    case 'all':
      return allTrue(columns, read);
    default:
      return assertNever(aggregation);
  }
}

/** The sum or mean of quarters that all hold numbers, as `yearValue` gives it; null for anything else. */
export function yearNumber(
  aggregation: Aggregation,
  columns: readonly number[],
  numbers: Float64Array,
): number | null {
  if (aggregation !== 'sum' && aggregation !== 'avg') return null;
  let sum = 0;
  for (const column of columns) sum += numbers[column] ?? Number.NaN;
  const result = aggregation === 'avg' ? sum / columns.length : sum;
  return Number.isFinite(result) ? result : null;
}

function valueIn(column: number | undefined, read: ReadColumn): CellValue {
  return column === undefined ? null : read(column);
}

function total(aggregation: 'sum' | 'avg', columns: readonly number[], read: ReadColumn): CellValue {
  let [sum, count] = [0, 0];
  for (const column of columns) {
    const quarter = read(column);
    if (quarter === null) continue;
    const number = toNumber(quarter);
    if (isErrorValue(number)) return number;
    sum += number;
    count++;
  }
  if (count === 0) return null;
  const result = aggregation === 'avg' ? sum / count : sum;
  return Number.isFinite(result) ? result : failure('#NUM!', 'result-too-large');
}

function allTrue(columns: readonly number[], read: ReadColumn): CellValue {
  let isStated = false;
  for (const column of columns) {
    const quarter = read(column);
    if (quarter === null) continue;
    const truth = toBoolean(quarter);
    if (isErrorValue(truth) || !truth) return truth;
    isStated = true;
  }
  return isStated ? true : null;
}
