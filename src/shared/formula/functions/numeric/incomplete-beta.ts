import { binomialMass } from './probability-mass.ts';

/** Enough for parameters of 1e12; beyond, the result is NaN rather than a guess. */
const MOST_STEPS = 5_000_000;
const SMALLEST = 1e-300;

/**
 * I(a, b): regularised incomplete beta function at x (DLMF 8.17.2), a, b > 0, 0 ≤ x ≤ 1.
 * y = 1 − x comes along so that a caller who knows it exactly loses nothing.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return x <= (a + 1) / (a + b + 2) ? fraction(a, b, x, y) : 1 - fraction(b, a, y, x);
}

/** Leading factor x^a y^b / (a B(a, b)) by the saddle-point expansion, then DLMF 8.17.22 by Lentz's method. */
function fraction(a: number, b: number, x: number, y: number): number {
  let c = 1;
  let d = guarded(1 - ((a + b) * x) / (a + 1));
  d = 1 / d;
  let total = d;
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    total *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    const change = d * c;
    total *= change;
    if (Math.abs(change - 1) < 2e-16) return ((binomialMass(a, a + b, x, y) * b) / (a + b)) * total;
  }
  return Number.NaN;
}

function guarded(value: number): number {
  return Math.abs(value) < SMALLEST ? SMALLEST : value;
}

/** Density of the beta distribution at x, with y = 1 − x. */
export function betaDensity(a: number, b: number, x: number, y: number): number {
  return (binomialMass(a, a + b, x, y) * a * b) / (a + b) / (x * y);
}
