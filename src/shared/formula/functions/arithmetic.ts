import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import { power } from '../arithmetic.ts';
import { asMatrix, pairsOf } from './arguments.ts';
import { aggregate, define, numeric, ranges } from './define.ts';
import type { Argument, FunctionDefinition, Implementation } from './definition.ts';
import { DIV_ERROR, finite, NA_ERROR, NUM_ERROR, VALUE_ERROR } from './errors.ts';
import { floorDecimal } from './numeric/decimal-round.ts';

/** Plain addition from left to right, the same order everywhere, so that all paths agree to the last bit. */
export function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function product(numbers: readonly number[]): number {
  let total = numbers.length === 0 ? 0 : 1;
  for (const number of numbers) total *= number;
  return total;
}

function sumOfSquares(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number * number;
  return total;
}

function sumProduct(args: readonly Argument[]): CellValue {
  const matrices = args.map(asMatrix);
  const [first] = matrices;
  if (!first || matrices.some((one) => one.rows !== first.rows || one.columns !== first.columns)) {
    return VALUE_ERROR;
  }
  let total = 0;
  for (let index = 0; index < first.values.length; index++) {
    let part = 1;
    for (const matrix of matrices) {
      const value = matrix.values[index] ?? null;
      if (isErrorValue(value)) return value;
      part *= typeof value === 'number' ? value : 0;
    }
    total += part;
  }
  return finite(total);
}

/** Sum over pairs of two ranges of equal size. */
function overPairs(term: (x: number, y: number) => number): Implementation {
  return ranges(([first, second]) => {
    const pairs = pairsOf(first, second);
    if (isErrorValue(pairs)) return pairs;
    if (pairs.x.length === 0) return NA_ERROR;
    return finite(sum(pairs.x.map((x, index) => term(x, pairs.y[index] ?? 0))));
  });
}

function remainder(value: number, divisor: number): CellValue {
  if (divisor === 0) return DIV_ERROR;
  const ratio = value / divisor;
  const whole = floorDecimal(ratio);
  // 0.3 / 0.1 is a whisker below 3: what 15 digits show as whole leaves nothing.
  return whole === Math.floor(ratio) ? value - divisor * whole || 0 : 0;
}

function logarithm(value: number, base: number): CellValue {
  if (value <= 0 || base <= 0) return NUM_ERROR;
  if (base === 1) return DIV_ERROR;
  if (base === 10) return Math.log10(value);
  return base === 2 ? Math.log2(value) : Math.log(value) / Math.log(base);
}

export const ARITHMETIC: readonly FunctionDefinition[] = [
  define(
    'SUM(number1, [number2], …)',
    'Adds numbers from left to right; text, truth values and blanks in ranges are passed over.',
    'تجمع الأعداد من اليسار إلى اليمين، وتتجاهل النصوص والقيم المنطقية والخلايا الفارغة في النطاقات.',
    [
      ['SUM(3, 2)', 5],
      ['SUM("5", 15, TRUE)', 21],
      ['SUM({1,"a",TRUE,4})', 5],
    ],
    aggregate(sum),
  ),
  define(
    'PRODUCT(number1, [number2], …)',
    'Multiplies numbers.',
    'تضرب الأعداد بعضها في بعض.',
    [
      ['PRODUCT({5,15,30})', 2250],
      ['PRODUCT({5,15,30}, 2)', 4500],
    ],
    aggregate(product),
  ),
  define(
    'SUMSQ(number1, [number2], …)',
    'Adds the squares of numbers.',
    'تجمع مربعات الأعداد.',
    [['SUMSQ(3, 4)', 25]],
    aggregate(sumOfSquares),
  ),
  define(
    'SUMPRODUCT(array1, [array2], …)',
    'Multiplies ranges of equal size place by place and adds the products.',
    'تضرب القيم المتقابلة في نطاقات متساوية الحجم ثم تجمع حواصل الضرب.',
    [
      ['SUMPRODUCT({3,4;8,6;1,9}, {2,7;6,7;5,3})', 156],
      ['SUMPRODUCT({1,2}, {1,2,3})', { error: '#VALUE!' }],
    ],
    ranges(sumProduct),
  ),
  define(
    'SUMX2MY2(array_x, array_y)',
    'Adds the differences of squares of two ranges.',
    'تجمع فروق مربعات القيم المتقابلة في نطاقين.',
    [['SUMX2MY2({2,3,9,1,8,7,5}, {6,5,11,7,5,4,4})', -55]],
    overPairs((x, y) => x * x - y * y),
  ),
  define(
    'SUMX2PY2(array_x, array_y)',
    'Adds the sums of squares of two ranges.',
    'تجمع مجاميع مربعات القيم المتقابلة في نطاقين.',
    [['SUMX2PY2({2,3,9,1,8,7,5}, {6,5,11,7,5,4,4})', 521]],
    overPairs((x, y) => x * x + y * y),
  ),
  define(
    'SUMXMY2(array_x, array_y)',
    'Adds the squares of the differences of two ranges.',
    'تجمع مربعات الفروق بين القيم المتقابلة في نطاقين.',
    [['SUMXMY2({2,3,9,1,8,7,5}, {6,5,11,7,5,4,4})', 79]],
    overPairs((x, y) => (x - y) * (x - y)),
  ),
  define(
    'ABS(number)',
    'The size of a number without its sign.',
    'القيمة المطلقة للعدد.',
    [
      ['ABS(2)', 2],
      ['ABS(-4)', 4],
    ],
    numeric((value) => Math.abs(value)),
  ),
  define(
    'SIGN(number)',
    '1 for a positive number, 0 for zero, −1 for a negative one.',
    'إشارة العدد: 1 للموجب و0 للصفر و‎−1 للسالب.',
    [
      ['SIGN(10)', 1],
      ['SIGN(4-4)', 0],
      ['SIGN(-0.00001)', -1],
    ],
    numeric((value) => Math.sign(value)),
  ),
  define(
    'SQRT(number)',
    'Square root.',
    'الجذر التربيعي للعدد.',
    [
      ['SQRT(16)', 4],
      ['SQRT(-16)', { error: '#NUM!' }],
    ],
    numeric((value) => Math.sqrt(value)),
  ),
  define(
    'EXP(number)',
    'The number e raised to a power.',
    'العدد e مرفوعاً إلى أس محدد.',
    [
      ['EXP(1)', Math.E],
      ['EXP(2)', 7.38905609893065],
      ['EXP(1000)', { error: '#NUM!' }],
    ],
    numeric((value) => Math.exp(value)),
  ),
  define(
    'LN(number)',
    'Natural logarithm.',
    'اللوغاريتم الطبيعي للعدد.',
    [
      ['LN(86)', 4.454347296253507, 1e-14],
      ['LN(2.7182818)', 0.9999999895305023, 1e-14],
      ['LN(0)', { error: '#NUM!' }],
    ],
    numeric((value) => (value > 0 ? Math.log(value) : NUM_ERROR)),
  ),
  define(
    'LOG(number, [base])',
    'Logarithm to a base, 10 when it is left out.',
    'لوغاريتم العدد لأساس محدد، والأساس 10 إذا لم يُذكر.',
    [
      ['LOG(10)', 1],
      ['LOG(8, 2)', 3],
      ['LOG(86, 2.7182818)', 4.454347342888286, 1e-14],
    ],
    numeric(logarithm, 10),
  ),
  define(
    'LOG10(number)',
    'Logarithm to the base 10.',
    'اللوغاريتم العشري للعدد.',
    [
      ['LOG10(86)', 1.934498451243568, 1e-14],
      ['LOG10(100000)', 5],
    ],
    numeric((value) => (value > 0 ? Math.log10(value) : NUM_ERROR)),
  ),
  define(
    'POWER(number, power)',
    'A number raised to a power.',
    'العدد مرفوعاً إلى أس.',
    [
      ['POWER(5, 2)', 25],
      ['POWER(98.6, 3.2)', 2401077.2220695773, 1e-14],
      ['POWER(4, 5/4)', 5.656854249492381, 1e-14],
    ],
    numeric((base, exponent) => power(base, exponent)),
  ),
  define(
    'MOD(number, divisor)',
    'Remainder of a division, with the sign of the divisor.',
    'باقي القسمة بإشارة المقسوم عليه.',
    [
      ['MOD(3, 2)', 1],
      ['MOD(-3, 2)', 1],
      ['MOD(3, -2)', -1],
      ['MOD(-3, -2)', -1],
      ['MOD(1, 0)', { error: '#DIV/0!' }],
    ],
    numeric(remainder),
  ),
  define(
    'QUOTIENT(numerator, denominator)',
    'Whole part of a division.',
    'الجزء الصحيح من ناتج القسمة.',
    [
      ['QUOTIENT(5, 2)', 2],
      ['QUOTIENT(4.5, 3.1)', 1],
      ['QUOTIENT(-10, 3)', -3],
    ],
    numeric((value, divisor) => (divisor === 0 ? DIV_ERROR : Math.trunc(value / divisor) || 0)),
  ),
  define(
    'PI()',
    'The number π.',
    'العدد π (ط).',
    [['PI()', Math.PI]],
    numeric(() => Math.PI),
  ),
];
