import { describe, expect, it } from 'vitest';
import { reportedYears, valueAt, visibleColumns, yearGroups } from '#renderer/store/columns.ts';
import type { Timeline } from '#shared/model/timeline.ts';

const timeline: Timeline = {
  start: '2025Q3',
  periods: 7,
  asOf: '2026-07-31',
  actuals: [
    { from: '2026-02-20', lastActual: '2025Q4' },
    { from: '2026-06-30', lastActual: '2026Q1' },
  ],
};

describe('columns of a timeline', () => {
  it('keeps the quarters of a year before the year, also for years that are only partly inside', () => {
    const groups = yearGroups(timeline, timeline.asOf);
    expect(groups.map((group) => [...group.quarters.map((one) => one.id), group.total.id])).toEqual([
      ['2025Q3', '2025Q4', '2025'],
      ['2026Q1', '2026Q2', '2026Q3', '2026Q4', '2026'],
      ['2027Q1', '2027'],
    ]);
    expect(groups.flatMap((group) => group.quarters.map((one) => one.index))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('calls a quarter that is over but not reported closed, not actual and not forecast', () => {
    const tags = yearGroups(timeline, timeline.asOf).flatMap((group) => group.quarters.map((one) => one.tag));
    expect(tags).toEqual(['actual', 'actual', 'actual', 'closed', 'forecast', 'forecast', 'forecast']);
  });

  it('moves the boundary of actuals with the as-of date, and counts the last day of a quarter as over', () => {
    const tagsOn = (day: string) =>
      yearGroups(timeline, day).flatMap((group) => group.quarters.map((one) => one.tag[0]));
    expect(tagsOn('2026-06-29').join('')).toBe('aacffff');
    expect(tagsOn('2026-06-30').join('')).toBe('aaacfff');
    expect(tagsOn('2020-01-01').join('')).toBe('fffffff');
  });

  it('marks exactly one quarter as the last actual, and its year only when the year ends with it', () => {
    const groups = yearGroups(timeline, timeline.asOf);
    const marked = groups.flatMap((group) => group.quarters.filter((one) => one.lastActual));
    expect(marked.map((one) => one.id)).toEqual(['2026Q1']);
    expect(groups.map((group) => group.total.lastActual)).toEqual([false, false, false]);
    const before = yearGroups(timeline, '2026-03-01');
    expect(before.map((group) => group.total.lastActual)).toEqual([true, false, false]);
  });

  it('collapses a year to its total and starts with reported years collapsed', () => {
    const groups = yearGroups(timeline, timeline.asOf);
    expect(reportedYears(groups)).toEqual([2025]);
    const shown = visibleColumns(groups, new Set([2025, 2026])).map((column) => column.id);
    expect(shown).toEqual(['2025', '2026', '2027Q1', '2027']);
  });

  it('reads quarters and years from their own lists', () => {
    const [first] = yearGroups(timeline, timeline.asOf);
    const values = { periods: [1, 2, 3, 4, 5, 6, 7], years: [30, 40, 50] };
    const quarter = first?.quarters[1];
    if (!first || !quarter) throw new Error('no columns');
    expect(valueAt(values, quarter)).toBe(2);
    expect(valueAt(values, first.total)).toBe(30);
    expect(valueAt(undefined, quarter)).toBeUndefined();
  });
});
