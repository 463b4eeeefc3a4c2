const SIGNIFICANT_DIGITS = 15;

/** What happens to the digits cut off. */
type RoundingMode = 'half-away' | 'away' | 'toward';

/**
 * Rounds the decimal value that 15 significant digits show, as Excel does, to `digits` places after
 * the point (before it when negative): 1.005 to 2 places is 1.01 although the double lies below.
 */
export function roundDecimal(value: number, digits: number, mode: RoundingMode): number {
  if (value === 0) return 0;
  const [mantissa = '', power = '0'] = Math.abs(value)
    .toExponential(SIGNIFICANT_DIGITS - 1)
    .split('e');
  const shown = mantissa.replace('.', '');
  const kept = Number(power) + 1 + digits;
  if (kept >= SIGNIFICANT_DIGITS) return value;
  const cut = kept < 0 ? '0' : (shown[kept] ?? '0');
  const isUp =
    mode === 'half-away' ? cut >= '5' : mode === 'away' && /[1-9]/.test(kept < 0 ? shown : shown.slice(kept));
  const whole = Number(kept > 0 ? shown.slice(0, kept) : '0') + (isUp ? 1 : 0);
  const magnitude = Number(`${whole}e${-digits}`);
  return value < 0 && magnitude !== 0 ? -magnitude : magnitude;
}

/** Largest whole number not above the value that 15 digits show: 434.99999999999994 gives 435. */
export function floorDecimal(value: number): number {
  const below = Math.floor(value);
  const gap = below + 1 - value;
  if (gap > Math.abs(value) * 1e-14 || below === value) return below;
  return Number(value.toPrecision(SIGNIFICANT_DIGITS)) >= below + 1 ? below + 1 : below;
}

/** Smallest whole number not below the value that 15 digits show. */
export function ceilDecimal(value: number): number {
  return -floorDecimal(-value) || 0;
}

/** Drops what lies beyond 15 significant digits: 3 × 0.1 becomes 0.3. */
export function cleanDecimal(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}
