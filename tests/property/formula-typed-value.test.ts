import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Locale, parseTypedValue, toRowValue } from '#shared/formula/typed-value/typed-value.ts';

const locale = fc.constantFrom<Locale>('en', 'ar', 'de');
const piece = fc.constantFrom(
  ...'0 1 5 234 . , - − ( ) % $ € USD bn Mrd m x bps to bis Q3 FY 26 2026 e E ٣ ٫ ٬ ، مليار إلى n.a. / : = # ~'.split(
    ' ',
  ),
  ' ',
  '\u00a0',
  '\u200f',
  "'",
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe('G3 every text has an answer', () => {
  it('catches a throw, a NaN, an infinity, a reject without a reason, and a range that runs backwards', () => {
    fc.assert(
      fc.property(text, locale, (written, where) => {
        const typed = parseTypedValue(written, where);
        if (typed.kind === 'number' || typed.kind === 'percent') {
          expect(Number.isFinite(typed.value)).toBe(true);
          expect(Object.is(typed.value, -0)).toBe(false);
        }
        if (typed.kind === 'range') expect(typed.low).toBeLessThanOrEqual(typed.high);
        if (typed.kind === 'reject') expect(typed.reason).toMatch(/\.$/);
        if (typed.kind === 'period') expect(typed.value).toMatch(/^\d{4}(?:Q[1-4])?$/);
        const fitted = toRowValue(typed, 'USD m');
        if (fitted.ok && typeof fitted.value === 'number') expect(Number.isFinite(fitted.value)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives a plain number the same answer on the short road as on the long one', () => {
    const digits = fc
      .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.nat(999))
      .map(([a, b]) => `${a}.${b}`);
    fc.assert(
      fc.property(fc.oneof(digits, fc.integer().map(String), fc.constant('-0')), (written) => {
        expect(parseTypedValue(written, 'en')).toStrictEqual(parseTypedValue(` ${written}`, 'en'));
      }),
    );
  });

  it('reads back every number that JavaScript writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const typed = parseTypedValue(String(value), 'en');
        expect(typed.kind === 'number' && typed.value === value).toBe(true);
      }),
    );
  });

  it('scales by moving the point: the written number in units of one is the nearest double', () => {
    const scales = fc.constantFrom<[string, number]>(
      ['k', 3],
      ['m', 6],
      ['bn', 9],
      ['tn', 12],
      ['%', -2],
      ['bps', -4],
    );
    fc.assert(
      fc.property(
        fc.nat(999_999_999),
        fc.integer({ min: 0, max: 9 }),
        scales,
        (digits, places, [word, power]) => {
          const padded = String(digits).padStart(places + 1, '0');
          const written = places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
          const typed = parseTypedValue(`${written}${word}`, 'en');
          expect(typed.kind === 'number' || typed.kind === 'percent' ? typed.value : typed).toBe(
            Number(`${digits}e${power - places}`),
          );
        },
      ),
    );
  });

  it('groups, digits and direction marks do not change a number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        const english = value.toLocaleString('en-US');
        const arabic = english
          .replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
          .replaceAll(',', '٬');
        const german = english.replaceAll(',', '.');
        expect(parseTypedValue(english, 'en')).toMatchObject({ kind: 'number', value });
        expect(parseTypedValue(`\u200f${arabic}`, 'ar')).toMatchObject({ kind: 'number', value });
        expect(parseTypedValue(german, 'de')).toMatchObject({ kind: 'number', value });
      }),
    );
  });
});
