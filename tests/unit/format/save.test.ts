import { describe, expect, test } from 'vitest';
import { openScenario } from '#shared/format/open.ts';
import { printJson } from '#shared/format/print-json.ts';
import { scenarioToText } from '#shared/format/save.ts';
import { buildCase, buildItem, buildScenario, byPeriod, byYear, constant } from '#tests/support/builders.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe('printJson', () => {
  test('short lists and objects of plain values stand on one line, others one entry a line', () => {
    const long = Array.from({ length: 40 }, () => 1);
    const text = printJson({ a: [], b: {}, c: [1, 'x', null], d: { e: true }, f: [[1], [2]], g: long });
    expect(text.split('\n').slice(0, 9)).toEqual([
      '{',
      '  "a": [],',
      '  "b": {},',
      '  "c": [1, "x", null],',
      '  "d": { "e": true },',
      '  "f": [',
      '    [1],',
      '    [2]',
      '  ],',
    ]);
    expect(text.split('\n')).toHaveLength(9 + 1 + 40 + 1 + 1 + 1);
    expect(text.endsWith('}\n')).toBe(true);
  });

  test.each([
    [0.1, '0.1'],
    [-0, '0'],
    [1e21, '1e+21'],
    [5e-324, '5e-324'],
    [0.1 + 0.2, '0.30000000000000004'],
    [2 ** 53, '9007199254740992'],
  ])('%d is written as %s: the shortest text that reads back the same', (value, text) => {
    expect(printJson(value)).toBe(`${text}\n`);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    '%d is never written',
    (value) => {
      expect(() => printJson([value])).toThrow();
    },
  );
});

describe('canonical form', () => {
  const scenario = buildScenario(
    [
      buildItem('zeta', byYear({ 2026: 2, 2025: 1 })),
      buildItem(
        'alpha',
        { kind: 'formula', formula: 'zeta' },
        { overrides: { '2026Q1': -0, '2025Q2': 3, '2025Q1': 4 } },
      ),
    ],
    {
      cases: [
        buildCase('c', { zeta: { content: constant(1) }, alpha: { values: { '2025Q4': 1, '2025Q3': 2 } } }),
      ],
    },
  );
  const text = scenarioToText(scenario, '0.1.0');

  test('the head comes first and rows keep their order', () => {
    expect(
      text.startsWith('{\n  "format": "headroom.scenario",\n  "version": 1,\n  "savedBy": "0.1.0",\n'),
    ).toBe(true);
    expect(text.indexOf('"key": "zeta"')).toBeLessThan(text.indexOf('"key": "alpha"'));
  });

  test('years, periods and overridden rows are sorted, minus zero is zero', () => {
    expect(text).toContain('"values": { "2025": 1, "2026": 2 }');
    expect(text).toContain('"overrides": { "2025Q1": 4, "2025Q2": 3, "2026Q1": 0 }');
    expect(text).toContain('"values": { "2025Q3": 2, "2025Q4": 1 }');
    expect(text.lastIndexOf('"alpha": {')).toBeLessThan(text.lastIndexOf('"zeta": {'));
  });

  test('opened and saved again it is the same, byte for byte, however it was laid out', () => {
    const compact = openScenario(encode(JSON.stringify(JSON.parse(text))));
    expect(compact.ok && scenarioToText(compact.value.scenario, compact.value.savedBy)).toBe(text);
  });

  test('a change of one value changes one line', () => {
    const other = scenarioToText({ ...scenario, company: 'Other' }, '0.1.0').split('\n');
    expect(text.split('\n').filter((line, index) => line !== other[index])).toHaveLength(1);
  });

  test('what could not be opened again is not written', () => {
    const nan = buildScenario([buildItem('a', byPeriod(Number.NaN))]);
    expect(() => scenarioToText(nan, '0.1.0')).toThrow();
    expect(() => scenarioToText({ ...scenario, itemOrder: ['zeta', 'gone'] }, '0.1.0')).toThrow();
  });
});
