import { describe, expect, it } from 'vitest';
import { amountText, cellText, numberText, shareText } from '#shared/report/number-text.ts';
import { unitText } from '#shared/report/unit-text.ts';

const LRI = '\u2066';
const PDI = '\u2069';

describe('cell text', () => {
  // A negative that only differs by a thin minus is overlooked; a blank that reads as zero is a wrong number.
  it.each([
    [-1234.56, 'USD bn', '(1,234.6)'],
    [1234.56, 'USD bn', '1,234.6'],
    [0, 'USD bn', '\u2013'],
    [1e-12, 'USD bn', '\u2013'],
    [null, 'USD bn', ''],
    [true, '', '✓'],
    [false, '', '✗'],
    ['text', '', 'text'],
    [{ kind: 'error', code: '#DIV/0!' }, 'USD bn', '#DIV/0!'],
    [1168, 'm', '1,168'],
    [2027, 'year', '2027'],
    [9, 'quarters', '9'],
  ] as const)('%j in %s is %s', (value, unit, text) => {
    expect(cellText(value, { unit })).toBe(text);
  });

  it('does not call a small amount zero', () => {
    expect(cellText(0.04, { unit: 'USD bn' })).toBe('0.0');
    expect(cellText(-0.04, { unit: 'USD bn' })).toBe('(0.0)');
  });

  it('takes the digits of the row, more than the kept formats have too', () => {
    expect(cellText(0.1835, { unit: 'number', decimals: 2 })).toBe('0.18');
    expect(cellText(1.5, { unit: 'USD bn', decimals: 0 })).toBe('2');
    expect(cellText(0.123456789, { unit: '', decimals: 8 })).toBe('0.12345679');
  });
});

describe('amounts in text', () => {
  it.each([
    [73.9, 'USD bn', '$73.9 bn', '73.9 مليار دولار'],
    [-34.7, 'USD bn', '\u2212$34.7 bn', `${LRI}\u221234.7${PDI} مليار دولار`],
    [60.2, '%', '60%', `${LRI}60%${PDI}`],
    [2.5, 'EUR m', '€2.5 m', '2.5 مليون يورو'],
    [4.7, 'GW (online)', '4.7 GW (online)', '4.7 GW (online)'],
    [-0.04, 'USD bn', '$0.0 bn', '0.0 مليار دولار'],
  ])('%d %s', (value, unit, en, ar) => {
    expect(amountText(value, { language: 'en', unit })).toBe(en);
    expect(amountText(value, { language: 'ar', unit })).toBe(ar);
  });

  it('signs a change both ways', () => {
    expect(amountText(35.23, { language: 'en', unit: 'USD bn', sign: true })).toBe('+$35.2 bn');
    expect(numberText(0.01, 1, true)).toBe('0.0');
  });

  // 209 مليار would be the wrong plural: after 3 to 10 the noun is plural.
  it.each([
    [209, '209 مليارات دولار'],
    [5, '5 مليارات دولار'],
    [73, '73 مليار دولار'],
    [1000, '1,000 مليار دولار'],
    [11, '11 مليار دولار'],
  ])('%d agrees with its noun', (value, text) => {
    expect(amountText(value, { language: 'ar', unit: 'USD bn', decimals: 0 })).toBe(text);
  });

  it('never rounds a share to none or all of it', () => {
    expect(shareText(99.6, 'en')).toBe('99.6%');
    expect(shareText(0.2, 'en')).toBe('0.2%');
    expect(shareText(100, 'en')).toBe('100%');
    expect(shareText(68.0979, 'en')).toBe('68%');
  });

  it('names units in the language of the text', () => {
    expect(unitText('USD bn', 'ar')).toBe('مليار دولار');
    expect(unitText('USD bn', 'en')).toBe('USD bn');
    expect(unitText('GW (online)', 'ar')).toBe('GW (online)');
  });
});
