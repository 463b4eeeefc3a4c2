import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import { toBoolean } from '../coerce.ts';
import type { Operand } from '../matrix.ts';
import { asMatrix, valuesOf } from './arguments.ts';
import { define, mixed, ranges } from './define.ts';
import type { Argument, FunctionDefinition } from './definition.ts';
import { failure, NA_ERROR, REF_ERROR, VALUE_ERROR } from './errors.ts';
import { valueAt, wholeAt } from './lookup.ts';
import { exactIndex, floorIndex } from './lookup-match.ts';
import { columnOf, rowOf, transposed } from './matrix-part.ts';

const NOT_FOUND = failure('#N/A', 'not-found');

/** Looks in the first column and gives a value of the row found; HLOOKUP does so with rows and columns exchanged. */
function tableLookup(args: readonly Argument[], isHorizontal: boolean): CellValue {
  const given = asMatrix(args[1]);
  const table = isHorizontal ? transposed(given) : given;
  const column = wholeAt(args, 2, 1);
  if (isErrorValue(column)) return column;
  const isSorted = args.length < 4 ? true : toBoolean(valueAt(args, 3));
  if (isErrorValue(isSorted)) return isSorted;
  if (column < 1) return VALUE_ERROR;
  if (column > table.columns) return REF_ERROR;
  const places = columnOf(table, 0).values;
  const wanted = valueAt(args, 0);
  const found = isSorted ? floorIndex(wanted, places) : exactIndex(wanted, places);
  return found < 0 ? NOT_FOUND : (columnOf(table, column - 1).values[found] ?? null);
}

function vectorLookup(args: readonly Argument[]): CellValue {
  const table = asMatrix(args[1]);
  const isWide = table.columns > table.rows;
  const isArrayForm = args[2] === undefined;
  const places = isWide ? rowOf(table, 0).values : columnOf(table, 0).values;
  const ownResults = isWide ? rowOf(table, table.rows - 1) : columnOf(table, table.columns - 1);
  const results = isArrayForm ? ownResults.values : valuesOf(args[2]);
  const found = floorIndex(valueAt(args, 0), places);
  if (found < 0) return NOT_FOUND;
  return found < results.length ? (results[found] ?? null) : NA_ERROR;
}

function size(pick: (rows: number, columns: number) => number) {
  return ranges(([array]): Operand => {
    if (array !== undefined && isErrorValue(array)) return array;
    const { rows, columns } = asMatrix(array);
    return pick(rows, columns);
  });
}

export const LOOKUP_TABLE: readonly FunctionDefinition[] = [
  define(
    'VLOOKUP(lookup_value, table_array, col_index_num, [range_lookup])',
    'Finds a value in the first column and gives one from the same row; sorted and approximate unless FALSE.',
    'تبحث عن قيمة في العمود الأول وتعيد قيمة من الصف نفسه، بتقريب في جدول مرتب ما لم يُكتب FALSE.',
    [
      ['VLOOKUP("Pears", {"Apples",1;"Pears",2}, 2, FALSE)', 2],
      ['VLOOKUP(5, {1,"a";4,"b";9,"c"}, 2)', 'b'],
      ['VLOOKUP(0.5, {1,"a";4,"b"}, 2)', { error: '#N/A' }],
    ],
    mixed('vavv', (args) => tableLookup(args, false)),
  ),
  define(
    'HLOOKUP(lookup_value, table_array, row_index_num, [range_lookup])',
    'Finds a value in the first row and gives one from the same column; sorted and approximate unless FALSE.',
    'تبحث عن قيمة في الصف الأول وتعيد قيمة من العمود نفسه، بتقريب في جدول مرتب ما لم يُكتب FALSE.',
    [
      ['HLOOKUP("Axles", {"Axles","Bearings","Bolts";4,4,9;5,7,10;6,8,11}, 2, TRUE)', 4],
      ['HLOOKUP("Bearings", {"Axles","Bearings","Bolts";4,4,9;5,7,10;6,8,11}, 3, FALSE)', 7],
      ['HLOOKUP("B", {"Axles","Bearings","Bolts";4,4,9;5,7,10;6,8,11}, 3, TRUE)', 5],
      ['HLOOKUP(3, {1,2,3;"a","b","c";"d","e","f"}, 2, TRUE)', 'c'],
    ],
    mixed('vavv', (args) => tableLookup(args, true)),
  ),
  define(
    'LOOKUP(lookup_value, lookup_vector, [result_vector])',
    'Finds the last value not above the one asked for in ascending order, and gives what stands beside it.',
    'تبحث في قيم مرتبة تصاعدياً عن آخر قيمة لا تتجاوز المطلوبة وتعيد ما يقابلها.',
    [
      ['LOOKUP(5.75, {4.14;4.19;5.17;5.77;6.39}, {"red";"orange";"yellow";"green";"blue"})', 'yellow'],
      ['LOOKUP(0, {4.14;4.19}, {"red";"orange"})', { error: '#N/A' }],
      ['LOOKUP("bump", {"a",1;"b",2;"c",3})', 2],
    ],
    mixed('vaa', vectorLookup),
  ),
  define(
    'ROWS(array)',
    'Number of rows.',
    'عدد الصفوف.',
    [['ROWS({1,2,3;4,5,6})', 2]],
    size((rows) => rows),
  ),
  define(
    'COLUMNS(array)',
    'Number of columns; of a range over time, its periods.',
    'عدد الأعمدة، وفي نطاق زمني عدد فتراته.',
    [['COLUMNS({1,2,3;4,5,6})', 3]],
    size((_, columns) => columns),
  ),
  define(
    'TRANSPOSE(array)',
    'Rows as columns and columns as rows.',
    'تحويل الصفوف إلى أعمدة والأعمدة إلى صفوف.',
    [
      [
        'TRANSPOSE({1,2;3,4;5,6})',
        [
          [1, 3, 5],
          [2, 4, 6],
        ],
      ],
    ],
    ranges(([array]) => ({ ...transposed(asMatrix(array)), fromReference: false })),
  ),
];
