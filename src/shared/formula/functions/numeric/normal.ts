const ROOT_TWO_PI = 2.5066282746310002;
const LARGEST_IN_SERIES = 3;

/** φ(x): density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return expNegativeHalfSquare(x) / ROOT_TWO_PI;
}

/** e^(−x²/2); the square is split so that large x lose nothing. */
function expNegativeHalfSquare(x: number): number {
  const high = Math.fround(x);
  return Math.exp(-0.5 * high * high) * Math.exp(-0.5 * (x - high) * (x + high));
}

/** Φ(x): probability that a standard normal variable is at most x. */
export function normalBelow(x: number): number {
  if (Math.abs(x) < LARGEST_IN_SERIES) {
    return x < -1 ? normalTail(-x) : 0.5 + centralPart(x);
  }
  return x < 0 ? normalTail(-x) : 1 - normalTail(x);
}

/** 1 − Φ(x) for x > 0, without loss where it is small. */
function normalTail(x: number): number {
  return x < 1 ? 0.5 - centralPart(x) : millsRatio(x) * normalDensity(x);
}

/** Φ(x) − ½ = φ(x) (x + x³/3 + x⁵/15 + …), all terms of one sign (DLMF 7.6.2). */
export function centralPart(x: number): number {
  let term = x;
  let total = x;
  for (let odd = 3; odd < 400; odd += 2) {
    term *= (x * x) / odd;
    const next = total + term;
    if (next === total) break;
    total = next;
  }
  return normalDensity(x) * total;
}

/** (1 − Φ(x)) / φ(x) = 1/(x + 1/(x + 2/(x + …))) (DLMF 7.9.1), from the far end. */
function millsRatio(x: number): number {
  let value = x;
  for (let n = Math.ceil(40 + 400 / (x * x)); n >= 1; n--) value = x + n / value;
  return 1 / value;
}

/**
 * Φ⁻¹(p) for 0 < p < 1: a rational start (Abramowitz and Stegun 26.2.23, error below 4.5e-4),
 * then Halley's method on Φ, which triples the digits each time.
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return 0 - normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  const start =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  let x = Math.max(0, start);
  for (let step = 0; step < 3; step++) {
    const excess = x < 1 ? 0.5 - p - centralPart(x) : normalTail(x) - p;
    const off = excess / normalDensity(x);
    x += off / (1 - (x * off) / 2);
  }
  return 0 - x;
}
