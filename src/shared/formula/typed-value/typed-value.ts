import { amountNumber, parseAmount, plainAmount } from './amount.ts';
import { refuseDate } from './date-text.ts';
import { type TypedFault, type TypedFaultCode, typedFault } from './fault.ts';
import { folded, normalised } from './normalise.ts';
import type { Locale } from './number-core.ts';
import { parsePeriodText } from './period-text.ts';
import { parseRange } from './range-text.ts';

import type { TypedValue } from './typed-kinds.ts';

export type { TypedFault, TypedFaultCode } from './fault.ts';
export type { Locale } from './number-core.ts';
export { toRowRange, toRowValue } from './row-value.ts';
export type { TypedValue } from './typed-kinds.ts';

const LONGEST = 200;
/** Most of what is pasted: nothing else than a number can be meant. */
const PLAIN = /^-?\d{1,15}(?:\.\d{1,15})?$/;
const BLANK =
  /^(?:[-−–—‐‑―]|n\.? ?a\.?|n\/a|n\.? ?m\.?|n\/m|k\. ?a\.?|غ\.? ?م\.?|غ\/م|غير متاح|غير متوفر|لا ينطبق)$/u;

/**
 * Reads a number as analysts type it: the one parser of grid, paste, import and command line.
 * Never guesses: what is ambiguous or no number is a `reject` that names what is wrong.
 */
export function parseTypedValue(text: string, locale: Locale): TypedValue {
  if (PLAIN.test(text) && (locale !== 'de' || !text.includes('.'))) {
    return { kind: 'number', value: Number(text) + 0, amount: plainAmount(text) };
  }
  const apostrophe = /^\s*'/u.exec(text);
  if (apostrophe) return { kind: 'text', value: text.slice(apostrophe[0].length) };
  if (text.length > LONGEST) return rejected('too-long', text.slice(0, 40));
  const plain = normalised(text);
  if (plain === '') return { kind: 'blank', value: null };
  if (BLANK.test(folded(plain))) return { kind: 'blank', value: null, reason: text.trim() };
  const other = otherThanNumber(plain);
  if (other) return rejected(other, plain);
  return parsePeriod(plain) ?? parseNumbers(plain, locale);
}

function otherThanNumber(text: string): TypedFaultCode | undefined {
  if (text.startsWith('=')) return 'formula';
  if (/^[-+−]?0x[0-9a-f]+$/iu.test(text)) return 'hex';
  if (/^#(?:[A-Z/0]+[!?]?|N\/A)$/i.test(text)) return 'error-value';
  if (/^(?:true|false|wahr|falsch|صحيح|خطأ)$/i.test(text)) return 'truth-value';
  return undefined;
}

function parsePeriod(text: string): TypedValue | undefined {
  const period = parsePeriodText(text);
  if (period) return period.ok ? { kind: 'period', value: period.value } : rejection(period.error);
  const date = refuseDate(text);
  return date && !date.ok ? rejection(date.error) : undefined;
}

function parseNumbers(text: string, locale: Locale): TypedValue {
  const range = parseRange(text, locale);
  if (range && !range.ok) return rejection(range.error);
  if (range) {
    const { low, high } = range.value;
    return {
      kind: 'range',
      value: null,
      low: amountNumber(low),
      high: amountNumber(high),
      amounts: range.value,
    };
  }
  const amount = parseAmount(text, locale);
  if (!amount.ok) return rejection(amount.error);
  const kind = amount.value.percent === null ? 'number' : 'percent';
  return { kind, value: amountNumber(amount.value), amount: amount.value };
}

function rejected(code: TypedFaultCode, detail: string): TypedValue {
  return rejection(typedFault(code, detail));
}

function rejection({ code, detail, reason }: TypedFault): TypedValue {
  return { kind: 'reject', value: null, code, detail, reason };
}
