import type { Expression } from '#shared/formula/ast.ts';
import { type Reason, reasonOf } from '#shared/model/reason.ts';
import { parseUnit, type Unit } from '#shared/model/unit.ts';
import type { ErrorValue } from '#shared/model/value.ts';
import { checkUnits, type UnitMismatch } from './check-units.ts';

/** A formula as it is checked: its text stands for its tree. */
export interface CheckedFormula {
  readonly text: string;
  readonly expression: Expression;
  /** The rows that it reads. */
  readonly names: Iterable<string>;
}

/** Checks the units of formulas and remembers what it found, for one scenario over its changes. */
export class UnitChecker {
  readonly #units = new Map<string, Unit | null>();
  readonly #known = new Map<string, ErrorValue | null>();

  /** The error of a row whose formula mixes units; null when it does not, or when the row has no unit. */
  failure(
    formula: CheckedFormula,
    declared: string,
    unitOf: (name: string) => string | undefined,
  ): ErrorValue | null {
    const unit = this.#unit(declared);
    if (!unit) return null;
    let place = `${formula.text}\n${declared}`;
    for (const name of formula.names) place += `\n${unitOf(name) ?? ''}`;
    let found = this.#known.get(place);
    if (found === undefined) {
      found = failureOf(checkUnits(formula.expression, unit, (name) => this.#unit(unitOf(name) ?? '')));
      this.#known.set(place, found);
    }
    return found;
  }

  #unit(text: string): Unit | null {
    let unit = this.#units.get(text);
    if (unit === undefined) {
      unit = parseUnit(text);
      this.#units.set(text, unit);
    }
    return unit;
  }
}

function failureOf(mismatch: UnitMismatch | null): ErrorValue | null {
  return mismatch && { kind: 'error', code: '#UNIT!', reason: mismatchReason(mismatch) };
}

export function mismatchReason({ kind, left, right }: UnitMismatch): Reason {
  return reasonOf(kind === 'mixed' ? 'units-mixed' : 'units-declared', { left, right });
}
