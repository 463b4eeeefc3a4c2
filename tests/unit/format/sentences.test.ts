import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FILE_ERROR_CODES } from '#main/files/file-error.ts';
import { FORMAT_ERROR_CODES } from '#shared/format/format-error.ts';
import { IPC_ERROR_CODES } from '#shared/ipc/errors.ts';

function sentences(language: string): Record<string, string> {
  const path = join(import.meta.dirname, '../../../resources/locales', language, 'errors.json');
  return JSON.parse(readFileSync(path, 'utf8'));
}

describe.each(['en', 'ar'])('errors in %s', (language) => {
  test.each([...FORMAT_ERROR_CODES, ...FILE_ERROR_CODES, ...IPC_ERROR_CODES])(
    '%s has its sentence',
    (code) => {
      expect(sentences(language)[code]).toMatch(/\.$/);
    },
  );
});

test('both languages name the same things in each sentence', () => {
  const [english, arabic] = [sentences('en'), sentences('ar')];
  const named = (text: string | undefined) => [...(text ?? '').matchAll(/\{\{\w+\}\}/g)].map(String).sort();
  expect(Object.keys(arabic)).toEqual(Object.keys(english));
  for (const code of Object.keys(english)) expect(named(arabic[code]), code).toEqual(named(english[code]));
});
