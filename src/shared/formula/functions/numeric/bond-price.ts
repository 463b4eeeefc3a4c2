import { couponCount, couponDays, daysFromCoupon, daysToCoupon, type Schedule } from './coupon.ts';
import { bracketAround, brent } from './root.ts';

/** A bond per 100 of face value. */
interface Bond extends Schedule {
  readonly rate: number;
  readonly redemption: number;
}

/** Coupon, periods to the first coupon, elapsed part of the period, number of coupons. */
function terms(bond: Bond) {
  const days = couponDays(bond);
  return {
    coupon: (100 * bond.rate) / bond.frequency,
    ahead: daysToCoupon(bond) / days,
    elapsed: daysFromCoupon(bond) / days,
    count: couponCount(bond),
  };
}

/** Clean price at a yearly yield: with a single coupon left simple interest, else compounded (Excel's PRICE). */
export function priceAt(bond: Bond, yearly: number): number {
  const { coupon, ahead, elapsed, count } = terms(bond);
  const rate = yearly / bond.frequency;
  if (count === 1) return (bond.redemption + coupon) / (1 + ahead * rate) - coupon * elapsed;
  let total = bond.redemption / (1 + rate) ** (count - 1 + ahead) - coupon * elapsed;
  for (let index = 0; index < count; index++) total += coupon / (1 + rate) ** (index + ahead);
  return total;
}

/** Yearly yield at a clean price; null when no yield above −frequency gives it. */
export function yieldAt(bond: Bond, price: number): number | null {
  const { coupon, ahead, elapsed, count } = terms(bond);
  if (count === 1) {
    const paid = price + coupon * elapsed;
    return ((bond.redemption + coupon - paid) / paid) * (bond.frequency / ahead);
  }
  // In the logarithm of 1 + yield / frequency the price falls steadily from infinity to below zero.
  const yieldOf = (u: number) => Math.expm1(u) * bond.frequency;
  const gap = (u: number) => priceAt(bond, yieldOf(u)) - price;
  const bracket = bracketAround(gap, Math.log1p(bond.rate / bond.frequency), 0.01, 20);
  return bracket ? yieldOf(brent(gap, bracket)) : null;
}

/** Macaulay duration in years at a yearly yield. */
export function durationAt(bond: Bond, yearly: number): number {
  const { coupon, ahead, count } = terms(bond);
  const rate = yearly / bond.frequency;
  let [value, weighted] = [0, 0];
  for (let index = 0; index < count; index++) {
    const time = index + ahead;
    const flow = (coupon + (index === count - 1 ? bond.redemption : 0)) / (1 + rate) ** time;
    value += flow;
    weighted += time * flow;
  }
  return weighted / value / bond.frequency;
}
