import { type Reason, reasonOf } from '#shared/model/reason.ts';
import { parseUnit } from '#shared/model/unit.ts';
import type { ErrorValue } from '#shared/model/value.ts';
import type { FormulaShape, GoodFormula } from '../read-formula.ts';
import { checkInferred, type UnitMismatch } from './check-units.ts';
import { type Inferred, type Known, knownUnit, UNKNOWN } from './inferred-unit.ts';

/** Checks the units of formulas and remembers what it found, for one scenario over its changes. */
export class UnitChecker {
  readonly #units = new Map<string, Known | null>();
  /** By shape, then by the units of the row and of what it reads: rows with other names share it. */
  readonly #known = new Map<FormulaShape, Map<string, ErrorValue | null>>();

  /** The error of a row whose formula mixes units; null when it does not, or when the row has no unit. */
  failure(
    { shape, names }: GoodFormula,
    declared: string,
    unitOf: (name: string) => string | undefined,
  ): ErrorValue | null {
    const unit = this.#unit(declared);
    if (!unit) return null;
    const read = names.map((name) => unitOf(name) ?? '');
    const known = this.#knownOf(shape);
    const place = `${declared}\n${read.join('\n')}`;
    let found = known.get(place);
    if (found === undefined) {
      const unitAt = (name: string): Inferred => this.#unit(read[shape.slots.indexOf(name)] ?? '') ?? UNKNOWN;
      found = failureOf(checkInferred(shape.expression, unit, unitAt));
      known.set(place, found);
    }
    return found;
  }

  #knownOf(shape: FormulaShape): Map<string, ErrorValue | null> {
    let known = this.#known.get(shape);
    if (!known) {
      known = new Map();
      this.#known.set(shape, known);
    }
    return known;
  }

  #unit(text: string): Known | null {
    let unit = this.#units.get(text);
    if (unit === undefined) {
      const parsed = parseUnit(text);
      unit = parsed && knownUnit(parsed);
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
