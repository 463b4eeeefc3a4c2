import type { LineItem } from './line-item.ts';
import { periodNameOf } from './period.ts';
import { periodIndex, type Timeline, yearsOf } from './timeline.ts';

/** What a fact speaks of in time, as far as its period says so plainly; `words` is never guessed at. */
export type StatedPeriod =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'quarter'; readonly name: string }
  /** A month or a day, with its quarter. */
  | { readonly kind: 'moment'; readonly text: string; readonly quarter: string }
  /** Counted up to the end of a year, from wherever: sources begin such sums differently. */
  | { readonly kind: 'through'; readonly year: number }
  | { readonly kind: 'words'; readonly text: string };

/** Reads `2030`, `2030 (end of decade)`, `2026-Q1`, `2025-08`, `2025-06-30`, `2024 through 2029`, `to 2030`. */
export function statedPeriod(period: string): StatedPeriod {
  const text = period
    .replace(/\([^)]*\)/g, '')
    .trim()
    .toLowerCase();
  const year = /^(?:.*, )?(\d{4})$/.exec(text);
  if (year) return { kind: 'year', year: Number(year[1]) };
  const quarter = /^(\d{4})-?q([1-4])$/.exec(text);
  if (quarter) return { kind: 'quarter', name: `${quarter[1]}Q${quarter[2]}` };
  const moment = /^(\d{4})-(0[1-9]|1[0-2])(?:-\d{2})?$/.exec(text);
  if (moment) return { kind: 'moment', text, quarter: quarterOfMonth(Number(moment[1]), Number(moment[2])) };
  const through = /^(?:.* )?(?:through|to|by) (\d{4})(?:\/\d{2})?$/.exec(text);
  if (through) return { kind: 'through', year: Number(through[1]) };
  return { kind: 'words', text };
}

function quarterOfMonth(year: number, month: number): string {
  return periodNameOf({ year, quarter: Math.ceil(month / 3) as 1 | 2 | 3 | 4 });
}

/** The same for two texts that name the same period. */
export function periodKey(period: string): string {
  return JSON.stringify(statedPeriod(period));
}

/**
 * The column of a row in which a fact would stand: a year, a quarter; for a balance also the quarter
 * of a day and the year through which was counted. null where it has none inside the timeline.
 */
export function columnOfPeriod(period: string, item: LineItem, timeline: Timeline): string | null {
  const stated = statedPeriod(period);
  const isBalance = item.aggregation === 'end';
  if (stated.kind === 'year' || (stated.kind === 'through' && isBalance)) {
    return yearsOf(timeline).includes(stated.year) ? String(stated.year) : null;
  }
  if (stated.kind === 'quarter') return inTimeline(stated.name, timeline);
  return stated.kind === 'moment' && isBalance ? inTimeline(stated.quarter, timeline) : null;
}

function inTimeline(name: string, timeline: Timeline): string | null {
  const index = periodIndex(timeline, name);
  return index !== null && index >= 0 && index < timeline.periods ? name : null;
}
