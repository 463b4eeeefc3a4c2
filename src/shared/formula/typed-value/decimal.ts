/** A decimal number as it was written, so that scales and per cent move the point and lose nothing. */
export interface Decimal {
  readonly isNegative: boolean;
  /** At least one digit; leading zeros allowed. */
  readonly digits: string;
  /** The value is `digits` × 10^exponent. */
  readonly exponent: number;
}

/** The nearest double of the decimal × 10^shift; not finite when it is too large. */
export function decimalNumber(decimal: Decimal, shift = 0): number {
  const magnitude = Number(`${decimal.digits}e${decimal.exponent + shift}`);
  return decimal.isNegative && magnitude !== 0 ? -magnitude : magnitude;
}

export function shifted(decimal: Decimal, shift: number): Decimal {
  return { ...decimal, exponent: decimal.exponent + shift };
}

export function isZero(decimal: Decimal): boolean {
  return /^0+$/.test(decimal.digits);
}
