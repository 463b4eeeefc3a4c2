import type { ValuePlace } from '#shared/analysis/viewed-model.ts';
import { periodIndex, periodNameAt, periodsOfYear, type Timeline } from '#shared/model/timeline.ts';
import type { CellAddress } from './cell-address.ts';

/** Where a cell of the grid stands in the calculation; null outside the timeline. */
export function placeOf(timeline: Timeline, { key, column }: CellAddress): ValuePlace | null {
  const period = periodIndex(timeline, column);
  if (period !== null) return period >= 0 && period < timeline.periods ? { key, period } : null;
  const year = Number(column);
  return periodsOfYear(timeline, year).length > 0 ? { key, year } : null;
}

export function addressOf(timeline: Timeline, place: ValuePlace): CellAddress {
  const column = 'year' in place ? String(place.year) : periodNameAt(timeline, place.period);
  return { key: place.key, column };
}
