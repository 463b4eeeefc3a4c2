import { type Basis, daysBetween } from './day-count.ts';
import { calendarDate, daysInMonth, serialOf } from './serial-date.ts';

/** Coupons per year that Excel knows. */
export type Frequency = 1 | 2 | 4;

/** A bond at its settlement: serial dates, coupons per year, day-count basis. */
export interface Schedule {
  readonly settlement: number;
  readonly maturity: number;
  readonly frequency: Frequency;
  readonly basis: Basis;
}

/** Coupon date `count` periods before maturity; month ends stay month ends. */
function couponDate(maturity: number, frequency: Frequency, count: number): number {
  const { year, month, day } = calendarDate(maturity);
  const months = year * 12 + month - 1 - (count * 12) / frequency;
  const [trueYear, trueMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const last = daysInMonth(trueYear, trueMonth);
  const isMonthEnd = day === daysInMonth(year, month);
  return serialOf(trueYear, trueMonth, isMonthEnd ? last : Math.min(day, last));
}

/** Coupons payable after settlement, up to and including maturity. */
export function couponCount({ settlement, maturity, frequency }: Schedule): number {
  const [from, to] = [calendarDate(settlement), calendarDate(maturity)];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  let count = Math.max(0, Math.floor((months * frequency) / 12) - 1);
  while (couponDate(maturity, frequency, count) > settlement) count += 1;
  return count;
}

/** Coupon date on or before settlement. */
export function previousCoupon(schedule: Schedule): number {
  return couponDate(schedule.maturity, schedule.frequency, couponCount(schedule));
}

/** Coupon date after settlement. */
export function nextCoupon(schedule: Schedule): number {
  return couponDate(schedule.maturity, schedule.frequency, couponCount(schedule) - 1);
}

/** Days in the coupon period of the settlement. */
export function couponDays(schedule: Schedule): number {
  if (schedule.basis === 1) return nextCoupon(schedule) - previousCoupon(schedule);
  return (schedule.basis === 3 ? 365 : 360) / schedule.frequency;
}

/** Days from the start of the coupon period to settlement. */
export function daysFromCoupon(schedule: Schedule): number {
  return daysBetween(previousCoupon(schedule), schedule.settlement, schedule.basis);
}

/** Days from settlement to the next coupon; with 30/360 what is left of the period. */
export function daysToCoupon(schedule: Schedule): number {
  if (schedule.basis === 0 || schedule.basis === 4) return couponDays(schedule) - daysFromCoupon(schedule);
  return nextCoupon(schedule) - schedule.settlement;
}
