import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { asMatrix, valuesOf } from './arguments.ts';
import { sum } from './arithmetic.ts';
import { first } from './broadcast.ts';
import { criterionOf } from './criteria.ts';
import { define, ranges } from './define.ts';
import type { Argument, FunctionDefinition, Implementation } from './definition.ts';
import { DIV_ERROR, finite, VALUE_ERROR } from './errors.ts';

/** Places at which every pair of range and criterion holds; ranges of unlike size are `#VALUE!`. */
function matchingPlaces(pairs: readonly Argument[]): number[] | ErrorValue {
  if (pairs.length === 0 || pairs.length % 2 !== 0) return VALUE_ERROR;
  const shape = asMatrix(pairs[0]);
  let places = shape.values.map((_, index) => index);
  for (let index = 0; index < pairs.length; index += 2) {
    const range = asMatrix(pairs[index]);
    if (range.rows !== shape.rows || range.columns !== shape.columns) return VALUE_ERROR;
    const criterion = pairs[index + 1];
    const test = criterionOf(criterion === undefined ? null : first(criterion));
    places = places.filter((place) => test(range.values[place] ?? null));
  }
  return places;
}

type Total = (numbers: readonly number[]) => number | ErrorValue;

/** Numbers of a range at the matching places, totalled; the first error is the result. */
function totalled(range: Argument, pairs: readonly Argument[], total: Total): CellValue {
  const places = matchingPlaces(pairs);
  if (isErrorValue(places)) return places;
  const values = valuesOf(range);
  const numbers: number[] = [];
  for (const place of places) {
    const value = values[place] ?? null;
    if (isErrorValue(value)) return value;
    if (typeof value === 'number') numbers.push(value);
  }
  const result = total(numbers);
  return typeof result === 'number' ? finite(result) : result;
}

/** SUMIF(range, criterion, [sum_range]). */
function byOne(total: Total): Implementation {
  return ranges((args) => totalled(args[2] ?? args[0], args.slice(0, 2), total));
}

/** SUMIFS(sum_range, range1, criterion1, …): all ranges have the size of the first. */
function byMany(total: Total): Implementation {
  return ranges((args) => {
    const [range, ...pairs] = args;
    const [own, other] = [asMatrix(range), asMatrix(pairs[0])];
    if (own.rows !== other.rows || own.columns !== other.columns) return VALUE_ERROR;
    return totalled(range, pairs, total);
  });
}

function average(numbers: readonly number[]): number | ErrorValue {
  return numbers.length === 0 ? DIV_ERROR : sum(numbers) / numbers.length;
}

function count(pairs: readonly Argument[]): CellValue {
  const places = matchingPlaces(pairs);
  return isErrorValue(places) ? places : places.length;
}

const largest: Total = (numbers) => numbers.reduce((best, one) => Math.max(best, one), numbers[0] ?? 0);
const smallest: Total = (numbers) => numbers.reduce((best, one) => Math.min(best, one), numbers[0] ?? 0);

export const STATISTICS_CRITERIA: readonly FunctionDefinition[] = [
  define(
    'SUMIF(range, criteria, [sum_range])',
    'Adds the numbers whose places meet a criterion.',
    'تجمع الأعداد التي يحقق موضعها معياراً.',
    [
      ['SUMIF({100000;200000;300000;400000}, ">160000", {7000;14000;21000;28000})', 63000],
      ['SUMIF({100000;200000;300000;400000}, ">160000")', 900000],
      ['SUMIF({"Fruits";"Vegetables";"Fruits"}, "Fruits", {1;2;4})', 5],
    ],
    byOne(sum),
  ),
  define(
    'SUMIFS(sum_range, criteria_range1, criteria1, …)',
    'Adds the numbers whose places meet all criteria.',
    'تجمع الأعداد التي يحقق موضعها جميع المعايير.',
    [
      [
        'SUMIFS({5;4;15;3;22;12;10;33}, {"Apples";"Apples";"Artichokes";"Artichokes";"Bananas";"Bananas";"Carrots";"Carrots"}, "=A*", {"Tom";"Sarah";"Tom";"Sarah";"Tom";"Sarah";"Tom";"Sarah"}, "Tom")',
        20,
      ],
    ],
    byMany(sum),
  ),
  define(
    'COUNTIF(range, criteria)',
    'How many places meet a criterion.',
    'عدد المواضع التي تحقق معياراً.',
    [
      ['COUNTIF({32;54;75;86}, ">55")', 2],
      ['COUNTIF({"apples";"oranges";"peaches";"apples"}, "apples")', 2],
      ['COUNTIF({"apples";"oranges";"peaches";"apples"}, "?????es")', 2],
    ],
    ranges(count),
  ),
  define(
    'COUNTIFS(criteria_range1, criteria1, …)',
    'How many places meet all criteria.',
    'عدد المواضع التي تحقق جميع المعايير.',
    [['COUNTIFS({1;2;3;4;5;6}, "<6", {40664;40665;40666;40667;40668;40669}, "<40666")', 2]],
    ranges(count),
  ),
  define(
    'AVERAGEIF(range, criteria, [average_range])',
    'Mean of the numbers whose places meet a criterion.',
    'متوسط الأعداد التي يحقق موضعها معياراً.',
    [['AVERAGEIF({7000;14000;21000;28000}, "<23000")', 14000]],
    byOne(average),
  ),
  define(
    'AVERAGEIFS(average_range, criteria_range1, criteria1, …)',
    'Mean of the numbers whose places meet all criteria.',
    'متوسط الأعداد التي يحقق موضعها جميع المعايير.',
    [['AVERAGEIFS({75;94;86;93}, {75;94;86;93}, ">70", {75;94;86;93}, "<90")', 80.5]],
    byMany(average),
  ),
  define(
    'MAXIFS(max_range, criteria_range1, criteria1, …)',
    'The largest number whose place meets all criteria.',
    'أكبر عدد يحقق موضعه جميع المعايير.',
    [['MAXIFS({89;93;96;85;91;88}, {1;2;2;3;1;1}, 1)', 91]],
    byMany(largest),
  ),
  define(
    'MINIFS(min_range, criteria_range1, criteria1, …)',
    'The smallest number whose place meets all criteria.',
    'أصغر عدد يحقق موضعه جميع المعايير.',
    [['MINIFS({89;93;96;85;91;88}, {1;2;2;3;1;1}, 1)', 88]],
    byMany(smallest),
  ),
];
