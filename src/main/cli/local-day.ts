import type { IsoDate } from '#shared/model/date.ts';

/** Today in the user's calendar, not in Greenwich's. */
export function localDay(now: Date): IsoDate {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
