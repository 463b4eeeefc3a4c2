/**
 * Serial dates of Excel's 1900 system: 1 is 1900-01-01, 61 is 1900-03-01, 2958465 is 9999-12-31.
 * Excel takes 1900 for a leap year. We follow it: 60 is 1900-02-29, a day that never was, and
 * serials below 61 are the days Excel shows, so weekdays before 1900-03-01 are off by one as there.
 */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31; 0 for serial 0, which Excel shows as 1900-01-00. */
  readonly day: number;
}

export const LAST_SERIAL = 2958465;

const DAYS_BEFORE_EPOCH = 693899;

/** Days from 0000-03-01 of the proleptic Gregorian calendar. */
function civilDays(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month of the true calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Serial of a date; month and day may run over in either direction, as in Excel's DATE.
 * The result may lie outside 0…LAST_SERIAL: the caller checks.
 */
export function serialOf(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1;
  const trueYear = Math.floor(months / 12);
  const trueMonth = months - trueYear * 12 + 1;
  const firstOfMonth = civilDays(trueYear, trueMonth, 1) - DAYS_BEFORE_EPOCH;
  const serialOfFirst = firstOfMonth >= 61 ? firstOfMonth : firstOfMonth - 1;
  return serialOfFirst + day - 1;
}

/** Calendar date of a serial from 0 to LAST_SERIAL; the part of the day is cut off. */
export function calendarDate(serial: number): CalendarDate {
  const whole = Math.floor(serial);
  if (whole === 60) return { year: 1900, month: 2, day: 29 };
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  return fromCivilDays((whole > 60 ? whole : whole + 1) + DAYS_BEFORE_EPOCH);
}

function fromCivilDays(days: number): CalendarDate {
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** True for a serial that Excel can show as a date. */
export function isSerial(serial: number): boolean {
  return serial >= 0 && serial < LAST_SERIAL + 1;
}

/** 0 for Sunday to 6 for Saturday, by Excel's reckoning (serial 1 is a Sunday). */
export function weekdayOf(serial: number): number {
  const whole = Math.floor(serial);
  return (((whole - 1) % 7) + 7) % 7;
}

/** The same day `months` later, or the last day of that month when it is shorter. */
export function addMonths(serial: number, months: number): number {
  const { year, month, day } = calendarDate(serial);
  return serialOf(year, month + months, Math.min(day, lastDay(year, month + months)));
}

/** Last day of the month `months` later. */
export function endOfMonth(serial: number, months: number): number {
  const { year, month } = calendarDate(serial);
  return serialOf(year, month + months, lastDay(year, month + months));
}

function lastDay(year: number, month: number): number {
  const months = year * 12 + month - 1;
  const trueYear = Math.floor(months / 12);
  return daysInMonth(trueYear, months - trueYear * 12 + 1);
}
