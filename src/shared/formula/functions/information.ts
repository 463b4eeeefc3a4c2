import { type CellValue, type ErrorCode, isErrorValue } from '#shared/model/value.ts';
import { toNumber } from '../coerce.ts';
import { isMatrix } from '../matrix.ts';
import { define, perValue, ranges, values } from './define.ts';
import type { FunctionDefinition, Implementation } from './definition.ts';
import { failure, NA_ERROR, VALUE_ERROR } from './errors.ts';

/** E-507: Excel's numbers; errors that only we have are no error of Excel. */
const ERROR_NUMBERS: Readonly<Partial<Record<ErrorCode, number>>> = {
  '#NULL!': 1,
  '#DIV/0!': 2,
  '#VALUE!': 3,
  '#REF!': 4,
  '#NAME?': 5,
  '#NUM!': 6,
  '#N/A': 7,
};

/** Unlike other functions these take no truth value for a number. */
function parity(isWanted: (remainder: number) => boolean): Implementation {
  return values((value) => {
    if (typeof value === 'boolean') return VALUE_ERROR;
    const number = toNumber(value ?? null);
    return isErrorValue(number) ? number : isWanted(Math.abs(Math.trunc(number) % 2));
  });
}

function numberOf(value: CellValue): CellValue {
  if (typeof value === 'number' || isErrorValue(value)) return value;
  return value === true ? 1 : 0;
}

function typeNumber(value: CellValue): number {
  if (isErrorValue(value)) return 16;
  if (typeof value === 'boolean') return 4;
  return typeof value === 'string' ? 2 : 1;
}

export const INFORMATION: readonly FunctionDefinition[] = [
  define(
    'ISBLANK(value)',
    'TRUE for a blank.',
    'تعيد TRUE إذا كانت الخلية فارغة.',
    [['ISBLANK("")', false]],
    perValue((value) => value === null),
  ),
  define(
    'ISERR(value)',
    'TRUE for every error but #N/A.',
    'تعيد TRUE لأي خطأ عدا ‎#N/A.',
    [
      ['ISERR(1/0)', true],
      ['ISERR(NA())', false],
    ],
    perValue((value) => isErrorValue(value) && value.code !== '#N/A'),
  ),
  define(
    'ISERROR(value)',
    'TRUE for every error.',
    'تعيد TRUE لأي خطأ.',
    [
      ['ISERROR(NA())', true],
      ['ISERROR(8)', false],
    ],
    perValue((value) => isErrorValue(value)),
  ),
  define(
    'ISNA(value)',
    'TRUE for #N/A.',
    'تعيد TRUE للخطأ ‎#N/A.',
    [
      ['ISNA(NA())', true],
      ['ISNA(1/0)', false],
    ],
    perValue((value) => isErrorValue(value) && value.code === '#N/A'),
  ),
  define(
    'ISNUMBER(value)',
    'TRUE for a number.',
    'تعيد TRUE للأعداد.',
    [
      ['ISNUMBER(330.92)', true],
      ['ISNUMBER("330.92")', false],
    ],
    perValue((value) => typeof value === 'number'),
  ),
  define(
    'ISTEXT(value)',
    'TRUE for text.',
    'تعيد TRUE للنصوص.',
    [['ISTEXT("Region1")', true]],
    perValue((value) => typeof value === 'string'),
  ),
  define(
    'ISNONTEXT(value)',
    'TRUE for everything but text.',
    'تعيد TRUE لكل ما ليس نصاً.',
    [['ISNONTEXT(1)', true]],
    perValue((value) => typeof value !== 'string'),
  ),
  define(
    'ISLOGICAL(value)',
    'TRUE for TRUE and FALSE.',
    'تعيد TRUE للقيم المنطقية.',
    [
      ['ISLOGICAL(TRUE)', true],
      ['ISLOGICAL("TRUE")', false],
    ],
    perValue((value) => typeof value === 'boolean'),
  ),
  define(
    'ISEVEN(number)',
    'TRUE for an even number; decimals are cut off.',
    'تعيد TRUE للعدد الزوجي بعد حذف كسوره.',
    [
      ['ISEVEN(-1)', false],
      ['ISEVEN(2.5)', true],
      ['ISEVEN(0)', true],
    ],
    parity((remainder) => remainder === 0),
  ),
  define(
    'ISODD(number)',
    'TRUE for an odd number; decimals are cut off.',
    'تعيد TRUE للعدد الفردي بعد حذف كسوره.',
    [
      ['ISODD(-1)', true],
      ['ISODD(2.5)', false],
      ['ISODD(5)', true],
    ],
    parity((remainder) => remainder === 1),
  ),
  define(
    'N(value)',
    'The number of a value: TRUE is 1, text is 0.',
    'القيمة العددية: TRUE تساوي 1 والنص يساوي 0.',
    [
      ['N(7)', 7],
      ['N("Even")', 0],
      ['N(TRUE)', 1],
    ],
    perValue(numberOf),
  ),
  define(
    'NA()',
    'The error #N/A: no value is available.',
    'الخطأ ‎#N/A: لا تتوفر قيمة.',
    [['NA()', { error: '#N/A' }]],
    ranges(() => NA_ERROR),
  ),
  define(
    'TYPE(value)',
    'Kind of a value: 1 number, 2 text, 4 logical, 16 error, 64 array.',
    'نوع القيمة: 1 عدد و2 نص و4 منطقية و16 خطأ و64 مصفوفة.',
    [
      ['TYPE("Smith")', 2],
      ['TYPE(2)', 1],
      ['TYPE({1,2;3,4})', 64],
    ],
    ranges(([value]) => {
      if (value === undefined || !isMatrix(value)) return typeNumber(value ?? null);
      return value.values.length === 1 ? typeNumber(value.values[0] ?? null) : 64;
    }),
  ),
  define(
    'ERROR.TYPE(error)',
    'Number of an error: 1 #NULL!, 2 #DIV/0!, 3 #VALUE!, 4 #REF!, 5 #NAME?, 6 #NUM!, 7 #N/A. #N/A for what is none of these.',
    'رقم الخطأ: 1 ‎#NULL! و2 ‎#DIV/0! و3 ‎#VALUE! و4 ‎#REF! و5 ‎#NAME? و6 ‎#NUM! و7 ‎#N/A. وتعطي ‎#N/A لما سوى ذلك.',
    [
      ['ERROR.TYPE(1/0)', 2],
      ['ERROR.TYPE(1)', { error: '#N/A' }],
    ],
    perValue(
      (value) => (isErrorValue(value) ? ERROR_NUMBERS[value.code] : undefined) ?? failure('#N/A', 'no-error'),
    ),
  ),
];
