import { describe, expect, it } from 'vitest';
import { wildcardMatch } from '#shared/formula/functions/wildcard.ts';
import { cases, VALUE } from './cases.ts';

cases('counts of characters are taken from the wrong end, or negative ones are accepted', [
  ['LEFT("abc", 0)', ''],
  ['LEFT("abc", )', ''],
  ['LEFT("abc", 9)', 'abc'],
  ['LEFT("abc", -1)', VALUE],
  ['LEFT(12345, 2)', '12'],
  ['RIGHT("abc", 2)', 'bc'],
  ['RIGHT("abc", 0)', ''],
  ['RIGHT("abc", 9)', 'abc'],
  ['MID("abc", 0, 1)', VALUE],
  ['MID("abc", 2, 9)', 'bc'],
  ['MID("abc", 4, 1)', ''],
  ['REPLACE("abc", 2, 0, "x")', 'axbc'],
  ['REPLACE("abc", 0, 1, "x")', VALUE],
  ['REPT("ab", 0)', ''],
  ['REPT("ab", 2.9)', 'abab'],
  ['REPT("ab", -1)', VALUE],
  ['REPT("a", 32768)', VALUE],
  ['LEN(12.50)', 4],
  ['LEN(TRUE)', 4],
]);

cases('searching starts at the wrong place or treats case and wildcards wrongly', [
  ['FIND("A", "banana")', VALUE],
  ['FIND("a", "banana", 3)', 4],
  ['FIND("", "abc")', 1],
  ['FIND("a", "abc", 0)', VALUE],
  ['FIND("?", "a?b")', 2],
  ['SEARCH("A", "banana")', 2],
  ['SEARCH("n?n", "banana")', 3],
  ['SEARCH("~?", "a?b")', 2],
  ['SEARCH("*", "abc")', 1],
  ['SEARCH("x", "abc")', VALUE],
  ['SUBSTITUTE("aaa", "a", "b", 2)', 'aba'],
  ['SUBSTITUTE("aaa", "a", "b", 4)', 'aaa'],
  ['SUBSTITUTE("aaa", "a", "b", 0)', VALUE],
  ['SUBSTITUTE("a.b", ".", "$&")', 'a$&b'],
  ['SUBSTITUTE("abc", "", "x")', 'abc'],
]);

cases('texts of numbers, truth values and blanks are not Excel’s', [
  ['CONCAT(1/3)', '0.333333333333333'],
  ['CONCAT(TRUE, 1E21)', 'TRUE1E+21'],
  ['CONCAT({1,2;3,4})', '1234'],
  ['TEXTJOIN("-", FALSE, {1,"",2})', '1--2'],
  ['TEXTJOIN({"-","/"}, TRUE, 1, 2, 3, 4)', '1-2/3-4'],
  ['T(TRUE)', ''],
  ['TRIM("  a   b ")', 'a b'],
  ['PROPER("o\'neil")', "O'Neil"],
  ['UPPER("straße")', 'STRASSE'],
  ['EXACT(1, "1")', true],
  ['CODE("€")', 128],
  ['CHAR(128)', '€'],
  ['CHAR(256)', VALUE],
  ['CODE("")', VALUE],
]);

cases('texts that are no numbers are read as some', [
  ['VALUE("1,234.5")', 1234.5],
  ['VALUE("12%")', 0.12],
  ['VALUE("(5)")', -5],
  ['VALUE("1e3")', 1000],
  ['VALUE("")', VALUE],
  ['VALUE("1,2,3")', VALUE],
  ['VALUE(TRUE)', VALUE],
  ['NUMBERVALUE("1 234,5", ",", " ")', 1234.5],
  ['NUMBERVALUE("1.234.5", ".", ",")', VALUE],
  ['NUMBERVALUE("1.2,3", ".", ",")', VALUE],
  ['NUMBERVALUE("5", ".", ".")', VALUE],
]);

cases('number formats: places, groups, scales', [
  ['TEXT(1234.5, "#,##0")', '1,235'],
  ['TEXT(1.005, "0.00")', '1.01'],
  ['TEXT(0.5, "#.##")', '.5'],
  ['TEXT(1234, "0.###")', '1234.'],
  ['TEXT(12345.678, "#,##0.0#")', '12,345.68'],
  ['TEXT(7, "000")', '007'],
  ['TEXT(1234567, "#,##0,")', '1,235'],
  ['TEXT(1234567, "0.0,,")', '1.2'],
  ['TEXT(1234567890, "$#,##0.0,,"" M""")', '$1,234.6 M'],
  ['TEXT(0.335, "0.0%")', '33.5%'],
  ['TEXT(123456789, "000-00-0000")', '123-45-6789'],
  ['TEXT(1E20, "0")', '100000000000000000000'],
  ['TEXT(1234.5678, "0.00E+00")', '1.23E+03'],
  ['TEXT(0.00012, "0.0E+0")', '1.2E-4'],
  ['TEXT(123456, "##0.0E+0")', '123.5E+3'],
  ['TEXT(9.99, "0E+0")', '1E+1'],
  ['TEXT(5.75, "# ?/?")', '5 3/4'],
  ['TEXT(5.5, "# ?/8")', '5 4/8'],
  ['TEXT(0.3333, "?/?")', '1/3'],
]);

cases('number formats: sections, signs, text', [
  ['TEXT(-5, "0")', '-5'],
  ['TEXT(-1234.5, "#,##0.00;(#,##0.00)")', '(1,234.50)'],
  ['TEXT(0, "0;-0;""nil""")', 'nil'],
  ['TEXT(0, "0;-0;;@")', ''],
  ['TEXT("hello", "0;-0;;""x ""@")', 'x hello'],
  ['TEXT("abc", "0")', 'abc'],
  ['TEXT("12", "0.0")', '12.0'],
  ['TEXT(TRUE, "0")', 'TRUE'],
  ['TEXT(45, "[>100]""big"";[>10]""mid"";""small""")', 'mid'],
  ['TEXT(-5, "[<0]""minus ""0;0")', 'minus 5'],
  ['TEXT(5, "[Red]0.0")', '5.0'],
  ['TEXT(1234.5, "[$€-407] #,##0.00")', '€ 1,234.50'],
  ['TEXT(3.14159, "0.00_);(0.00)")', '3.14 '],
  ['TEXT(1234.5, "General")', '1234.5'],
  ['TEXT(5, """open")', VALUE],
]);

cases('number formats: dates and times, minutes taken for months', [
  ['TEXT(39448, "yyyy-mm-dd")', '2008-01-01'],
  ['TEXT(39448, "mmmm d, yyyy")', 'January 1, 2008'],
  ['TEXT(39448, "ddd dd mmm yy")', 'Tue 01 Jan 08'],
  ['TEXT(0.75, "h:mm AM/PM")', '6:00 PM'],
  ['TEXT(0, "h:mm AM/PM")', '12:00 AM'],
  ['TEXT(0.5 + 5/1440, "hh:mm")', '12:05'],
  ['TEXT(5/1440 + 7/86400, "mm:ss")', '05:07'],
  ['TEXT(1.5, "[h]:mm")', '36:00'],
  ['TEXT(0.5/86400, "s.0")', '0.5'],
  ['TEXT(44197.999999, "yyyy-mm-dd hh:mm:ss")', '2021-01-02 00:00:00'],
  ['TEXT(45000, "[$-409]d mmm yyyy;@")', '15 Mar 2023'],
  ['TEXT(-1, "yyyy")', VALUE],
]);

cases('FIXED and DOLLAR', [
  ['FIXED(1234.567)', '1,234.57'],
  ['FIXED(0.5, 0)', '1'],
  ['FIXED(1234.567, 1, TRUE)', '1234.6'],
  ['FIXED(1, 128)', VALUE],
  ['DOLLAR(-5)', '($5.00)'],
  ['DOLLAR(0)', '$0.00'],
]);

describe('wildcards', () => {
  // Catches a matcher whose time explodes with the number of stars.
  it('stay fast however many stars there are', () => {
    const started = performance.now();
    expect(wildcardMatch(`${'*a'.repeat(40)}b`, 'a'.repeat(5000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
