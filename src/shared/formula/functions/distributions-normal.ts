import type { CellValue } from '#shared/model/value.ts';
import { define, numeric, renamed } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { NUM_ERROR } from './errors.ts';
import { centralPart, normalBelow, normalDensity, normalQuantile } from './numeric/normal.ts';

function normal(x: number, mean: number, deviation: number, cumulative: number): CellValue {
  if (deviation <= 0) return NUM_ERROR;
  const z = (x - mean) / deviation;
  return cumulative ? normalBelow(z) : normalDensity(z) / deviation;
}

function normalInverse(p: number, mean: number, deviation: number): CellValue {
  return isInside(p) && deviation > 0 ? mean + deviation * normalQuantile(p) : NUM_ERROR;
}

function logNormal(x: number, mean: number, deviation: number, cumulative: number): CellValue {
  if (x <= 0 || deviation <= 0) return NUM_ERROR;
  const z = (Math.log(x) - mean) / deviation;
  return cumulative ? normalBelow(z) : normalDensity(z) / (deviation * x);
}

function logNormalInverse(p: number, mean: number, deviation: number): CellValue {
  return isInside(p) && deviation > 0 ? Math.exp(mean + deviation * normalQuantile(p)) : NUM_ERROR;
}

function confidence(alpha: number, deviation: number, size: number): CellValue {
  const count = Math.trunc(size);
  if (!isInside(alpha) || deviation <= 0 || count < 1) return NUM_ERROR;
  return (-normalQuantile(alpha / 2) * deviation) / Math.sqrt(count);
}

/** Strictly between 0 and 1. */
function isInside(p: number): boolean {
  return p > 0 && p < 1;
}

const NORM_DIST = define(
  'NORM.DIST(x, mean, standard_dev, cumulative)',
  'Normal distribution: probability up to x, or the density at x.',
  'التوزيع الطبيعي: الاحتمال حتى x أو الكثافة عندها.',
  [
    ['NORM.DIST(42, 40, 1.5, TRUE)', 0.9087887802741321, 1e-14],
    ['NORM.DIST(42, 40, 1.5, FALSE)', 0.10934004978399577, 1e-14],
    ['NORM.DIST(42, 40, 0, TRUE)', { error: '#NUM!' }],
  ],
  numeric(normal),
);
const NORM_INV = define(
  'NORM.INV(probability, mean, standard_dev)',
  'Value below which a normal variable lies with a probability.',
  'القيمة التي يقع دونها متغير طبيعي باحتمال محدد.',
  [['NORM.INV(0.908789, 40, 1.5)', 42.000002, 1e-6]],
  numeric(normalInverse),
);
const NORM_S_INV = define(
  'NORM.S.INV(probability)',
  'Value below which a standard normal variable lies with a probability.',
  'القيمة التي يقع دونها متغير طبيعي معياري باحتمال محدد.',
  [
    ['NORM.S.INV(0.908789)', 1.3333347, 1e-7],
    ['NORM.S.INV(0)', { error: '#NUM!' }],
  ],
  numeric((p) => (isInside(p) ? normalQuantile(p) : NUM_ERROR)),
);
const LOGNORM_INV = define(
  'LOGNORM.INV(probability, mean, standard_dev)',
  'Value below which a lognormal variable lies with a probability.',
  'القيمة التي يقع دونها متغير لوغاريتمي طبيعي باحتمال محدد.',
  [['LOGNORM.INV(0.039084, 3.5, 1.2)', 4.0000252, 1e-7]],
  numeric(logNormalInverse),
);
const CONFIDENCE_NORM = define(
  'CONFIDENCE.NORM(alpha, standard_dev, size)',
  'Half the width of the confidence interval of a mean by the normal distribution.',
  'نصف عرض فترة الثقة للمتوسط وفق التوزيع الطبيعي.',
  [['CONFIDENCE.NORM(0.05, 2.5, 50)', 0.692951912, 1e-9]],
  numeric(confidence),
);

export const DISTRIBUTIONS_NORMAL: readonly FunctionDefinition[] = [
  NORM_DIST,
  renamed('NORMDIST(x, mean, standard_dev, cumulative)', NORM_DIST, [
    ['NORMDIST(42, 40, 1.5, TRUE)', 0.90878878, 1e-8],
  ]),
  NORM_INV,
  renamed('NORMINV(probability, mean, standard_dev)', NORM_INV, [
    ['NORMINV(0.908789, 40, 1.5)', 42.000002, 1e-6],
  ]),
  define(
    'NORM.S.DIST(z, cumulative)',
    'Standard normal distribution: probability up to z, or the density at z.',
    'التوزيع الطبيعي المعياري: الاحتمال حتى z أو الكثافة عندها.',
    [
      ['NORM.S.DIST(1.333333, TRUE)', 0.908788726, 1e-9],
      ['NORM.S.DIST(1.333333, FALSE)', 0.164010148, 1e-9],
    ],
    numeric((z, cumulative) => (cumulative ? normalBelow(z) : normalDensity(z))),
  ),
  define(
    'NORMSDIST(z)',
    'Standard normal distribution up to z; earlier form of NORM.S.DIST.',
    'الاحتمال التراكمي للتوزيع الطبيعي المعياري حتى z، وهي الصيغة السابقة للدالة NORM.S.DIST.',
    [['NORMSDIST(1.333333)', 0.908788726, 1e-9]],
    numeric((z) => normalBelow(z)),
  ),
  NORM_S_INV,
  renamed('NORMSINV(probability)', NORM_S_INV, [['NORMSINV(0.908789)', 1.3333347, 1e-7]]),
  define(
    'LOGNORM.DIST(x, mean, standard_dev, cumulative)',
    'Distribution whose logarithm is normal: probability up to x, or the density at x.',
    'التوزيع اللوغاريتمي الطبيعي: الاحتمال حتى x أو الكثافة عندها.',
    [
      ['LOGNORM.DIST(4, 3.5, 1.2, TRUE)', 0.0390836, 1e-7],
      ['LOGNORM.DIST(4, 3.5, 1.2, FALSE)', 0.0176176, 1e-7],
    ],
    numeric(logNormal),
  ),
  LOGNORM_INV,
  renamed('LOGINV(probability, mean, standard_dev)', LOGNORM_INV, [
    ['LOGINV(0.039084, 3.5, 1.2)', 4.0000252, 1e-7],
  ]),
  CONFIDENCE_NORM,
  renamed('CONFIDENCE(alpha, standard_dev, size)', CONFIDENCE_NORM, [
    ['CONFIDENCE(0.05, 2.5, 50)', 0.692951912, 1e-9],
  ]),
  define(
    'STANDARDIZE(x, mean, standard_dev)',
    'Distance from the mean in standard deviations.',
    'البعد عن المتوسط مقيساً بالانحراف المعياري.',
    [['STANDARDIZE(42, 40, 1.5)', 1.333333333, 1e-9]],
    numeric((x, mean, deviation) => (deviation > 0 ? (x - mean) / deviation : NUM_ERROR)),
  ),
  define(
    'GAUSS(z)',
    'Probability that a standard normal variable lies between 0 and z.',
    'احتمال وقوع متغير طبيعي معياري بين 0 وz.',
    [['GAUSS(2)', 0.47725, 1e-5]],
    numeric((z) => (Math.abs(z) < 3 ? centralPart(z) : normalBelow(z) - 0.5)),
  ),
  define(
    'PHI(x)',
    'Density of the standard normal distribution.',
    'كثافة التوزيع الطبيعي المعياري.',
    [['PHI(0.75)', 0.301137432, 1e-9]],
    numeric((x) => normalDensity(x)),
  ),
];
