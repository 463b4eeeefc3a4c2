import type { LineItem } from '#shared/model/line-item.ts';
import type { Language } from '#shared/model/text.ts';
import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import { currencyUnit, scaleWord } from './unit-text.ts';

const EN_DASH = '\u2013';
const MINUS = '\u2212';
/** Floating-point residue below this counts as zero, as in the checks of a scenario. */
const ZERO = 1e-9;
/** Whole things: users in millions, quarters, switches. */
const COUNT_UNITS: ReadonlySet<string> = new Set(['m', 'quarters', '0/1', 'year']);
const FORMATS = Array.from({ length: 7 }, (_, decimals) => numberFormat(decimals));
const PLAIN_YEAR = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 0 });

/** What a number stands for, so that it can be written out. */
export interface AmountStyle {
  readonly language: Language;
  /** As in a line item: `USD bn`, `%`, `GW (online)`; empty for none. */
  readonly unit: string;
  /** One when absent, none for per cent and counts. */
  readonly decimals?: number;
  /** Changes carry a plus as well as a minus. */
  readonly sign?: boolean;
}

/**
 * A value as a grid cell shows it: negatives in parentheses, zero as an en dash, blank empty,
 * errors by their code. The unit stands in a column of its own.
 */
export function cellText(value: CellValue, item: Pick<LineItem, 'decimals' | 'unit'>): string {
  if (value === null) return '';
  if (isErrorValue(value)) return value.code;
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (typeof value === 'string') return value;
  if (Math.abs(value) < ZERO) return EN_DASH;
  if (item.unit === 'year') return PLAIN_YEAR.format(value);
  const digits = digitsOf(Math.abs(value), item.decimals ?? defaultDecimals(item.unit));
  return value < 0 ? `(${digits})` : digits;
}

/** A bare number for charts: `1,234.5` or `−1,234.5`, Latin digits in both languages. */
export function numberText(value: number, decimals = 1, sign = false): string {
  const digits = digitsOf(Math.abs(value), decimals);
  if (!/[1-9]/.test(digits)) return digits;
  if (value < 0) return MINUS + digits;
  return sign ? `+${digits}` : digits;
}

/** A number with its unit for running text: `$73.9 bn`, `73.9 مليار دولار`, `60%`, `−$34.7 bn`. */
export function amountText(value: number, style: AmountStyle): string {
  const { language, unit } = style;
  const decimals = style.decimals ?? (unit === '%' ? 0 : defaultDecimals(unit));
  const text = numberText(value, decimals, style.sign);
  if (unit === '') return isolated(text, language);
  if (unit === '%') return isolated(`${text}%`, language);
  const currency = currencyUnit(unit);
  if (!currency) return `${isolated(text, language)} ${unit}`;
  if (language === 'ar') {
    const scale = scaleWord(currency.scale, text);
    return [isolated(text, language), scale, currency.arabic].filter(Boolean).join(' ');
  }
  const [mark, digits] = /^[−+]/.test(text) ? [text.slice(0, 1), text.slice(1)] : ['', text];
  return `${mark}${currency.symbol}${digits}${currency.scale && ` ${currency.scale}`}`;
}

/** Per cent without decimals, but never `0%` or `100%` for a share that is neither. */
export function shareText(percent: number, language: Language): string {
  const rounded = Math.round(percent);
  const misleading = (rounded === 0 || rounded === 100) && Math.abs(percent - rounded) > ZERO;
  return amountText(percent, { language, unit: '%', decimals: misleading ? 1 : 0 });
}

function defaultDecimals(unit: string): number {
  return COUNT_UNITS.has(unit) ? 0 : 1;
}

function digitsOf(value: number, decimals: number): string {
  return (FORMATS[decimals] ?? numberFormat(decimals)).format(value);
}

function numberFormat(decimals: number): Intl.NumberFormat {
  return new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** Keeps a sign or a per-cent mark on its side of the digits within Arabic text. */
function isolated(text: string, language: Language): string {
  return language === 'ar' && /^[−+]|%$/.test(text) ? `\u2066${text}\u2069` : text;
}
