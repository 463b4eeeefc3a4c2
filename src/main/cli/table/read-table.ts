import Papa from 'papaparse';
import { inputRefused } from '../cli-error.ts';

/** The records of a table, from the first that is not blank on. */
export interface RawTable {
  readonly header: readonly string[];
  readonly records: readonly RawRecord[];
  readonly delimiter: string;
}

export interface RawRecord {
  /** As a spreadsheet counts rows: 1 is the first of the file. */
  readonly row: number;
  readonly fields: readonly string[];
}

/** The comma comes first: where nothing tells them apart, it is one. */
const DELIMITERS = [',', ';', '\t'] as const;
const DELIMITER_LINE = /^sep=([,;\t])\n/i;

/** Takes the bytes of a CSV file apart, whatever its encoding mark, line ends and delimiter; or ends the command. */
export function readTable(bytes: Uint8Array, path: string): RawTable {
  const refuse = (code: string, params = {}) => inputRefused(code, params, { subject: path });
  if (isWorkbook(bytes)) throw refuse('table-is-workbook');
  const text = decoded(bytes)?.replaceAll(/\r\n?/g, '\n');
  if (text === undefined) throw refuse('table-not-utf8');
  if (text.trim() === '') throw refuse('table-empty');
  const named = DELIMITER_LINE.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const delimiter = named?.[1] ?? delimiterOf(body);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, newline: '\n' });
  const before = named ? 1 : 0;
  const fault = errors.find((error) => error.type === 'Quotes');
  if (fault) throw refuse('table-quotes', { row: (fault.row ?? 0) + 1 + before });
  const [first, ...records] = data
    .map((fields, index) => ({ row: index + 1 + before, fields }))
    .filter(({ fields }) => fields.some((field) => field.trim() !== ''));
  if (!first) throw refuse('table-empty');
  return { header: first.fields, records, delimiter };
}

/** UTF-8, or UTF-16 with its mark as spreadsheets save "Unicode text"; undefined for anything else. */
function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The delimiter that finds the most columns in the first row that is not blank. */
function delimiterOf(text: string): string {
  const start = text.search(/\S/);
  const head = text.slice(text.lastIndexOf('\n', start) + 1);
  const counts = DELIMITERS.map((delimiter) => {
    const [fields] = Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: 1 }).data;
    return fields?.length ?? 0;
  });
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** ZIP (`.xlsx`, `.ods`) and the compound file of old workbooks, by their first bytes. */
function isWorkbook(bytes: Uint8Array): boolean {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  return starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0);
}
