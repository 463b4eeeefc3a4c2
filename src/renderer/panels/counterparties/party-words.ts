import type { Language } from '#shared/model/text.ts';
import { amountText, cellText } from '#shared/report/number-text.ts';

export const UNIT = 'USD bn';

/** A figure as a cell shows it: nothing where there is none, a dash for zero. */
export function moneyCell(value: number | null): string {
  return value === null ? '' : cellText(value, { unit: UNIT });
}

export function percentText(share: number, language: Language): string {
  return amountText(share * 100, { language, unit: '%', decimals: 1 });
}

/** A share in a table; nothing where there is none. */
export function percentCell(share: number | null, language: Language): string {
  return share === null ? '' : percentText(share, language);
}
