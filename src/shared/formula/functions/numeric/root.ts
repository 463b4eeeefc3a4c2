const MOST_STEPS = 200;
const EPSILON = 2.220446049250313e-16;

/** A place where a function changes its sign, with the values at both ends. */
export interface Bracket {
  readonly low: number;
  readonly high: number;
  readonly atLow: number;
  readonly atHigh: number;
}

type Curve = (x: number) => number;

function hasSignChange(atLow: number, atHigh: number): boolean {
  return (atLow <= 0 && atHigh >= 0) || (atLow >= 0 && atHigh <= 0);
}

/**
 * Root inside a bracket to the last digits, by Brent's method (Algorithms for Minimization
 * without Derivatives, 1973, chapter 4): it never leaves the bracket.
 */
export function brent(curve: Curve, bracket: Bracket): number {
  let [a, b, fa, fb] = [bracket.low, bracket.high, bracket.atLow, bracket.atHigh];
  let [c, fc] = [a, fa];
  let step = b - a;
  let previous = step;
  for (let count = 0; count < MOST_STEPS; count++) {
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const tolerance = 2 * EPSILON * Math.abs(b);
    const half = (c - b) / 2;
    if (Math.abs(half) <= tolerance || fb === 0) return b;
    const next = interpolation(a, b, c, fa, fb, fc);
    const isUsed =
      Math.abs(previous) >= tolerance &&
      Math.abs(fa) > Math.abs(fb) &&
      next !== null &&
      next * Math.sign(half) > 0 &&
      Math.abs(next) < Math.min(1.5 * Math.abs(half), Math.abs(previous / 2));
    previous = isUsed ? step : half;
    step = isUsed && next !== null ? next : half;
    [a, fa] = [b, fb];
    b += Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance;
    fb = curve(b);
    if (fb > 0 === fc > 0) {
      [c, fc] = [a, fa];
      step = b - a;
      previous = step;
    }
  }
  return b;
}

/** Step from b by inverse quadratic interpolation, or by the secant when two points coincide. */
function interpolation(a: number, b: number, c: number, fa: number, fb: number, fc: number): number | null {
  const s = fb / fa;
  const [p, q] =
    a === c
      ? [(c - b) * s, 1 - s]
      : [
          s * ((c - b) * (fa / fc) * (fa / fc - fb / fc) - (b - a) * (fb / fc - 1)),
          (fa / fc - 1) * (fb / fc - 1) * (s - 1),
        ];
  const signed = a === c ? p / q : -p / q;
  return Number.isFinite(signed) ? signed : null;
}

/** Widens an interval about a start until the function changes its sign; null when it never does. */
export function bracketAround(curve: Curve, start: number, step: number, limit: number): Bracket | null {
  let [low, high] = [start, start];
  let [atLow, atHigh] = [curve(start), curve(start)];
  let width = step;
  while (!hasSignChange(atLow, atHigh)) {
    if (low <= -limit && high >= limit) return null;
    if (low > -limit) [low, atLow] = next(curve, Math.max(-limit, low - width));
    if (hasSignChange(atLow, atHigh)) break;
    if (high < limit) [high, atHigh] = next(curve, Math.min(limit, high + width));
    width *= 1.6;
  }
  return { low, high, atLow, atHigh };
}

function next(curve: Curve, x: number): [number, number] {
  return [x, curve(x)];
}
