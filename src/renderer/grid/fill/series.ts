import type { InputValue } from '#shared/model/value.ts';
import { assertNever } from '#shared/util/assert-never.ts';

/** How a fill goes on. `rate` is a growth a step that was typed, 0.05 for 5%. */
export type FillKind =
  | { readonly kind: 'copy' }
  | { readonly kind: 'step' }
  | { readonly kind: 'growth' }
  | { readonly kind: 'rate'; readonly rate: number };

/** Undefined stands for a place where the formula of the row speaks. */
export type FillValue = InputValue | undefined;

/**
 * Goes on from values: copies repeat them in turn; a step follows the straight line of least squares, as
 * Excel does; growth keeps the mean growth of the values. What is no row of numbers is copied.
 */
export function continued(values: readonly FillValue[], count: number, kind: FillKind): FillValue[] {
  const known = values.filter((value) => typeof value === 'number');
  const next = known.length === values.length ? nextOf(known, kind) : null;
  return Array.from({ length: count }, (_, index) =>
    next ? next(index + 1) : values[index % Math.max(1, values.length)],
  );
}

/** The value some steps after the last; null where copying is meant or nothing else is possible. */
function nextOf(values: readonly number[], kind: FillKind): ((steps: number) => number) | null {
  const last = values.at(-1);
  if (last === undefined) return null;
  switch (kind.kind) {
    case 'copy':
      return null;
    case 'step': {
      const line = lineThrough(values);
      return line && ((steps) => tidy(line.at + line.step * (values.length - 1 + steps)));
    }
    case 'growth': {
      const growth = growthOf(values);
      return growth === null ? null : (steps) => tidy(last * (1 + growth) ** steps);
    }
    case 'rate':
      return (steps) => tidy(last * (1 + kind.rate) ** steps);
    default:
      return assertNever(kind);
  }
}

/** The straight line of least squares: value at the first place, and step; null for fewer than two. */
export function lineThrough(
  values: readonly number[],
): { readonly at: number; readonly step: number } | null {
  const count = values.length;
  if (count < 2) return null;
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const top = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  const bottom = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  const step = top / bottom;
  return { at: mean - step * middle, step };
}

/** Mean growth a step; null where the values have no growth: fewer than two, a zero, or a change of sign. */
export function growthOf(values: readonly number[]): number | null {
  const [first] = values;
  const last = values.at(-1);
  if (values.length < 2 || first === undefined || last === undefined) return null;
  if (first === 0 || last / first <= 0) return null;
  return (last / first) ** (1 / (values.length - 1)) - 1;
}

/** Twelve digits: 0.1 + 0.2 goes on as 0.3. */
function tidy(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}
