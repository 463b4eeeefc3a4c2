import { isErrorValue } from '#shared/model/value.ts';
import { toNumber } from '../coerce.ts';
import { isMatrix } from '../matrix.ts';
import { numbersOfAll } from './arguments.ts';
import { sum } from './arithmetic.ts';
import { aggregate, define, ranges } from './define.ts';
import type { Argument, FunctionDefinition, Implementation } from './definition.ts';
import { DIV_ERROR, finite, NA_ERROR, NUM_ERROR } from './errors.ts';

function average(numbers: readonly number[]) {
  return numbers.length === 0 ? DIV_ERROR : sum(numbers) / numbers.length;
}

function largest(numbers: readonly number[]): number {
  let best = numbers[0] ?? 0;
  for (const number of numbers) if (number > best) best = number;
  return best;
}

function smallest(numbers: readonly number[]): number {
  let best = numbers[0] ?? 0;
  for (const number of numbers) if (number < best) best = number;
  return best;
}

export function median(numbers: readonly number[]) {
  if (numbers.length === 0) return NUM_ERROR;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The most frequent number; of several the one met first. */
function mode(numbers: readonly number[]) {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best = 1;
  let found: number | undefined;
  for (const [number, count] of counts) {
    if (count > best) [best, found] = [count, number];
  }
  return found ?? NA_ERROR;
}

function count(args: readonly Argument[]): number {
  let total = 0;
  for (const arg of args) {
    if (arg === undefined) total += 1;
    else if (isMatrix(arg)) total += arg.values.filter((value) => typeof value === 'number').length;
    else if (arg !== null && !isErrorValue(toNumber(arg))) total += 1;
  }
  return total;
}

function countAll(args: readonly Argument[]): number {
  let total = 0;
  for (const arg of args) {
    if (arg !== undefined && isMatrix(arg)) total += arg.values.filter((value) => value !== null).length;
    else if (arg !== null) total += 1;
  }
  return total;
}

function countBlank(args: readonly Argument[]): number {
  const values = args.flatMap((arg) => (arg !== undefined && isMatrix(arg) ? arg.values : [arg ?? null]));
  return values.filter((value) => value === null || value === '').length;
}

/** As `aggregate`, but text in ranges is 0 and truth values count. */
export function aggregateAll(
  call: (numbers: readonly number[]) => ReturnType<typeof average>,
): Implementation {
  return ranges((args) => {
    const numbers = numbersOfAll(args);
    if (isErrorValue(numbers)) return numbers;
    const result = call(numbers);
    return typeof result === 'number' ? finite(result) : result;
  });
}

const MODE_EXAMPLES = [
  ['MODE.SNGL({5.6;4;4;3;2;4})', 4],
  ['MODE.SNGL({1,2,3})', { error: '#N/A' }],
] as const;

export const STATISTICS_BASIC: readonly FunctionDefinition[] = [
  define(
    'AVERAGE(number1, [number2], …)',
    'Arithmetic mean of numbers.',
    'المتوسط الحسابي للأعداد.',
    [
      ['AVERAGE({10;7;9;27;2})', 11],
      ['AVERAGE({10;7;9;27;2}, 5)', 10],
      ['AVERAGE({"a"})', { error: '#DIV/0!' }],
    ],
    aggregate(average),
  ),
  define(
    'AVERAGEA(value1, [value2], …)',
    'Mean in which text in ranges counts as 0 and TRUE as 1.',
    'المتوسط الحسابي مع احتساب النص في النطاقات صفراً وTRUE واحداً.',
    [['AVERAGEA({10;7;9;2;"Not available"})', 5.6]],
    aggregateAll(average),
  ),
  define(
    'COUNT(value1, [value2], …)',
    'How many of the values are numbers.',
    'عدد القيم الرقمية بين الوسائط.',
    [
      ['COUNT({39790;19;22.24;TRUE;"Sales"})', 3],
      ['COUNT({39790;"a"}, 2)', 2],
    ],
    ranges(count),
  ),
  define(
    'COUNTA(value1, [value2], …)',
    'How many of the values are not blank.',
    'عدد القيم غير الفارغة بين الوسائط.',
    [['COUNTA({39790;19;22.24;TRUE;"#DIV/0!"})', 5]],
    ranges(countAll),
  ),
  define(
    'COUNTBLANK(range)',
    'How many places of a range are blank or hold empty text.',
    'عدد الخلايا الفارغة أو المحتوية على نص فارغ في نطاق.',
    [['COUNTBLANK({6,"",27,"",34})', 2]],
    ranges(countBlank),
  ),
  define(
    'MAX(number1, [number2], …)',
    'The largest number; 0 when there is none.',
    'أكبر الأعداد، أو صفر إذا لم يوجد عدد.',
    [
      ['MAX({10;7;9;27;2})', 27],
      ['MAX({10;7;9;27;2}, 30)', 30],
      ['MAX({"a"})', 0],
    ],
    aggregate(largest),
  ),
  define(
    'MIN(number1, [number2], …)',
    'The smallest number; 0 when there is none.',
    'أصغر الأعداد، أو صفر إذا لم يوجد عدد.',
    [
      ['MIN({10;7;9;27;2})', 2],
      ['MIN({10;7;9;27;2}, 0)', 0],
    ],
    aggregate(smallest),
  ),
  define(
    'MAXA(value1, [value2], …)',
    'The largest value, text in ranges counting as 0 and TRUE as 1.',
    'أكبر القيم مع احتساب النص في النطاقات صفراً وTRUE واحداً.',
    [['MAXA({0;0.2;0.5;0.4;TRUE})', 1]],
    aggregateAll(largest),
  ),
  define(
    'MINA(value1, [value2], …)',
    'The smallest value, text in ranges counting as 0 and TRUE as 1.',
    'أصغر القيم مع احتساب النص في النطاقات صفراً وTRUE واحداً.',
    [['MINA({FALSE;0.2;0.5;0.4;0.8})', 0]],
    aggregateAll(smallest),
  ),
  define(
    'MEDIAN(number1, [number2], …)',
    'The number in the middle.',
    'الوسيط، أي العدد الواقع في منتصف القيم المرتبة.',
    [
      ['MEDIAN({1;2;3;4;5})', 3],
      ['MEDIAN({1;2;3;4;5;6})', 3.5],
    ],
    aggregate(median),
  ),
  define(
    'MODE.SNGL(number1, [number2], …)',
    'The number that occurs most often.',
    'المنوال، أي العدد الأكثر تكراراً.',
    MODE_EXAMPLES,
    aggregate(mode),
  ),
  define(
    'MODE(number1, [number2], …)',
    'The number that occurs most often; earlier name of MODE.SNGL.',
    'المنوال، أي العدد الأكثر تكراراً، وهو الاسم السابق للدالة MODE.SNGL.',
    [['MODE({5.6,4,4,3,2,4})', 4]],
    aggregate(mode),
  ),
];
