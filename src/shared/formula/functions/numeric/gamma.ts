const HALF_LOG_TWO_PI = 0.9189385332046727;
const EULER = 0.5772156649015329;

/** ζ(k) − 1 for k = 2, 3, … */
const ZETA_LESS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853,
  0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5,
  3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6,
  9.539620338727962e-7, 4.769329867878064e-7, 2.38450502727733e-7, 1.1921992596531106e-7,
  5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8, 7.45071178983543e-9,
  3.725334024788457e-9, 1.862659723513049e-9, 9.313274324196682e-10,
];

/** Stirling's series, B(2k) / (2k(2k − 1)). */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
];

/** ln Γ(2 + z) for |z| ≤ 0.5 (NIST DLMF 5.7.3): exact where the logarithm passes through zero. */
function logGammaNearTwo(z: number): number {
  let total = 0;
  for (let index = ZETA_LESS_ONE.length - 1; index >= 0; index--) {
    const k = index + 2;
    total = (((k % 2 === 0 ? 1 : -1) * (ZETA_LESS_ONE[index] ?? 0)) / k + total) * z;
  }
  return (1 - EULER + total) * z;
}

/** Σ B(2k) / (2k(2k − 1) x^(2k − 1)) for x ≥ 10: what Stirling's formula leaves out (DLMF 5.11.1). */
function stirlingRest(x: number): number {
  const inverse = 1 / (x * x);
  let total = 0;
  for (let index = STIRLING.length - 1; index >= 0; index--) total = total * inverse + (STIRLING[index] ?? 0);
  return total / x;
}

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return logGammaNearTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return logGammaNearTwo(x - 1) - Math.log1p(x - 1);
  if (x <= 2.5) return logGammaNearTwo(x - 2);
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingRest(x);
  let product = 1;
  let rest = x;
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  return Math.log(product) + logGammaNearTwo(rest - 2);
}

/** Γ(x); NaN at 0 and the negative whole numbers, infinite beyond 171.62. */
export function gamma(x: number): number {
  if (Number.isInteger(x)) return x <= 0 ? Number.NaN : factorial(x - 1);
  if (x < 0.5) return Math.PI / (sinPi(x) * gamma(1 - x));
  if (x >= 20) {
    const half = x ** (x / 2 - 0.25);
    return half * Math.exp(-x) * half * Math.exp(HALF_LOG_TWO_PI + stirlingRest(x));
  }
  let product = 1;
  let rest = x;
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  return product * Math.exp(logGamma(rest));
}

/** sin(πx), reduced first so that whole numbers give 0. */
function sinPi(x: number): number {
  const near = Math.round(x);
  const sine = Math.sin(Math.PI * (x - near));
  return near % 2 === 0 ? sine : -sine;
}

/** n! for whole n from 0; infinite beyond 170. */
export function factorial(n: number): number {
  if (n > 170) return Number.POSITIVE_INFINITY;
  let total = 1;
  for (let factor = 2; factor <= n; factor++) total *= factor;
  return total;
}

/** C(n, k) for whole n ≥ k ≥ 0, exact while it fits into a double. */
export function binomial(n: number, k: number): number {
  const smaller = Math.min(k, n - k);
  let total = 1;
  for (let step = 1; step <= smaller && Number.isFinite(total); step++) {
    const factor = n - smaller + step;
    total = total < 1e290 ? (total * factor) / step : total * (factor / step);
  }
  return total < 1e15 ? Math.round(total) : total;
}

/** ln Γ(n + 1) less Stirling's formula: the correction of C. Loader's saddle-point expansion (2000). */
export function stirlingError(n: number): number {
  if (n >= 10) return stirlingRest(n);
  return n === 0 ? 0 : logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
}

/** x ln(x / m) + m − x without loss where x is near m (Loader 2000). */
export function devianceTerm(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x === 0 ? m : x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let total = (x - m) * v;
  let power = 2 * x * v;
  for (let k = 3; k < 1000; k += 2) {
    power *= v * v;
    const next = total + power / k;
    if (next === total) break;
    total = next;
  }
  return total;
}
