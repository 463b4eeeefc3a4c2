import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { scenarioToText } from '#shared/format/save.ts';
import { quickCheck } from '#shared/format/schema/quick-check.ts';
import { scenarioFileSchema } from '#shared/format/schema/scenario.ts';
import { arbitraryScenario } from '#tests/support/arbitraries.ts';

const accepts = quickCheck(scenarioFileSchema);
const slowly = (value: unknown) => scenarioFileSchema.safeParse(value).success;

/** Every place in a JSON value, as a path. */
function placesIn(value: unknown, path: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function withValueAt(root: unknown, path: readonly PropertyKey[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value ?? null;
  const copy = (Array.isArray(root) ? [...root] : { ...(root as object) }) as Record<PropertyKey, unknown>;
  if (rest.length === 0 && value === undefined && Array.isArray(copy)) copy.splice(Number(key), 1);
  else if (rest.length === 0 && value === undefined) delete copy[key];
  else copy[key] = withValueAt(copy[key], rest, value);
  return copy;
}

describe('the quick way through the schema', { timeout: 60_000 }, () => {
  test('takes every valid file: catches a schema that quietly falls back to the slow way', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        expect(accepts(JSON.parse(scenarioToText(scenario, '0.1.0')))).toBe(true);
      }),
    );
  });

  test('never accepts what the schema refuses, whatever is replaced, taken away or added', () => {
    const damaged = arbitraryScenario.chain((scenario) => {
      const file: unknown = JSON.parse(scenarioToText(scenario, '0.1.0'));
      const path = fc.constantFrom(...placesIn(file));
      const added = fc.constantFrom('extra', '0', 'kind', 'value', 'low');
      const value = fc.oneof(
        fc.constant(undefined),
        fc.jsonValue(),
        fc.constantFrom('', 'TRUE', '2027Q1', 0.5, -1, 1e9),
      );
      return fc
        .tuple(path, fc.option(added), value)
        .map(([at, key, wanted]) => withValueAt(file, key === null ? at : [...at.slice(0, -1), key], wanted));
    });
    fc.assert(
      fc.property(damaged, (file) => {
        expect(accepts(file)).toBe(slowly(file));
      }),
      { numRuns: 1_000 },
    );
  });

  test('a kind of schema that it does not know goes the slow way', () => {
    expect(quickCheck(z.string().trim())('a')).toBe(false);
    expect(quickCheck(z.tuple([z.string()]))(['a'])).toBe(false);
    expect(quickCheck(z.strictObject({ a: z.string().transform(Number) }))({ a: '1' })).toBe(false);
  });
});
