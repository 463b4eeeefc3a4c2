import { solveLinear } from './linear.ts';
import type { LoopStatus } from './results.ts';

/** Writes F(x) into `out`; false when some part of it is no finite number. */
export type Evaluate = (x: Float64Array, out: Float64Array) => boolean;

export interface FixedPoint {
  readonly status: LoopStatus;
  readonly x: Float64Array;
  readonly iterations: number;
  /** Largest |F(x) − x|, relative to values above 1. */
  readonly residual: number;
}

/** Residual that counts as solved. */
const TOLERANCE = 1e-12;
const MOST_STEPS = 60;
const STALLED = 0.5;

/**
 * Solves F(x) = x. An affine F is solved exactly, also where iteration would diverge; others by
 * secants (one unknown) or Newton's method with differences, both exact on each straight piece of
 * MIN, MAX and IF; then by bisection (one unknown) or damped iteration (several).
 */
export function solveFixedPoint(evaluate: Evaluate, start: Float64Array, affine: boolean): FixedPoint {
  if (affine) {
    const exact = solveAffine(evaluate, start.length);
    if (exact) return exact;
  }
  const secant = start.length === 1 ? iterateSecants(evaluate, start[0] ?? 0) : null;
  if (secant) return secant;
  const newton = iterateNewton(evaluate, start);
  if (newton.status === 'converged') return newton;
  if (start.length === 1) return bisect(evaluate, start[0] ?? 0, newton);
  return iterateDamped(evaluate, start, newton);
}

function residualOf(x: Float64Array, f: Float64Array): number {
  let most = 0;
  for (let index = 0; index < x.length; index++) {
    const [a, b] = [x[index] ?? 0, f[index] ?? 0];
    most = Math.max(most, Math.abs(b - a) / Math.max(1, Math.abs(a), Math.abs(b)));
  }
  return most;
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value - (b[index] ?? 0));
}

/** I − F′ by differences of a given step; null where F has no value. */
function slopes(
  evaluate: Evaluate,
  x: Float64Array,
  f: Float64Array,
  stepOf: (value: number) => number,
): Float64Array[] | null {
  const size = x.length;
  const matrix = Array.from({ length: size }, (_, row) => {
    const line = new Float64Array(size);
    line[row] = 1;
    return line;
  });
  const moved = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    const step = stepOf(x[column] ?? 0);
    const shifted = Float64Array.from(x);
    shifted[column] = (x[column] ?? 0) + step;
    if (!evaluate(shifted, moved)) return null;
    const taken = (shifted[column] ?? 0) - (x[column] ?? 0);
    for (let row = 0; row < size; row++) {
      const line = matrix[row];
      if (line) line[column] = (line[column] ?? 0) - ((moved[row] ?? 0) - (f[row] ?? 0)) / taken;
    }
  }
  return matrix;
}

/** null when F has no value at the points probed, or the answer does not stand the test. */
function solveAffine(evaluate: Evaluate, size: number): FixedPoint | null {
  let x = new Float64Array(size);
  const f = new Float64Array(size);
  if (!evaluate(x, f)) return null;
  const reach = 2 ** Math.ceil(Math.log2(Math.max(1, ...f.map(Math.abs))));
  const matrix = slopes(evaluate, x, f, () => reach);
  if (!matrix) return null;
  for (let step = 1; step <= 4; step++) {
    const change = solveLinear(matrix, minus(f, x));
    if (!change) return { status: 'no-solution', x, iterations: 1, residual: residualOf(x, f) };
    x = x.map((value, index) => value + (change[index] ?? 0));
    if (!evaluate(x, f)) return null;
    const residual = residualOf(x, f);
    if (residual <= TOLERANCE / 16 || (step > 1 && residual <= TOLERANCE)) {
      return { status: 'linear-exact', x, iterations: step, residual };
    }
  }
  return null;
}

const smallStep = (value: number): number => 2 ** -17 * Math.max(1, Math.abs(value));

/** One unknown, a few steps: null when that is not enough. */
function iterateSecants(evaluate: Evaluate, start: number): FixedPoint | null {
  const [point, out] = [new Float64Array(1), new Float64Array(1)];
  const excess = (value: number): number => {
    point[0] = value;
    return evaluate(point, out) ? (out[0] ?? 0) - value : Number.NaN;
  };
  let [x, before] = [start, start + Math.max(1, Math.abs(start)) / 128];
  let [atX, atBefore] = [excess(x), excess(before)];
  for (let iterations = 1; iterations <= 12; iterations++) {
    const next = x - (atX * (x - before)) / (atX - atBefore);
    if (!Number.isFinite(next)) return null;
    [before, atBefore, x] = [x, atX, next];
    atX = excess(x);
    const residual = Math.abs(atX) / Math.max(1, Math.abs(x));
    if (residual <= TOLERANCE / 16) {
      return { status: 'converged', x: Float64Array.of(x), iterations, residual };
    }
  }
  return null;
}

function iterateNewton(evaluate: Evaluate, start: Float64Array): FixedPoint {
  let x = start;
  let f = new Float64Array(start.length);
  let best: FixedPoint = { status: 'not-converged', x, iterations: 0, residual: Number.MAX_VALUE };
  if (!evaluate(x, f)) return best;
  for (let iterations = 1; iterations <= MOST_STEPS; iterations++) {
    const residual = residualOf(x, f);
    if (residual < best.residual) best = { ...best, x, iterations, residual };
    if (residual <= TOLERANCE / 16) return { status: 'converged', x, iterations, residual };
    const matrix = slopes(evaluate, x, f, smallStep) ?? slopes(evaluate, x, f, (value) => -smallStep(value));
    const change = matrix && solveLinear(matrix, minus(f, x));
    const next = change && stepped(evaluate, x, change);
    if (!next) break;
    ({ x, f } = next);
    if (residual <= TOLERANCE && residualOf(x, f) > residual * STALLED) break;
  }
  return best.residual <= TOLERANCE ? { ...best, status: 'converged' } : best;
}

/** The whole step, or the largest half of it at which F has a value. */
function stepped(
  evaluate: Evaluate,
  x: Float64Array,
  change: Float64Array,
): { x: Float64Array<ArrayBuffer>; f: Float64Array<ArrayBuffer> } | null {
  const f = new Float64Array(x.length);
  for (let share = 1; share > 1e-9; share /= 2) {
    const next = Float64Array.from(x, (value, index) => value + share * (change[index] ?? 0));
    if (evaluate(next, f)) return { x: next, f };
  }
  return null;
}

/** Several unknowns: move a part of the way each time, then Newton from there. */
function iterateDamped(evaluate: Evaluate, start: Float64Array, before: FixedPoint): FixedPoint {
  let best = before;
  for (const share of [1, 0.5, 0.1]) {
    let x = Float64Array.from(start);
    const f = new Float64Array(start.length);
    for (let iterations = 1; iterations <= 500 && evaluate(x, f); iterations++) {
      const residual = residualOf(x, f);
      if (residual < best.residual) best = { ...best, x, iterations, residual };
      if (residual <= TOLERANCE) return { status: 'converged', x, iterations, residual };
      x = x.map((value, index) => value + share * ((f[index] ?? 0) - value));
    }
    const newton = iterateNewton(evaluate, best.x);
    if (newton.status === 'converged') return newton;
  }
  return best;
}

interface Bracket {
  readonly low: number;
  readonly high: number;
}

/** One unknown: a change of sign of F(x) − x, then halving. None far and wide means no solution. */
function bisect(evaluate: Evaluate, start: number, before: FixedPoint): FixedPoint {
  const out = new Float64Array(1);
  const excess = (value: number): number =>
    evaluate(Float64Array.of(value), out) ? (out[0] ?? 0) - value : Number.NaN;
  const found = findBracket(excess, start);
  if (found === 'none') return { ...before, status: 'no-solution' };
  if (found === 'unknown') return before;
  let { low, high } = found;
  const rising = excess(low) < 0;
  for (let halvings = 0; halvings < 1100; halvings++) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    const value = excess(middle);
    if (Number.isNaN(value)) return before;
    if (value === 0) return solvedAt(middle, 0);
    if (value < 0 === rising) low = middle;
    else high = middle;
  }
  const [atLow, atHigh] = [Math.abs(excess(low)), Math.abs(excess(high))];
  const x = atLow <= atHigh ? low : high;
  return solvedAt(x, Math.min(atLow, atHigh) / Math.max(1, Math.abs(x)));
}

/** A residual that does not vanish at a change of sign is a jump: no value satisfies the loop. */
function solvedAt(value: number, residual: number): FixedPoint {
  const status = residual <= TOLERANCE ? 'converged' : residual > 1e-6 ? 'no-solution' : 'not-converged';
  return { status, x: Float64Array.of(value), iterations: MOST_STEPS, residual };
}

function findBracket(excess: (value: number) => number, start: number): Bracket | 'none' | 'unknown' {
  const middle = excess(start);
  if (Number.isNaN(middle)) return 'unknown';
  let isComplete = true;
  let [low, high] = [start, start];
  for (let reach = 2 ** -10; reach <= 2 ** 60; reach *= 1.5) {
    const [below, above] = [start - reach, start + reach];
    const [atBelow, atAbove] = [excess(below), excess(above)];
    if (Number.isNaN(atBelow) || Number.isNaN(atAbove)) isComplete = false;
    if (Math.sign(atAbove) * Math.sign(middle) < 0) return { low: high, high: above };
    if (Math.sign(atBelow) * Math.sign(middle) < 0) return { low: below, high: low };
    if (!Number.isNaN(atBelow)) low = below;
    if (!Number.isNaN(atAbove)) high = above;
  }
  return isComplete ? 'none' : 'unknown';
}
