import { readRowUnit } from '#shared/formula/typed-value/row-unit.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { Aggregation, Content, ItemKey, LineItem, Section } from '#shared/model/line-item.ts';
import { parsePeriodName, periodNameOf, quarterAtOrdinal, quarterOrdinal } from '#shared/model/period.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Text } from '#shared/model/text.ts';
import { periodNameAt, periodNames, periodsOfYear, type Timeline } from '#shared/model/timeline.ts';
import { parseUnit } from '#shared/model/unit.ts';
import type { InputValue } from '#shared/model/value.ts';
import type { Columns } from './columns.ts';
import type { TableRow } from './rows.ts';

const ROWS: Text = { en: 'Rows', ar: 'البنود' };

/** A scenario of the rows of a table; it is checked by the rules of the format when it is saved. */
export function scenarioOfTable(
  rows: readonly TableRow[],
  by: Columns['by'],
  timeline: Timeline,
  title: string,
): Scenario {
  const sections = sectionsOf(rows);
  const keys = keysOf(rows);
  const items = rows.map((row, index) => {
    const section = sections.get(row.section)?.id ?? '';
    return itemOfRow(row, keys[index] ?? '', section, by, timeline);
  });
  return {
    title: both(title),
    company: '',
    timeline,
    sections: [...sections.values()],
    items: Object.fromEntries(items.map((item) => [item.key, item])),
    itemOrder: items.map(({ key }) => key),
    cases: [],
    deals: [],
    facts: [],
    presentation: { pinned: [] },
  };
}

/** From the first column's quarter to the last one's; quarters that the table leaves out are blank periods. */
export function timelineOf({ times, by }: Columns, asOf: IsoDate): Timeline {
  const ordinals = times.flatMap(({ time }) => {
    const quarter = parsePeriodName(by === 'year' ? `${time}Q1` : time);
    return quarter ? [quarterOrdinal(quarter)] : [];
  });
  const first = ordinals.reduce((least, one) => Math.min(least, one));
  const last = ordinals.reduce((most, one) => Math.max(most, one)) + (by === 'year' ? 3 : 0);
  const start = periodNameOf(quarterAtOrdinal(first));
  return { start, periods: last - first + 1, asOf, actuals: [] };
}

/** Sections in the order of their first row, known by their name. */
function sectionsOf(rows: readonly TableRow[]): Map<string, Section> {
  const names = [...new Set(rows.map(({ section }) => section))];
  return new Map(
    names.map((name, index) => [
      name,
      { id: `section-${index + 1}`, label: name === '' ? ROWS : both(name) },
    ]),
  );
}

/** A heading has no key in the table; it gets one that no row has. */
function keysOf(rows: readonly TableRow[]): ItemKey[] {
  const taken = new Set(rows.map(({ key }) => key));
  let number = 0;
  const next = (): ItemKey => {
    number++;
    const key = `heading_${number}`;
    return taken.has(key) ? next() : key;
  };
  return rows.map(({ key }) => key ?? next());
}

function itemOfRow(
  row: TableRow,
  key: ItemKey,
  section: string,
  by: Columns['by'],
  timeline: Timeline,
): LineItem {
  const isFormula = row.formula !== null;
  return {
    key,
    label: both(row.label || key),
    section,
    unit: row.unit,
    role: row.key === null ? 'header' : isFormula ? 'calculation' : 'driver',
    aggregation: row.aggregation ?? usualAggregation(row.unit, by),
    content: contentOf(row, by, timeline),
    overrides: isFormula ? overridesOf(row.values, timeline) : {},
    facts: [],
    ...(row.note === '' ? {} : { note: row.note }),
  };
}

function contentOf({ key, formula, values }: TableRow, by: Columns['by'], timeline: Timeline): Content {
  if (formula !== null) return { kind: 'formula', formula };
  if (key === null) return { kind: 'constant', value: null };
  if (by === 'year') return { kind: 'byYear', values: Object.fromEntries(values) };
  const all = periodNames(timeline).map((period) => values.get(period) ?? null);
  return { kind: 'byPeriod', values: all.slice(0, all.findLastIndex((value) => value !== null) + 1) };
}

/** Values beside a formula stand in place of it: those of a year in each of its quarters. */
function overridesOf(
  values: ReadonlyMap<string, InputValue>,
  timeline: Timeline,
): Record<string, InputValue> {
  const entries = [...values].flatMap(([time, value]) => {
    const periods = time.includes('Q')
      ? [time]
      : periodsOfYear(timeline, Number(time)).map((index) => periodNameAt(timeline, index));
    return periods.map((period) => [period, value] as const);
  });
  return Object.fromEntries(entries);
}

/**
 * How quarters become a year where the table does not say: money and rows without a unit are added
 * up, truth values must all hold, everything else is what it is at the end. In a table by year every
 * value stands in four quarters, so that the end is what the table says.
 */
function usualAggregation(unit: string, by: Columns['by']): Aggregation {
  const { kind } = readRowUnit(unit);
  if (kind === 'truth') return 'all';
  if (by === 'year') return 'end';
  const dimensions = Object.keys(parseUnit(unit)?.dimensions ?? {});
  const isMoney = kind === 'money' && dimensions.length === 1;
  return isMoney || unit === '' ? 'sum' : 'end';
}

function both(text: string): Text {
  return { en: text, ar: text };
}
