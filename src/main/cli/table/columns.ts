import { nearestName } from '#shared/formula/suggest.ts';
import { type CliError, inputRefused } from '../cli-error.ts';
import { readTime } from '../typed-input.ts';
import type { RawTable } from './read-table.ts';

const FIELDS = ['key', 'label', 'unit', 'formula', 'section', 'aggregation', 'note'] as const;
export type FieldName = (typeof FIELDS)[number];

/** A column of values: `2025Q1` or, where `by` is year, `2025`. */
export interface TimeColumn {
  readonly index: number;
  readonly time: string;
  /** As the table names it. */
  readonly name: string;
}

/** What each column of a table holds. */
export interface Columns {
  readonly fields: ReadonlyMap<FieldName, number>;
  readonly times: readonly TimeColumn[];
  readonly by: 'quarter' | 'year';
}

type Meaning =
  | { readonly kind: 'field'; readonly field: FieldName }
  | { readonly kind: 'time'; readonly time: string }
  | { readonly kind: 'unnamed' };

/** Knows the columns by their names, in any order; ends the command when one is unknown or stands twice. */
export function readColumns({ header }: RawTable, path: string): Columns {
  const refuse: Refuse = (code, params = {}, near) => inputRefused(code, params, { subject: path, near });
  const fields = new Map<FieldName, number>();
  const times = new Map<string, TimeColumn>();
  for (const [index, cell] of header.entries()) {
    const name = cell.trim();
    const meaning = meaningOf(name, refuse);
    if (meaning.kind === 'unnamed') continue;
    const isRepeated = meaning.kind === 'field' ? fields.has(meaning.field) : times.has(meaning.time);
    if (isRepeated) throw refuse('table-column-repeated', { column: name });
    if (meaning.kind === 'field') fields.set(meaning.field, index);
    else times.set(meaning.time, { index, time: meaning.time, name });
  }
  if (!fields.has('key')) throw refuse('table-key-column-missing');
  return { fields, ...stepOf([...times.values()], refuse) };
}

type Refuse = (code: string, params?: Record<string, string>, near?: string) => CliError;

function meaningOf(name: string, refuse: Refuse): Meaning {
  if (name === '') return { kind: 'unnamed' };
  const field = FIELDS.find((one) => one === name.toLowerCase());
  if (field !== undefined) return { kind: 'field', field };
  const time = readTime(name);
  if (time !== undefined) return { kind: 'time', time };
  const allowed = FIELDS.join(', ');
  throw refuse('table-column-unknown', { column: name, allowed }, nearestName(name.toLowerCase(), FIELDS));
}

function stepOf(times: readonly TimeColumn[], refuse: Refuse): Pick<Columns, 'times' | 'by'> {
  const quarter = times.find(({ time }) => time.includes('Q'));
  const year = times.find(({ time }) => !time.includes('Q'));
  if (quarter && year) throw refuse('table-periods-mixed', { quarter: quarter.name, year: year.name });
  if (!quarter && !year) throw refuse('table-periods-missing');
  return { times, by: year ? 'year' : 'quarter' };
}
