import { describe, it } from 'vitest';
import type { FunctionExample } from '#shared/formula/functions/definition.ts';
import { expectOutcome } from './outcome.ts';

type Row = readonly [formula: string, expected: FunctionExample['result'], tolerance?: number];

export const NUM = { error: '#NUM!' } as const;
export const VALUE = { error: '#VALUE!' } as const;
export const DIV = { error: '#DIV/0!' } as const;
export const NA = { error: '#N/A' } as const;
export const REF = { error: '#REF!' } as const;

/** Formulas with the results that Excel gives; each group says which bug it would catch. */
export function cases(bug: string, rows: readonly Row[]): void {
  describe(bug, () => {
    it.each(rows.map((row) => [row[0], row] as const))('%s', (formula, [, expected, tolerance]) => {
      expectOutcome(formula, expected, tolerance);
    });
  });
}
