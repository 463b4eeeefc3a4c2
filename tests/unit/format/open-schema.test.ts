import { describe, expect, test } from 'vitest';
import type { FormatErrorCode } from '#shared/format/format-error.ts';
import { openScenario } from '#shared/format/open.ts';
import { type Change, changed, codeOf, encode, TEXT, whereOf } from '#tests/support/damaged-file.ts';

test('the file that the other tests damage opens', () => {
  expect(codeOf(encode(TEXT))).toBe('opened');
  expect(codeOf(changed(() => undefined))).toBe('opened');
});

describe('head', () => {
  const heads: readonly (readonly [string, Change, FormatErrorCode])[] = [
    [
      'another format',
      (file) => {
        file.format = 'excalidraw';
      },
      'not-a-scenario',
    ],
    [
      'no format',
      (file) => {
        delete file.format;
      },
      'not-a-scenario',
    ],
    [
      'no version',
      (file) => {
        delete file.version;
      },
      'version-invalid',
    ],
    [
      'version 0',
      (file) => {
        file.version = 0;
      },
      'version-invalid',
    ],
    [
      'version 1.5',
      (file) => {
        file.version = 1.5;
      },
      'version-invalid',
    ],
    [
      'version "1"',
      (file) => {
        file.version = '1';
      },
      'version-invalid',
    ],
    [
      'version 2',
      (file) => {
        file.version = 2;
      },
      'version-newer',
    ],
    [
      'no savedBy',
      (file) => {
        delete file.savedBy;
      },
      'value-missing',
    ],
  ];
  test.each(heads)('%s', (_name, change, code) => {
    expect(codeOf(changed(change))).toBe(code);
  });

  test('a newer file is named as newer whatever else is in it', () => {
    const opened = openScenario(
      encode('{"format": "headroom.scenario", "version": 7, "savedBy": "9.0.0", "rows": 1}'),
    );
    expect(opened).toMatchObject({
      ok: false,
      error: { code: 'version-newer', params: { version: 7, savedBy: '9.0.0', current: 1 } },
    });
  });

  test.each(['null', '[]', '1', '"text"', '{}'])('%s is no scenario', (text) => {
    expect(codeOf(encode(text))).toBe('not-a-scenario');
  });
});

describe('schema', () => {
  const rows: readonly (readonly [string, Change, FormatErrorCode, string])[] = [
    [
      'unknown key at the top',
      (file) => {
        file.theme = 1;
      },
      'key-unknown',
      'theme',
    ],
    [
      'unknown key in a row',
      (file) => {
        file.items[1].colour = 1;
      },
      'key-unknown',
      'items[1].colour',
    ],
    [
      'unknown key in a tranche',
      (file) => {
        file.deals[0].tranches[0].amount = 1;
      },
      'key-unknown',
      'deals[0].tranches[0].amount',
    ],
    [
      'missing label',
      (file) => {
        delete file.items[0].label;
      },
      'value-missing',
      'items[0].label',
    ],
    [
      'missing Arabic',
      (file) => {
        delete file.title.ar;
      },
      'value-missing',
      'title.ar',
    ],
    [
      'number for a text',
      (file) => {
        file.company = 1;
      },
      'wrong-type',
      'company',
    ],
    [
      'unknown role',
      (file) => {
        file.items[0].role = 'input';
      },
      'value-not-allowed',
      'items[0].role',
    ],
    [
      'unknown content',
      (file) => {
        file.items[0].content.kind = 'macro';
      },
      'value-not-allowed',
      'items[0].content.kind',
    ],
    [
      'object in a cell',
      (file) => {
        file.items[0].content.values[1] = {};
      },
      'cell-value-invalid',
      'items[0].content.values[1]',
    ],
    [
      'text for an amount',
      (file) => {
        file.deals[0].amount = '10';
      },
      'wrong-type',
      'deals[0].amount',
    ],
    [
      'a day that does not exist',
      (file) => {
        file.timeline.asOf = '2026-02-29';
      },
      'date-invalid',
      'timeline.asOf',
    ],
    [
      'a quarter that does not exist',
      (file) => {
        file.timeline.start = '2025Q5';
      },
      'period-invalid',
      'timeline.start',
    ],
    [
      'no periods',
      (file) => {
        file.timeline.periods = 0;
      },
      'out-of-range',
      'timeline.periods',
    ],
    [
      '401 periods',
      (file) => {
        file.timeline.periods = 401;
      },
      'out-of-range',
      'timeline.periods',
    ],
    [
      'half a period',
      (file) => {
        file.timeline.periods = 1.5;
      },
      'not-a-whole-number',
      'timeline.periods',
    ],
    [
      'a year of five digits',
      (file) => {
        file.items[3].content.values['20271'] = 1;
      },
      'year-invalid',
      'items[3].content.values.20271',
    ],
    [
      'an override without a quarter',
      (file) => {
        file.items[1].overrides['2025'] = 1;
      },
      'period-invalid',
      'items[1].overrides.2025',
    ],
    [
      'a key with a space',
      (file) => {
        file.items[0].key = 'my price';
      },
      'name-invalid',
      'items[0].key',
    ],
    [
      'a key that is a truth value',
      (file) => {
        file.items[0].key = 'True';
      },
      'name-invalid',
      'items[0].key',
    ],
    [
      'a key that is a period',
      (file) => {
        file.items[0].key = '2027Q1';
      },
      'name-invalid',
      'items[0].key',
    ],
    [
      'a key that reaches the prototype',
      (file) => {
        file.items[0].key = '__proto__';
      },
      'name-invalid',
      'items[0].key',
    ],
    [
      'an address that runs code',
      (file) => {
        file.facts[0].source.address = 'javascript:alert(1)';
      },
      'address-invalid',
      'facts[0].source.address',
    ],
    [
      'a formula of 8,193 characters',
      (file) => {
        file.items[1].content.formula = '1'.repeat(8_193);
      },
      'value-too-long',
      'items[1].content.formula',
    ],
    [
      'an empty formula',
      (file) => {
        file.items[1].content.formula = '';
      },
      'out-of-range',
      'items[1].content.formula',
    ],
  ];
  test.each(rows)('%s', (_name, change, code, where) => {
    const bytes = changed(change);
    expect(codeOf(bytes)).toBe(code);
    expect(whereOf(bytes)).toBe(where);
  });

  test('50,001 rows are refused', () => {
    const bytes = changed((file) => {
      const row = file.items[0];
      file.items = Array.from({ length: 50_001 }, (_, at) => ({
        ...row,
        key: `r${at}`,
        facts: [],
        content: { kind: 'constant', value: 0 },
      }));
    });
    expect(codeOf(bytes)).toBe('too-many-entries');
  });
});
