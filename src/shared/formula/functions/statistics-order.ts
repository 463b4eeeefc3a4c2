import type { ErrorValue } from '#shared/model/value.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { numbersOf } from './arguments.ts';
import { sum } from './arithmetic.ts';
import { define, mixed, readNumbers, renamed, sample } from './define.ts';
import type { Argument, FunctionDefinition, Implementation } from './definition.ts';
import { NA_ERROR, NUM_ERROR } from './errors.ts';
import { roundDecimal } from './numeric/decimal-round.ts';

type NumberResult = number | ErrorValue;
type Numbers = readonly number[];

function ascending(numbers: Numbers): number[] {
  return [...numbers].sort((a, b) => a - b);
}

/** Value at a place between the members of a sorted list, 0 for the first. */
function interpolated(sorted: Numbers, place: number): number {
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (place - below) * (high - low);
}

function nth(sorted: Numbers, index: number): NumberResult {
  return sorted[index] ?? NUM_ERROR;
}

function percentileInc(numbers: Numbers, share: number): NumberResult {
  if (numbers.length === 0 || share < 0 || share > 1) return NUM_ERROR;
  return interpolated(ascending(numbers), share * (numbers.length - 1));
}

function percentileExc(numbers: Numbers, share: number): NumberResult {
  const place = share * (numbers.length + 1);
  if (numbers.length === 0 || share <= 0 || share >= 1 || place < 1 || place > numbers.length)
    return NUM_ERROR;
  return interpolated(ascending(numbers), place - 1);
}

function quartileInc(numbers: Numbers, quart: number): NumberResult {
  const whole = Math.trunc(quart);
  return whole < 0 || whole > 4 ? NUM_ERROR : percentileInc(numbers, whole / 4);
}

function quartileExc(numbers: Numbers, quart: number): NumberResult {
  const whole = Math.trunc(quart);
  return whole < 1 || whole > 3 ? NUM_ERROR : percentileExc(numbers, whole / 4);
}

/** Place of x among the numbers as a share; `offset` 0 with n − 1 steps, or 1 with n + 1. */
function percentRank(numbers: Numbers, x: number, digits: number, isExclusive: boolean): NumberResult {
  const sorted = ascending(numbers);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  const places = Math.trunc(digits);
  if (lowest === undefined || highest === undefined || places < 1) return NUM_ERROR;
  if (x < lowest || x > highest) return NA_ERROR;
  if (sorted.length === 1 && !isExclusive) return 1;
  const steps = isExclusive ? sorted.length + 1 : sorted.length - 1;
  const offset = isExclusive ? 1 : 0;
  const index = sorted.findIndex((number) => number >= x);
  const above = sorted[index] ?? x;
  const below = sorted[index - 1] ?? x;
  const place =
    above === x
      ? index
      : sorted.indexOf(below) + (index - sorted.indexOf(below)) * ((x - below) / (above - below));
  return roundDecimal((place + offset) / steps, places, 'toward');
}

function rank(args: readonly Argument[], place: (before: number, same: number) => number): NumberResult {
  const numbers = numbersOf([args[1]]);
  if (isErrorValue(numbers)) return numbers;
  const read = readNumbers([args[0], args[2]] as readonly (number | null)[], 2, [0]);
  if (isErrorValue(read)) return read;
  const [number = 0, order = 0] = read;
  const same = numbers.filter((one) => one === number).length;
  if (same === 0) return NA_ERROR;
  return place(numbers.filter((one) => (order === 0 ? one > number : one < number)).length, same);
}

function ranking(place: (before: number, same: number) => number): Implementation {
  return mixed('vav', (args) => rank(args, place));
}

function trimmedMean(numbers: Numbers, share: number): NumberResult {
  if (numbers.length === 0 || share < 0 || share >= 1) return NUM_ERROR;
  const cut = Math.floor((numbers.length * share) / 2 + 1e-12);
  const kept = ascending(numbers).slice(cut, numbers.length - cut);
  return sum(kept) / kept.length;
}

const SCORES = '{13;12;11;8;4;3;2;1;1;1}';

const PERCENTILE_INC = define(
  'PERCENTILE.INC(array, k)',
  'Value below which a share k of the numbers lies, 0 and 1 included.',
  'القيمة التي تقع دونها نسبة k من الأعداد، شاملة 0 و1.',
  [
    ['PERCENTILE.INC({1;3;2;4}, 0.3)', 1.9, 1e-15],
    ['PERCENTILE.INC({1;2}, 1.1)', { error: '#NUM!' }],
  ],
  sample(percentileInc),
);
const QUARTILE_INC = define(
  'QUARTILE.INC(array, quart)',
  'Quartile of the numbers: 0 smallest, 2 median, 4 largest.',
  'الربيع: 0 أصغر قيمة و2 الوسيط و4 أكبر قيمة.',
  [['QUARTILE.INC({1;2;4;7;8;9;10;12}, 1)', 3.5]],
  sample(quartileInc),
);
const PERCENTRANK_INC = define(
  'PERCENTRANK.INC(array, x, [significance])',
  'Place of a value among the numbers as a share from 0 to 1.',
  'موضع القيمة بين الأعداد نسبةً من 0 إلى 1.',
  [
    [`PERCENTRANK.INC(${SCORES}, 2)`, 0.333],
    [`PERCENTRANK.INC(${SCORES}, 4)`, 0.555],
    [`PERCENTRANK.INC(${SCORES}, 8)`, 0.666],
    [`PERCENTRANK.INC(${SCORES}, 5)`, 0.583],
  ],
  sample((numbers, x, digits) => percentRank(numbers, x, digits, false), 3),
);
const RANK_EQ = define(
  'RANK.EQ(number, ref, [order])',
  'Place of a number in a list, largest first unless order is not 0; equals share the best place.',
  'ترتيب العدد في القائمة من الأكبر ما لم يكن order غير صفري، وتتشارك القيم المتساوية أفضل ترتيب.',
  [
    ['RANK.EQ(7, {7;3.5;3.5;1;2}, 1)', 5],
    ['RANK.EQ(2, {7;3.5;3.5;1;2})', 4],
    ['RANK.EQ(3.5, {7;3.5;3.5;1;2}, 1)', 3],
  ],
  ranking((before) => before + 1),
);

export const STATISTICS_ORDER: readonly FunctionDefinition[] = [
  define(
    'LARGE(array, k)',
    'The k-th largest number.',
    'العدد الأكبر ذو الترتيب k.',
    [
      ['LARGE({3,4;5,2;3,4;5,6;4,7}, 3)', 5],
      ['LARGE({3,4;5,2;3,4;5,6;4,7}, 7)', 4],
      ['LARGE({1,2}, 3)', { error: '#NUM!' }],
    ],
    sample((numbers, k) => nth(ascending(numbers), numbers.length - Math.ceil(k))),
  ),
  define(
    'SMALL(array, k)',
    'The k-th smallest number.',
    'العدد الأصغر ذو الترتيب k.',
    [
      ['SMALL({3;4;5;2;3;4;6;4;7}, 4)', 4],
      ['SMALL({1;4;8;3;7;12;54;8;23}, 2)', 3],
    ],
    sample((numbers, k) => nth(ascending(numbers), Math.floor(k) - 1)),
  ),
  PERCENTILE_INC,
  renamed('PERCENTILE(array, k)', PERCENTILE_INC, [['PERCENTILE({1;2;3;4}, 0.3)', 1.9, 1e-15]]),
  define(
    'PERCENTILE.EXC(array, k)',
    'Value below which a share k of the numbers lies, 0 and 1 excluded.',
    'القيمة التي تقع دونها نسبة k من الأعداد، دون 0 و1.',
    [
      ['PERCENTILE.EXC({1;2;3;6;6;6;7;8;9}, 0.25)', 2.5],
      ['PERCENTILE.EXC({1;2;3;6;6;6;7;8;9}, 0)', { error: '#NUM!' }],
      ['PERCENTILE.EXC({1;2;3;6;6;6;7;8;9}, 0.01)', { error: '#NUM!' }],
      ['PERCENTILE.EXC({1;2;3;6;6;6;7;8;9}, 2)', { error: '#NUM!' }],
    ],
    sample(percentileExc),
  ),
  QUARTILE_INC,
  renamed('QUARTILE(array, quart)', QUARTILE_INC, [['QUARTILE({1;2;4;7;8;9;10;12}, 1)', 3.5]]),
  define(
    'QUARTILE.EXC(array, quart)',
    'Quartile of the numbers by the exclusive method: 1, 2 or 3.',
    'الربيع بالطريقة الحصرية: 1 أو 2 أو 3.',
    [
      ['QUARTILE.EXC({6;7;15;36;39;40;41;42;43;47;49}, 1)', 15],
      ['QUARTILE.EXC({6;7;15;36;39;40;41;42;43;47;49}, 3)', 43],
    ],
    sample(quartileExc),
  ),
  PERCENTRANK_INC,
  renamed('PERCENTRANK(array, x, [significance])', PERCENTRANK_INC, [[`PERCENTRANK(${SCORES}, 2)`, 0.333]]),
  define(
    'PERCENTRANK.EXC(array, x, [significance])',
    'Place of a value among the numbers as a share, 0 and 1 excluded.',
    'موضع القيمة بين الأعداد نسبةً، دون 0 و1.',
    [
      ['PERCENTRANK.EXC({1;2;3;6;6;6;7;8;9}, 7)', 0.7],
      ['PERCENTRANK.EXC({1;2;3;6;6;6;7;8;9}, 5.43)', 0.381],
      ['PERCENTRANK.EXC({1;2;3;6;6;6;7;8;9}, 5.43, 1)', 0.3],
    ],
    sample((numbers, x, digits) => percentRank(numbers, x, digits, true), 3),
  ),
  RANK_EQ,
  renamed('RANK(number, ref, [order])', RANK_EQ, [
    ['RANK(3.5, {7;3.5;3.5;1;2}, 1)', 3],
    ['RANK(7, {7;3.5;3.5;1;2}, 1)', 5],
  ]),
  define(
    'RANK.AVG(number, ref, [order])',
    'Place of a number in a list; equals get the mean of their places.',
    'ترتيب العدد في القائمة، وتأخذ القيم المتساوية متوسط مراتبها.',
    [['RANK.AVG(94, {89;88;92;101;94;97;95})', 4]],
    ranking((before, same) => before + (same + 1) / 2),
  ),
  define(
    'TRIMMEAN(array, percent)',
    'Mean without a share of the numbers, half of it cut at each end.',
    'المتوسط بعد استبعاد نسبة من الأعداد نصفها من كل طرف.',
    [['TRIMMEAN({4;5;6;7;2;3;4;5;1;2;3}, 0.2)', 3.778, 1e-3]],
    sample(trimmedMean),
  ),
];
