import type { CellValue } from '#shared/model/value.ts';
import { define, numeric } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { NUM_ERROR } from './errors.ts';
import {
  couponCount,
  couponDays,
  daysFromCoupon,
  daysToCoupon,
  type Frequency,
  nextCoupon,
  previousCoupon,
  type Schedule,
} from './numeric/coupon.ts';
import { basisOf } from './numeric/day-count.ts';
import { isSerial } from './numeric/serial-date.ts';

function frequencyOf(value: number): Frequency | null {
  const whole = Math.trunc(value);
  return whole === 1 || whole === 2 || whole === 4 ? whole : null;
}

/** Checked terms of a bond; null where Excel answers `#NUM!`. */
export function scheduleOf(
  settlement: number,
  maturity: number,
  frequency: number,
  basis: number,
): Schedule | null {
  const [perYear, count] = [frequencyOf(frequency), basisOf(basis)];
  const [start, end] = [Math.trunc(settlement), Math.trunc(maturity)];
  if (perYear === null || count === null || !isSerial(start) || !isSerial(end) || start >= end) return null;
  return { settlement: start, maturity: end, frequency: perYear, basis: count };
}

function ofSchedule(call: (schedule: Schedule) => number) {
  return numeric((settlement, maturity, frequency, basis): CellValue => {
    const schedule = scheduleOf(settlement, maturity, frequency, basis);
    return schedule ? call(schedule) : NUM_ERROR;
  }, 0);
}

export const COUPONS: readonly FunctionDefinition[] = [
  define(
    'COUPDAYBS(settlement, maturity, frequency, [basis])',
    'Days from the start of the coupon period to settlement.',
    'عدد الأيام من بداية فترة القسيمة حتى التسوية.',
    [['COUPDAYBS("25-Jan-11", "15-Nov-11", 2, 1)', 71]],
    ofSchedule(daysFromCoupon),
  ),
  define(
    'COUPDAYS(settlement, maturity, frequency, [basis])',
    'Days in the coupon period that holds the settlement.',
    'عدد أيام فترة القسيمة التي تقع فيها التسوية.',
    [['COUPDAYS("25-Jan-11", "15-Nov-11", 2, 1)', 181]],
    ofSchedule(couponDays),
  ),
  define(
    'COUPDAYSNC(settlement, maturity, frequency, [basis])',
    'Days from settlement to the next coupon.',
    'عدد الأيام من التسوية حتى القسيمة التالية.',
    [['COUPDAYSNC("25-Jan-11", "15-Nov-11", 2, 1)', 110]],
    ofSchedule(daysToCoupon),
  ),
  define(
    'COUPNCD(settlement, maturity, frequency, [basis])',
    'Date of the next coupon after settlement.',
    'تاريخ القسيمة التالية بعد التسوية.',
    [['COUPNCD("25-Jan-11", "15-Nov-11", 2, 1)', 40678]],
    ofSchedule(nextCoupon),
  ),
  define(
    'COUPPCD(settlement, maturity, frequency, [basis])',
    'Date of the coupon before settlement.',
    'تاريخ القسيمة السابقة للتسوية.',
    [['COUPPCD("25-Jan-11", "15-Nov-11", 2, 1)', 40497]],
    ofSchedule(previousCoupon),
  ),
  define(
    'COUPNUM(settlement, maturity, frequency, [basis])',
    'Number of coupons between settlement and maturity.',
    'عدد القسائم بين التسوية والاستحقاق.',
    [['COUPNUM("25-Jan-07", "15-Nov-08", 2, 1)', 4]],
    ofSchedule(couponCount),
  ),
];
