import { isAscii, nameEnd, numberEnd, spacesEnd } from './characters.ts';
import { withLatinDigits } from './digits.ts';
import { errorCodeOf } from './error-code.ts';
import { refuse } from './parse-failure.ts';
import type { Mark, Token } from './tokens.ts';

const ERROR = /#[A-Za-z]+(?:\/[A-Za-z0-9]+)?[!?]?/y;
const STRAIGHT_TEXT = /"((?:[^"]|"")*)"/y;
const CURLY_TEXT = /[“”„]([^“”]*)[“”]/y;
const TIME = /\[([^[\]]*)\]/y;

const DOUBLE_MARKS: ReadonlySet<string> = new Set<Mark>(['<>', '<=', '>=']);
const SINGLE_MARKS = '-+*/^&=<>(){},;%';
/** Second signs of what may be a pair, foreign ones included. */
const PAIR_ENDS = '=<>*&|';

/** E-103: typographic signs that come in with pasted text, and what they mean. */
const MARKS: Readonly<Record<string, Mark>> = {
  '−': '-',
  '–': '-',
  '×': '*',
  '÷': '/',
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '،': ',',
};

/** What people write from other languages, and what it is called here. */
const FOREIGN: readonly (readonly [string, string])[] = [
  ['!=', '<>'],
  ['==', '='],
  ['**', '^'],
  ['=>', '>='],
  ['=<', '<='],
  ['&&', 'AND(…, …)'],
  ['||', 'OR(…, …)'],
];

/** Cuts a formula into tokens; the last is `end`. Throws ParseFailure. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = spacesEnd(text, 0);
  while (at < text.length) {
    const token = nextToken(text, at);
    tokens.push(token);
    at = spacesEnd(text, token.span.end);
  }
  tokens.push({ kind: 'end', span: { start: text.length, end: text.length } });
  return tokens;
}

function nextToken(text: string, at: number): Token {
  return (
    nameToken(text, at) ??
    numberToken(text, at) ??
    markToken(text, at) ??
    textToken(text, at) ??
    timeToken(text, at) ??
    errorToken(text, at) ??
    refuseCharacter(text, at)
  );
}

function nameToken(text: string, start: number): Token | undefined {
  const end = nameEnd(text, start);
  return end === start ? undefined : { kind: 'name', text: text.slice(start, end), span: { start, end } };
}

function numberToken(text: string, start: number): Token | undefined {
  const end = numberEnd(text, start);
  if (end === start) return undefined;
  const span = { start, end };
  const typed = text.slice(start, end);
  const latin = isAscii(typed) ? typed : withLatinDigits(typed).replace('٫', '.').replace('−', '-');
  const value = Number(latin);
  if (!Number.isFinite(value))
    return refuse('number-too-large', span, 'parse-number-too-large', { text: latin });
  return { kind: 'number', value, text: latin, span };
}

function markToken(text: string, start: number): Token | undefined {
  const character = text.charAt(start);
  const plain = SINGLE_MARKS.includes(character) ? (character as Mark) : MARKS[character];
  if (plain === undefined) return undefined;
  if (!PAIR_ENDS.includes(text.charAt(start + 1)))
    return { kind: 'symbol', symbol: plain, span: { start, end: start + 1 } };
  const pair = text.slice(start, start + 2);
  refuseForeign(pair, start);
  const isDouble = DOUBLE_MARKS.has(pair);
  const span = { start, end: start + (isDouble ? 2 : 1) };
  return { kind: 'symbol', symbol: isDouble ? (pair as Mark) : plain, span };
}

function textToken(text: string, at: number): Token | undefined {
  const straight = text[at] === '"';
  if (!straight && !/[“”„]/.test(text[at] ?? '')) return undefined;
  const pattern = straight ? STRAIGHT_TEXT : CURLY_TEXT;
  const found = match(pattern, text, at);
  if (!found) {
    return refuse('unclosed-text', { start: at, end: text.length }, 'parse-unclosed-text', {});
  }
  const value = straight ? (found[1] ?? '').replaceAll('""', '"') : (found[1] ?? '');
  return { kind: 'text', value, span: { start: at, end: at + found[0].length } };
}

function timeToken(text: string, at: number): Token | undefined {
  if (text[at] !== '[') return undefined;
  const found = match(TIME, text, at);
  if (!found) {
    return refuse('unclosed-bracket', { start: at, end: at + 1 }, 'parse-unclosed', { sign: '[' });
  }
  return { kind: 'time', text: found[1] ?? '', span: { start: at, end: at + found[0].length } };
}

function errorToken(text: string, at: number): Token | undefined {
  const found = match(ERROR, text, at)?.[0];
  const code = found === undefined ? undefined : errorCodeOf(found);
  return code === undefined ? undefined : { kind: 'error', code, span: { start: at, end: at + code.length } };
}

function refuseForeign(pair: string, start: number): void {
  const meant = FOREIGN.find(([written]) => written === pair)?.[1];
  if (meant === undefined) return;
  const span = { start, end: start + pair.length };
  refuse('unexpected', span, 'parse-foreign', { written: pair, meant }, meant);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function refuseCharacter(text: string, at: number): never {
  refuseForeign(text.slice(at, at + 2), at);
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const span = { start: at, end: at + character.length };
  if (character === '$') refuse('unknown-character', span, 'parse-dollar', {});
  if (character === '@') refuse('unknown-character', span, 'parse-at', {});
  if (character === "'") refuse('unknown-character', span, 'parse-apostrophe', {}, '"');
  if (character === ']') refuse('unexpected', span, 'parse-stray-close', { sign: ']' });
  return refuse('unknown-character', span, 'parse-unknown-character', { sign: character });
}
