import { type IsoDate, isIsoDate } from '#shared/model/date.ts';
import { type PeriodName, parsePeriodName } from '#shared/model/period.ts';
import type { Language } from '#shared/model/text.ts';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  ar: [
    'يناير',
    'فبراير',
    'مارس',
    'أبريل',
    'مايو',
    'يونيو',
    'يوليو',
    'أغسطس',
    'سبتمبر',
    'أكتوبر',
    'نوفمبر',
    'ديسمبر',
  ],
};

/** A quarter in running text: `2027 Q4`, `الربع 4 من 2027`; other names stay as they are. */
export function periodText(name: PeriodName, language: Language): string {
  const quarter = parsePeriodName(name);
  if (!quarter) return name;
  return language === 'ar'
    ? `الربع ${quarter.quarter} من ${quarter.year}`
    : `${quarter.year} Q${quarter.quarter}`;
}

/** A day in running text: `1 Jul 2026`, `1 يوليو 2026`; what is no day stays as it is. */
export function dateText(date: IsoDate, language: Language): string {
  if (!isIsoDate(date)) return date;
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[language][(month ?? 1) - 1]} ${year}`;
}

/** Years from the first to the last: `2026–2030`, `من 2026 إلى 2030`; one year stands alone. */
export function yearsText(from: number, to: number, language: Language): string {
  if (from === to) return String(from);
  return language === 'ar' ? `من ${from} إلى ${to}` : `${from}\u2013${to}`;
}
