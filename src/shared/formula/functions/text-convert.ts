import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import { toText } from '../coerce.ts';
import { textToNumber } from '../text-number.ts';
import { define, values } from './define.ts';
import type { FunctionDefinition } from './definition.ts';
import { failure, finite, VALUE_ERROR } from './errors.ts';
import { fixedText } from './numeric/decimal-text.ts';
import { converted, ofText } from './text-arguments.ts';
import { formatValue } from './text-format.ts';

/** Characters 128 to 159 of Windows-1252; a space where it has none. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const MOST_DECIMALS = 127;

function character(code: number): CellValue {
  const whole = Math.trunc(code);
  if (whole < 1 || whole > 255) return VALUE_ERROR;
  const special = whole >= 128 && whole <= 159 ? WINDOWS_1252[whole - 128] : undefined;
  return special !== undefined && special !== ' ' ? special : String.fromCharCode(whole);
}

/** Code in Windows-1252; 63, a question mark, for characters that it lacks. */
function code(text: string): CellValue {
  if (text === '') return VALUE_ERROR;
  const unit = text.charCodeAt(0);
  const special = WINDOWS_1252.indexOf(text.charAt(0));
  if (special >= 0 && text.charAt(0) !== ' ') return special + 128;
  return unit <= 255 ? unit : 63;
}

function fixed(value: number, decimals: number, hasNoCommas: number): CellValue {
  const places = Math.trunc(decimals);
  if (places > MOST_DECIMALS) return VALUE_ERROR;
  const text = fixedText(value, places, hasNoCommas === 0);
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

function dollar(value: number, decimals: number): CellValue {
  const places = Math.trunc(decimals);
  if (places > MOST_DECIMALS) return VALUE_ERROR;
  const text = `$${fixedText(value, places, true)}`;
  return value < 0 && /[1-9]/.test(text) ? `(${text})` : text;
}

function numberNamed(value: CellValue | undefined): CellValue {
  if (typeof value === 'number') return value;
  if (value === null || value === undefined) return 0;
  const number = typeof value === 'string' ? textToNumber(value) : null;
  return number ?? failure('#VALUE!', 'text-no-number');
}

/** Reads a number with separators of one's own; percent signs at the end divide by a hundred each. */
function numberValue(text: string, decimal: string, group: string): CellValue {
  const [point = '', comma = ''] = [decimal.charAt(0), group.charAt(0)];
  if (point === '' || decimal === '' || group === '' || point === comma) return VALUE_ERROR;
  const compact = text.replace(/\s+/g, '');
  if (compact === '') return 0;
  const percents = /%*$/.exec(compact)?.[0].length ?? 0;
  const [whole = '', ...rest] = compact.slice(0, compact.length - percents).split(point);
  if (rest.length > 1 || (rest[0] ?? '').includes(comma)) return VALUE_ERROR;
  const plain = whole.split(comma).join('') + (rest.length > 0 ? `.${rest[0]}` : '');
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain)) return VALUE_ERROR;
  return finite(Number(plain) / 100 ** percents);
}

export const TEXT_CONVERT: readonly FunctionDefinition[] = [
  define(
    'TEXT(value, format_text)',
    'A number or date as text in a number format.',
    'تحويل عدد أو تاريخ إلى نص بصيغة رقمية محددة.',
    [
      ['TEXT(1234.567, "$#,##0.00")', '$1,234.57'],
      ['TEXT(0.285, "0.0%")', '28.5%'],
      ['TEXT(4.34, "# ?/?")', '4 1/3'],
      ['TEXT(12200000, "0.00E+00")', '1.22E+07'],
      ['TEXT(1234567898, "[<=9999999]###-####;(###) ###-####")', '(123) 456-7898'],
      ['TEXT(1234, "0000000")', '0001234'],
      ["TEXT(123456, \"##0° 00' 00''\")", "12° 34' 56''"],
      ['TEXT("2012-03-14", "MM/DD/YY")', '03/14/12'],
    ],
    values((value, format) => {
      const text = toText(format ?? null);
      return isErrorValue(text) ? text : formatValue(value ?? null, text);
    }),
  ),
  define(
    'FIXED(number, [decimals], [no_commas])',
    'A number as text with fixed places and commas.',
    'تحويل عدد إلى نص بمنازل عشرية ثابتة وفواصل للآلاف.',
    [
      ['FIXED(1234.567, 1)', '1,234.6'],
      ['FIXED(1234.567, -1)', '1,230'],
      ['FIXED(-1234.567, -1, TRUE)', '-1230'],
      ['FIXED(44.332)', '44.33'],
    ],
    converted(
      'nnn',
      ({ numbers: [value = 0, decimals = 2, noCommas = 0] }) => fixed(value, decimals, noCommas),
      2,
      0,
    ),
  ),
  define(
    'DOLLAR(number, [decimals])',
    'A number as text in dollars, negative ones in brackets.',
    'تحويل عدد إلى نص بالدولار، والسالب بين قوسين.',
    [
      ['DOLLAR(1234.567, 2)', '$1,234.57'],
      ['DOLLAR(-1234.567, -2)', '($1,200)'],
      ['DOLLAR(-0.123, 4)', '($0.1230)'],
      ['DOLLAR(99.888)', '$99.89'],
    ],
    converted('nn', ({ numbers: [value = 0, decimals = 2] }) => dollar(value, decimals), 2),
  ),
  define(
    'VALUE(text)',
    'The number that a text names.',
    'العدد الذي يمثله النص.',
    [
      ['VALUE("$1,000")', 1000],
      ['VALUE("16:48:00")-VALUE("12:00:00")', 0.2, 1e-15],
      ['VALUE("abc")', { error: '#VALUE!' }],
    ],
    values(numberNamed),
  ),
  define(
    'NUMBERVALUE(text, [decimal_separator], [group_separator])',
    'The number that a text names, with separators of one’s own.',
    'العدد الذي يمثله النص مع تحديد فاصلي الكسور والآلاف.',
    [
      ['NUMBERVALUE("2.500,27", ",", ".")', 2500.27],
      ['NUMBERVALUE("3.5%")', 0.035, 1e-15],
      ['NUMBERVALUE("9%%")', 0.0009, 1e-15],
      ['NUMBERVALUE("")', 0],
    ],
    converted(
      'ttt',
      ({ texts: [text = '', decimal = '', group = ''] }) => numberValue(text, decimal, group),
      '.',
      ',',
    ),
  ),
  define(
    'CHAR(number)',
    'The character of a code from 1 to 255.',
    'الحرف المقابل لرمز من 1 إلى 255.',
    [
      ['CHAR(65)', 'A'],
      ['CHAR(33)', '!'],
      ['CHAR(0)', { error: '#VALUE!' }],
    ],
    converted('n', ({ numbers: [value = 0] }) => character(value)),
  ),
  define(
    'CODE(text)',
    'The code of the first character of a text.',
    'رمز الحرف الأول من النص.',
    [
      ['CODE("A")', 65],
      ['CODE("!")', 33],
    ],
    ofText(code),
  ),
  define(
    'UNICHAR(number)',
    'The character of a Unicode number.',
    'الحرف المقابل لرقم في يونيكود.',
    [
      ['UNICHAR(66)', 'B'],
      ['UNICHAR(0)', { error: '#VALUE!' }],
    ],
    converted('n', ({ numbers: [value = 0] }) => {
      const point = Math.trunc(value);
      const isPoint = point >= 1 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
      return isPoint ? String.fromCodePoint(point) : VALUE_ERROR;
    }),
  ),
  define(
    'UNICODE(text)',
    'The Unicode number of the first character of a text.',
    'رقم يونيكود للحرف الأول من النص.',
    [['UNICODE("B")', 66]],
    ofText((text) => text.codePointAt(0) ?? VALUE_ERROR),
  ),
];
