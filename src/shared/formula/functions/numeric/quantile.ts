import { incompleteBeta } from './incomplete-beta.ts';
import { lowerGamma, upperGamma } from './incomplete-gamma.ts';
import { bracketAround, brent } from './root.ts';

/** Logarithms of doubles lie within ±745. */
const WIDEST = 745;

/** A share and what is left of 1. Whoever knows a small one exactly gives it exactly. */
export interface Tails {
  readonly below: number;
  readonly above: number;
}

export function lowerTail(p: number): Tails {
  return { below: p, above: 1 - p };
}

export function upperTail(p: number): Tails {
  return { below: 1 - p, above: p };
}

/** Logarithm of the ratio of the smaller tail to what it should be: nearly straight, so that it solves fast. */
function tailGap(wanted: Tails, below: () => number, above: () => number): number {
  if (wanted.below <= wanted.above) return logRatio(below(), wanted.below);
  return -logRatio(above(), wanted.above);
}

function logRatio(value: number, wanted: number): number {
  return value > 0 ? Math.log(value / wanted) : -WIDEST;
}

/** x with P(a, x) as wanted, both tails above 0. */
export function gammaQuantile(a: number, wanted: Tails): number {
  const gap = (u: number) => {
    const x = Math.exp(u);
    return tailGap(
      wanted,
      () => lowerGamma(a, x),
      () => upperGamma(a, x),
    );
  };
  const bracket = bracketAround(gap, Math.log(a), 1, WIDEST);
  return bracket ? Math.exp(brent(gap, bracket)) : 0;
}

/** x and 1 − x, each exact where it is small, with I(a, b) at x as wanted. */
export function betaQuantile(
  a: number,
  b: number,
  wanted: Tails,
): { readonly x: number; readonly y: number } {
  const gap = (u: number) => {
    const [x, y] = [1 / (1 + Math.exp(-u)), 1 / (1 + Math.exp(u))];
    return tailGap(
      wanted,
      () => incompleteBeta(a, b, x, y),
      () => incompleteBeta(b, a, y, x),
    );
  };
  const bracket = bracketAround(gap, Math.log(a / b), 1, WIDEST);
  if (!bracket) return wanted.below < wanted.above ? { x: 0, y: 1 } : { x: 1, y: 0 };
  const u = brent(gap, bracket);
  return { x: 1 / (1 + Math.exp(-u)), y: 1 / (1 + Math.exp(u)) };
}
