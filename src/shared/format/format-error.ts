/** Why a file or a scenario is refused. The sentences stand in the locale files under these codes. */
export const FORMAT_ERROR_CODES = [
  'file-too-large',
  'file-empty',
  'byte-order-mark',
  'not-utf8',
  'syntax',
  'too-deep',
  'too-many-values',
  'text-too-long',
  'number-too-large',
  'key-repeated',
  'key-forbidden',
  'not-a-scenario',
  'version-invalid',
  'version-newer',
  'migration-failed',
  'key-unknown',
  'value-missing',
  'wrong-type',
  'value-not-allowed',
  'too-many-entries',
  'value-too-long',
  'out-of-range',
  'not-a-whole-number',
  'date-invalid',
  'period-invalid',
  'year-invalid',
  'name-invalid',
  'address-invalid',
  'cell-value-invalid',
  'dates-not-ascending',
  'id-repeated',
  'rows-differ-from-order',
  'section-unknown',
  'fact-unknown',
  'item-unknown',
  'deal-unknown',
  'case-unknown',
  'case-circle',
  'period-outside-timeline',
  'timeline-too-late',
] as const;
export type FormatErrorCode = (typeof FORMAT_ERROR_CODES)[number];

export interface FormatError {
  readonly code: FormatErrorCode;
  /** A path such as `items[3].range.low`, or `line:column` for what is no JSON. */
  readonly where?: string;
  /** What the sentence names; `where` is among them when it is known. */
  readonly params: Readonly<Record<string, string | number>>;
}

type Params = Readonly<Record<string, string | number>>;

export function formatError(code: FormatErrorCode, where?: string, params: Params = {}): FormatError {
  const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shownParam(value)]));
  return where === undefined ? { code, params: shown } : { code, where, params: { ...shown, where } };
}

const LONGEST_PARAM = 80;

/** Texts of a file that end up in a sentence stay short and on one line. */
function shownParam(value: string | number): string | number {
  if (typeof value === 'number') return value;
  const line = value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '�');
  return line.length > LONGEST_PARAM ? `${line.slice(0, LONGEST_PARAM)}…` : line;
}

/** A path as people read it: `items[3].range.low`. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text += text === '' ? String(part) : `.${String(part)}`;
  }
  return String(shownParam(text));
}
