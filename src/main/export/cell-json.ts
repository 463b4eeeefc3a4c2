import { type CellValue, isErrorValue } from '#shared/model/value.ts';

export type CellJson = number | string | boolean | null | { readonly error: string };

/** A value as programs read it: a full double, text, truth value, null for blank, `{"error"}`. */
export function cellJson(value: CellValue): CellJson {
  if (isErrorValue(value)) return { error: value.code };
  return Object.is(value, -0) ? 0 : value;
}

/** A value as people read it on a terminal. */
export function cellPlain(value: CellValue): string {
  if (isErrorValue(value)) return value.code;
  if (value === null) return '';
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
