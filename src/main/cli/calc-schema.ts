import { cell, list, mapOf, number, object, oneOf, orNull, text, whole } from './json-schema.ts';

export const calcSchema = object({
  scenario: text,
  case: orNull(text),
  caseId: orNull(text),
  asOf: text,
  by: oneOf('quarter', 'year'),
  periods: list(text),
  items: mapOf(object({ label: text, unit: text, values: list(cell) })),
  overrides: list(object({ key: text, period: text })),
  loops: list(
    object({
      keys: list(text),
      status: oneOf('linear-exact', 'converged', 'not-converged', 'no-solution'),
      iterations: whole,
      residual: number,
      periods: list(text),
      chain: list(object({ key: text, period: text })),
    }),
  ),
  checks: object({ passed: whole, failed: list(text) }),
});
