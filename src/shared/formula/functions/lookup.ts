import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { toNumber } from '../coerce.ts';
import type { Matrix, Operand } from '../matrix.ts';
import { asMatrix, valuesOf } from './arguments.ts';
import { first } from './broadcast.ts';
import { define, mixed } from './define.ts';
import type { Argument, FunctionDefinition } from './definition.ts';
import { failure, NA_ERROR, REF_ERROR, VALUE_ERROR } from './errors.ts';
import {
  exactIndex,
  floorIndex,
  lastNotBelow,
  type MatchMode,
  matchIndex,
  type SearchMode,
} from './lookup-match.ts';
import { columnOf, part, rowOf } from './matrix-part.ts';

const NOT_FOUND = failure('#N/A', 'not-found');

/** A single argument as a whole number; what is not written is the standard. */
export function wholeAt(args: readonly Argument[], index: number, standard: number): number | ErrorValue {
  if (index >= args.length) return standard;
  const arg = args[index];
  const number = toNumber(arg === undefined ? null : first(arg));
  return isErrorValue(number) ? number : Math.trunc(number);
}

export function valueAt(args: readonly Argument[], index: number): CellValue {
  const arg = args[index];
  return arg === undefined ? null : first(arg);
}

function isLine(matrix: Matrix): boolean {
  return matrix.rows === 1 || matrix.columns === 1;
}

function match(args: readonly Argument[]): CellValue {
  const places = asMatrix(args[1]);
  const type = wholeAt(args, 2, 1);
  if (isErrorValue(type)) return type;
  const wanted = valueAt(args, 0);
  if (!isLine(places)) return NA_ERROR;
  const found =
    type === 0
      ? exactIndex(wanted, places.values)
      : type > 0
        ? floorIndex(wanted, places.values)
        : lastNotBelow(wanted ?? 0, places.values);
  return found < 0 ? NOT_FOUND : found + 1;
}

const MATCH_MODES: ReadonlyMap<number, MatchMode> = new Map([
  [0, 'exact'],
  [-1, 'exactOrSmaller'],
  [1, 'exactOrLarger'],
  [2, 'wildcard'],
]);
const SEARCH_MODES: ReadonlyMap<number, SearchMode> = new Map([
  [1, 'first'],
  [-1, 'last'],
  [2, 'ascending'],
  [-2, 'descending'],
]);

/** Index found by the modes at a position of the arguments; an empty mode is the standard one. */
function searched(args: readonly Argument[], modesAt: number): number | ErrorValue {
  const matchMode = args[modesAt] === undefined ? 0 : wholeAt(args, modesAt, 0);
  const searchMode = args[modesAt + 1] === undefined ? 1 : wholeAt(args, modesAt + 1, 1);
  if (isErrorValue(matchMode)) return matchMode;
  if (isErrorValue(searchMode)) return searchMode;
  const [how, order] = [MATCH_MODES.get(matchMode), SEARCH_MODES.get(searchMode)];
  if (!how || !order || (how === 'wildcard' && Math.abs(searchMode) === 2)) return VALUE_ERROR;
  if (!isLine(asMatrix(args[1]))) return VALUE_ERROR;
  return matchIndex(valueAt(args, 0), valuesOf(args[1]), how, order);
}

function xmatch(args: readonly Argument[]): CellValue {
  const found = searched(args, 2);
  if (isErrorValue(found)) return found;
  return found < 0 ? NOT_FOUND : found + 1;
}

function xlookup(args: readonly Argument[]): Operand {
  const places = asMatrix(args[1]);
  const results = asMatrix(args[2]);
  const isColumn = places.columns === 1 && (places.rows > 1 || results.rows === 1);
  if ((isColumn ? results.rows : results.columns) !== places.values.length) return VALUE_ERROR;
  const found = searched(args, 4);
  if (isErrorValue(found)) return found;
  if (found < 0) return args[3] === undefined ? NOT_FOUND : args[3];
  return isColumn ? rowOf(results, found) : columnOf(results, found);
}

function index(args: readonly Argument[]): Operand {
  const matrix = asMatrix(args[0]);
  const [asked, askedColumn, area] = [wholeAt(args, 1, 0), wholeAt(args, 2, 0), wholeAt(args, 3, 1)];
  if (isErrorValue(asked)) return asked;
  if (isErrorValue(askedColumn)) return askedColumn;
  if (isErrorValue(area)) return area;
  const isAlong = args.length < 3 && matrix.rows === 1;
  const [row, column] = isAlong ? [1, asked] : [asked, askedColumn];
  if (row < 0 || column < 0) return VALUE_ERROR;
  if (row > matrix.rows || column > matrix.columns || area !== 1) return REF_ERROR;
  if (row === 0 && column === 0) return matrix;
  if (row === 0) return columnOf(matrix, column - 1);
  if (column === 0) return rowOf(matrix, row - 1);
  return part(matrix, row - 1, column - 1, 1, 1);
}

export const LOOKUP: readonly FunctionDefinition[] = [
  define(
    'INDEX(array, [row_num], [column_num], [area_num])',
    'The value at a row and a column of a range; 0 gives the whole row or column.',
    'القيمة الواقعة في صف وعمود من نطاق، والصفر يعيد الصف أو العمود كاملاً.',
    [
      ['INDEX({"Apples","Lemons";"Bananas","Pears"}, 2, 2)', 'Pears'],
      ['INDEX({1,2;3,4}, 0, 2)', [[2], [4]]],
      ['INDEX({10,20,30}, 2)', 20],
      ['INDEX({1,2;3,4}, 3, 1)', { error: '#REF!' }],
    ],
    mixed('avvv', index),
  ),
  define(
    'MATCH(lookup_value, lookup_array, [match_type])',
    'Position of a value in a row or column: 0 exact, 1 in ascending, −1 in descending order.',
    'موضع القيمة في صف أو عمود: 0 للمطابقة التامة و1 للترتيب التصاعدي و‎−1 للتنازلي.',
    [
      ['MATCH(39, {25;38;40;41}, 1)', 2],
      ['MATCH(41, {25;38;40;41}, 0)', 4],
      ['MATCH(40, {25;38;40;41}, -1)', { error: '#N/A' }],
      ['MATCH("b*", {"apple","banana"}, 0)', 2],
    ],
    mixed('vav', match),
  ),
  define(
    'XMATCH(lookup_value, lookup_array, [match_mode], [search_mode])',
    'Position of a value in a row or column, exact unless a mode says otherwise.',
    'موضع القيمة في صف أو عمود، بمطابقة تامة ما لم يُحدد غير ذلك.',
    [
      ['XMATCH("Gra", {"Apple";"Grape";"Pear"}, 1)', 2],
      ['XMATCH(4, {5,4,3,2,1})', 2],
      ['XMATCH(4.5, {5,4,3,2,1}, 1)', 1],
    ],
    mixed('vavv', xmatch),
  ),
  define(
    'XLOOKUP(lookup_value, lookup_array, return_array, [if_not_found], [match_mode], [search_mode])',
    'Finds a value in one range and gives what stands at the same place of another.',
    'تبحث عن قيمة في نطاق وتعيد ما يقابلها في نطاق آخر.',
    [
      ['XLOOKUP("Brazil", {"China";"Brazil";"India"}, {86;55;91})', 55],
      ['XLOOKUP(46523, {10,37,84,97}, {0.1,0.22,0.24,0.32}, 0, -1)', 0.32],
      ['XLOOKUP("x", {"a","b"}, {1,2}, "none")', 'none'],
      ['XLOOKUP("b", {"a";"b"}, {1,2;3,4})', [[3, 4]]],
    ],
    mixed('vaaavv', xlookup),
  ),
];
