import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { parseDateAndTime } from '../text-date.ts';
import { define, mixed, numeric, readNumbers, values } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { failure, NUM_ERROR, VALUE_ERROR } from './errors.ts';
import { basisOf, days360European, days360Nasd, yearFraction } from './numeric/day-count.ts';
import {
  addMonths,
  type CalendarDate,
  calendarDate,
  daysInMonth,
  endOfMonth,
  isSerial,
  serialOf,
  weekdayOf,
} from './numeric/serial-date.ts';
import { outsideTimeline } from './time.ts';

/** A serial that can be shown as a date, or `#NUM!`. */
function checkedSerial(serial: number): number | ErrorValue {
  return isSerial(serial) ? serial : failure('#NUM!', 'date-out-of-range');
}

function dateOf(year: number, month: number, day: number): CellValue {
  const whole = Math.trunc(year);
  if (whole < 0 || whole > 9999) return NUM_ERROR;
  return checkedSerial(serialOf(whole < 1900 ? whole + 1900 : whole, Math.trunc(month), Math.trunc(day)));
}

function part(pick: (date: CalendarDate) => number) {
  return numeric((serial) => {
    const checked = checkedSerial(serial);
    return isErrorValue(checked) ? checked : pick(calendarDate(checked));
  });
}

function shifted(shift: (serial: number, months: number) => number) {
  return numeric((start, months) => {
    const checked = checkedSerial(start);
    if (isErrorValue(checked)) return checked;
    return checkedSerial(shift(checked, Math.trunc(months)));
  });
}

function weekday(serial: number, type: number): CellValue {
  const checked = checkedSerial(serial);
  if (isErrorValue(checked)) return checked;
  const day = weekdayOf(checked);
  const kind = Math.trunc(type);
  if (kind === 1) return day + 1;
  if (kind === 2) return ((day + 6) % 7) + 1;
  if (kind === 3) return (day + 6) % 7;
  if (kind < 11 || kind > 17) return NUM_ERROR;
  return ((day - (kind - 10) + 7) % 7) + 1;
}

/** First day of the week by WEEKNUM's types, 0 for Sunday; null when there is no such type. */
function weekStart(type: number): number | null {
  if (type === 1 || type === 17) return 0;
  if (type === 2 || type === 11) return 1;
  return type >= 12 && type <= 16 ? type - 10 : null;
}

function weekNumber(serial: number, type: number): CellValue {
  const checked = checkedSerial(serial);
  if (isErrorValue(checked)) return checked;
  if (Math.trunc(type) === 21) return isoWeek(checked);
  const start = weekStart(Math.trunc(type));
  if (start === null) return NUM_ERROR;
  const { year } = calendarDate(checked);
  const newYear = serialOf(year, 1, 1);
  const lead = (weekdayOf(newYear) - start + 7) % 7;
  return Math.floor((Math.floor(checked) - newYear + lead) / 7) + 1;
}

/** Week by ISO 8601: it belongs to the year of its Thursday. */
function isoWeek(serial: number): number {
  const thursday = Math.floor(serial) - ((weekdayOf(serial) + 6) % 7) + 3;
  const { year } = calendarDate(Math.max(thursday, 0));
  return Math.floor((thursday - serialOf(year, 1, 1)) / 7) + 1;
}

function difference(start: number, end: number, unit: string): CellValue {
  const [first, last] = [Math.floor(start), Math.floor(end)];
  if (!isSerial(first) || !isSerial(last) || first > last) return NUM_ERROR;
  const [from, to] = [calendarDate(first), calendarDate(last)];
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case 'D':
      return last - first;
    case 'M':
      return months;
    case 'Y':
      return Math.floor(months / 12);
    case 'YM':
      return months % 12;
    case 'MD':
      return to.day >= from.day ? to.day - from.day : to.day + daysBefore(to) - from.day;
    case 'YD': {
      const sameYear = serialOf(to.year, from.month, from.day);
      return last - (sameYear <= last ? sameYear : serialOf(to.year - 1, from.month, from.day));
    }
    default:
      return failure('#NUM!', 'date-unit', { unit });
  }
}

/** Days in the month before. */
function daysBefore({ year, month }: CalendarDate): number {
  return month === 1 ? 31 : daysInMonth(year, month - 1);
}

function fractionOfYear(start: number, end: number, basisNumber: number): CellValue {
  const basis = basisOf(basisNumber);
  if (basis === null || !isSerial(start) || !isSerial(end)) return NUM_ERROR;
  const [first, last] = [Math.floor(Math.min(start, end)), Math.floor(Math.max(start, end))];
  return yearFraction(first, last, basis);
}

function days360(start: number, end: number, method: number): CellValue {
  if (!isSerial(start) || !isSerial(end)) return NUM_ERROR;
  return method === 0 ? days360Nasd(start, end) : days360European(start, end);
}

function ofText(read: (text: string) => number | null) {
  return values((value) => {
    const result = typeof value === 'string' ? read(value) : null;
    return result ?? failure('#VALUE!', 'text-no-date');
  });
}

const YEAR_IMPLEMENTATION = mixed('v', (args, period) => {
  if (args.length === 0) return period ? period.year : outsideTimeline('YEAR');
  const numbers = readNumbers(args as readonly CellValue[], 1, []);
  if (isErrorValue(numbers)) return numbers;
  const checked = checkedSerial(numbers[0] ?? 0);
  return isErrorValue(checked) ? checked : calendarDate(checked).year;
});

const DATEDIF = values((start, end, unit) => {
  const numbers = readNumbers([start, end], 2, []);
  if (isErrorValue(numbers)) return numbers;
  if (typeof unit !== 'string') return VALUE_ERROR;
  return difference(numbers[0] ?? 0, numbers[1] ?? 0, unit);
});

export const DATES: readonly FunctionDefinition[] = [
  define(
    'DATE(year, month, day)',
    'Serial number of a date; months and days may run over.',
    'الرقم التسلسلي لتاريخ محدد بالسنة والشهر واليوم، ويجوز أن تتجاوز الأشهر والأيام حدودها.',
    [
      ['DATE(2008, 1, 1)', 39448],
      ['DATE(108, 1, 2)', 39449],
      ['DATE(2008, 14, 2)', 39846],
      ['DATE(2008, -3, 2)', 39327],
      ['DATE(2008, 1, 35)', 39482],
      ['DATE(2008, 1, -15)', 39432],
    ],
    numeric(dateOf),
  ),
  define(
    'YEAR([serial])',
    'Year of a date; without an argument the year of the period being calculated.',
    'سنة التاريخ، وبلا وسيط سنة الفترة الجاري حسابها.',
    [
      ['YEAR(DATE(2008, 7, 5))', 2008],
      ['YEAR("7/5/2010")', 2010],
    ],
    YEAR_IMPLEMENTATION,
  ),
  define(
    'MONTH(serial)',
    'Month of a date, 1 to 12.',
    'شهر التاريخ، من 1 إلى 12.',
    [['MONTH("15-Apr-11")', 4]],
    part((date) => date.month),
  ),
  define(
    'DAY(serial)',
    'Day of the month of a date.',
    'يوم التاريخ داخل الشهر.',
    [['DAY("15-Apr-11")', 15]],
    part((date) => date.day),
  ),
  define(
    'DAYS(end, start)',
    'Days from one date to another.',
    'عدد الأيام بين تاريخين.',
    [
      ['DAYS("15-MAR-2021", "1-FEB-2021")', 42],
      ['DAYS(DATE(2021, 12, 31), DATE(2021, 1, 1))', 364],
    ],
    numeric((end, start) =>
      isSerial(start) && isSerial(end) ? Math.floor(end) - Math.floor(start) : NUM_ERROR,
    ),
  ),
  define(
    'DAYS360(start, end, [european])',
    'Days between two dates in a year of twelve months of 30 days.',
    'عدد الأيام بين تاريخين على أساس سنة من اثني عشر شهراً في كل منها 30 يوماً.',
    [
      ['DAYS360("1-Jan-2011", "30-Jan-2011")', 29],
      ['DAYS360("1-Jan-2011", "31-Dec-2011")', 360],
      ['DAYS360("1-Jan-2011", "1-Feb-2011")', 30],
    ],
    numeric(days360, 0),
  ),
  define(
    'EDATE(start, months)',
    'The same day some months later, or the last day of a shorter month.',
    'اليوم نفسه بعد عدد من الأشهر، أو آخر يوم في الشهر الأقصر.',
    [
      ['EDATE("15-Jan-11", 1)', 40589],
      ['EDATE("15-Jan-11", -1)', 40527],
      ['EDATE("15-Jan-11", 2)', 40617],
    ],
    shifted(addMonths),
  ),
  define(
    'EOMONTH(start, months)',
    'Last day of the month some months later.',
    'آخر يوم في الشهر بعد عدد من الأشهر.',
    [
      ['EOMONTH("1-Jan-11", 1)', 40602],
      ['EOMONTH("1-Jan-11", -3)', 40482],
    ],
    shifted(endOfMonth),
  ),
  define(
    'DATEDIF(start, end, unit)',
    'Whole years (Y), months (M) or days (D) between two dates, or what is left of them (YM, MD, YD).',
    'السنوات (Y) أو الأشهر (M) أو الأيام (D) الكاملة بين تاريخين، أو ما يبقى منها (YM وMD وYD).',
    [
      ['DATEDIF("1/1/2001", "1/1/2003", "Y")', 2],
      ['DATEDIF("6/1/2001", "8/15/2002", "D")', 440],
      ['DATEDIF("6/1/2001", "8/15/2002", "YD")', 75],
    ],
    DATEDIF,
  ),
  define(
    'WEEKDAY(serial, [type])',
    'Day of the week; type 1 counts from Sunday = 1, 2 from Monday = 1, 3 from Monday = 0.',
    'رقم اليوم داخل الأسبوع: النوع 1 يبدأ بالأحد = 1، و2 بالإثنين = 1، و3 بالإثنين = 0.',
    [
      ['WEEKDAY("2/14/2008")', 5],
      ['WEEKDAY("2/14/2008", 2)', 4],
      ['WEEKDAY("2/14/2008", 3)', 3],
    ],
    numeric(weekday, 1),
  ),
  define(
    'WEEKNUM(serial, [type])',
    'Number of the week in the year; type 21 is ISO 8601.',
    'رقم الأسبوع في السنة، والنوع 21 وفق معيار ISO 8601.',
    [
      ['WEEKNUM("3/9/2012")', 10],
      ['WEEKNUM("3/9/2012", 2)', 11],
    ],
    numeric(weekNumber, 1),
  ),
  define(
    'ISOWEEKNUM(serial)',
    'Number of the week in the year by ISO 8601.',
    'رقم الأسبوع في السنة وفق معيار ISO 8601.',
    [['ISOWEEKNUM("3/9/2012")', 10]],
    numeric((serial) => (isSerial(serial) ? isoWeek(serial) : NUM_ERROR)),
  ),
  define(
    'YEARFRAC(start, end, [basis])',
    'Fraction of a year between two dates by a day-count basis from 0 to 4.',
    'كسر السنة بين تاريخين وفق أساس عدّ الأيام من 0 إلى 4.',
    [
      ['YEARFRAC("1/1/2012", "7/30/2012")', 0.58055556, 1e-8],
      ['YEARFRAC("1/1/2012", "7/30/2012", 1)', 0.57650273, 1e-8],
      ['YEARFRAC("1/1/2012", "7/30/2012", 3)', 0.57808219, 1e-8],
    ],
    numeric(fractionOfYear, 0),
  ),
  define(
    'DATEVALUE(text)',
    'Serial number of a date written as text.',
    'الرقم التسلسلي لتاريخ مكتوب نصاً.',
    [
      ['DATEVALUE("8/22/2011")', 40777],
      ['DATEVALUE("22-MAY-2011")', 40685],
      ['DATEVALUE("2011/02/23")', 40597],
    ],
    ofText((text) => {
      const moment = parseDateAndTime(text);
      return moment ? (moment.day ?? 0) : null;
    }),
  ),
  define(
    'TIMEVALUE(text)',
    'Part of a day of a time written as text.',
    'كسر اليوم لوقت مكتوب نصاً.',
    [
      ['TIMEVALUE("2:24 AM")', 0.1],
      ['TIMEVALUE("22-Aug-2011 6:35 AM")', 0.274305556, 1e-9],
    ],
    ofText((text) => {
      const moment = parseDateAndTime(text);
      return moment ? (moment.time ?? 0) % 1 : null;
    }),
  ),
];
