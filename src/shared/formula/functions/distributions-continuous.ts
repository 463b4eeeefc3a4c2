import type { CellValue } from '#shared/model/value.ts';
import { define, numeric, renamed } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { NUM_ERROR } from './errors.ts';
import { gamma, logGamma } from './numeric/gamma.ts';
import { betaDensity, incompleteBeta } from './numeric/incomplete-beta.ts';
import { lowerGamma } from './numeric/incomplete-gamma.ts';
import { poissonMass } from './numeric/probability-mass.ts';
import { betaQuantile, gammaQuantile, lowerTail } from './numeric/quantile.ts';

function beta(x: number, a: number, b: number, cumulative: number, low: number, high: number): CellValue {
  if (a <= 0 || b <= 0 || x < low || x > high || low === high) return NUM_ERROR;
  const [below, above] = [(x - low) / (high - low), (high - x) / (high - low)];
  if (cumulative) return incompleteBeta(a, b, below, above);
  if (below === 0) return densityAtEnd(a, b / (high - low));
  if (above === 0) return densityAtEnd(b, a / (high - low));
  return betaDensity(a, b, below, above) / (high - low);
}

/** At an end of its range a density is 0, infinite, or `limit` where the exponent there is 0. */
function densityAtEnd(shape: number, limit: number): CellValue {
  if (shape > 1) return 0;
  return shape === 1 ? limit : NUM_ERROR;
}

function betaInverse(p: number, a: number, b: number, low: number, high: number): CellValue {
  if (a <= 0 || b <= 0 || p <= 0 || p > 1 || low >= high) return NUM_ERROR;
  return p === 1 ? high : low + betaQuantile(a, b, lowerTail(p)).x * (high - low);
}

function gammaDistribution(x: number, shape: number, scale: number, cumulative: number): CellValue {
  if (x < 0 || shape <= 0 || scale <= 0) return NUM_ERROR;
  if (cumulative) return lowerGamma(shape, x / scale);
  if (x === 0) return densityAtEnd(shape, 1 / scale);
  return (poissonMass(shape, x / scale) * shape) / x;
}

function gammaInverse(p: number, shape: number, scale: number): CellValue {
  if (p < 0 || p >= 1 || shape <= 0 || scale <= 0) return NUM_ERROR;
  return p === 0 ? 0 : scale * gammaQuantile(shape, lowerTail(p));
}

function exponential(x: number, rate: number, cumulative: number): CellValue {
  if (x < 0 || rate <= 0) return NUM_ERROR;
  return cumulative ? -Math.expm1(-rate * x) : rate * Math.exp(-rate * x);
}

function weibull(x: number, shape: number, scale: number, cumulative: number): CellValue {
  if (x < 0 || shape <= 0 || scale <= 0) return NUM_ERROR;
  const power = (x / scale) ** shape;
  if (cumulative) return -Math.expm1(-power);
  return x === 0 ? densityAtEnd(shape, 1 / scale) : ((shape * power) / x) * Math.exp(-power);
}

const GAMMA_DIST = define(
  'GAMMA.DIST(x, alpha, beta, cumulative)',
  'Gamma distribution: probability up to x, or the density at x.',
  'توزيع غاما: الاحتمال حتى x أو الكثافة عندها.',
  [
    ['GAMMA.DIST(10.00001131, 9, 2, FALSE)', 0.032639, 1e-6],
    ['GAMMA.DIST(10.00001131, 9, 2, TRUE)', 0.068094, 1e-6],
  ],
  numeric(gammaDistribution),
);
const GAMMA_INV = define(
  'GAMMA.INV(probability, alpha, beta)',
  'Value below which a gamma variable lies with a probability.',
  'القيمة التي يقع دونها متغير غاما باحتمال محدد.',
  [['GAMMA.INV(0.068094, 9, 2)', 10.0000112, 1e-7]],
  numeric(gammaInverse),
);
const EXPON_DIST = define(
  'EXPON.DIST(x, lambda, cumulative)',
  'Exponential distribution: probability up to x, or the density at x.',
  'التوزيع الأسي: الاحتمال حتى x أو الكثافة عندها.',
  [
    ['EXPON.DIST(0.2, 10, TRUE)', 0.8646647167633873, 1e-14],
    ['EXPON.DIST(0.2, 10, FALSE)', 1.353352832366127, 1e-14],
  ],
  numeric(exponential),
);
const WEIBULL_DIST = define(
  'WEIBULL.DIST(x, alpha, beta, cumulative)',
  'Weibull distribution: probability up to x, or the density at x.',
  'توزيع ويبل: الاحتمال حتى x أو الكثافة عندها.',
  [
    ['WEIBULL.DIST(105, 20, 100, TRUE)', 0.929581, 1e-6],
    ['WEIBULL.DIST(105, 20, 100, FALSE)', 0.035589, 1e-6],
  ],
  numeric(weibull),
);
const BETA_INV = define(
  'BETA.INV(probability, alpha, beta, [A], [B])',
  'Value below which a beta variable between A and B lies with a probability.',
  'القيمة التي يقع دونها متغير بيتا بين A وB باحتمال محدد.',
  [['BETA.INV(0.685470581, 8, 10, 1, 3)', 2, 1e-8]],
  numeric(betaInverse, 0, 1),
);

export const DISTRIBUTIONS_CONTINUOUS: readonly FunctionDefinition[] = [
  define(
    'BETA.DIST(x, alpha, beta, cumulative, [A], [B])',
    'Beta distribution between A and B: probability up to x, or the density at x.',
    'توزيع بيتا بين A وB: الاحتمال حتى x أو الكثافة عندها.',
    [
      ['BETA.DIST(2, 8, 10, TRUE, 1, 3)', 0.6854706, 1e-7],
      ['BETA.DIST(2, 8, 10, FALSE, 1, 3)', 1.4837646, 1e-7],
    ],
    numeric(beta, 0, 1),
  ),
  BETA_INV,
  renamed('BETAINV(probability, alpha, beta, [A], [B])', BETA_INV, [
    ['BETAINV(0.685470581, 8, 10, 1, 3)', 2, 1e-8],
  ]),
  GAMMA_DIST,
  renamed('GAMMADIST(x, alpha, beta, cumulative)', GAMMA_DIST, [
    ['GAMMADIST(10.00001131, 9, 2, TRUE)', 0.068094, 1e-6],
  ]),
  GAMMA_INV,
  renamed('GAMMAINV(probability, alpha, beta)', GAMMA_INV, [['GAMMAINV(0.068094, 9, 2)', 10.0000112, 1e-7]]),
  define(
    'GAMMA(number)',
    'Gamma function.',
    'دالة غاما.',
    [
      ['GAMMA(2.5)', 1.329340388179137, 1e-14],
      ['GAMMA(-3.75)', 0.2678661288614166, 1e-14],
      ['GAMMA(0)', { error: '#NUM!' }],
      ['GAMMA(-2)', { error: '#NUM!' }],
    ],
    numeric((x) => gamma(x)),
  ),
  define(
    'GAMMALN(x)',
    'Natural logarithm of the gamma function.',
    'اللوغاريتم الطبيعي لدالة غاما.',
    [['GAMMALN(4)', 1.791759469228055, 1e-14]],
    numeric((x) => (x > 0 ? logGamma(x) : NUM_ERROR)),
  ),
  EXPON_DIST,
  renamed('EXPONDIST(x, lambda, cumulative)', EXPON_DIST, [['EXPONDIST(0.2, 10, TRUE)', 0.86466472, 1e-8]]),
  WEIBULL_DIST,
  renamed('WEIBULL(x, alpha, beta, cumulative)', WEIBULL_DIST, [
    ['WEIBULL(105, 20, 100, TRUE)', 0.929581, 1e-6],
  ]),
];
