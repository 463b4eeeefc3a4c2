import { bracketAround, brent } from './root.ts';

const MOST_STEPS = 60;
/** Rates are sought between e^−20 − 1 and e^20 − 1. */
const WIDEST = 20;

/** A curve over the rate and its slope there. */
type RateCurve = (rate: number) => { readonly value: number; readonly slope: number };

/**
 * Rate above −1 at which a curve is zero: of several the one nearest to the guess, as Excel finds it where
 * its iteration does not run away. Newton's method sees close pairs of roots, the search for a change of
 * sign sees what Newton leaps over. null when there is none.
 */
export function solveRate(curve: RateCurve, guess: number): number | null {
  const [leapt, bracketed] = [newton(curve, guess), nearestRoot(curve, guess)];
  if (leapt === null || bracketed === null) return leapt ?? bracketed;
  const distance = (rate: number) => Math.abs(Math.log1p(rate) - Math.log1p(guess));
  return distance(bracketed) < distance(leapt) - 1e-9 ? bracketed : leapt;
}

function newton(curve: RateCurve, guess: number): number | null {
  let rate = guess;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { value, slope } = curve(rate);
    if (value === 0) return rate;
    const next = rate - value / slope;
    if (!Number.isFinite(next) || next <= -1) return null;
    if (Math.abs(next - rate) <= 1e-15 * Math.max(1, Math.abs(next))) return next;
    if (isSettled(rate, next, step)) return polished(curve, next);
    rate = next;
  }
  return null;
}

/** Late in the walk rounding can keep the last digit alive. */
function isSettled(rate: number, next: number, step: number): boolean {
  return step > 20 && Math.abs(next - rate) <= 1e-12 * Math.max(1, Math.abs(next));
}

/** Only a true sign change nearby counts as a root. */
function polished(curve: RateCurve, near: number): number | null {
  const width = 1e-10 * Math.max(1, Math.abs(near));
  const [low, high] = [near - width, near + width];
  const [atLow, atHigh] = [curve(low).value, curve(high).value];
  if (!(atLow <= 0 && atHigh >= 0) && !(atLow >= 0 && atHigh <= 0)) return null;
  return brent((rate) => curve(rate).value, { low, high, atLow, atHigh });
}

function nearestRoot(curve: RateCurve, guess: number): number | null {
  const ofLogarithm = (u: number) => curve(Math.expm1(u)).value;
  const bracket = bracketAround(ofLogarithm, Math.log1p(Math.max(guess, -0.9)), 0.02, WIDEST);
  if (!bracket) return null;
  const rate = Math.expm1(brent(ofLogarithm, bracket));
  return Number.isFinite(rate) ? rate : null;
}
