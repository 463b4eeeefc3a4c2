import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { failure } from './functions/errors.ts';
import { generalNumber } from './general-number.ts';
import { textToNumber } from './text-number.ts';

/** E-201: blank is 0, TRUE 1, FALSE 0, text as Excel's en-US reads it, else `#VALUE!`. */
export function toNumber(value: CellValue): number | ErrorValue {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isErrorValue(value)) return value;
  return textToNumber(value) ?? failure('#VALUE!', 'text-not-number', { text: shortened(value) });
}

/** E-202: blank is the empty text, numbers in General format, TRUE and FALSE in capitals. */
export function toText(value: CellValue): string | ErrorValue {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (isErrorValue(value)) return value;
  return generalNumber(value);
}

/** E-203: blank is FALSE, a number is TRUE unless 0, the texts TRUE and FALSE in any case; else `#VALUE!`. */
export function toBoolean(value: CellValue): boolean | ErrorValue {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  if (isErrorValue(value)) return value;
  const upper = value.toUpperCase();
  if (upper === 'TRUE') return true;
  if (upper === 'FALSE') return false;
  return failure('#VALUE!', 'text-not-boolean', { text: shortened(value) });
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
