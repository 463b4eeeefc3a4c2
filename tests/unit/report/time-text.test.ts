import { expect, it } from 'vitest';
import { dateText, periodText, yearsText } from '#shared/report/time-text.ts';

it('writes quarters, days and ranges as design.md §9 says', () => {
  expect(periodText('2029Q2', 'en')).toBe('2029 Q2');
  expect(periodText('2029Q2', 'ar')).toBe('الربع 2 من 2029');
  expect(dateText('2026-07-01', 'en')).toBe('1 Jul 2026');
  expect(dateText('2026-12-31', 'ar')).toBe('31 ديسمبر 2026');
  expect(yearsText(2026, 2030, 'en')).toBe('2026\u20132030');
  expect(yearsText(2026, 2030, 'ar')).toBe('من 2026 إلى 2030');
  expect(yearsText(2030, 2030, 'en')).toBe('2030');
});

it('leaves what is no period or day as it is', () => {
  expect(periodText('2029', 'en')).toBe('2029');
  expect(dateText('2026-02-30', 'en')).toBe('2026-02-30');
});
