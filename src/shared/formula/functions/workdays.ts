import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { toNumber } from '../coerce.ts';
import { valuesOf } from './arguments.ts';
import { first } from './broadcast.ts';
import { define, mixed } from './define.ts';
import type { Argument, FunctionDefinition } from './definition.ts';
import { NUM_ERROR, VALUE_ERROR } from './errors.ts';
import { isSerial, weekdayOf } from './numeric/serial-date.ts';

/** Seven flags from Sunday to Saturday: TRUE for a day off. */
type Weekend = readonly boolean[];

const SATURDAY_AND_SUNDAY: Weekend = [true, false, false, false, false, false, true];

/** A weekend by Excel's numbers 1–7 and 11–17, or a text of seven 0 and 1 from Monday on. */
function weekendOf(arg: Argument): Weekend | ErrorValue {
  const value = arg === undefined ? 1 : first(arg);
  if (isErrorValue(value)) return value;
  if (typeof value === 'string') {
    if (!/^[01]{7}$/.test(value)) return VALUE_ERROR;
    return Array.from({ length: 7 }, (_, day) => value[(day + 6) % 7] === '1');
  }
  const number = Math.trunc(value === null ? 1 : Number(value));
  const isPair = number >= 1 && number <= 7;
  if (!isPair && !(number >= 11 && number <= 17)) return NUM_ERROR;
  return Array.from({ length: 7 }, (_, day) =>
    isPair ? day === (number + 5) % 7 || day === (number + 6) % 7 : day === number - 11,
  );
}

function daysOff(arg: Argument, weekend: Weekend): Set<number> | ErrorValue {
  const days = new Set<number>();
  for (const value of arg === undefined ? [] : valuesOf(arg)) {
    if (value === null) continue;
    const serial = toNumber(value);
    if (isErrorValue(serial)) return serial;
    if (!isSerial(serial)) return NUM_ERROR;
    if (!weekend[weekdayOf(serial)]) days.add(Math.floor(serial));
  }
  return days;
}

function numberOf(arg: Argument): number | ErrorValue {
  const number = toNumber(arg === undefined ? null : first(arg));
  return isErrorValue(number) ? number : Math.trunc(number);
}

/** Arguments read: two numbers, the weekend, the holidays that are no weekend anyway. */
interface Calendar {
  readonly start: number;
  readonly second: number;
  readonly weekend: Weekend;
  readonly holidays: ReadonlySet<number>;
}

function calendarOf(args: readonly Argument[], isInternational: boolean): Calendar | ErrorValue {
  const [start, second] = [numberOf(args[0]), numberOf(args[1])];
  if (isErrorValue(start)) return start;
  if (isErrorValue(second)) return second;
  if (!isSerial(start)) return NUM_ERROR;
  const weekend = isInternational ? weekendOf(args[2]) : SATURDAY_AND_SUNDAY;
  if (isErrorValue(weekend)) return weekend;
  const holidays = daysOff(args[isInternational ? 3 : 2], weekend);
  return isErrorValue(holidays) ? holidays : { start, second, weekend, holidays };
}

/** Working days between two dates, both counted; negative when the dates are exchanged. */
function networkDays(args: readonly Argument[], isInternational: boolean): CellValue {
  const calendar = calendarOf(args, isInternational);
  if (isErrorValue(calendar)) return calendar;
  if (!isSerial(calendar.second)) return NUM_ERROR;
  const [from, to] = [Math.min(calendar.start, calendar.second), Math.max(calendar.start, calendar.second)];
  const perWeek = calendar.weekend.filter((isOff) => !isOff).length;
  const weeks = Math.floor((to - from + 1) / 7);
  let count = weeks * perWeek;
  for (let day = from + weeks * 7; day <= to; day++) if (!calendar.weekend[weekdayOf(day)]) count += 1;
  for (const holiday of calendar.holidays) if (holiday >= from && holiday <= to) count -= 1;
  return calendar.start > calendar.second ? -count || 0 : count;
}

/** The working day so many working days away. */
function workday(args: readonly Argument[], isInternational: boolean): CellValue {
  const calendar = calendarOf(args, isInternational);
  if (isErrorValue(calendar)) return calendar;
  if (calendar.weekend.every(Boolean)) return VALUE_ERROR;
  const step = Math.sign(calendar.second);
  let day = calendar.start;
  let left = Math.abs(calendar.second);
  while (left > 0) {
    day += step;
    if (!isSerial(day)) return NUM_ERROR;
    if (!calendar.weekend[weekdayOf(day)] && !calendar.holidays.has(day)) left -= 1;
  }
  return day;
}

const HOLIDAYS = '{41235,41247,41295}';

export const WORKDAYS: readonly FunctionDefinition[] = [
  define(
    'NETWORKDAYS(start_date, end_date, [holidays])',
    'Working days between two dates, both counted; Saturdays, Sundays and holidays are off.',
    'عدد أيام العمل بين تاريخين شاملة إياهما، دون السبت والأحد والعطل.',
    [
      ['NETWORKDAYS(DATE(2012,10,1), DATE(2013,3,1))', 110],
      ['NETWORKDAYS(DATE(2012,10,1), DATE(2013,3,1), DATE(2012,11,22))', 109],
      [`NETWORKDAYS(DATE(2012,10,1), DATE(2013,3,1), ${HOLIDAYS})`, 107],
    ],
    mixed('vva', (args) => networkDays(args, false)),
  ),
  define(
    'NETWORKDAYS.INTL(start_date, end_date, [weekend], [holidays])',
    'Working days between two dates with a weekend of one’s own.',
    'عدد أيام العمل بين تاريخين مع تحديد أيام نهاية الأسبوع.',
    [
      ['NETWORKDAYS.INTL(DATE(2006,1,1), DATE(2006,1,31))', 22],
      ['NETWORKDAYS.INTL(DATE(2006,2,28), DATE(2006,1,31))', -21],
      ['NETWORKDAYS.INTL(DATE(2006,1,1), DATE(2006,2,1), 7, {38719,38733})', 22],
      ['NETWORKDAYS.INTL(DATE(2006,1,1), DATE(2006,2,1), "0010001", {38719,38733})', 20],
    ],
    mixed('vvva', (args) => networkDays(args, true)),
  ),
  define(
    'WORKDAY(start_date, days, [holidays])',
    'The working day so many working days away; Saturdays, Sundays and holidays are off.',
    'يوم العمل الواقع بعد عدد من أيام العمل، دون السبت والأحد والعطل.',
    [
      ['WORKDAY(DATE(2008,10,1), 151)', 39933],
      ['WORKDAY(DATE(2008,10,1), 151, {39778,39786,39834})', 39938],
    ],
    mixed('vva', (args) => workday(args, false)),
  ),
  define(
    'WORKDAY.INTL(start_date, days, [weekend], [holidays])',
    'The working day so many working days away with a weekend of one’s own.',
    'يوم العمل الواقع بعد عدد من أيام العمل مع تحديد أيام نهاية الأسبوع.',
    [
      ['WORKDAY.INTL(DATE(2012,1,1), 30, 0)', { error: '#NUM!' }],
      ['WORKDAY.INTL(DATE(2012,1,1), 90, 11)', 41013],
      ['WORKDAY.INTL(DATE(2012,1,1), 30, 17)', 40944],
    ],
    mixed('vvva', (args) => workday(args, true)),
  ),
];
