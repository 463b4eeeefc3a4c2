import type { CellValue } from '#shared/model/value.ts';
import { define, numeric, renamed } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { NUM_ERROR } from './errors.ts';
import { incompleteBeta } from './numeric/incomplete-beta.ts';
import { upperGamma } from './numeric/incomplete-gamma.ts';
import { binomialMass, poissonMass } from './numeric/probability-mass.ts';

function isShare(p: number): boolean {
  return p >= 0 && p <= 1;
}

function binomialBelow(k: number, n: number, p: number): number {
  return k >= n ? 1 : incompleteBeta(n - k, k + 1, 1 - p, p);
}

function binomialDistribution(successes: number, trials: number, p: number, cumulative: number): CellValue {
  const [k, n] = [Math.trunc(successes), Math.trunc(trials)];
  if (k < 0 || k > n || !isShare(p)) return NUM_ERROR;
  return cumulative ? binomialBelow(k, n, p) : binomialMass(k, n, p, 1 - p);
}

/** Smallest number of successes whose probability reaches alpha; a tie counts as reached. */
function binomialInverse(trials: number, p: number, alpha: number): CellValue {
  const n = Math.trunc(trials);
  if (n < 0 || !isShare(p) || alpha <= 0 || alpha >= 1) return NUM_ERROR;
  let [low, high] = [0, n];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialBelow(middle, n, p) >= alpha * (1 - 1e-13)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function poisson(events: number, mean: number, cumulative: number): CellValue {
  const k = Math.trunc(events);
  if (k < 0 || mean < 0) return NUM_ERROR;
  return cumulative ? upperGamma(k + 1, mean) : poissonMass(k, mean);
}

/** Loader's form: a ratio of binomial probabilities at the share drawn. */
function hypergeometricMass(k: number, drawn: number, marked: number, all: number): number {
  if (k < Math.max(0, drawn - all + marked) || k > Math.min(drawn, marked)) return 0;
  const share = drawn / all;
  const rest = 1 - share;
  return (
    (binomialMass(k, marked, share, rest) * binomialMass(drawn - k, all - marked, share, rest)) /
    binomialMass(drawn, all, share, rest)
  );
}

function hypergeometric(
  sampleHits: number,
  sampleSize: number,
  hits: number,
  size: number,
  cumulative: number,
): CellValue {
  const [k, drawn, marked, all] = [sampleHits, sampleSize, hits, size].map(Math.trunc) as [
    number,
    number,
    number,
    number,
  ];
  const isPossible = drawn > 0 && drawn <= all && marked > 0 && marked <= all && all > 0;
  if (!isPossible || k < Math.max(0, drawn - all + marked) || k > Math.min(drawn, marked)) return NUM_ERROR;
  if (!cumulative) return hypergeometricMass(k, drawn, marked, all);
  return hypergeometricBelow(k, drawn, marked, all);
}

/** Sums outwards from k on the side that leads away from the peak, until nothing more is added. */
function hypergeometricBelow(k: number, drawn: number, marked: number, all: number): number {
  const isAbovePeak = k > ((drawn + 1) * (marked + 1)) / (all + 2);
  const step = isAbovePeak ? 1 : -1;
  let total = 0;
  for (let hit = isAbovePeak ? k + 1 : k; hit >= 0 && hit <= drawn; hit += step) {
    const next = total + hypergeometricMass(hit, drawn, marked, all);
    if (next === total) break;
    total = next;
  }
  return Math.min(1, isAbovePeak ? 1 - total : total);
}

function negativeBinomial(failures: number, successes: number, p: number, cumulative: number): CellValue {
  const [f, s] = [Math.trunc(failures), Math.trunc(successes)];
  if (f < 0 || s < 1 || !isShare(p)) return NUM_ERROR;
  if (cumulative) return incompleteBeta(s, f + 1, p, 1 - p);
  return (s / (s + f)) * binomialMass(s, s + f, p, 1 - p);
}

const BINOM_DIST = define(
  'BINOM.DIST(number_s, trials, probability_s, cumulative)',
  'Binomial distribution: probability of up to, or exactly, so many successes.',
  'توزيع ذي الحدين: احتمال عدد من النجاحات على الأكثر أو بالضبط.',
  [['BINOM.DIST(6, 10, 0.5, FALSE)', 0.205078125, 1e-14]],
  numeric(binomialDistribution),
);
const BINOM_INV = define(
  'BINOM.INV(trials, probability_s, alpha)',
  'Smallest number of successes whose cumulative probability reaches alpha.',
  'أصغر عدد من النجاحات يبلغ احتماله التراكمي alpha.',
  [
    ['BINOM.INV(6, 0.5, 0.75)', 4],
    ['BINOM.INV(5, 0.5, 0.5)', 2],
  ],
  numeric(binomialInverse),
);
const POISSON_DIST = define(
  'POISSON.DIST(x, mean, cumulative)',
  'Poisson distribution: probability of up to, or exactly, x events.',
  'توزيع بواسون: احتمال وقوع x حدثاً على الأكثر أو بالضبط.',
  [
    ['POISSON.DIST(2, 5, TRUE)', 0.12465201948308113, 1e-14],
    ['POISSON.DIST(2, 5, FALSE)', 0.08422433748856833, 1e-14],
  ],
  numeric(poisson),
);

export const DISTRIBUTIONS_DISCRETE: readonly FunctionDefinition[] = [
  BINOM_DIST,
  renamed('BINOMDIST(number_s, trials, probability_s, cumulative)', BINOM_DIST, [
    ['BINOMDIST(6, 10, 0.5, FALSE)', 0.205078125, 1e-14],
  ]),
  BINOM_INV,
  renamed('CRITBINOM(trials, probability_s, alpha)', BINOM_INV, [['CRITBINOM(6, 0.5, 0.75)', 4]]),
  POISSON_DIST,
  renamed('POISSON(x, mean, cumulative)', POISSON_DIST, [['POISSON(2, 5, TRUE)', 0.124652, 1e-6]]),
  define(
    'HYPGEOM.DIST(sample_s, number_sample, population_s, number_pop, cumulative)',
    'Probability of successes in a sample drawn without putting back.',
    'احتمال عدد من النجاحات في عينة تُسحب دون إرجاع.',
    [
      ['HYPGEOM.DIST(1, 4, 8, 20, TRUE)', 0.4654, 1e-4],
      ['HYPGEOM.DIST(1, 4, 8, 20, FALSE)', 0.3633, 1e-4],
    ],
    numeric(hypergeometric),
  ),
  define(
    'NEGBINOM.DIST(number_f, number_s, probability_s, cumulative)',
    'Probability of so many failures before a number of successes.',
    'احتمال عدد من الإخفاقات قبل بلوغ عدد من النجاحات.',
    [
      ['NEGBINOM.DIST(10, 5, 0.25, TRUE)', 0.3135141, 1e-7],
      ['NEGBINOM.DIST(10, 5, 0.25, FALSE)', 0.0550487, 1e-7],
    ],
    numeric(negativeBinomial),
  ),
];
