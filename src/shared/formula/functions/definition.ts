import type { Text } from '#shared/model/text.ts';
import type { CellValue } from '#shared/model/value.ts';
import type { Operand } from '../matrix.ts';

/** Where a formula is being calculated; null where there is no timeline (command `eval`). */
export interface PeriodContext {
  /** Column, 0 for the first. */
  readonly index: number;
  readonly year: number;
  readonly quarter: number;
  readonly isActual: boolean;
}

/** An argument that was left out (`IF(a,,b)`) is `undefined`. */
export type Argument = Operand | undefined;

export interface FunctionExample {
  readonly formula: string;
  /** Nested arrays for a matrix; `{ error }` for an error value. */
  readonly result: CellValue | readonly (readonly CellValue[])[] | { readonly error: string };
  /** Absolute or relative tolerance, the larger; exact when absent. */
  readonly tolerance?: number;
}

/**
 * How a function is called.
 * `scalar`: one value per argument; a matrix argument is walked element by element by the caller,
 *   and an error in any argument is the result without a call.
 * `range`: arguments come as they are, errors included.
 * `lazy`: arguments are calculated when asked for, so that only the branch taken is.
 */
export type Implementation =
  | { readonly kind: 'scalar'; readonly call: (args: readonly (CellValue | undefined)[]) => CellValue }
  | {
      readonly kind: 'range';
      readonly call: (args: readonly Argument[], period: PeriodContext | null) => Operand;
    }
  | {
      readonly kind: 'lazy';
      readonly call: (args: readonly (() => Argument)[], period: PeriodContext | null) => Operand;
    };

/** One line of the function table. Examples run as tests. */
export interface FunctionDefinition {
  readonly name: string;
  /** As shown while typing: `PMT(rate, nper, pv, [fv], [type])`. */
  readonly signature: string;
  readonly minArgs: number;
  readonly maxArgs: number;
  readonly help: Text;
  readonly examples: readonly FunctionExample[];
  readonly implementation: Implementation;
}
