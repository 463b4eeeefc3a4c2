import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkScenario } from '#shared/format/check.ts';
import { FORMAT_ERROR_CODES } from '#shared/format/format-error.ts';
import { openScenario } from '#shared/format/open.ts';
import { scenarioToText } from '#shared/format/save.ts';
import { arbitraryScenario } from '#tests/support/arbitraries.ts';
import {
  buildCase,
  buildFact,
  buildItem,
  buildScenario,
  byPeriod,
  formula,
} from '#tests/support/builders.ts';

const CODES: ReadonlySet<string> = new Set(FORMAT_ERROR_CODES);
const encode = (text: string) => new TextEncoder().encode(text);

/** A value or a named error, in less than a second, and no prototype is touched: for any bytes at all. */
function opensOrRefuses(bytes: Uint8Array): void {
  const began = performance.now();
  const opened = openScenario(bytes);
  expect(performance.now() - began).toBeLessThan(1_000);
  if (!opened.ok) expect(CODES).toContain(opened.error.code);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}

const SMALL = scenarioToText(
  buildScenario(
    [
      buildItem('price', byPeriod(1, null, -2.5e-7, 'x', true), { facts: ['F1'], range: { low: 1 } }),
      buildItem('sales', formula('price * 2'), { overrides: { '2025Q2': 5 } }),
    ],
    { cases: [buildCase('low', { price: { content: byPeriod(0) } })], facts: [buildFact('F1')] },
  ),
  '0.1.0',
);

describe('saving and opening', { timeout: 60_000 }, () => {
  test('what is saved comes back as it was: catches a field that is lost, renamed or rounded', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const opened = openScenario(encode(scenarioToText(scenario, '0.1.0')));
        expect(opened).toEqual({ ok: true, value: { scenario, savedBy: '0.1.0', version: 1 } });
      }),
    );
  });

  test('the bytes depend on the scenario alone: catches an order that follows how an object was built', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, reversed(inner)]),
      );
    };
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const text = scenarioToText(scenario, '0.1.0');
        expect(scenarioToText(reversed(scenario) as typeof scenario, '0.1.0')).toBe(text);
      }),
    );
  });

  test('what the program holds and what a file may hold are the same rules', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        expect(checkScenario(scenario)).toEqual({ ok: true, value: scenario });
      }),
    );
  });
});

describe('any bytes', { timeout: 60_000 }, () => {
  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), opensOrRefuses), { numRuns: 500 });
  });

  test('any JSON value, also behind a valid head', () => {
    const json = fc.jsonValue({ maxDepth: 4 });
    fc.assert(fc.property(json, (value) => opensOrRefuses(encode(JSON.stringify(value)))));
    const file = JSON.parse(SMALL);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(file)), json, (key, value) =>
        opensOrRefuses(encode(JSON.stringify({ ...file, [key]: value }))),
      ),
      { numRuns: 500 },
    );
  });

  test('cut off at every byte: never a scenario', () => {
    const bytes = encode(SMALL);
    for (let length = 0; length < bytes.length - 1; length++) {
      const opened = openScenario(bytes.subarray(0, length));
      expect(opened.ok, `cut at ${length}`).toBe(false);
    }
  });

  test('one bit flipped: a scenario or a named error', () => {
    const bytes = encode(SMALL);
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
        const flipped = Uint8Array.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        opensOrRefuses(flipped);
      }),
      { numRuns: 1_000 },
    );
  });

  test('pieces of a valid file put together at random', () => {
    const piece = fc
      .tuple(fc.nat({ max: SMALL.length }), fc.nat({ max: 200 }))
      .map(([start, length]) => SMALL.slice(start, start + length));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => opensOrRefuses(encode(pieces.join('')))),
      { numRuns: 300 },
    );
  });

  test('hostile keys at any place of a valid file', () => {
    const hostile = fc.constantFrom(
      '__proto__',
      'constructor',
      'prototype',
      '\\u005f_proto__',
      'toString',
      'polluted',
    );
    const braces = [...SMALL.matchAll(/\{/g)].map((match) => match.index + 1);
    fc.assert(
      fc.property(hostile, fc.constantFrom(...braces), (key, at) => {
        const text = `${SMALL.slice(0, at)}"${key}": {"polluted": true}, ${SMALL.slice(at)}`;
        const opened = openScenario(encode(text));
        expect(opened.ok).toBe(false);
        opensOrRefuses(encode(text));
      }),
    );
  });
});

describe('any value in place of a scenario', { timeout: 60_000 }, () => {
  test('checkScenario answers a value or a named error', () => {
    const scenario = buildScenario([buildItem('a', byPeriod(1))]);
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(scenario)),
        fc.anything({ withBigInt: true, withDate: true, withMap: true }),
        (key, value) => {
          const checked = checkScenario({ ...scenario, [key]: value });
          if (!checked.ok) expect(CODES).toContain(checked.error.code);
        },
      ),
      { numRuns: 500 },
    );
  });
});
