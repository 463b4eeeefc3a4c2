import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import { toText } from '../coerce.ts';
import { valuesOf } from './arguments.ts';
import { define, perValue, ranges, values } from './define.ts';
import type { Argument, FunctionDefinition } from './definition.ts';
import { VALUE_ERROR } from './errors.ts';
import { converted, fitting, LONGEST_TEXT, ofText } from './text-arguments.ts';

function concatenated(args: readonly Argument[]): CellValue {
  let text = '';
  for (const value of args.flatMap(valuesOf)) {
    const part = toText(value);
    if (isErrorValue(part)) return part;
    text += part;
  }
  return fitting(text);
}

function joined([delimiterArg, ignoreArg, ...rest]: readonly Argument[]): CellValue {
  const delimiters: string[] = [];
  for (const value of valuesOf(delimiterArg)) {
    const text = toText(value);
    if (isErrorValue(text)) return text;
    delimiters.push(text);
  }
  const [ignore = null] = valuesOf(ignoreArg);
  if (isErrorValue(ignore)) return ignore;
  const isSkipping = typeof ignore === 'string' ? ignore.toUpperCase() !== 'FALSE' : Boolean(ignore);
  let text = '';
  let count = 0;
  for (const value of rest.flatMap(valuesOf)) {
    const part = toText(value);
    if (isErrorValue(part)) return part;
    if (part === '' && isSkipping) continue;
    text += (count > 0 ? (delimiters[(count - 1) % delimiters.length] ?? '') : '') + part;
    count += 1;
  }
  return fitting(text);
}

/** First letter of each word in capitals; a letter begins a word after anything that is no letter. */
function proper(text: string): string {
  return text.toLowerCase().replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

function repeated(text: string, times: number): CellValue {
  const count = Math.trunc(times);
  return count < 0 || text.length * count > LONGEST_TEXT ? VALUE_ERROR : text.repeat(count);
}

function left(text: string, count: number): CellValue {
  return count < 0 ? VALUE_ERROR : text.slice(0, Math.trunc(count));
}

function right(text: string, count: number): CellValue {
  return count < 0 ? VALUE_ERROR : text.slice(Math.max(0, text.length - Math.trunc(count)));
}

function middle(text: string, start: number, count: number): CellValue {
  const first = Math.trunc(start) - 1;
  return first < 0 || count < 0 ? VALUE_ERROR : text.slice(first, first + Math.trunc(count));
}

function replaced(text: string, start: number, count: number, replacement: string): CellValue {
  const first = Math.trunc(start) - 1;
  if (first < 0 || count < 0) return VALUE_ERROR;
  return text.slice(0, first) + replacement + text.slice(first + Math.trunc(count));
}

export const TEXT: readonly FunctionDefinition[] = [
  define(
    'CONCAT(text1, [text2], …)',
    'Puts texts together, ranges included.',
    'تضم النصوص بعضها إلى بعض بما فيها النطاقات.',
    [
      [
        'CONCAT("The"," ","sun"," ","will"," ","come"," ","up"," ","tomorrow.")',
        'The sun will come up tomorrow.',
      ],
    ],
    ranges(concatenated),
  ),
  define(
    'CONCATENATE(text1, [text2], …)',
    'Puts texts together.',
    'تضم النصوص بعضها إلى بعض.',
    [
      [
        'CONCATENATE("Stream population for ", "brook trout", " ", "species", " is ", 32, "/mile.")',
        'Stream population for brook trout species is 32/mile.',
      ],
    ],
    values((...args) => concatenated(args)),
  ),
  define(
    'TEXTJOIN(delimiter, ignore_empty, text1, [text2], …)',
    'Puts texts together with a delimiter between them.',
    'تضم النصوص مع فاصل بينها.',
    [
      [
        'TEXTJOIN(", ", TRUE, {"US Dollar";"Australian Dollar";"";"Euro"})',
        'US Dollar, Australian Dollar, Euro',
      ],
      ['TEXTJOIN("-", FALSE, "a", "", "b")', 'a--b'],
    ],
    ranges(joined),
  ),
  define(
    'LEFT(text, [num_chars])',
    'First characters of a text.',
    'الأحرف الأولى من النص.',
    [
      ['LEFT("Sale Price", 4)', 'Sale'],
      ['LEFT("Sweden")', 'S'],
    ],
    converted('tn', ({ texts: [text = ''], numbers: [count = 1] }) => left(text, count), 1),
  ),
  define(
    'RIGHT(text, [num_chars])',
    'Last characters of a text.',
    'الأحرف الأخيرة من النص.',
    [
      ['RIGHT("Sale Price", 5)', 'Price'],
      ['RIGHT("Stock Number")', 'r'],
    ],
    converted('tn', ({ texts: [text = ''], numbers: [count = 1] }) => right(text, count), 1),
  ),
  define(
    'MID(text, start_num, num_chars)',
    'Characters from the middle of a text.',
    'أحرف من وسط النص.',
    [
      ['MID("Fluid Flow", 1, 5)', 'Fluid'],
      ['MID("Fluid Flow", 7, 20)', 'Flow'],
      ['MID("Fluid Flow", 20, 5)', ''],
    ],
    converted('tnn', ({ texts: [text = ''], numbers: [start = 0, count = 0] }) => middle(text, start, count)),
  ),
  define(
    'LEN(text)',
    'Number of characters of a text.',
    'عدد أحرف النص.',
    [
      ['LEN("Phoenix, AZ")', 11],
      ['LEN("")', 0],
    ],
    ofText((text) => text.length),
  ),
  define(
    'LOWER(text)',
    'Small letters.',
    'تحويل النص إلى أحرف صغيرة.',
    [['LOWER("E. E. Cummings")', 'e. e. cummings']],
    ofText((text) => text.toLowerCase()),
  ),
  define(
    'UPPER(text)',
    'Capital letters.',
    'تحويل النص إلى أحرف كبيرة.',
    [['UPPER("total")', 'TOTAL']],
    ofText((text) => text.toUpperCase()),
  ),
  define(
    'PROPER(text)',
    'A capital letter at the beginning of each word.',
    'جعل الحرف الأول من كل كلمة كبيراً.',
    [
      ['PROPER("this is a TITLE")', 'This Is A Title'],
      ['PROPER("2-way street")', '2-Way Street'],
      ['PROPER("76BudGet")', '76Budget'],
    ],
    ofText(proper),
  ),
  define(
    'TRIM(text)',
    'Takes away spaces but single ones between words.',
    'تحذف المسافات الزائدة وتُبقي مسافة واحدة بين الكلمات.',
    [['TRIM("  First   Quarter Earnings ")', 'First Quarter Earnings']],
    ofText((text) => text.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  ),
  define(
    'CLEAN(text)',
    'Takes away characters that cannot be printed.',
    'تحذف الأحرف غير القابلة للطباعة.',
    [['CLEAN(CHAR(9)&"Monthly report"&CHAR(10))', 'Monthly report']],
    ofText((text) =>
      Array.from(text)
        .filter((char) => char >= ' ')
        .join(''),
    ),
  ),
  define(
    'EXACT(text1, text2)',
    'TRUE when two texts are the same, letter case included.',
    'تعيد TRUE إذا تطابق النصان مع مراعاة حالة الأحرف.',
    [
      ['EXACT("word", "word")', true],
      ['EXACT("Word", "word")', false],
    ],
    converted('tt', ({ texts: [a, b] }) => a === b),
  ),
  define(
    'REPT(text, number_times)',
    'Repeats a text.',
    'تكرر النص عدداً من المرات.',
    [['REPT("*-", 3)', '*-*-*-']],
    converted('tn', ({ texts: [text = ''], numbers: [times = 0] }) => repeated(text, times)),
  ),
  define(
    'REPLACE(old_text, start_num, num_chars, new_text)',
    'Puts a text in place of characters at a position.',
    'تضع نصاً مكان أحرف في موضع محدد.',
    [
      ['REPLACE("abcdefghijk", 6, 5, "*")', 'abcde*k'],
      ['REPLACE("2009", 3, 2, "10")', '2010'],
    ],
    converted('tnnt', ({ texts: [text = '', fresh = ''], numbers: [start = 0, count = 0] }) =>
      replaced(text, start, count, fresh),
    ),
  ),
  define(
    'T(value)',
    'A text as it is; empty text for anything else.',
    'تعيد النص كما هو، ونصاً فارغاً لغيره.',
    [
      ['T("Rainfall")', 'Rainfall'],
      ['T(19)', ''],
    ],
    perValue((value) => (typeof value === 'string' || isErrorValue(value) ? value : '')),
  ),
];
