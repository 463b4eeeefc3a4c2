import { sameReason } from '#shared/model/reason.ts';
import { type CellValue, isErrorValue } from '#shared/model/value.ts';

/**
 * The values of all rows. Numbers lie in one array per row, NaN where a cell holds none;
 * what else a cell holds stands beside them, blank when nothing does.
 */
export class RowStore {
  readonly size: number;
  readonly #numbers: Float64Array[];
  readonly #others: ((CellValue | undefined)[] | null)[];

  constructor(rows: number, size: number) {
    this.size = size;
    const all = new Float64Array(rows * size).fill(Number.NaN);
    this.#numbers = Array.from({ length: rows }, (_, row) => all.subarray(row * size, (row + 1) * size));
    this.#others = new Array(rows).fill(null);
  }

  /** The numbers of a row: the same array as long as the store lives. */
  numbers(row: number): Float64Array {
    const numbers = this.#numbers[row];
    if (!numbers) throw new Error(`There is no row ${row}`);
    return numbers;
  }

  /** The value of a cell; blank outside the timeline. */
  get(row: number, column: number): CellValue {
    const number = this.#numbers[row]?.[column];
    if (number === undefined) return null;
    return Number.isNaN(number) ? (this.#others[row]?.[column] ?? null) : number;
  }

  set(row: number, column: number, value: CellValue): void {
    if (typeof value === 'number') {
      // Adding zero makes −0 the 0 that everyone expects.
      this.numbers(row)[column] = value + 0;
      const others = this.#others[row];
      if (others) others[column] = undefined;
      return;
    }
    this.numbers(row)[column] = Number.NaN;
    let others = this.#others[row];
    if (!others) {
      if (value === null) return;
      others = new Array(this.size).fill(undefined);
      this.#others[row] = others;
    }
    others[column] = value;
  }

  /** Makes a cell unknown: kernels that read it give NaN. */
  clear(row: number, column: number): void {
    this.set(row, column, null);
  }

  /** Takes over a whole row of numbers; false, and nothing of use stored, when one of them is NaN. */
  takeNumbers(row: number, values: Float64Array): boolean {
    const numbers = this.numbers(row);
    let sum = 0;
    for (let column = 0; column < values.length; column++) {
      const value = (values[column] ?? Number.NaN) + 0;
      numbers[column] = value;
      sum += value - value;
    }
    if (Number.isNaN(sum)) return false;
    this.#others[row] = null;
    return true;
  }

  /** The values of a row. */
  values(row: number): CellValue[] {
    const numbers = this.numbers(row);
    if (isWhole(numbers)) return wholeRow(numbers);
    const values: CellValue[] = [];
    for (let column = 0; column < this.size; column++) values.push(this.get(row, column));
    return values;
  }

  /** True when a row holds these values, to the last bit. */
  equals(row: number, values: readonly CellValue[]): boolean {
    if (values.length !== this.size) return false;
    const numbers = this.numbers(row);
    for (let column = 0; column < this.size; column++) {
      // Zeros of the store have no sign, so equal numbers are equal to the last bit.
      if (numbers[column] === values[column]) continue;
      if (!sameValue(this.get(row, column), values[column] ?? null)) return false;
    }
    return true;
  }
}

function wholeRow(numbers: Float64Array): number[] {
  const values = new Array<number>(numbers.length);
  for (let column = 0; column < numbers.length; column++) values[column] = numbers[column] ?? 0;
  return values;
}

/** True for numbers without a gap; false also where their sum is too large, which costs only time. */
function isWhole(numbers: Float64Array): boolean {
  let sum = 0;
  for (let column = 0; column < numbers.length; column++) sum += numbers[column] ?? Number.NaN;
  return sum - sum === 0;
}

/** Equal to the last bit; errors are equal when code, origin and reason are. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  if (Object.is(a, b)) return true;
  if (!isErrorValue(a) || !isErrorValue(b)) return false;
  return (
    a.code === b.code &&
    sameReason(a.reason, b.reason) &&
    a.origin?.key === b.origin?.key &&
    a.origin?.period === b.origin?.period
  );
}

export function sameValues(a: readonly CellValue[], b: readonly CellValue[]): boolean {
  return a.length === b.length && a.every((value, index) => sameValue(value, b[index] ?? null));
}
