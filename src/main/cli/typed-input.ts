import {
  type Locale,
  parseTypedValue,
  type TypedFault,
  toRowValue,
} from '#shared/formula/typed-value/typed-value.ts';
import type { InputValue } from '#shared/model/value.ts';
import { ok, type Result } from '#shared/util/result.ts';

/** `2027Q1` or `2027` for a text that names a quarter or a year in any of the usual ways. */
export function readTime(text: string): string | undefined {
  const typed = parseTypedValue(text, 'en');
  if (typed.kind === 'period') return typed.value;
  const isYear = typed.kind === 'number' && typed.value >= 1000 && /^\s*\p{Nd}{4}\s*$/u.test(text);
  return isYear ? String(typed.value) : undefined;
}

/**
 * What a text of a command or a table puts into a row, read by the one parser. TRUE and FALSE also
 * stand in rows without a unit; where the unit is `text`, words need no apostrophe.
 */
export function readInput(text: string, unit: string, locale: Locale): Result<InputValue, TypedFault> {
  const typed = parseTypedValue(text, locale);
  if (typed.kind === 'reject') {
    const plain = unit.trim().toLowerCase();
    if (plain === '' && typed.code === 'truth-value') return toRowValue(typed, 'true/false');
    const isText = typed.code !== 'formula' && typed.code !== 'error-value';
    if (plain === 'text' && isText) return ok(text.trim());
  }
  return toRowValue(typed, unit);
}
