import { poissonMass } from './probability-mass.ts';

/** Enough for parameters of 1e12; beyond, the result is NaN rather than a guess. */
const MOST_STEPS = 5_000_000;
const SMALLEST = 1e-300;

/** P(a, x): regularised lower incomplete gamma function (DLMF 8.2.4), a > 0, x ≥ 0. */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/** Q(a, x) = 1 − P(a, x), without loss where it is small. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}

/** DLMF 8.11.4. */
function series(a: number, x: number): number {
  let term = 1;
  let total = 1;
  for (let n = 1; n < MOST_STEPS; n++) {
    term *= x / (a + n);
    const next = total + term;
    if (next === total) return poissonMass(a, x) * total;
    total = next;
  }
  return Number.NaN;
}

/** Continued fraction DLMF 8.9.2 by Lentz's method. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / SMALLEST;
  let d = 1 / b;
  let total = d;
  for (let n = 1; n < MOST_STEPS; n++) {
    const factor = -n * (n - a);
    b += 2;
    d = factor * d + b;
    if (Math.abs(d) < SMALLEST) d = SMALLEST;
    c = b + factor / c;
    if (Math.abs(c) < SMALLEST) c = SMALLEST;
    d = 1 / d;
    const change = d * c;
    total *= change;
    if (Math.abs(change - 1) < 2e-16) return poissonMass(a, x) * a * total;
  }
  return Number.NaN;
}
