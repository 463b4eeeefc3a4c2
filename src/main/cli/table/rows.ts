import { parseFormula } from '#shared/formula/parse.ts';
import { type Locale, parseTypedValue } from '#shared/formula/typed-value/typed-value.ts';
import { isItemKey } from '#shared/model/item-key.ts';
import { AGGREGATIONS, type Aggregation, type ItemKey } from '#shared/model/line-item.ts';
import type { InputValue } from '#shared/model/value.ts';
import { unguarded } from '../../export/spreadsheet-text.ts';
import { sentence } from '../error-line.ts';
import { readInput } from '../typed-input.ts';
import type { Columns, FieldName, TimeColumn } from './columns.ts';
import type { Problems } from './problems.ts';
import type { RawRecord, RawTable } from './read-table.ts';

/** A row of the table, every text read. */
export interface TableRow {
  /** null for a heading: a row in which only a label stands. */
  readonly key: ItemKey | null;
  readonly label: string;
  readonly unit: string;
  /** Without the leading `=`; null where none stands. */
  readonly formula: string | null;
  /** By quarter or year as the table has it; blanks are absent. */
  readonly values: ReadonlyMap<string, InputValue>;
  readonly section: string;
  readonly aggregation: Aggregation | null;
  readonly note: string;
}

/** How values are read: `locale` null is English as long as German would read the same. */
export interface Reading {
  readonly columns: Columns;
  readonly locale: Locale | null;
  readonly problems: Problems;
}

/** Reads all rows; what is wrong in them is added to the problems. */
export function readRows({ records }: RawTable, reading: Reading): TableRow[] {
  const seen = new Map<ItemKey, number>();
  return records.map((record) => readRow(record, reading, seen));
}

function readRow(record: RawRecord, reading: Reading, seen: Map<ItemKey, number>): TableRow {
  const { columns, problems } = reading;
  const field = (name: FieldName) => (record.fields[columns.fields.get(name) ?? -1] ?? '').trim();
  const text = (name: FieldName) => unguarded(field(name));
  checkExtraFields(record, columns, problems);
  const isHeading = field('label') !== '' && isEmptyBut(['label', 'section'], record, columns);
  const key = isHeading ? null : readKey(record.row, field('key'), problems, seen);
  const place = { row: record.row, key: key ?? '' };
  const unit = text('unit');
  return {
    key,
    label: text('label'),
    unit,
    formula: readFormula(place, field('formula'), problems),
    values: readValues(record, { ...place, unit }, reading),
    section: text('section'),
    aggregation: readAggregation(place, field('aggregation'), problems),
    note: text('note'),
  };
}

function isEmptyBut(names: readonly FieldName[], { fields }: RawRecord, columns: Columns): boolean {
  const places = names.map((name) => columns.fields.get(name));
  return fields.every((field, index) => field.trim() === '' || places.includes(index));
}

function checkExtraFields({ row, fields }: RawRecord, { fields: named, times }: Columns, problems: Problems) {
  const known = new Set([...named.values(), ...times.map(({ index }) => index)]);
  const extra = fields.find((field, index) => !known.has(index) && field.trim() !== '');
  if (extra !== undefined) problems.add('table-field-extra', { row, text: extra.trim() });
}

function readKey(row: number, key: string, problems: Problems, seen: Map<ItemKey, number>): ItemKey {
  const first = seen.get(key);
  if (key === '') problems.add('table-key-missing', { row });
  else if (!isItemKey(key)) problems.add('table-key-invalid', { row, key });
  else if (first !== undefined) problems.add('table-key-repeated', { row, key, first });
  else seen.set(key, row);
  return key;
}

interface Place {
  readonly row: number;
  readonly key: string;
}

function readFormula(place: Place, cell: string, problems: Problems): string | null {
  const typed = unguarded(cell);
  if (typed === '') return null;
  const parsed = parseFormula(typed);
  if (!parsed.ok) {
    const { code, params } = parsed.error.reason;
    problems.add('table-formula-refused', { ...place, reason: sentence(code, params) });
  }
  return typed.replace(/^=\s*/, '');
}

function readAggregation(place: Place, cell: string, problems: Problems): Aggregation | null {
  if (cell === '') return null;
  const found = AGGREGATIONS.find((one) => one === cell.toLowerCase());
  if (found === undefined) {
    problems.add('table-aggregation-unknown', { ...place, value: cell, allowed: AGGREGATIONS.join(', ') });
  }
  return found ?? null;
}

function readValues(
  { fields }: RawRecord,
  place: Place & { readonly unit: string },
  reading: Reading,
): Map<string, InputValue> {
  const values = new Map<string, InputValue>();
  for (const column of reading.columns.times) {
    const cell = fields[column.index] ?? '';
    const value = cell === '' ? null : readValue(cell, place, column, reading);
    if (value !== null) values.set(column.time, value);
  }
  return values;
}

function readValue(
  cell: string,
  { unit, ...place }: Place & { readonly unit: string },
  { name }: TimeColumn,
  { locale, problems }: Reading,
): InputValue {
  if (locale === null && readsOtherwise(cell)) {
    problems.add('table-value-ambiguous', { ...place, column: name, text: cell.trim() });
    return null;
  }
  const value = readInput(cell, unit, locale ?? 'en');
  if (value.ok) return value.value;
  problems.add('table-value-refused', { ...place, column: name, reason: value.error.reason });
  return null;
}

/** `1,234` is a thousand and more in English, one and a bit in German. */
function readsOtherwise(cell: string): boolean {
  const [english, german] = [parseTypedValue(cell, 'en'), parseTypedValue(cell, 'de')];
  return english.kind !== 'reject' && german.kind !== 'reject' && english.value !== german.value;
}
