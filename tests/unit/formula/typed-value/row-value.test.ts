import { describe, expect, it } from 'vitest';
import {
  parseTypedValue,
  type TypedFaultCode,
  toRowRange,
  toRowValue,
} from '#shared/formula/typed-value/typed-value.ts';

function inRow(text: string, unit: string): unknown {
  const fitted = toRowValue(parseTypedValue(text, 'en'), unit);
  return fitted.ok ? fitted.value : fitted.error.code;
}

describe('a typed value in the unit of its row, exactly', () => {
  it.each<[string, string, number | string | boolean | null]>([
    ['1.5bn', 'USD bn', 1.5],
    ['1.5bn', 'USD m', 1500],
    ['1.5bn', 'USD', 1.5e9],
    ['1.1bn', 'USD m', 1100],
    ['1.1m', 'USD bn', 0.0011],
    ['4.35m', 'USD m', 4.35],
    ['250m', 'USD bn', 0.25],
    ['1.5', 'USD m', 1.5],
    ['1.5', 'USD bn', 1.5],
    ['1e3', 'USD bn', 1000],
    ['$40', 'USD bn', 40],
    ['$40B', 'USD bn', 40],
    ['USD 40bn', 'USD m', 40000],
    ['€3m', 'EUR m', 3],
    ['$3m', 'CAD m', 3],
    ['$3bn', 'USD bn per GW-year', 3],
    ['$3bn', 'USD bn per year', 3],
    ['$20', 'USD per month', 20],
    ['$20', 'USD/user/month', 20],
    ['3bn', '$bn', 3],
    ['3bn', 'EURm', 3000],
    ['3bn', 'EUR million', 3000],
    ['1.2bn', 'users m', 1200],
    ['700m', 'users m', 700],
    ['700', 'users m', 700],
    ['25m', 'homes m', 25],
    ['0.8m', 'homes m per GW', 0.8],
    ['12', 'GW (online)', 12],
    ['12%', '%', 12],
    ['12', '%', 12],
    ['7%', '%', 7],
    ['28.7%', '%', 28.7],
    ['25bps', '%', 0.25],
    ['6%', '% a year', 6],
    ['0.5%', 'points', 0.5],
    ['12%', 'ratio', 0.12],
    ['7%', 'ratio', 0.07],
    ['0.6', 'ratio', 0.6],
    ['10x', 'ratio', 10],
    ['10x', 'x', 10],
    ['12%', '', 0.12],
    ['1.5k', '', 1500],
    ['1', '0/1', 1],
    ['5', 'years', 5],
    ['2027', 'year', 2027],
    ['FY27', 'year', 2027],
    ['2026E', 'year', 2026],
    ['n.a.', 'USD bn', null],
    ['', '%', null],
    ["'abc", '', 'abc'],
    ["'abc", 'text', 'abc'],
    ['TRUE', 'true/false', true],
    ['false', 'true/false', false],
    ['(1,234)', 'USD m', -1234],
  ])('%s in %s', (text, unit, value) => {
    expect(inRow(text, unit)).toBe(value);
  });
});

describe('what does not fit is refused, never converted by guess', () => {
  it.each<[string, string, TypedFaultCode]>([
    ['12%', 'USD bn', 'row-takes-no-percent'],
    ['25bps', 'users m', 'row-takes-no-percent'],
    ['12%', 'years', 'row-takes-no-percent'],
    ['1.5bn', '%', 'row-takes-no-scale'],
    ['1.5k', 'ratio', 'row-takes-no-scale'],
    ['1m', '0/1', 'row-takes-no-scale'],
    ['€3m', 'USD m', 'other-currency'],
    ['£3', 'USD bn', 'other-currency'],
    ['$3m', 'EUR m', 'other-currency'],
    ['$3m', 'users m', 'row-takes-no-currency'],
    ['$3', 'GW (online)', 'row-takes-no-currency'],
    ['$3', '%', 'row-takes-no-currency'],
    ['10x', 'USD bn', 'row-takes-no-multiple'],
    ['10x', '%', 'row-takes-no-multiple'],
    ["'abc", 'USD bn', 'row-takes-no-text'],
    ["'12", 'ratio', 'row-takes-no-text'],
    ['Q3 2026', 'USD bn', 'row-takes-no-period'],
    ['Q3 2026', 'year', 'row-takes-no-period'],
    ['FY27', 'USD bn', 'row-takes-no-period'],
    ['5 to 9', 'USD bn', 'row-takes-one-value'],
    ['abc', 'USD bn', 'words'],
    ['TRUE', '0/1', 'truth-value'],
    ['1', 'true/false', 'row-takes-truth'],
  ])('%s in %s', (text, unit, code) => {
    expect(inRow(text, unit)).toBe(code);
  });
});

describe('a typed range becomes low and high of a driver', () => {
  const range = (text: string, unit: string): unknown => {
    const fitted = toRowRange(parseTypedValue(text, 'en'), unit);
    return fitted.ok ? [fitted.value.low, fitted.value.high] : fitted.error.code;
  };

  it.each<[string, string, unknown]>([
    ['5 to 9', 'USD bn', [5, 9]],
    ['5 to 9bn', 'USD m', [5000, 9000]],
    ['500m to 1bn', 'USD bn', [0.5, 1]],
    ['10–15%', '%', [10, 15]],
    ['10–15%', 'ratio', [0.1, 0.15]],
    ['10–15%', 'USD bn', 'row-takes-no-percent'],
    ['$5 to $9bn', 'EUR bn', 'other-currency'],
    ['5', 'USD bn', 'no-range'],
    ['abc', 'USD bn', 'words'],
  ])('%s in %s', (text, unit, expected) => {
    expect(range(text, unit)).toEqual(expected);
  });
});
