import { describe, expect, test } from 'vitest';
import { REASON_PARAMS, reasonOf, sameReason } from '#shared/model/reason.ts';
import arabic from '../../../resources/locales/ar/reasons.json';
import english from '../../../resources/locales/en/reasons.json';

const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = { en: english, ar: arabic };
const CODES = Object.keys(REASON_PARAMS).sort();

function placeholders(text: string | undefined): string[] {
  return [...new Set([...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].sort();
}

describe.each(['en', 'ar'])('E-912 reasons in %s', (language) => {
  const texts = TEXTS[language] ?? {};

  // Catches: a code without a text, a text without a code.
  test('each code has a text, each text a code', () => {
    expect(Object.keys(texts).sort()).toEqual(CODES);
  });

  // Catches: a text that shows a placeholder, or leaves out what it is about.
  test.each(Object.entries(REASON_PARAMS))('%s says what is wrong and what to do', (code, params) => {
    expect(placeholders(texts[code])).toEqual([...params].sort());
    expect(texts[code]).toMatch(/[.؟?]$/);
    expect((texts[code] ?? '').split(/[.؟?:](?= |$)/u).length).toBeGreaterThan(2);
  });
});

test('Arabic texts are Arabic', () => {
  for (const text of Object.values(arabic)) expect(text).toMatch(/[\u0600-\u06ff]{3}/);
});

test('reasons are the same when code and what they mention are', () => {
  expect(sameReason(reasonOf('row-unknown', { name: 'x' }), reasonOf('row-unknown', { name: 'x' }))).toBe(
    true,
  );
  expect(sameReason(reasonOf('row-unknown', { name: 'x' }), reasonOf('row-unknown', { name: 'y' }))).toBe(
    false,
  );
  expect(sameReason(reasonOf('no-value'), reasonOf('wrong-type'))).toBe(false);
  expect(sameReason(undefined, reasonOf('no-value'))).toBe(false);
});
