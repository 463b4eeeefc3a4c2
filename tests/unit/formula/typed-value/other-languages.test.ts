import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

describe('German', () => {
  it.each<[string, readonly unknown[]]>([
    ['1,5', ['number', 1.5]],
    ['1.234', ['number', 1234]],
    ['1.234.567,89', ['number', 1234567.89]],
    ['1,5 Mrd', ['number', 1.5e9]],
    ['1,5 Mrd. €', ['number', 1.5e9]],
    ['1.234 Mio.', ['number', 1.234e9]],
    ['500 Tsd. EUR', ['number', 500000]],
    ['1 Bio.', ['number', 1e12]],
    ['12,5 %', ['percent', 0.125]],
    ['(1.234)', ['number', -1234]],
    ['1.5bn', ['number', 1.5e9]],
    ['1,5bn', ['number', 1.5e9]],
    ['5 bis 9', ['range', 5, 9]],
    ['5 bis 9 Mrd.', ['range', 5e9, 9e9]],
    ['1,5–2,5 %', ['range', 0.015, 0.025]],
    ['k.A.', ['blank', null]],
    ['٣٬٤٥٠٫٥', ['number', 3450.5]],
    ['1,5e3', ['number', 1500]],
    ['1.5', ['reject', 'wrong-groups']],
    ['1,234,567', ['reject', 'two-decimals']],
    ['1.23', ['reject', 'wrong-groups']],
    ['12.05.2026', ['reject', 'date']],
    ['5 Billion', ['reject', 'ambiguous-scale']],
    ['5 Trillion', ['reject', 'ambiguous-scale']],
    ['5 T', ['reject', 'ambiguous-scale']],
    ['1.234bn', ['reject', 'ambiguous-separator']],
  ])('%s', (text, expected) => {
    expect(read(text, 'de')).toEqual(expected);
  });
});

describe('Arabic', () => {
  it.each<[string, readonly unknown[]]>([
    ['٣٬٤٥٠٫٥', ['number', 3450.5]],
    ['٣,٤٥٠', ['number', 3450]],
    ['٣،٤٥٠', ['number', 3450]],
    ['3,450.5', ['number', 3450.5]],
    ['٣٫٥', ['number', 3.5]],
    ['٣.٥', ['number', 3.5]],
    ['٪١٢', ['percent', 0.12]],
    ['%12', ['percent', 0.12]],
    ['١٢٪', ['percent', 0.12]],
    ['-٥', ['number', -5]],
    ['\u200f-٥', ['number', -5]],
    ['٥-', ['number', -5]],
    ['(٥)', ['number', -5]],
    ['١٫٥ مليار', ['number', 1.5e9]],
    ['$ ١٫٥ مليار', ['number', 1.5e9]],
    ['٢٠٠ ألف', ['number', 200000]],
    ['٥ إلى ٩', ['range', 5, 9]],
    ['٥–٩٪', ['range', 0.05, 0.09]],
    ['١٫٥ الى ٢٫٥ مليار دولار', ['range', 1.5e9, 2.5e9]],
    ['لا ينطبق', ['blank', null]],
    ['۱۲۳', ['number', 123]],
    ['٣،٥', ['reject', 'wrong-groups']],
    ['1,5', ['reject', 'wrong-groups']],
    ['٣٬٤٥', ['reject', 'wrong-groups']],
    ['مليار', ['reject', 'lone-unit']],
    ['خمسة', ['reject', 'words']],
    ['٥ تفاحات', ['reject', 'unknown-word']],
    ['صحيح', ['reject', 'truth-value']],
  ])('%s', (text, expected) => {
    expect(read(text, 'ar')).toEqual(expected);
  });
});
