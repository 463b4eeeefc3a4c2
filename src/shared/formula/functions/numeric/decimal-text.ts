const SIGNIFICANT_DIGITS = 15;
/** No double reaches 10^309. */
const LARGEST_EXPONENT = 309;

/** Decimal digits of a size, without sign or point. */
interface DecimalDigits {
  readonly whole: string;
  readonly fraction: string;
}

/**
 * A size from 0 rounded half away from zero to `decimals` places (before the point when negative),
 * from its 15 significant digits, zeros behind them; the whole part is empty below 1.
 */
export function decimalDigits(size: number, decimals: number): DecimalDigits {
  const places = Math.max(0, decimals);
  if (decimals < -LARGEST_EXPONENT) return { whole: '', fraction: '' };
  const scaled = scaledDigits(size, decimals) + '0'.repeat(places - decimals);
  const padded = scaled.padStart(places, '0');
  return {
    whole: padded.slice(0, padded.length - places).replace(/^0+/, ''),
    fraction: padded.slice(padded.length - places),
  };
}

/** Digits of size × 10^decimals, rounded to a whole number. */
function scaledDigits(size: number, decimals: number): string {
  if (size === 0) return '0';
  const [mantissa = '', power = '0'] = size.toExponential(SIGNIFICANT_DIGITS - 1).split('e');
  const digits = mantissa.replace('.', '');
  const kept = Number(power) + 1 + decimals;
  if (kept < 0) return '0';
  if (kept >= SIGNIFICANT_DIGITS) return digits + '0'.repeat(kept - SIGNIFICANT_DIGITS);
  const isUp = (digits[kept] ?? '0') >= '5';
  return String(Number(digits.slice(0, kept) || '0') + (isUp ? 1 : 0));
}

/** Commas between groups of three, counted from the right. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A number with fixed places: `1,234.50`. */
export function fixedText(value: number, decimals: number, isGrouped: boolean): string {
  const { whole, fraction } = decimalDigits(Math.abs(value), decimals);
  const front = whole === '' ? '0' : whole;
  const shown = isGrouped ? grouped(front) : front;
  return fraction === '' ? shown : `${shown}.${fraction}`;
}
