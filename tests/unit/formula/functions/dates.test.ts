import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate, serialOf, weekdayOf } from '#shared/formula/functions/numeric/serial-date.ts';
import { cases, NUM, VALUE } from './cases.ts';
import { outcome } from './outcome.ts';

cases('the days before March 1900 are not Excel’s', [
  ['DATE(1900, 1, 1)', 1],
  ['DATE(1900, 2, 28)', 59],
  ['DATE(1900, 2, 29)', 60],
  ['DATE(1900, 3, 1)', 61],
  ['DAY(60)', 29],
  ['MONTH(60)', 2],
  ['DAY(0)', 0],
  ['WEEKDAY(1)', 1],
  ['YEAR(0)', 1900],
]);

cases('dates outside the calendar are accepted', [
  ['DATE(9999, 12, 31)', 2958465],
  ['DATE(10000, 1, 1)', NUM],
  ['DATE(-1, 1, 1)', NUM],
  ['DATE(1900, 1, -1)', NUM],
  ['YEAR(-1)', NUM],
  ['YEAR(2958466)', NUM],
  ['EDATE(1, -1)', NUM],
  ['EOMONTH(2958465, 1)', NUM],
  ['MONTH("never")', VALUE],
]);

cases('month ends slip into the next month', [
  ['EDATE(DATE(2024, 1, 31), 1)', 45351],
  ['EDATE(DATE(2023, 1, 31), 1)', 44985],
  ['EDATE(DATE(2024, 3, 31), -1)', 45351],
  ['EDATE(DATE(2024, 1, 15), 1.9)', 45337],
  ['EOMONTH(DATE(2024, 1, 31), 1)', 45351],
  ['EOMONTH(DATE(2024, 5, 15), -12)', 45077],
  ['DATE(2024, 0, 1)', 45261],
]);

cases('week numbers begin on the wrong day', [
  ['WEEKDAY(DATE(2026, 1, 1))', 5],
  ['WEEKDAY(DATE(2026, 1, 1), 2)', 4],
  ['WEEKDAY(DATE(2026, 1, 1), 3)', 3],
  ['WEEKDAY(DATE(2026, 1, 1), 11)', 4],
  ['WEEKDAY(DATE(2026, 1, 1), 14)', 1],
  ['WEEKDAY(DATE(2026, 1, 1), 4)', NUM],
  ['WEEKNUM(DATE(2026, 1, 1))', 1],
  ['WEEKNUM(DATE(2026, 1, 4))', 2],
  ['WEEKNUM(DATE(2026, 1, 5), 2)', 2],
  ['WEEKNUM(DATE(2027, 1, 1), 21)', 53],
  ['ISOWEEKNUM(DATE(2024, 12, 30))', 1],
  ['WEEKNUM(1, 3)', NUM],
]);

cases('day counts of the bases are mixed up', [
  ['YEARFRAC(DATE(2024, 1, 1), DATE(2025, 1, 1), 0)', 1],
  ['YEARFRAC(DATE(2024, 1, 1), DATE(2025, 1, 1), 1)', 1],
  ['YEARFRAC(DATE(2024, 1, 1), DATE(2025, 1, 1), 2)', 366 / 360, 1e-15],
  ['YEARFRAC(DATE(2024, 1, 1), DATE(2025, 1, 1), 3)', 366 / 365, 1e-15],
  ['YEARFRAC(DATE(2000, 1, 1), DATE(2003, 7, 1), 1)', 1277 / 365.25, 1e-15],
  ['YEARFRAC(DATE(2024, 7, 1), DATE(2024, 1, 1), 0)', 0.5],
  ['YEARFRAC(1, 2, 5)', NUM],
  ['DAYS360(DATE(2011, 1, 31), DATE(2011, 3, 31))', 60],
  ['DAYS360(DATE(2011, 1, 30), DATE(2011, 3, 31), TRUE)', 60],
  ['DAYS360(DATE(2011, 1, 29), DATE(2011, 3, 31))', 62],
  ['DAYS360(DATE(2011, 3, 31), DATE(2011, 1, 31))', -60],
]);

cases('DATEDIF counts begun months', [
  ['DATEDIF(DATE(2020, 5, 15), DATE(2024, 5, 14), "Y")', 3],
  ['DATEDIF(DATE(2020, 5, 15), DATE(2024, 5, 15), "y")', 4],
  ['DATEDIF(DATE(2020, 5, 15), DATE(2024, 7, 14), "YM")', 1],
  ['DATEDIF(DATE(2020, 5, 15), DATE(2024, 7, 14), "MD")', 29],
  ['DATEDIF(DATE(2024, 1, 2), DATE(2024, 1, 1), "D")', NUM],
  ['DATEDIF(1, 2, "Q")', NUM],
]);

cases('dates and times in text are read otherwise than in en-US', [
  ['DATEVALUE("1/30/2008")', 39477],
  ['DATEVALUE("30-Jan-2008")', 39477],
  ['DATEVALUE("2008-01-30")', 39477],
  ['DATEVALUE("30/1/2008")', VALUE],
  ['DATEVALUE(39477)', VALUE],
  ['DATEVALUE("1/1/29")', 47119],
  ['DATEVALUE("1/1/30")', 10959],
  ['TIMEVALUE("18:00")', 0.75],
  ['TIMEVALUE("12:00 AM")', 0],
  ['HOUR("12:30 PM")', 12],
  ['MINUTE("12:30:59")', 30],
  ['TIME(0, -1, 0)', NUM],
  ['TIME(24, 0, 0)', 0],
  ['SECOND(0.9999999)', 0],
]);

cases('weekends and holidays are counted, or counted twice', [
  ['NETWORKDAYS(DATE(2026, 1, 3), DATE(2026, 1, 4))', 0],
  ['NETWORKDAYS(DATE(2026, 1, 5), DATE(2026, 1, 9))', 5],
  ['NETWORKDAYS(DATE(2026, 1, 9), DATE(2026, 1, 5))', -5],
  ['NETWORKDAYS(DATE(2026, 1, 5), DATE(2026, 1, 9), {46030,46030,46032})', 4],
  ['NETWORKDAYS.INTL(DATE(2026, 1, 5), DATE(2026, 1, 11), "1111111")', 0],
  ['NETWORKDAYS.INTL(DATE(2026, 1, 5), DATE(2026, 1, 11), "00x0000")', VALUE],
  ['NETWORKDAYS.INTL(DATE(2026, 1, 5), DATE(2026, 1, 11), 8)', NUM],
  ['NETWORKDAYS.INTL(DATE(2026, 1, 1), DATE(2026, 1, 7), 11)', 6],
  ['WORKDAY(DATE(2026, 1, 2), 1)', 46027],
  ['WORKDAY(DATE(2026, 1, 5), -1)', 46024],
  ['WORKDAY(DATE(2026, 1, 3), 0)', 46025],
  ['WORKDAY(DATE(2026, 1, 2), 1, {46027})', 46028],
  ['WORKDAY.INTL(46000, 1, "1111111")', VALUE],
  ['WORKDAY(2958465, 1)', NUM],
]);

describe('E-510 serial dates', () => {
  // Catches a leap year, a century or an era that the arithmetic gets wrong: the oracle is the platform's calendar.
  it('agree with the Gregorian calendar from March 1900 on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2958465 }), (serial) => {
        const { year, month, day } = calendarDate(serial);
        const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
        expect([year, month, day]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
        expect(weekdayOf(serial)).toBe(date.getUTCDay());
        expect(serialOf(year, month, day)).toBe(serial);
      }),
      { numRuns: 2000 },
    );
  });

  // Catches the shortcut over whole weeks.
  it('NETWORKDAYS counts as one would day by day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 60000 }), fc.integer({ min: 0, max: 400 }), (start, length) => {
        let count = 0;
        for (let day = start; day <= start + length; day++) {
          const weekday = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).getUTCDay();
          if (weekday !== 0 && weekday !== 6) count += 1;
        }
        expect(outcome(`NETWORKDAYS(${start}, ${start + length})`)).toBe(count);
      }),
    );
  });
});
