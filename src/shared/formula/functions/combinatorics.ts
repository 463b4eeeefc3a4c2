import type { CellValue } from '#shared/model/value.ts';
import { aggregate, define, numeric } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { NUM_ERROR } from './errors.ts';
import { binomial, factorial } from './numeric/gamma.ts';

const LARGEST_WHOLE = 2 ** 53;

function permutations(total: number, chosen: number): CellValue {
  const [n, k] = [Math.trunc(total), Math.trunc(chosen)];
  if (n <= 0 || k < 0 || n < k) return NUM_ERROR;
  let result = 1;
  for (let factor = n; factor > n - k && Number.isFinite(result); factor--) result *= factor;
  return result;
}

function combinations(total: number, chosen: number): CellValue {
  const [n, k] = [Math.trunc(total), Math.trunc(chosen)];
  return n < 0 || k < 0 || n < k ? NUM_ERROR : binomial(n, k);
}

function greatestDivisor(a: number, b: number): number {
  let [left, right] = [a, b];
  while (right > 0) [left, right] = [right, left % right];
  return left;
}

/** Whole numbers from 0 folded into one; others are `#NUM!`. */
function folded(numbers: readonly number[], join: (a: number, b: number) => number) {
  const whole = numbers.map(Math.trunc);
  if (numbers.some((number) => number < 0 || number >= LARGEST_WHOLE)) return NUM_ERROR;
  const result = whole.reduce(join);
  return result >= LARGEST_WHOLE ? NUM_ERROR : result;
}

export const COMBINATORICS: readonly FunctionDefinition[] = [
  define(
    'FACT(number)',
    'Factorial: the product of the whole numbers up to a number.',
    'مضروب العدد، أي حاصل ضرب الأعداد الصحيحة حتى ذلك العدد.',
    [
      ['FACT(5)', 120],
      ['FACT(1.9)', 1],
      ['FACT(0)', 1],
      ['FACT(-1)', { error: '#NUM!' }],
    ],
    numeric((value) => (value < 0 ? NUM_ERROR : factorial(Math.trunc(value)))),
  ),
  define(
    'COMBIN(number, number_chosen)',
    'In how many ways so many items can be chosen.',
    'عدد طرق اختيار عناصر من مجموعة دون ترتيب.',
    [
      ['COMBIN(8, 2)', 28],
      ['COMBIN(2, 8)', { error: '#NUM!' }],
    ],
    numeric(combinations),
  ),
  define(
    'PERMUT(number, number_chosen)',
    'In how many ways so many items can be chosen in order.',
    'عدد طرق اختيار عناصر من مجموعة مع الترتيب.',
    [
      ['PERMUT(100, 3)', 970200],
      ['PERMUT(3, 2)', 6],
    ],
    numeric(permutations),
  ),
  define(
    'GCD(number1, [number2], …)',
    'Greatest common divisor.',
    'القاسم المشترك الأكبر.',
    [
      ['GCD(5, 2)', 1],
      ['GCD(24, 36)', 12],
      ['GCD(5, 0)', 5],
    ],
    aggregate((numbers) => (numbers.length === 0 ? 0 : folded(numbers, greatestDivisor))),
  ),
  define(
    'LCM(number1, [number2], …)',
    'Least common multiple.',
    'المضاعف المشترك الأصغر.',
    [
      ['LCM(5, 2)', 10],
      ['LCM(24, 36)', 72],
    ],
    aggregate((numbers) =>
      numbers.length === 0
        ? 0
        : folded(numbers, (a, b) => (a === 0 || b === 0 ? 0 : (a / greatestDivisor(a, b)) * b)),
    ),
  ),
];
