/** Growth of 1 over n periods at a rate: (1 + rate)^n. */
export function growth(rate: number, n: number): number {
  return (1 + rate) ** n;
}

/** Sum of n payments of 1 at the end of each period, grown to the end: ((1 + rate)^n − 1) / rate. */
export function annuity(rate: number, n: number): number {
  if (rate === 0) return n;
  return rate > -1 ? Math.expm1(n * Math.log1p(rate)) / rate : (growth(rate, n) - 1) / rate;
}

/** 1 + rate when payments fall at the start of a period, 1 at its end. */
function advance(rate: number, type: number): number {
  return type === 0 ? 1 : 1 + rate;
}

/** Payment per period; cash paid out is negative throughout, as in Excel. */
export function payment(rate: number, n: number, present: number, future: number, type: number): number {
  return -(present * growth(rate, n) + future) / (advance(rate, type) * annuity(rate, n));
}

export function futureValue(rate: number, n: number, pay: number, present: number, type: number): number {
  return -(present * growth(rate, n) + pay * advance(rate, type) * annuity(rate, n));
}

export function presentValue(rate: number, n: number, pay: number, future: number, type: number): number {
  return -(future + pay * advance(rate, type) * annuity(rate, n)) / growth(rate, n);
}

/**
 * Repayment in the payment of period `per`, counted from 1. It grows with the rate from period to period,
 * so that no digits are lost in long loans; a payment in advance repays in full the first time.
 */
export function principalPart(
  rate: number,
  per: number,
  n: number,
  present: number,
  future: number,
  type: number,
): number {
  if (type !== 0 && per === 1) return payment(rate, n, present, future, type);
  return (-(present + future) * growth(rate, per - 1)) / (advance(rate, type) * annuity(rate, n));
}

/** Interest in the payment of period `per`. */
export function interestPart(
  rate: number,
  per: number,
  n: number,
  present: number,
  future: number,
  type: number,
): number {
  return payment(rate, n, present, future, type) - principalPart(rate, per, n, present, future, type);
}
