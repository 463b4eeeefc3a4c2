import { daysInMonth, LAST_SERIAL, serialOf } from './functions/numeric/serial-date.ts';

/** What a text names: a day as a serial number, a time as a part of a day (25:00 is above 1), or both. */
export interface DateAndTime {
  readonly day: number | null;
  readonly time: number | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const TIME = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?(?:\s*(am|pm|a|p))?$|^(\d{1,2})\s*(am|pm|a|p)$/;

/**
 * E-206: reads a date, a time or both as Excel's en-US does. Dates that leave the year
 * to the clock (`5-Jul`, `7/5`) are no dates here: a formula gives the same value on any day.
 */
export function parseDateAndTime(text: string): DateAndTime | null {
  const lower = text.trim().toLowerCase();
  const onlyTime = parseTime(lower);
  if (onlyTime !== null) return { day: null, time: onlyTime };
  const onlyDay = parseDay(lower);
  if (onlyDay !== null) return { day: onlyDay, time: null };
  return parseBoth(lower);
}

function parseBoth(text: string): DateAndTime | null {
  for (const match of text.matchAll(/[\st]+/g)) {
    const day = parseDay(text.slice(0, match.index));
    const time = parseTime(text.slice(match.index + match[0].length));
    if (day !== null && time !== null) return { day, time };
  }
  return null;
}

function parseTime(text: string): number | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const half = match[4] ?? match[6];
  const [hour, minute, second] = [Number(match[1] ?? match[5]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  if (minute > 59 || second >= 60 || (half !== undefined && (hour < 1 || hour > 12))) return null;
  const hours = half === undefined ? hour : (hour % 12) + (half.startsWith('p') ? 12 : 0);
  return (hours * 3600 + minute * 60 + second) / 86400;
}

function parseDay(text: string): number | null {
  const numeric = /^(\d{1,4})([-/])(\d{1,4})(?:\2(\d{1,4}))?$/.exec(text);
  if (numeric) return numericDay(numeric);
  const dayFirst = /^(\d{1,2})[-/ ]\s*([a-z]{3,9})\.?[-/, ]\s*(\d{1,4})$/.exec(text);
  if (dayFirst) return dayOf(fullYear(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = /^([a-z]{3,9})\.?[-/ ]\s*(\d{1,2})(?:,\s*|[-/ ]\s*)(\d{1,4})$/.exec(text);
  if (monthFirst) return dayOf(fullYear(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
  const monthOnly = /^([a-z]{3,9})\.?[-/, ]\s*(\d{4})$/.exec(text);
  return monthOnly ? dayOf(Number(monthOnly[2]), monthOf(monthOnly[1]), 1) : null;
}

function numericDay([, first = '', , second = '', third]: RegExpExecArray): number | null {
  if (third === undefined) return second.length === 4 ? dayOf(Number(second), Number(first), 1) : null;
  if (first.length === 4)
    return third.length > 2 ? null : dayOf(Number(first), Number(second), Number(third));
  return first.length > 2 ? null : dayOf(fullYear(third), Number(first), Number(second));
}

/** Two digits mean 1930 to 2029, as in Excel. */
function fullYear(text: string | undefined): number {
  const year = Number(text);
  if (text === undefined || text.length === 3) return Number.NaN;
  if (text.length === 4) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function monthOf(name: string | undefined): number {
  if (name === undefined) return 0;
  return (name === 'sept' ? 8 : Math.max(MONTHS.indexOf(name), MONTH_NAMES.indexOf(name))) + 1;
}

function dayOf(year: number, month: number, day: number): number | null {
  if (!(year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return null;
  const leapDayOfExcel = year === 1900 && month === 2 && day === 29;
  if (!leapDayOfExcel && day > daysInMonth(year, month)) return null;
  const serial = serialOf(year, month, day);
  return serial <= LAST_SERIAL ? serial : null;
}
