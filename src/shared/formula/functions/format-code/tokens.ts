/** Piece of a number format such as `#,##0.00" bn"`. */
export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digit'; readonly placeholder: '0' | '#' | '?' }
  | { readonly kind: 'point' }
  | { readonly kind: 'comma' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'exponent'; readonly isSignShown: boolean }
  | { readonly kind: 'general' }
  | { readonly kind: 'text' }
  /** Letters of a date or a time, lower case: `yyyy`, `mm`, `ss`. */
  | { readonly kind: 'date'; readonly letters: string }
  /** Hours, minutes or seconds that run on past a day: `[h]`. */
  | { readonly kind: 'elapsed'; readonly letters: string }
  | { readonly kind: 'half'; readonly am: string; readonly pm: string };

/** Test at the head of a section: `[<=9999999]`. */
export interface FormatCondition {
  readonly operator: string;
  readonly limit: number;
}

export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly condition: FormatCondition | null;
}

const CONDITION = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/;
const COLOUR = /^(black|blue|cyan|green|magenta|red|white|yellow|color\s?\d{1,2})$/i;

/** Sections of a format, split at semicolons; null when it is none. */
export function parseFormat(format: string): FormatSection[] | null {
  const sections: FormatSection[] = [];
  let tokens: FormatToken[] = [];
  let condition: FormatCondition | null = null;
  let rest = format;
  while (rest !== '') {
    if (rest.startsWith(';')) {
      sections.push({ tokens, condition });
      [tokens, condition, rest] = [[], null, rest.slice(1)];
      continue;
    }
    const piece = readPiece(rest);
    if (!piece) return null;
    if (piece.token) tokens.push(piece.token);
    if (piece.condition) condition = piece.condition;
    rest = rest.slice(piece.length);
  }
  sections.push({ tokens, condition });
  return sections.length > 4 ? null : sections;
}

interface Piece {
  readonly length: number;
  readonly token?: FormatToken;
  readonly condition?: FormatCondition;
}

function readPiece(rest: string): Piece | null {
  const general = /^general/i.exec(rest);
  if (general) return { length: general[0].length, token: { kind: 'general' } };
  const half = /^(am\/pm|a\/p)/i.exec(rest);
  if (half) return { length: half[0].length, token: halfToken(half[0]) };
  const date = /^(y+|m+|d+|h+|s+)/i.exec(rest);
  if (date) return { length: date[0].length, token: { kind: 'date', letters: date[0].toLowerCase() } };
  const exponent = /^e([+-])/i.exec(rest);
  if (exponent) return { length: 2, token: { kind: 'exponent', isSignShown: exponent[1] === '+' } };
  return readMark(rest);
}

function halfToken(text: string): FormatToken {
  const [am = '', pm = ''] = text.toUpperCase().split('/');
  return { kind: 'half', am, pm };
}

function readMark(rest: string): Piece | null {
  const mark = rest[0] ?? '';
  switch (mark) {
    case '0':
    case '#':
    case '?':
      return { length: 1, token: { kind: 'digit', placeholder: mark } };
    case '.':
      return { length: 1, token: { kind: 'point' } };
    case ',':
      return { length: 1, token: { kind: 'comma' } };
    case '%':
      return { length: 1, token: { kind: 'percent' } };
    case '@':
      return { length: 1, token: { kind: 'text' } };
    case '"':
      return quoted(rest);
    case '[':
      return bracketed(rest);
    case '\\':
      return { length: 2, token: { kind: 'literal', text: rest[1] ?? '' } };
    case '_':
      return { length: 2, token: { kind: 'literal', text: ' ' } };
    case '*':
      return { length: 2 };
    default:
      return { length: 1, token: { kind: 'literal', text: mark } };
  }
}

function quoted(rest: string): Piece | null {
  const end = rest.indexOf('"', 1);
  return end < 0 ? null : { length: end + 1, token: { kind: 'literal', text: rest.slice(1, end) } };
}

function bracketed(rest: string): Piece | null {
  const end = rest.indexOf(']');
  if (end < 0) return null;
  const inner = rest.slice(1, end);
  const length = end + 1;
  const condition = CONDITION.exec(inner);
  if (condition) return { length, condition: { operator: condition[1] ?? '', limit: Number(condition[2]) } };
  if (/^(h+|m+|s+)$/i.test(inner))
    return { length, token: { kind: 'elapsed', letters: inner.toLowerCase() } };
  const currency = /^\$([^-]*)(?:-.*)?$/.exec(inner);
  if (currency) return { length, token: { kind: 'literal', text: currency[1] ?? '' } };
  return COLOUR.test(inner) ? { length } : null;
}
