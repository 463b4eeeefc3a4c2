import { type Locale, parseTypedValue } from '#shared/formula/typed-value/typed-value.ts';

/** Kind and value, or kind, low and high, or kind and code: what a row of a table states. */
export function read(text: string, locale: Locale = 'en'): readonly unknown[] {
  const typed = parseTypedValue(text, locale);
  if (typed.kind === 'range') return ['range', typed.low, typed.high];
  return typed.kind === 'reject' ? ['reject', typed.code] : [typed.kind, typed.value];
}
