import { describe, expect, test } from 'vitest';
import type { FormatErrorCode } from '#shared/format/format-error.ts';
import { openScenario } from '#shared/format/open.ts';
import { scenarioToText } from '#shared/format/save.ts';
import {
  buildCase,
  buildDeal,
  buildFact,
  buildItem,
  buildScenario,
  byPeriod,
  byYear,
  constant,
  formula,
} from '#tests/support/builders.ts';

const encode = (text: string) => new TextEncoder().encode(text);

const TEXT = scenarioToText(
  buildScenario(
    [
      buildItem('price', byPeriod(1, 2), { facts: ['F1'] }),
      buildItem('sales', formula('price * 2')),
      buildItem('rate', { kind: 'dated', entries: [{ from: '2025-01-01', value: 1 }] }),
      buildItem('users', byYear({ 2025: 1 })),
    ],
    {
      cases: [
        buildCase('low', { price: { content: constant(0) } }),
        buildCase('lower', {}, { inherits: 'low' }),
      ],
      deals: [buildDeal('D1', { tranches: [{ kind: 'item', item: 'sales' }] })],
      facts: [buildFact('F1'), buildFact('F2')],
    },
  ),
  '0.1.0',
);

/** The file after a change to its JSON. */
function changed(change: (file: ReturnType<typeof JSON.parse>) => void): Uint8Array {
  const file = JSON.parse(TEXT);
  change(file);
  return encode(JSON.stringify(file));
}

function codeOf(bytes: Uint8Array): FormatErrorCode | 'opened' {
  const opened = openScenario(bytes);
  return opened.ok ? 'opened' : opened.error.code;
}

function whereOf(bytes: Uint8Array): string | undefined {
  const opened = openScenario(bytes);
  return opened.ok ? 'opened' : opened.error.where;
}

test('the file that the other tests damage opens', () => {
  expect(codeOf(encode(TEXT))).toBe('opened');
  expect(codeOf(changed(() => undefined))).toBe('opened');
});

describe('bytes and grammar', () => {
  const cases: readonly (readonly [string, Uint8Array, FormatErrorCode])[] = [
    ['nothing', encode(''), 'file-empty'],
    ['blanks only', encode(' \r\n\t'), 'file-empty'],
    ['17 MiB', new Uint8Array(17 * 1024 * 1024).fill(32), 'file-too-large'],
    ['a byte order mark', encode(`\uFEFF${TEXT}`), 'byte-order-mark'],
    ['Latin-1', Uint8Array.of(0x22, 0xe9, 0x22), 'not-utf8'],
    ['UTF-16', Uint8Array.from(Buffer.from(TEXT, 'utf16le')), 'syntax'],
    ['an overlong byte sequence', Uint8Array.of(0x22, 0xc0, 0xaf, 0x22), 'not-utf8'],
    ['a lone surrogate in UTF-8', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), 'not-utf8'],
    ['a trailing comma', encode(TEXT.replace(/\}\n$/, ',}\n')), 'syntax'],
    ['a comment', encode(`// x\n${TEXT}`), 'syntax'],
    ['something after the end', encode(`${TEXT}{}`), 'syntax'],
    ['NaN', encode('{"a": NaN}'), 'syntax'],
    ['a leading zero', encode('[01]'), 'syntax'],
    ['a leading plus', encode('[+1]'), 'syntax'],
    ['a bare point', encode('[.5]'), 'syntax'],
    ['a point without digits', encode('[1.]'), 'syntax'],
    ['an exponent without digits', encode('[1e]'), 'syntax'],
    ['a minus alone', encode('[-]'), 'syntax'],
    ['single quotes', encode("{'a': 1}"), 'syntax'],
    ['a raw line break in a text', encode('["a\nb"]'), 'syntax'],
    ['an unknown escape', encode('["\\x41"]'), 'syntax'],
    ['a short unicode escape', encode('["\\u12"]'), 'syntax'],
    ['a word cut off', encode('[tru]'), 'syntax'],
    ['a NUL byte', encode('[1,\0 2]'), 'syntax'],
    ['no-break space between values', encode('[1,\u00a02]'), 'syntax'],
    ['100,000 lists deep', encode('['.repeat(100_000)), 'too-deep'],
    ['100,000 objects deep', encode('{"a":'.repeat(100_000)), 'too-deep'],
    ['33 deep', encode(`${'['.repeat(33)}${']'.repeat(33)}`), 'too-deep'],
    ['1e400', encode('{"a": 1e400}'), 'number-too-large'],
    ['-1e400', encode('{"a": -1e400}'), 'number-too-large'],
    ['310 digits', encode(`[${'9'.repeat(310)}]`), 'number-too-large'],
    ['a million and one values', encode(`[${'0,'.repeat(1_000_000)}0]`), 'too-many-values'],
    ['a text of 64 KiB and one', encode(`["${'a'.repeat(65_537)}"]`), 'text-too-long'],
    ['a key twice', encode('{"a": 1, "b": 2, "a": 3}'), 'key-repeated'],
    ['a key twice, once escaped', encode('{"ab": 1, "\\u0061b": 2}'), 'key-repeated'],
    [
      'a key twice among many',
      encode(`{${Array.from({ length: 50 }, (_, at) => `"k${at}":0,`).join('')}"k7":0}`),
      'key-repeated',
    ],
    ['__proto__', encode('{"__proto__": {"polluted": true}}'), 'key-forbidden'],
    ['__proto__ escaped', encode('{"\\u005f_proto__": 1}'), 'key-forbidden'],
    ['constructor', encode('[{"constructor": 1}]'), 'key-forbidden'],
    ['prototype', encode('{"a": {"prototype": 1}}'), 'key-forbidden'],
  ];
  test.each(cases)('%s is refused as %s', (_name, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test('32 levels, texts of 64 KiB and equal keys in different objects pass the scan', () => {
    expect(codeOf(encode(`${'['.repeat(32)}${']'.repeat(32)}`))).toBe('not-a-scenario');
    expect(codeOf(encode(`["${'\\n'.repeat(65_536)}", {"a": 1}, {"a": 1}]`))).toBe('not-a-scenario');
    expect(codeOf(encode(`["${'م'.repeat(65_536)}"]`))).toBe('not-a-scenario');
  });

  test('the place of a mistake is a line and a column of characters, not of bytes', () => {
    const opened = openScenario(encode('{\n  "نص": 1,\n  "مم" 2\n}'));
    expect(opened).toMatchObject({ ok: false, error: { code: 'syntax', params: { line: 3, column: 8 } } });
  });
});

describe('head', () => {
  const heads: readonly (readonly [
    string,
    (file: ReturnType<typeof JSON.parse>) => void,
    FormatErrorCode,
  ])[] = [
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
  const rows: readonly (readonly [
    string,
    (file: ReturnType<typeof JSON.parse>) => void,
    FormatErrorCode,
    string,
  ])[] = [
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

describe('integrity', () => {
  const rows: readonly (readonly [string, (file: ReturnType<typeof JSON.parse>) => void, FormatErrorCode])[] =
    [
      [
        'a key twice',
        (file) => {
          file.items[1].key = 'price';
        },
        'id-repeated',
      ],
      [
        'a section twice',
        (file) => {
          file.sections.push(file.sections[0]);
        },
        'id-repeated',
      ],
      [
        'a case twice',
        (file) => {
          file.cases[1].id = 'low';
        },
        'id-repeated',
      ],
      [
        'a deal twice',
        (file) => {
          file.deals.push(file.deals[0]);
        },
        'id-repeated',
      ],
      [
        'a fact twice',
        (file) => {
          file.facts[1].id = 'F1';
        },
        'id-repeated',
      ],
      [
        'a row in no section',
        (file) => {
          file.items[0].section = 'gone';
        },
        'section-unknown',
      ],
      [
        'a row with an unknown fact',
        (file) => {
          file.items[0].facts = ['F9'];
        },
        'fact-unknown',
      ],
      [
        'a deal with an unknown fact',
        (file) => {
          file.deals[0].facts = ['F9'];
        },
        'fact-unknown',
      ],
      [
        'a status with an unknown fact',
        (file) => {
          file.deals[0].history[0].facts = ['F9'];
        },
        'fact-unknown',
      ],
      [
        'a fact superseded by an unknown one',
        (file) => {
          file.facts[0].supersededBy = 'F9';
        },
        'fact-unknown',
      ],
      [
        'a deal superseded by an unknown one',
        (file) => {
          file.deals[0].supersededBy = 'D9';
        },
        'deal-unknown',
      ],
      [
        'a tranche on an unknown row',
        (file) => {
          file.deals[0].tranches[0].item = 'gone';
        },
        'item-unknown',
      ],
      [
        'a rate on an unknown row',
        (file) => {
          file.deals[0].tranches[0] = { kind: 'per unit', item: 'sales', rate: 'gone', cap: 1 };
        },
        'item-unknown',
      ],
      [
        'an override of an unknown row',
        (file) => {
          file.cases[0].overrides.gone = { values: {}, reason: '' };
        },
        'item-unknown',
      ],
      [
        'a pinned unknown row',
        (file) => {
          file.presentation.pinned = ['gone'];
        },
        'item-unknown',
      ],
      [
        'a case on an unknown case',
        (file) => {
          file.cases[1].inherits = 'gone';
        },
        'case-unknown',
      ],
      [
        'a case on itself',
        (file) => {
          file.cases[0].inherits = 'low';
        },
        'case-circle',
      ],
      [
        'two cases on each other',
        (file) => {
          file.cases[0].inherits = 'lower';
        },
        'case-circle',
      ],
      [
        'an override before the timeline',
        (file) => {
          file.items[1].overrides['2024Q4'] = 1;
        },
        'period-outside-timeline',
      ],
      [
        'an override after the timeline',
        (file) => {
          file.items[1].overrides['2027Q1'] = 1;
        },
        'period-outside-timeline',
      ],
      [
        'a case override after the timeline',
        (file) => {
          file.cases[0].overrides.price.values['2027Q1'] = 1;
        },
        'period-outside-timeline',
      ],
      [
        'more values than periods',
        (file) => {
          file.items[0].content.values = Array(9).fill(1);
        },
        'too-many-entries',
      ],
      [
        'a dated value on the same day',
        (file) => {
          file.items[2].content.entries.push({ from: '2025-01-01', value: 2 });
        },
        'dates-not-ascending',
      ],
      [
        'a status before the one above',
        (file) => {
          file.deals[0].history.push({ from: '2020-01-01', level: 'signed', facts: [] });
        },
        'dates-not-ascending',
      ],
      [
        'a timeline past the year 9999',
        (file) => {
          file.timeline.start = '9999Q1';
        },
        'timeline-too-late',
      ],
    ];
  test.each(rows)('%s', (_name, change, code) => {
    expect(codeOf(changed(change))).toBe(code);
  });

  test('a long chain of cases is no circle, and quick', () => {
    const bytes = changed((file) => {
      file.cases = Array.from({ length: 1_000 }, (_, at) => ({
        ...file.cases[0],
        id: `c${at}`,
        overrides: {},
        ...(at > 0 && { inherits: `c${at - 1}` }),
      }));
    });
    expect(codeOf(bytes)).toBe('opened');
  });
});

test('texts of the file in an error are short and on one line', () => {
  const opened = openScenario(encode(`{"${'x\\n'.repeat(500)}": 1, "${'x\\n'.repeat(500)}": 2}`));
  const key = opened.ok ? '' : String(opened.error.params['key']);
  expect(key.length).toBeLessThan(90);
  expect(key).not.toMatch(/\n/);
});

test('minus zero is read as zero', () => {
  const opened = openScenario(encode(TEXT.replace('"values": [1, 2]', '"values": [-0, -0.0e5]')));
  expect(opened.ok && opened.value.scenario.items['price']?.content).toEqual({
    kind: 'byPeriod',
    values: [0, 0],
  });
});
