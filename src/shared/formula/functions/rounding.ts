import type { CellValue } from '#shared/model/value.ts';
import { define, numeric, numericOrDefault } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { DIV_ERROR, NUM_ERROR } from './errors.ts';
import { ceilDecimal, cleanDecimal, floorDecimal, roundDecimal } from './numeric/decimal-round.ts';

function ceiling(value: number, step: number): CellValue {
  if (step === 0 || value === 0) return 0;
  if (value > 0 && step < 0) return NUM_ERROR;
  return multiple(ceilDecimal(value / step), step);
}

function floor(value: number, step: number): CellValue {
  if (value === 0) return 0;
  if (step === 0) return DIV_ERROR;
  if (value > 0 && step < 0) return NUM_ERROR;
  return multiple(floorDecimal(value / step), step);
}

function multiple(count: number, step: number): number {
  return cleanDecimal(count * step) || 0;
}

function ceilingMath(value: number, step: number, mode: number): number {
  const size = Math.abs(step);
  if (size === 0) return 0;
  const round = value < 0 && mode !== 0 ? floorDecimal : ceilDecimal;
  return multiple(round(value / size), size);
}

function floorMath(value: number, step: number, mode: number): number {
  const size = Math.abs(step);
  if (size === 0) return 0;
  const round = value < 0 && mode !== 0 ? ceilDecimal : floorDecimal;
  return multiple(round(value / size), size);
}

function roundToMultiple(value: number, step: number): CellValue {
  if (value === 0 || step === 0) return 0;
  if (value > 0 !== step > 0) return NUM_ERROR;
  // On the quotient as it is: Excel documents that MROUND(6.05, 0.1) is 6 and MROUND(7.05, 0.1) 7.1.
  return multiple(Math.floor(value / step + 0.5), step);
}

function even(value: number): number {
  const size = 2 * ceilDecimal(Math.abs(value) / 2);
  return value < 0 ? -size : size;
}

function odd(value: number): number {
  const size = Math.max(1, 2 * ceilDecimal((Math.abs(value) + 1) / 2) - 1);
  return value < 0 ? -size : size;
}

const places = (digits: number) => Math.trunc(digits);

export const ROUNDING: readonly FunctionDefinition[] = [
  define(
    'ROUND(number, digits)',
    'Rounds to a number of decimal places; halves away from zero.',
    'تقرّب العدد إلى عدد محدد من المنازل العشرية، والنصف يُقرّب بعيداً عن الصفر.',
    [
      ['ROUND(2.15, 1)', 2.2],
      ['ROUND(2.149, 1)', 2.1],
      ['ROUND(-1.475, 2)', -1.48],
      ['ROUND(21.5, -1)', 20],
      ['ROUND(626.3, -3)', 1000],
      ['ROUND(1.98, -1)', 0],
      ['ROUND(-50.55, -2)', -100],
      ['ROUND(1.005, 2)', 1.01],
    ],
    numeric((value, digits) => roundDecimal(value, places(digits), 'half-away')),
  ),
  define(
    'ROUNDUP(number, digits)',
    'Rounds away from zero.',
    'تقرّب العدد بعيداً عن الصفر.',
    [
      ['ROUNDUP(3.2, 0)', 4],
      ['ROUNDUP(76.9, 0)', 77],
      ['ROUNDUP(8.14159, 3)', 8.142],
      ['ROUNDUP(-3.14159, 1)', -3.2],
      ['ROUNDUP(31415.92654, -2)', 31500],
    ],
    numeric((value, digits) => roundDecimal(value, places(digits), 'away')),
  ),
  define(
    'ROUNDDOWN(number, digits)',
    'Rounds toward zero.',
    'تقرّب العدد باتجاه الصفر.',
    [
      ['ROUNDDOWN(3.2, 0)', 3],
      ['ROUNDDOWN(76.9, 0)', 76],
      ['ROUNDDOWN(8.14159, 3)', 8.141],
      ['ROUNDDOWN(-3.14159, 1)', -3.1],
      ['ROUNDDOWN(31415.92654, -2)', 31400],
    ],
    numeric((value, digits) => roundDecimal(value, places(digits), 'toward')),
  ),
  define(
    'TRUNC(number, [digits])',
    'Cuts digits off without rounding.',
    'تحذف المنازل الزائدة من العدد دون تقريب.',
    [
      ['TRUNC(8.9)', 8],
      ['TRUNC(-8.9)', -8],
      ['TRUNC(0.45)', 0],
    ],
    numeric((value, digits) => roundDecimal(value, places(digits), 'toward'), 0),
  ),
  define(
    'INT(number)',
    'Rounds down to a whole number.',
    'تقرّب العدد إلى أقرب عدد صحيح أصغر منه أو يساويه.',
    [
      ['INT(8.9)', 8],
      ['INT(-8.9)', -9],
      ['INT(19.5)', 19],
    ],
    numeric((value) => floorDecimal(value)),
  ),
  define(
    'MROUND(number, multiple)',
    'Rounds to the nearest multiple.',
    'تقرّب العدد إلى أقرب مضاعف محدد.',
    [
      ['MROUND(10, 3)', 9],
      ['MROUND(-10, -3)', -9],
      ['MROUND(1.3, 0.2)', 1.4],
      ['MROUND(5, -2)', { error: '#NUM!' }],
    ],
    numeric(roundToMultiple),
  ),
  define(
    'CEILING(number, significance)',
    'Rounds away from zero to a multiple; a negative number with a positive multiple goes toward zero.',
    'تقرّب العدد إلى أعلى حتى أقرب مضاعف محدد.',
    [
      ['CEILING(2.5, 1)', 3],
      ['CEILING(-2.5, -2)', -4],
      ['CEILING(-2.5, 2)', -2],
      ['CEILING(1.5, 0.1)', 1.5],
      ['CEILING(0.234, 0.01)', 0.24],
    ],
    numeric(ceiling),
  ),
  define(
    'FLOOR(number, significance)',
    'Rounds toward zero to a multiple; a negative number with a positive multiple goes away from zero.',
    'تقرّب العدد إلى أسفل حتى أقرب مضاعف محدد.',
    [
      ['FLOOR(3.7, 2)', 2],
      ['FLOOR(-2.5, -2)', -2],
      ['FLOOR(2.5, -2)', { error: '#NUM!' }],
      ['FLOOR(1.58, 0.1)', 1.5],
      ['FLOOR(0.234, 0.01)', 0.23],
    ],
    numeric(floor),
  ),
  define(
    'CEILING.MATH(number, [significance], [mode])',
    'Rounds up to a multiple; with a mode other than 0 negative numbers go away from zero.',
    'تقرّب العدد إلى أعلى حتى أقرب مضاعف، ومع وضع غير صفري تبتعد الأعداد السالبة عن الصفر.',
    [
      ['CEILING.MATH(24.3, 5)', 25],
      ['CEILING.MATH(6.7)', 7],
      ['CEILING.MATH(-8.1, 2)', -8],
      ['CEILING.MATH(-5.5, 2, -1)', -6],
    ],
    numericOrDefault(ceilingMath, 1, 0),
  ),
  define(
    'FLOOR.MATH(number, [significance], [mode])',
    'Rounds down to a multiple; with a mode other than 0 negative numbers go toward zero.',
    'تقرّب العدد إلى أسفل حتى أقرب مضاعف، ومع وضع غير صفري تقترب الأعداد السالبة من الصفر.',
    [
      ['FLOOR.MATH(24.3, 5)', 20],
      ['FLOOR.MATH(6.7)', 6],
      ['FLOOR.MATH(-8.1, 2)', -10],
      ['FLOOR.MATH(-5.5, 2, -1)', -4],
    ],
    numericOrDefault(floorMath, 1, 0),
  ),
  define(
    'EVEN(number)',
    'Rounds away from zero to an even whole number.',
    'تقرّب العدد بعيداً عن الصفر إلى أقرب عدد زوجي.',
    [
      ['EVEN(1.5)', 2],
      ['EVEN(3)', 4],
      ['EVEN(2)', 2],
      ['EVEN(-1)', -2],
    ],
    numeric(even),
  ),
  define(
    'ODD(number)',
    'Rounds away from zero to an odd whole number.',
    'تقرّب العدد بعيداً عن الصفر إلى أقرب عدد فردي.',
    [
      ['ODD(1.5)', 3],
      ['ODD(3)', 3],
      ['ODD(2)', 3],
      ['ODD(-1)', -1],
      ['ODD(-2)', -3],
    ],
    numeric(odd),
  ),
];
