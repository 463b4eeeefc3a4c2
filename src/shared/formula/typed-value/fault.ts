import { type Err, err } from '#shared/util/result.ts';

/** Why a text is no value, or a value does not fit a row. Stable, for texts in the reader's language. */
export const TYPED_FAULT_CODES = [
  'too-long',
  'formula',
  'error-value',
  'truth-value',
  'words',
  'unknown-word',
  'lone-unit',
  'hex',
  'date',
  'time',
  'fraction',
  'calculation',
  'approximate',
  'two-signs',
  'two-decimals',
  'wrong-groups',
  'space-in-number',
  'unbalanced',
  'two-scales',
  'two-currencies',
  'clashing-units',
  'too-large',
  'too-small',
  'ambiguous-separator',
  'ambiguous-scale',
  'ambiguous-range',
  'range-open',
  'range-order',
  'range-scale',
  'range-of-periods',
  'half-year',
  'quarter-without-year',
  'no-such-quarter',
  'row-takes-one-value',
  'no-range',
  'row-takes-truth',
  'row-takes-no-text',
  'row-takes-no-period',
  'row-takes-no-percent',
  'row-takes-no-scale',
  'row-takes-no-currency',
  'row-takes-no-multiple',
  'other-currency',
] as const;
export type TypedFaultCode = (typeof TYPED_FAULT_CODES)[number];

export interface TypedFault {
  readonly code: TypedFaultCode;
  /** The part of the text that is meant. */
  readonly detail: string;
  /** Plain English for the command line. */
  readonly reason: string;
}

const SENTENCES: Readonly<Record<TypedFaultCode, string>> = {
  'too-long': 'The text is too long for a number.',
  formula: 'This is a formula, not a value.',
  'error-value': '{} is an error, not a value.',
  'truth-value': '{} is a truth value, not a number.',
  words: '"{}" is no number.',
  'unknown-word': '"{}" is no scale, currency or percent sign.',
  'lone-unit': '"{}" is a unit without a number.',
  hex: '"{}" is a hexadecimal number; write it with digits 0 to 9.',
  date: '"{}" looks like a date; dates are not read as numbers.',
  time: '"{}" looks like a time of day, not a number.',
  fraction: '"{}" is a fraction or a date; write it as a decimal number.',
  calculation: '"{}" is a calculation; begin with = for a formula.',
  approximate: '"{}" makes the number approximate; write a number or a range such as 5 to 9.',
  'two-signs': 'There is more than one sign.',
  'two-decimals': 'There is more than one decimal point.',
  'wrong-groups': 'The digits of {} are not grouped in threes: {hint}.',
  'space-in-number': 'There is a space inside the number.',
  unbalanced: 'A parenthesis is open or closed twice.',
  'two-scales': 'There are two scale words: {}.',
  'two-currencies': 'There are two currencies: {}.',
  'clashing-units': '{} does not go together with the rest.',
  'too-large': '{} is larger than any number that can be held.',
  'too-small': '{} is smaller than any number that can be held.',
  'ambiguous-separator': '{} reads differently in English and in German; leave out the thousands separator.',
  'ambiguous-scale': '"{}" means different numbers in English and in German; write {hint}.',
  'ambiguous-range': '{} may be a date or a range; write the range with "to".',
  'range-open': 'The range has no end.',
  'range-order': 'The range runs from the larger number to the smaller.',
  'range-scale': 'Only the first number of the range has a unit; write it behind the last or behind both.',
  'range-of-periods': 'A range of periods is no value.',
  'half-year': '"{}" is half a year; periods are quarters and years.',
  'quarter-without-year': '"{}" is a quarter without a year.',
  'no-such-quarter': '"{}" is no quarter; there are four.',
  'no-range': 'A range such as 5 to 9 is wanted.',
  'row-takes-one-value': 'A range does not fit into one cell.',
  'row-takes-truth': 'The row holds TRUE or FALSE.',
  'row-takes-no-text': 'The row holds numbers ({}), not text.',
  'row-takes-no-period': 'The row holds {}, not a period.',
  'row-takes-no-percent': 'The row is in {}; a percentage does not fit.',
  'row-takes-no-scale': 'The row is in {}; a scale such as bn or m does not fit.',
  'row-takes-no-currency': 'The row is in {}; an amount of money does not fit.',
  'row-takes-no-multiple': 'The row is in {}; a multiple does not fit.',
  'other-currency': 'The row is in {}, the value is in {hint}; currencies are not converted.',
};

export function typedFault(code: TypedFaultCode, detail: string, hint = ''): TypedFault {
  const shown = detail.length > 40 ? `${detail.slice(0, 40)}…` : detail;
  const reason = SENTENCES[code].replace('{}', () => shown).replace('{hint}', () => hint);
  return { code, detail, reason };
}

export function refused(code: TypedFaultCode, detail: string, hint?: string): Err<TypedFault> {
  return err(typedFault(code, detail, hint));
}
