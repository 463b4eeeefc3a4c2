import { describe, expect, it } from 'vitest';
import type { ParseErrorCode } from '#shared/formula/ast.ts';
import { parseFormula } from '#shared/formula/parse.ts';

function refusal(text: string) {
  const parsed = parseFormula(text);
  if (parsed.ok) throw new Error(`${text} was read as a formula`);
  return parsed.error;
}

describe('E-101 names', () => {
  it.each([
    'revenue',
    '_x',
    'A1',
    'SUM',
    'rev.2027',
    'الإيرادات',
    'إيرادات_الشركة',
    'مُعدَّل',
    'Überschuss',
    '收入',
    'e1',
    'Q1',
    'PI',
  ])('%s is a name', (name) => {
    const parsed = parseFormula(name);
    expect(parsed.ok && parsed.value).toMatchObject({ kind: 'reference', name });
    const called = parseFormula(`${name}(1)`);
    expect(called.ok && called.value.kind).toBe('call');
  });

  it('keeps the case of names and folds the case of functions', () => {
    const parsed = parseFormula('sum(Revenue)');
    expect(parsed.ok && parsed.value).toMatchObject({ name: 'SUM', args: [{ name: 'Revenue' }] });
  });
});

describe('E-104 spans point into the text as it was typed', () => {
  it('counts the leading = and spaces, so that an editor can colour names', () => {
    const text = '=  abc[-1] + SUM( de )';
    const parsed = parseFormula(text);
    if (!parsed.ok || parsed.value.kind !== 'binary') throw new Error('not a sum');
    const { left, right } = parsed.value;
    expect(left.kind === 'reference' && text.slice(left.nameSpan.start, left.nameSpan.end)).toBe('abc');
    expect(text.slice(left.span.start, left.span.end)).toBe('abc[-1]');
    expect(text.slice(right.span.start, right.span.end)).toBe('SUM( de )');
  });
});

describe('E-130 refusals say where, what was expected, and what was probably meant', () => {
  it.each<[string, ParseErrorCode, number]>([
    ['', 'empty', 0],
    ['=', 'empty', 1],
    ['   ', 'empty', 3],
    ['1 +', 'unexpected-end', 3],
    ['1 + * 2', 'unexpected', 4],
    ['(1', 'unclosed-bracket', 0],
    ['SUM(1, 2', 'unclosed-bracket', 3],
    ['1)', 'unexpected', 1],
    ['a b', 'unexpected', 2],
    ['2bn', 'unexpected', 1],
    ['1, 2', 'unexpected', 1],
    ['(1, 2)', 'unexpected', 2],
    ['SUM(1; 2)', 'unexpected', 5],
    ['"abc', 'unclosed-text', 0],
    ['x[-1', 'unclosed-bracket', 1],
    ['x]', 'unexpected', 1],
    ['x[]', 'bad-time', 1],
    ['x[2030]', 'bad-time', 1],
    ['x[Q1 2030]', 'bad-time', 1],
    ['x[2030Q5]', 'bad-time', 1],
    ['x[1:2:3]', 'bad-time', 1],
    ['x[y]', 'bad-time', 1],
    ['x[1.5]', 'bad-time', 1],
    ['x[-1][-1]', 'unexpected', 5],
    ['[-1]', 'unexpected', 0],
    ['SUM(x)[-1]', 'unexpected', 6],
    ['5[-1]', 'unexpected', 1],
    ['{1,2;3}', 'bad-array', 0],
    ['{}', 'bad-array', 1],
    ['{a}', 'bad-array', 1],
    ['{1+1}', 'unexpected', 2],
    ['{1,2', 'unclosed-bracket', 0],
    ['$A$1', 'unknown-character', 0],
    ['a != b', 'unexpected', 2],
    ['a == b', 'unexpected', 2],
    ['a && b', 'unexpected', 2],
    ['2 ** 3', 'unexpected', 2],
    ["'a'", 'unknown-character', 0],
    ['a ? b : c', 'unknown-character', 2],
    ['1e400', 'number-too-large', 0],
    ['(=', 'unexpected', 1],
    ['1 <', 'unexpected-end', 3],
    ['१२', 'unknown-character', 0],
    ['#WHAT!', 'unknown-character', 0],
    ['.', 'unknown-character', 0],
    ['%5', 'unexpected', 0],
    ['x[99999]', 'bad-time', 1],
  ])('%s', (text, code, start) => {
    const error = refusal(text);
    expect(error.code).toBe(code);
    expect(error.span.start).toBe(start);
    expect(error.reason.code).toMatch(/^parse-/);
    expect(error.reason.params['position']).toBe(String(start + 1));
  });

  it.each([
    ['a != b', '<>'],
    ['a == b', '='],
    ['SUM(1; 2)', ','],
    ['x[2030]', '2030Q1:2030Q4'],
    ['x[Q3 2026]', '2026Q3'],
    ['x[2026-Q3]', '2026Q3'],
    ['2 ** 3', '^'],
  ])('%s suggests %s', (text, suggestion) => {
    expect(refusal(text).suggestion).toBe(suggestion);
  });
});

describe('E-105 limits: refused with a reason, the stack never overflows', () => {
  it.each([
    ['parentheses', '('.repeat(100_000)],
    ['signs', '-'.repeat(100_000)],
    ['calls', 'ABS('.repeat(100_000)],
    ['braces', '{'.repeat(100_000)],
  ])('100,000 %s are too long', (_, text) => {
    expect(refusal(text).code).toBe('too-long');
  });

  it.each([
    ['parentheses', `${'('.repeat(257)}1${')'.repeat(257)}`],
    ['signs', `${'-'.repeat(257)}1`],
    ['calls', `${'ABS('.repeat(257)}1${')'.repeat(257)}`],
    ['percent signs', `1${'%'.repeat(257)}`],
    ['open parentheses', '('.repeat(8000)],
  ])('257 nested %s are too deep', (_, text) => {
    expect(refusal(text).code).toBe('too-deep');
  });

  it('takes 256 levels and 8,192 characters', () => {
    expect(parseFormula(`${'('.repeat(256)}1${')'.repeat(256)}`).ok).toBe(true);
    expect(parseFormula(`1${'+1'.repeat(4095)}`).ok).toBe(true);
    expect(parseFormula(`1${'+1'.repeat(4096)}`).ok).toBe(false);
  });
});

describe('E-103 typographic signs', () => {
  it.each([
    ['5 − 3', '5-3'],
    ['5 – 3', '5-3'],
    ['2 × 3 ÷ 4', '2*3/4'],
    ['a ≤ b', 'a<=b'],
    ['a ≥ b', 'a>=b'],
    ['a ≠ b', 'a<>b'],
    ['1\u00a0+\u202f2', '1+2'],
    ['“abc”', '"abc"'],
    ['SUM(1، 2)', 'SUM(1,2)'],
    ['x[−1]', 'x[-1]'],
    ['\u200f=1', '=1'],
  ])('%s reads as %s', (typed, plain) => {
    expect(withoutSpans(typed)).toEqual(withoutSpans(plain));
  });
});

function withoutSpans(text: string): unknown {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.error.reason.code);
  return JSON.parse(JSON.stringify(parsed.value, (key, value) => (key.endsWith('pan') ? undefined : value)));
}
