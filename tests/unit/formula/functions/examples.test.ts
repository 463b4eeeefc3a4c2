import { describe, it } from 'vitest';
import { FUNCTIONS } from '#shared/formula/functions/table.ts';
import { expectOutcome } from './outcome.ts';

// Catches a function that no longer gives what its help shows; most examples are Excel's own.
describe.each(FUNCTIONS.map((one) => [one.name, one] as const))('%s', (_, definition) => {
  it.each(definition.examples.map((one) => [one.formula, one] as const))('%s', (formula, example) => {
    expectOutcome(formula, example.result, example.tolerance);
  });
});
