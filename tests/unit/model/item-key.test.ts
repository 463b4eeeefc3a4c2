import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFormula } from '#shared/formula/parse.ts';
import { isItemKey } from '#shared/model/item-key.ts';

describe('isItemKey', () => {
  test.each([
    'revenue',
    'Revenue',
    '_',
    '_2030',
    'opex.cloud',
    'إيرادات',
    'سنة2027',
    'é',
    'SUM',
    'YEAR',
    'A1',
  ])('%s is a key', (text) => {
    expect(isItemKey(text)).toBe(true);
  });

  // Catches: keys that formulas cannot name, read as a value, or that reach a prototype.
  test.each([
    '',
    ' revenue',
    'cloud costs',
    'a-b',
    '.a',
    '2027Q1',
    '1a',
    '٣a',
    'TRUE',
    'False',
    '__proto__',
    'constructor',
    'prototype',
    'a'.repeat(257),
  ])('%j is none', (text) => {
    expect(isItemKey(text)).toBe(false);
  });

  // Catches: a rule for keys that drifts from what the formula language reads as one name.
  test('says the same as the formula language', () => {
    const near = fc.stringMatching(/^(?:[A-Za-z_.0-9٣إيé \-[('"]|\u0301){0,8}$/);
    const word = fc.constantFrom('true', 'False', '2027Q1', 'a.b.c', 'if', 'sum');
    fc.assert(
      fc.property(fc.oneof(near, word, fc.string({ unit: 'grapheme', maxLength: 6 })), (text) => {
        const parsed = parseFormula(text);
        const isName =
          parsed.ok && parsed.value.kind === 'reference' && !parsed.value.time && parsed.value.name === text;
        expect(isItemKey(text)).toBe(isName);
      }),
      { numRuns: 1_000 },
    );
  });
});
