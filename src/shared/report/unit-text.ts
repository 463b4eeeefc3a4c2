import type { Language } from '#shared/model/text.ts';

interface Currency {
  readonly symbol: string;
  readonly arabic: string;
}

const CURRENCIES: ReadonlyMap<string, Currency> = new Map([
  ['USD', { symbol: '$', arabic: 'دولار' }],
  ['EUR', { symbol: '€', arabic: 'يورو' }],
  ['GBP', { symbol: '£', arabic: 'جنيه إسترليني' }],
  ['JPY', { symbol: '¥', arabic: 'ين' }],
  ['CNY', { symbol: 'CN¥', arabic: 'يوان' }],
  ['AED', { symbol: 'AED ', arabic: 'درهم' }],
  ['SAR', { symbol: 'SAR ', arabic: 'ريال' }],
]);

/** Arabic scale words: one word for most numbers, another after 3 to 10. */
const SCALES: ReadonlyMap<string, { readonly one: string; readonly few: string }> = new Map([
  ['k', { one: 'ألف', few: 'آلاف' }],
  ['m', { one: 'مليون', few: 'ملايين' }],
  ['bn', { one: 'مليار', few: 'مليارات' }],
  ['tn', { one: 'تريليون', few: 'تريليونات' }],
]);

const CURRENCY_UNIT = /^([A-Z]{3})(?: (k|m|bn|tn))?$/;

export interface CurrencyUnit extends Currency {
  /** `bn` and the like; empty when amounts are in single units. */
  readonly scale: string;
}

/** Takes `USD bn` apart; undefined for units that are no amount of a known currency. */
export function currencyUnit(unit: string): CurrencyUnit | undefined {
  const match = CURRENCY_UNIT.exec(unit);
  const currency = CURRENCIES.get(match?.[1] ?? '');
  return currency && { ...currency, scale: match?.[2] ?? '' };
}

/** The scale word that agrees with a number as it is written: `209 مليارات`, `73.9 مليار`. */
export function scaleWord(scale: string, numberAsWritten: string): string {
  const words = SCALES.get(scale);
  if (!words) return '';
  const whole = /^[−+]?[\d,]+$/.test(numberAsWritten);
  const lastTwo = Number(numberAsWritten.replace(/[^\d]/g, '').slice(-2));
  return whole && lastTwo >= 3 && lastTwo <= 10 ? words.few : words.one;
}

/** A unit by itself, for subtitles and table heads: `USD bn`, `مليار دولار`. */
export function unitText(unit: string, language: Language): string {
  const currency = language === 'ar' ? currencyUnit(unit) : undefined;
  if (!currency) return unit;
  return [scaleWord(currency.scale, ''), currency.arabic].filter(Boolean).join(' ');
}
