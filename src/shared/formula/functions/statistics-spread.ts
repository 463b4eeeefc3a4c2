import type { ErrorValue } from '#shared/model/value.ts';
import { sum } from './arithmetic.ts';
import { aggregate, define, renamed } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { DIV_ERROR, NUM_ERROR } from './errors.ts';
import { aggregateAll } from './statistics-basic.ts';

type NumberResult = number | ErrorValue;

export function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}

/** Sum of the k-th powers of the distances from the mean. */
function centralSum(numbers: readonly number[], power: number): number {
  const middle = mean(numbers);
  return sum(numbers.map((number) => (number - middle) ** power));
}

function sampleVariance(numbers: readonly number[]): NumberResult {
  return numbers.length < 2 ? DIV_ERROR : centralSum(numbers, 2) / (numbers.length - 1);
}

function populationVariance(numbers: readonly number[]): NumberResult {
  return numbers.length < 1 ? DIV_ERROR : centralSum(numbers, 2) / numbers.length;
}

function root(value: NumberResult): NumberResult {
  return typeof value === 'number' ? Math.sqrt(value) : value;
}

function averageDeviation(numbers: readonly number[]): NumberResult {
  if (numbers.length === 0) return NUM_ERROR;
  const middle = mean(numbers);
  return mean(numbers.map((number) => Math.abs(number - middle)));
}

function skewness(numbers: readonly number[]): NumberResult {
  const n = numbers.length;
  if (n < 3) return DIV_ERROR;
  const deviation = Math.sqrt(centralSum(numbers, 2) / (n - 1));
  if (deviation === 0) return DIV_ERROR;
  return (n / ((n - 1) * (n - 2))) * (centralSum(numbers, 3) / deviation ** 3);
}

function kurtosis(numbers: readonly number[]): NumberResult {
  const n = numbers.length;
  if (n < 4) return DIV_ERROR;
  const variance = centralSum(numbers, 2) / (n - 1);
  if (variance === 0) return DIV_ERROR;
  const fourth = centralSum(numbers, 4) / variance ** 2;
  const bias = (3 * (n - 1) ** 2) / ((n - 2) * (n - 3));
  return ((n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3))) * fourth - bias;
}

function geometricMean(numbers: readonly number[]): NumberResult {
  if (numbers.length === 0 || numbers.some((number) => number <= 0)) return NUM_ERROR;
  const product = numbers.reduce((total, number) => total * number, 1);
  if (product > 1e-290 && Number.isFinite(product)) return product ** (1 / numbers.length);
  return Math.exp(mean(numbers.map((number) => Math.log(number))));
}

function harmonicMean(numbers: readonly number[]): NumberResult {
  if (numbers.length === 0 || numbers.some((number) => number <= 0)) return NUM_ERROR;
  return numbers.length / sum(numbers.map((number) => 1 / number));
}

const STRENGTHS = '{1345;1301;1368;1322;1310;1370;1318;1350;1303;1299}';

const VAR_S = define(
  'VAR.S(number1, [number2], …)',
  'Variance of a sample.',
  'تباين العينة.',
  [
    [`VAR.S(${STRENGTHS})`, 754.2666666666667, 1e-12],
    ['VAR.S(1)', { error: '#DIV/0!' }],
  ],
  aggregate(sampleVariance),
);
const VAR_P = define(
  'VAR.P(number1, [number2], …)',
  'Variance of a whole population.',
  'تباين المجتمع الإحصائي كاملاً.',
  [[`VAR.P(${STRENGTHS})`, 678.84, 1e-12]],
  aggregate(populationVariance),
);
const STDEV_S = define(
  'STDEV.S(number1, [number2], …)',
  'Standard deviation of a sample.',
  'الانحراف المعياري للعينة.',
  [[`STDEV.S(${STRENGTHS})`, 27.46391571984349, 1e-12]],
  aggregate((numbers) => root(sampleVariance(numbers))),
);
const STDEV_P = define(
  'STDEV.P(number1, [number2], …)',
  'Standard deviation of a whole population.',
  'الانحراف المعياري للمجتمع الإحصائي كاملاً.',
  [[`STDEV.P(${STRENGTHS})`, 26.05455814, 1e-9]],
  aggregate((numbers) => root(populationVariance(numbers))),
);

export const STATISTICS_SPREAD: readonly FunctionDefinition[] = [
  VAR_S,
  VAR_P,
  STDEV_S,
  STDEV_P,
  renamed('VAR(number1, [number2], …)', VAR_S, [[`VAR(${STRENGTHS})`, 754.2666667, 1e-9]]),
  renamed('VARP(number1, [number2], …)', VAR_P, [[`VARP(${STRENGTHS})`, 678.84, 1e-12]]),
  renamed('STDEV(number1, [number2], …)', STDEV_S, [[`STDEV(${STRENGTHS})`, 27.46391572, 1e-9]]),
  renamed('STDEVP(number1, [number2], …)', STDEV_P, [[`STDEVP(${STRENGTHS})`, 26.05455814, 1e-9]]),
  define(
    'VARA(value1, [value2], …)',
    'Variance of a sample in which text counts as 0 and TRUE as 1.',
    'تباين العينة مع احتساب النص صفراً وTRUE واحداً.',
    [[`VARA(${STRENGTHS})`, 754.26667, 1e-7]],
    aggregateAll(sampleVariance),
  ),
  define(
    'VARPA(value1, [value2], …)',
    'Variance of a population in which text counts as 0 and TRUE as 1.',
    'تباين المجتمع مع احتساب النص صفراً وTRUE واحداً.',
    [[`VARPA(${STRENGTHS})`, 678.84, 1e-7]],
    aggregateAll(populationVariance),
  ),
  define(
    'STDEVA(value1, [value2], …)',
    'Standard deviation of a sample in which text counts as 0 and TRUE as 1.',
    'الانحراف المعياري للعينة مع احتساب النص صفراً وTRUE واحداً.',
    [[`STDEVA(${STRENGTHS})`, 27.46391572, 1e-9]],
    aggregateAll((numbers) => root(sampleVariance(numbers))),
  ),
  define(
    'STDEVPA(value1, [value2], …)',
    'Standard deviation of a population in which text counts as 0 and TRUE as 1.',
    'الانحراف المعياري للمجتمع مع احتساب النص صفراً وTRUE واحداً.',
    [[`STDEVPA(${STRENGTHS})`, 26.05456, 1e-6]],
    aggregateAll((numbers) => root(populationVariance(numbers))),
  ),
  define(
    'AVEDEV(number1, [number2], …)',
    'Mean distance from the mean.',
    'متوسط الانحرافات المطلقة عن المتوسط.',
    [['AVEDEV({4;5;6;7;5;4;3})', 1.020408163265306, 1e-14]],
    aggregate(averageDeviation),
  ),
  define(
    'DEVSQ(number1, [number2], …)',
    'Sum of squared distances from the mean.',
    'مجموع مربعات الانحرافات عن المتوسط.',
    [['DEVSQ({4;5;8;7;11;4;3})', 48]],
    aggregate((numbers) => (numbers.length === 0 ? NUM_ERROR : centralSum(numbers, 2))),
  ),
  define(
    'SKEW(number1, [number2], …)',
    'Skewness: which side of the mean has the longer tail.',
    'الالتواء، أي مدى عدم تماثل التوزيع حول متوسطه.',
    [['SKEW({3;4;5;2;3;4;5;6;4;7})', 0.3595430714067974, 1e-13]],
    aggregate(skewness),
  ),
  define(
    'SKEW.P(number1, [number2], …)',
    'Skewness of a whole population.',
    'الالتواء للمجتمع الإحصائي كاملاً.',
    [['SKEW.P({3;4;5;2;3;4;5;6;4;7})', 0.303193339354144, 1e-12]],
    aggregate((numbers) => {
      const n = numbers.length;
      const variance = n < 3 ? 0 : centralSum(numbers, 2) / n;
      return variance === 0 ? DIV_ERROR : centralSum(numbers, 3) / n / variance ** 1.5;
    }),
  ),
  define(
    'KURT(number1, [number2], …)',
    'Kurtosis: how heavy the tails are against the normal distribution.',
    'التفرطح، أي ثقل ذيلي التوزيع مقارنة بالتوزيع الطبيعي.',
    [['KURT({3;4;5;2;3;4;5;6;4;7})', -0.151799637208416, 1e-12]],
    aggregate(kurtosis),
  ),
  define(
    'GEOMEAN(number1, [number2], …)',
    'Geometric mean of positive numbers.',
    'المتوسط الهندسي لأعداد موجبة.',
    [['GEOMEAN({4;5;8;7;11;4;3})', 5.476986969656962, 1e-13]],
    aggregate(geometricMean),
  ),
  define(
    'HARMEAN(number1, [number2], …)',
    'Harmonic mean of positive numbers.',
    'المتوسط التوافقي لأعداد موجبة.',
    [['HARMEAN({4;5;8;7;11;4;3})', 5.028375962061728, 1e-13]],
    aggregate(harmonicMean),
  ),
];
