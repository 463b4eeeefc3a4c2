import { calendarDate, daysInMonth, isLeapYear, serialOf } from './serial-date.ts';

/**
 * Day-count conventions by Excel's numbers: 0 US (NASD) 30/360, 1 actual/actual,
 * 2 actual/360, 3 actual/365, 4 European 30/360.
 */
export type Basis = 0 | 1 | 2 | 3 | 4;

/** The basis of a truncated argument; null when there is no such convention. */
export function basisOf(value: number): Basis | null {
  const whole = Math.trunc(value);
  return whole === 0 || whole === 1 || whole === 2 || whole === 3 || whole === 4 ? whole : null;
}

function isLastOfFebruary(serial: number): boolean {
  const { year, month, day } = calendarDate(serial);
  return month === 2 && day === daysInMonth(year, 2);
}

function days30(
  start: { year: number; month: number },
  startDay: number,
  end: { year: number; month: number },
  endDay: number,
) {
  return (end.year - start.year) * 360 + (end.month - start.month) * 30 + endDay - startDay;
}

/** 30/360 as bonds and YEARFRAC count it: the last of February is a 30th. */
function days360Us(start: number, end: number): number {
  const [from, to] = [calendarDate(start), calendarDate(end)];
  let [startDay, endDay] = [from.day, to.day];
  if (isLastOfFebruary(start)) {
    if (isLastOfFebruary(end)) endDay = 30;
    startDay = 30;
  }
  if (endDay === 31 && startDay >= 30) endDay = 30;
  if (startDay === 31) startDay = 30;
  return days30(from, startDay, to, endDay);
}

/** 30/360 as the function DAYS360 counts it: only the start is moved off the end of February. */
export function days360Nasd(start: number, end: number): number {
  const [from, to] = [calendarDate(start), calendarDate(end)];
  const startDay = from.day === 31 || isLastOfFebruary(start) ? 30 : from.day;
  if (to.day === 31 && startDay < 30)
    return days30(from, startDay, { year: to.year, month: to.month + 1 }, 1);
  return days30(from, startDay, to, Math.min(to.day, 30));
}

/** European 30/360: each 31st is a 30th. */
export function days360European(start: number, end: number): number {
  const [from, to] = [calendarDate(start), calendarDate(end)];
  return days30(from, Math.min(from.day, 30), to, Math.min(to.day, 30));
}

/** Days between two serials, start not after end. */
export function daysBetween(start: number, end: number, basis: Basis): number {
  if (basis === 0) return days360Us(start, end);
  return basis === 4 ? days360European(start, end) : Math.floor(end) - Math.floor(start);
}

/** Days in the year that a fraction is taken of, for YEARFRAC and the discount securities. */
function daysInYear(start: number, end: number, basis: Basis): number {
  if (basis === 1) return actualYear(start, end);
  return basis === 3 ? 365 : 360;
}

/** Fraction of a year between two serials, start not after end. */
export function yearFraction(start: number, end: number, basis: Basis): number {
  return daysBetween(start, end, basis) / daysInYear(start, end, basis);
}

/** Up to a year: 366 when a 29 February lies within; beyond: the mean over all years touched. */
function actualYear(start: number, end: number): number {
  const [from, to] = [calendarDate(start), calendarDate(end)];
  const isWithinYear =
    from.year === to.year ||
    (from.year + 1 === to.year && (from.month > to.month || (from.month === to.month && from.day >= to.day)));
  if (!isWithinYear) {
    const days = serialOf(to.year + 1, 1, 1) - serialOf(from.year, 1, 1);
    return days / (to.year - from.year + 1);
  }
  if (from.year === to.year) return isLeapYear(from.year) ? 366 : 365;
  const leap = isLeapYear(from.year) ? serialOf(from.year, 2, 29) : serialOf(to.year, 2, 29);
  const isLeapInRange =
    (isLeapYear(from.year) || isLeapYear(to.year)) && Math.floor(start) <= leap && leap <= Math.floor(end);
  return isLeapInRange ? 366 : 365;
}
