import { describe, expect, it } from 'vitest';
import { spansOf, withSpansReplaced } from '#shared/model/search-text.ts';

const query = (text: string, more: { matchCase?: boolean; wholeWord?: boolean } = {}) => ({
  text,
  matchCase: false,
  wholeWord: false,
  ...more,
});
const found = (text: string, wanted: ReturnType<typeof query>) =>
  spansOf(text, wanted).map(({ start, end }) => text.slice(start, end));

describe('searching in a text', () => {
  it('passes over case unless case counts', () => {
    expect(found('Growth of growth', query('GROWTH'))).toEqual(['Growth', 'growth']);
    expect(found('Growth of growth', query('growth', { matchCase: true }))).toEqual(['growth']);
  });

  it('finds Arabic whatever its vowel signs, tatweel and forms of alef, and takes the signs along', () => {
    expect(found('إيراداتُ الشركة', query('ايرادات')), 'hamza and a sign at the end').toEqual(['إيراداتُ']);
    expect(found('الإيــرادات', query('إيرادات'))).toEqual(['إيــرادات']);
    expect(found('ايرادات', query('إِيرادات')), 'signs in the query').toEqual(['ايرادات']);
    expect(found('أصول', query('اصول', { matchCase: true })), 'exact when asked').toEqual([]);
    expect(found('عام ٢٠٢٧', query('2027'))).toEqual(['٢٠٢٧']);
  });

  it('tells whole words from parts, in keys as in prose', () => {
    const whole = query('growth', { wholeWord: true });
    expect(found('wage_growth growth regrowth growth2', whole)).toEqual(['growth']);
    expect(found('(growth)*2', whole)).toEqual(['growth']);
    expect(found('نمو النموذج نمو', query('نمو', { wholeWord: true }))).toEqual(['نمو', 'نمو']);
  });

  it('keeps its place after characters that grow or are two units long', () => {
    expect(found('İstanbul 😀 cost', query('cost'))).toEqual(['cost']);
  });

  it('finds places that do not overlap, and nothing for signs alone', () => {
    expect(spansOf('aaaa', query('aa'))).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
    expect(spansOf('abc', query('\u064B'))).toEqual([]);
  });

  it('replaces every place and leaves what lies between', () => {
    const text = 'growth + Growth';
    expect(withSpansReplaced(text, spansOf(text, query('growth')), 'rate')).toBe('rate + rate');
    expect(withSpansReplaced('a', [], 'b')).toBe('a');
  });
});
