import { describe, expect, test } from 'vitest';
import type { FormatErrorCode } from '#shared/format/format-error.ts';
import { openScenario } from '#shared/format/open.ts';
import { codeOf, encode, TEXT } from '#tests/support/damaged-file.ts';

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
