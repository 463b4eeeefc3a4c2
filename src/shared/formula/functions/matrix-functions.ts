import { isErrorValue } from '#shared/model/value.ts';
import { matrixOf, type Operand } from '../matrix.ts';
import { numberGrid } from './arguments.ts';
import { define, ranges } from './define.ts';
import type { Argument, FunctionDefinition } from './definition.ts';
import { failure, finite, NUM_ERROR, VALUE_ERROR } from './errors.ts';
import { determinant, type Grid, inverse, multiply } from './numeric/linear-algebra.ts';

const SINGULAR = failure('#NUM!', 'matrix-singular');

function asOperand(grid: Grid): Operand {
  if (grid.some((row) => row.some((value) => !Number.isFinite(value)))) return NUM_ERROR;
  return matrixOf(grid);
}

function product([left, right]: readonly Argument[]): Operand {
  const [a, b] = [numberGrid(left), numberGrid(right)];
  if (isErrorValue(a)) return a;
  if (isErrorValue(b)) return b;
  return a[0]?.length === b.length ? asOperand(multiply(a, b)) : VALUE_ERROR;
}

/** A square matrix of numbers through a function; others are `#VALUE!`. */
function ofSquare(call: (grid: Grid) => Operand) {
  return ranges(([array]) => {
    const grid = numberGrid(array);
    if (isErrorValue(grid)) return grid;
    return grid.length === grid[0]?.length ? call(grid) : VALUE_ERROR;
  });
}

export const MATRIX_FUNCTIONS: readonly FunctionDefinition[] = [
  define(
    'MMULT(array1, array2)',
    'Product of two matrices.',
    'حاصل ضرب مصفوفتين.',
    [
      [
        'MMULT({1,3;7,2}, {2,0;0,2})',
        [
          [2, 6],
          [14, 4],
        ],
      ],
    ],
    ranges(product),
  ),
  define(
    'MINVERSE(array)',
    'Inverse of a square matrix.',
    'معكوس مصفوفة مربعة.',
    [
      [
        'MINVERSE({4,-1;2,0})',
        [
          [0, 0.5],
          [-1, 2],
        ],
        1e-15,
      ],
      ['MINVERSE({1,2;2,4})', { error: '#NUM!' }],
    ],
    ofSquare((grid) => {
      const result = inverse(grid);
      return result ? asOperand(result) : SINGULAR;
    }),
  ),
  define(
    'MDETERM(array)',
    'Determinant of a square matrix.',
    'محدد مصفوفة مربعة.',
    [
      ['MDETERM({1,3,8,5;1,3,6,1;1,1,1,0;7,3,10,2})', 88, 1e-13],
      ['MDETERM({3,6,1;1,1,0;3,10,2})', 1, 1e-13],
      ['MDETERM({3,6;1,1})', -3, 1e-14],
    ],
    ofSquare((grid) => finite(determinant(grid))),
  ),
];
