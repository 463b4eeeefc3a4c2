import type { CellValue } from '#shared/model/value.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { numberText } from '#shared/report/number-text.ts';

/** The figure of a case in a list. */
export function figureText(value: CellValue): string {
  if (isErrorValue(value)) return value.code;
  if (value === 0) return '–';
  return typeof value === 'number' ? numberText(value) : '';
}
