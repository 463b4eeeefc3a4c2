import { describe, expect, test } from 'vitest';
import { checkScenario } from '#shared/format/check.ts';
import type { FormatErrorCode } from '#shared/format/format-error.ts';
import { buildItem, buildScenario, byPeriod, constant } from '#tests/support/builders.ts';

const scenario = buildScenario([buildItem('a', constant(1)), buildItem('b', byPeriod(1, 2))]);

function codeOf(value: unknown): FormatErrorCode | 'accepted' {
  const checked = checkScenario(value);
  return checked.ok ? 'accepted' : checked.error.code;
}

test('a scenario as the program holds it is accepted, also after structuredClone', () => {
  expect(codeOf(structuredClone(scenario))).toBe('accepted');
});

describe('what a compromised page could send', () => {
  const deep: unknown[] = [];
  let end = deep;
  for (let level = 0; level < 50_000; level++) {
    const next: unknown[] = [];
    end.push(next);
    end = next;
  }
  const proto = JSON.parse('{"__proto__": {"polluted": true}}');
  const circle: unknown[] = [];
  circle.push(circle);
  const rows: readonly (readonly [string, unknown, FormatErrorCode])[] = [
    ['null', null, 'wrong-type'],
    ['a list', [], 'wrong-type'],
    ['50,000 levels', { ...scenario, cases: deep }, 'too-deep'],
    ['a circle', { ...scenario, cases: circle }, 'too-deep'],
    ['its own __proto__', { ...scenario, items: proto }, 'key-forbidden'],
    ['an unknown key', { ...scenario, extra: 1 }, 'key-unknown'],
    [
      'Infinity',
      { ...scenario, items: { ...scenario.items, a: buildItem('a', constant(Number.POSITIVE_INFINITY)) } },
      'cell-value-invalid',
    ],
    [
      'a row under another key',
      { ...scenario, items: { ...scenario.items, a: buildItem('b', constant(1)) } },
      'rows-differ-from-order',
    ],
    ['a row outside the order', { ...scenario, itemOrder: ['a'] }, 'rows-differ-from-order'],
    ['an order without the row', { ...scenario, itemOrder: ['a', 'b', 'c'] }, 'rows-differ-from-order'],
    ['a row twice in the order', { ...scenario, itemOrder: ['a', 'b', 'a'] }, 'id-repeated'],
    ['a text above the limit', { ...scenario, company: 'x'.repeat(70_000) }, 'text-too-long'],
    ['more values than a file may hold', { ...scenario, facts: Array(1_100_000).fill(0) }, 'too-many-values'],
  ];
  test.each(rows)('%s', (_name, value, code) => {
    expect(codeOf(value)).toBe(code);
  });
});
