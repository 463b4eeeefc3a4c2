import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { toNumber, toText } from '../coerce.ts';
import { values } from './define.ts';
import type { Implementation } from './definition.ts';
import { failure } from './errors.ts';

/** Excel's longest text in a cell. */
export const LONGEST_TEXT = 32767;

/** A text no longer than a cell can hold, else `#VALUE!`. */
export function fitting(text: string): string | ErrorValue {
  return text.length <= LONGEST_TEXT
    ? text
    : failure('#VALUE!', 'text-too-long', { limit: String(LONGEST_TEXT) });
}

type Converted = string | number;

/**
 * Texts and numbers in, a value out. `kinds` says for each parameter what it is: `t` text, `n` number.
 * `defaults` stand for the last parameters when they are not written.
 */
export function converted(
  kinds: string,
  call: (args: { readonly texts: readonly string[]; readonly numbers: readonly number[] }) => CellValue,
  ...defaults: readonly Converted[]
): Implementation {
  return values((...args) => {
    const texts: string[] = [];
    const numbers: number[] = [];
    for (let index = 0; index < kinds.length; index++) {
      const standard = defaults[index - kinds.length + defaults.length] ?? null;
      const value = index < args.length ? (args[index] ?? null) : standard;
      const read = kinds[index] === 't' ? toText(value) : toNumber(value);
      if (isErrorValue(read)) return read;
      if (typeof read === 'string') texts.push(read);
      else numbers.push(read);
    }
    const result = call({ texts, numbers });
    return typeof result === 'string' ? fitting(result) : result;
  });
}

/** One text in, a value out. */
export function ofText(call: (text: string) => CellValue): Implementation {
  return converted('t', ({ texts: [text = ''] }) => call(text));
}
