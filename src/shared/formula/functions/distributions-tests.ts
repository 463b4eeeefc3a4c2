import type { CellValue } from '#shared/model/value.ts';
import { define, numeric, renamed } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { DIV_ERROR, NUM_ERROR } from './errors.ts';
import { betaDensity, incompleteBeta } from './numeric/incomplete-beta.ts';
import { lowerGamma, upperGamma } from './numeric/incomplete-gamma.ts';
import { poissonMass } from './numeric/probability-mass.ts';
import { betaQuantile, gammaQuantile, lowerTail, type Tails, upperTail } from './numeric/quantile.ts';

const MOST_DEGREES = 1e10;

/** Whole degrees of freedom, or null when there are none. */
function degrees(value: number): number | null {
  const whole = Math.trunc(value);
  return whole >= 1 && whole <= MOST_DEGREES ? whole : null;
}

/** Probability that |t| exceeds the size of x. */
function studentTails(x: number, df: number): number {
  const square = x * x;
  return incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square));
}

function studentDensity(x: number, df: number): number {
  if (x === 0) return studentDensity(1e-150, df);
  const square = x * x;
  const [p, q] = [df / (df + square), square / (df + square)];
  // From the beta variable p = df / (df + x²): density times |dp/dx|, half for each side.
  return (betaDensity(df / 2, 0.5, p, q) * p * q) / Math.abs(x);
}

function student(x: number, freedom: number, cumulative: number): CellValue {
  const df = degrees(freedom);
  if (df === null) return NUM_ERROR;
  if (!cumulative) return studentDensity(x, df);
  const tail = studentTails(x, df) / 2;
  return x < 0 ? tail : 1 - tail;
}

function studentRight(x: number, freedom: number): CellValue {
  const df = degrees(freedom);
  if (df === null) return NUM_ERROR;
  const tail = studentTails(x, df) / 2;
  return x < 0 ? 1 - tail : tail;
}

/** Size that |t| exceeds with a probability. */
function studentSize(tails: number, df: number): number {
  const { x, y } = betaQuantile(df / 2, 0.5, lowerTail(tails));
  return Math.sqrt((df * y) / x);
}

function studentInverse(p: number, freedom: number): CellValue {
  const df = degrees(freedom);
  if (df === null || p <= 0 || p >= 1) return NUM_ERROR;
  if (p === 0.5) return 0;
  return p < 0.5 ? -studentSize(2 * p, df) : studentSize(2 * (1 - p), df);
}

function studentTwoSided(p: number, freedom: number): CellValue {
  const df = degrees(freedom);
  if (df === null || p <= 0 || p > 1) return NUM_ERROR;
  return p === 1 ? 0 : studentSize(p, df);
}

function chiSquare(x: number, freedom: number, cumulative: number): CellValue {
  const df = degrees(freedom);
  if (df === null || x < 0) return NUM_ERROR;
  if (cumulative) return lowerGamma(df / 2, x / 2);
  if (x === 0) return df > 2 ? 0 : df === 2 ? 0.5 : NUM_ERROR;
  return (poissonMass(df / 2, x / 2) * df) / 2 / x;
}

function chiSquareInverse(freedom: number, p: number, tails: Tails): CellValue {
  const df = degrees(freedom);
  if (df === null || p < 0 || p > 1 || tails.above === 0) return NUM_ERROR;
  return tails.below === 0 ? 0 : 2 * gammaQuantile(df / 2, tails);
}

function fisher(
  x: number,
  freedom1: number,
  freedom2: number,
  tail: 'below' | 'above' | 'density',
): CellValue {
  const [d1, d2] = [degrees(freedom1), degrees(freedom2)];
  if (d1 === null || d2 === null || x < 0) return NUM_ERROR;
  const [p, q] = [(d1 * x) / (d1 * x + d2), d2 / (d1 * x + d2)];
  if (tail === 'below') return incompleteBeta(d1 / 2, d2 / 2, p, q);
  if (tail === 'above') return incompleteBeta(d2 / 2, d1 / 2, q, p);
  if (x === 0) return d1 > 2 ? 0 : d1 === 2 ? 1 : NUM_ERROR;
  return (betaDensity(d1 / 2, d2 / 2, p, q) * p * q) / x;
}

function fisherInverse(freedom1: number, freedom2: number, p: number, tails: Tails): CellValue {
  const [d1, d2] = [degrees(freedom1), degrees(freedom2)];
  if (d1 === null || d2 === null || p < 0 || p > 1 || tails.above === 0) return NUM_ERROR;
  if (tails.below === 0) return 0;
  const { x, y } = betaQuantile(d1 / 2, d2 / 2, tails);
  return (d2 * x) / (d1 * y);
}

function confidenceStudent(alpha: number, deviation: number, size: number): CellValue {
  const count = Math.trunc(size);
  if (alpha <= 0 || alpha >= 1 || deviation <= 0 || count < 1) return NUM_ERROR;
  return count === 1 ? DIV_ERROR : (studentSize(alpha, count - 1) * deviation) / Math.sqrt(count);
}

const T_INV_2T = define(
  'T.INV.2T(probability, deg_freedom)',
  'Size that a Student t variable exceeds on either side with a probability.',
  'القيمة التي يتجاوزها متغير t في أي من الاتجاهين باحتمال محدد.',
  [['T.INV.2T(0.546449, 60)', 0.606533, 1e-6]],
  numeric(studentTwoSided),
);
const CHISQ_DIST_RT = define(
  'CHISQ.DIST.RT(x, deg_freedom)',
  'Probability that a chi-squared variable exceeds x.',
  'احتمال تجاوز متغير مربع كاي للقيمة x.',
  [['CHISQ.DIST.RT(18.307, 10)', 0.0500006, 1e-7]],
  numeric((x, freedom) => {
    const df = degrees(freedom);
    return df === null || x < 0 ? NUM_ERROR : upperGamma(df / 2, x / 2);
  }),
);
const CHISQ_INV_RT = define(
  'CHISQ.INV.RT(probability, deg_freedom)',
  'Value that a chi-squared variable exceeds with a probability.',
  'القيمة التي يتجاوزها متغير مربع كاي باحتمال محدد.',
  [['CHISQ.INV.RT(0.050001, 10)', 18.306973, 1e-6]],
  numeric((p, df) => (p === 0 ? NUM_ERROR : chiSquareInverse(df, p, upperTail(p)))),
);
const F_DIST_RT = define(
  'F.DIST.RT(x, deg_freedom1, deg_freedom2)',
  'Probability that an F variable exceeds x.',
  'احتمال تجاوز متغير F للقيمة x.',
  [['F.DIST.RT(15.20686486, 6, 4)', 0.01, 1e-9]],
  numeric((x, d1, d2) => fisher(x, d1, d2, 'above')),
);
const F_INV_RT = define(
  'F.INV.RT(probability, deg_freedom1, deg_freedom2)',
  'Value that an F variable exceeds with a probability.',
  'القيمة التي يتجاوزها متغير F باحتمال محدد.',
  [['F.INV.RT(0.01, 6, 4)', 15.20686486, 1e-8]],
  numeric((p, d1, d2) => fisherInverse(d1, d2, p, upperTail(p))),
);

export const DISTRIBUTIONS_TESTS: readonly FunctionDefinition[] = [
  define(
    'T.DIST(x, deg_freedom, cumulative)',
    'Student t distribution: probability up to x, or the density at x.',
    'توزيع t لستيودنت: الاحتمال حتى x أو الكثافة عندها.',
    [
      ['T.DIST(60, 1, TRUE)', 0.99469533, 1e-8],
      ['T.DIST(8, 3, FALSE)', 0.00073691, 1e-8],
    ],
    numeric(student),
  ),
  define(
    'T.DIST.2T(x, deg_freedom)',
    'Probability that a Student t variable lies farther from 0 than x.',
    'احتمال أن يبعد متغير t عن الصفر أكثر من x.',
    [
      ['T.DIST.2T(1.959999998, 60)', 0.054645, 1e-6],
      ['T.DIST.2T(-1, 60)', { error: '#NUM!' }],
    ],
    numeric((x, freedom) => {
      const df = degrees(freedom);
      return df === null || x < 0 ? NUM_ERROR : studentTails(x, df);
    }),
  ),
  define(
    'T.DIST.RT(x, deg_freedom)',
    'Probability that a Student t variable exceeds x.',
    'احتمال تجاوز متغير t للقيمة x.',
    [['T.DIST.RT(1.959999998, 60)', 0.027322, 1e-6]],
    numeric(studentRight),
  ),
  define(
    'T.INV(probability, deg_freedom)',
    'Value below which a Student t variable lies with a probability.',
    'القيمة التي يقع دونها متغير t باحتمال محدد.',
    [['T.INV(0.75, 2)', 0.8164965809277259, 1e-14]],
    numeric(studentInverse),
  ),
  T_INV_2T,
  renamed('TINV(probability, deg_freedom)', T_INV_2T, [['TINV(0.054644927, 60)', 1.96, 1e-7]]),
  define(
    'CONFIDENCE.T(alpha, standard_dev, size)',
    'Half the width of the confidence interval of a mean by Student t.',
    'نصف عرض فترة الثقة للمتوسط وفق توزيع t.',
    [['CONFIDENCE.T(0.05, 1, 50)', 0.284196855, 1e-9]],
    numeric(confidenceStudent),
  ),
  define(
    'CHISQ.DIST(x, deg_freedom, cumulative)',
    'Chi-squared distribution: probability up to x, or the density at x.',
    'توزيع مربع كاي: الاحتمال حتى x أو الكثافة عندها.',
    [
      ['CHISQ.DIST(0.5, 1, TRUE)', 0.52049988, 1e-8],
      ['CHISQ.DIST(2, 3, FALSE)', 0.20755375, 1e-8],
    ],
    numeric(chiSquare),
  ),
  CHISQ_DIST_RT,
  renamed('CHIDIST(x, deg_freedom)', CHISQ_DIST_RT, [['CHIDIST(18.307, 10)', 0.0500006, 1e-7]]),
  define(
    'CHISQ.INV(probability, deg_freedom)',
    'Value below which a chi-squared variable lies with a probability.',
    'القيمة التي يقع دونها متغير مربع كاي باحتمال محدد.',
    [
      ['CHISQ.INV(0.93, 1)', 3.283020287, 1e-9],
      ['CHISQ.INV(0.6, 2)', 1.832581464, 1e-9],
    ],
    numeric((p, df) => chiSquareInverse(df, p, lowerTail(p))),
  ),
  CHISQ_INV_RT,
  renamed('CHIINV(probability, deg_freedom)', CHISQ_INV_RT, [['CHIINV(0.050001, 10)', 18.306973, 1e-6]]),
  define(
    'F.DIST(x, deg_freedom1, deg_freedom2, cumulative)',
    'F distribution: probability up to x, or the density at x.',
    'توزيع F: الاحتمال حتى x أو الكثافة عندها.',
    [
      ['F.DIST(15.20686486, 6, 4, TRUE)', 0.99, 1e-9],
      ['F.DIST(15.20686486, 6, 4, FALSE)', 0.0012238, 1e-7],
    ],
    numeric((x, d1, d2, cumulative) => fisher(x, d1, d2, cumulative ? 'below' : 'density')),
  ),
  F_DIST_RT,
  renamed('FDIST(x, deg_freedom1, deg_freedom2)', F_DIST_RT, [['FDIST(15.20686486, 6, 4)', 0.01, 1e-9]]),
  define(
    'F.INV(probability, deg_freedom1, deg_freedom2)',
    'Value below which an F variable lies with a probability.',
    'القيمة التي يقع دونها متغير F باحتمال محدد.',
    [['F.INV(0.01, 6, 4)', 0.10930991, 1e-8]],
    numeric((p, d1, d2) => fisherInverse(d1, d2, p, lowerTail(p))),
  ),
  F_INV_RT,
  renamed('FINV(probability, deg_freedom1, deg_freedom2)', F_INV_RT, [
    ['FINV(0.01, 6, 4)', 15.20686486, 1e-8],
  ]),
];
