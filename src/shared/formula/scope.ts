import type { TimeReference } from './ast.ts';
import type { Argument, PeriodContext } from './functions/definition.ts';
import type { Operand } from './matrix.ts';

/** What surrounds a formula while it is calculated. */
export interface Scope {
  /** null where there is no timeline. */
  readonly period: PeriodContext | null;
  /**
   * The value of a name: a 1×1 matrix, 1×n for a range of periods, with `fromReference` true;
   * or an error value. `time` is undefined for the period being calculated.
   */
  reference(name: string, time: TimeReference | undefined): Operand;
  /** Functions of the host such as `DEALS`; undefined for a name that the host does not know. */
  external(name: string, args: readonly Argument[]): Operand | undefined;
}

/** E-610: inside `LET` a name of its own hides a row of the same name; case does not matter there. */
export function withLocal(
  scope: Scope,
  name: string,
  value: Operand,
  invalid: (name: string) => Operand,
): Scope {
  const folded = name.toLowerCase();
  return {
    period: scope.period,
    reference(asked, time) {
      if (asked.toLowerCase() !== folded) return scope.reference(asked, time);
      return time === undefined ? value : invalid(asked);
    },
    external: (asked, args) => scope.external(asked, args),
  };
}
