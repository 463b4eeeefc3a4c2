export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

const INDENT = '  ';
const LONGEST_LINE = 100;

/**
 * The one way a value is written: two spaces, LF, a newline at the end. A list or an object that
 * holds no list and no object stands on one line when that line has at most 100 characters
 * without its indentation; everything else has one entry a line. Throws on NaN and infinities.
 */
export function printJson(value: JsonValue): string {
  return `${print(value, '\n')}\n`;
}

function print(value: JsonValue, newline: string): string {
  if (typeof value !== 'object' || value === null) return scalar(value);
  const list = Array.isArray(value);
  const entries: readonly JsonValue[] = list ? value : Object.values(value);
  const [open, close] = list ? '[]' : '{}';
  if (entries.length === 0) return `${open}${close}`;
  const names = list ? null : Object.keys(value).map((key) => `${JSON.stringify(key)}: `);
  if (entries.every((entry) => typeof entry !== 'object' || entry === null)) {
    const parts = entries.map((entry, index) => (names?.[index] ?? '') + scalar(entry as string));
    const pad = list ? '' : ' ';
    const line = `${open}${pad}${parts.join(', ')}${pad}${close}`;
    if (line.length <= LONGEST_LINE) return line;
  }
  const deeper = newline + INDENT;
  const lines = entries.map((entry, index) => (names?.[index] ?? '') + print(entry, deeper));
  return `${open}${deeper}${lines.join(`,${deeper}`)}${newline}${close}`;
}

function scalar(value: string | number | boolean | null): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value} cannot be written`);
  return JSON.stringify(value);
}
