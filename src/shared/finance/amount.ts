import { reasonOf } from '#shared/model/reason.ts';
import type { CellValue, ErrorValue } from '#shared/model/value.ts';

/** An amount, or the error that kept it from being known. */
export type Amount = number | ErrorValue;

/** A line item's value in a column; blank outside the timeline. */
export type ReadItem = (key: string, period: number) => CellValue;

/** Reads a cell as an amount: a blank is nothing, TRUE is 1, text is no amount. */
export function amountOf(value: CellValue): Amount {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') {
    return { kind: 'error', code: '#VALUE!', reason: reasonOf('amount-text', { text: value }) };
  }
  return value;
}
