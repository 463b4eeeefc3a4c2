import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { toBoolean, toNumber } from '../coerce.ts';
import { compareValues } from '../compare.ts';
import { isMatrix, type Operand } from '../matrix.ts';
import { booleansOf } from './arguments.ts';
import { broadcast, unwrap } from './broadcast.ts';
import { define, numeric, ranges, values } from './define.ts';
import type { Argument, FunctionDefinition, Implementation } from './definition.ts';
import { failure, NA_ERROR, VALUE_ERROR } from './errors.ts';

type Lazy = readonly (() => Argument)[];

/** An argument that is empty between commas is 0; a blank stays blank. */
function zeroWhenEmpty(arg: Argument): Operand {
  return arg === undefined ? 0 : arg;
}

/** Branch number `index` of a call; an empty or missing one is what Excel shows for it. */
function branch(args: Lazy, index: number, missing: Operand): Operand {
  const thunk = args[index];
  return thunk ? zeroWhenEmpty(thunk()) : missing;
}

function ifThenElse(args: Lazy): Operand {
  const condition = unwrap(args[0]?.() ?? false);
  if (isMatrix(condition)) {
    return broadcast([condition, branch(args, 1, 0), branch(args, 2, false)], ([test, yes, no]) => {
      const truth = toBoolean(test ?? null);
      if (isErrorValue(truth)) return truth;
      return (truth ? yes : no) ?? null;
    });
  }
  const truth = toBoolean(condition);
  if (isErrorValue(truth)) return truth;
  return truth ? branch(args, 1, 0) : branch(args, 2, false);
}

function firstTrue(args: Lazy): Operand {
  if (args.length % 2 !== 0) return VALUE_ERROR;
  return ifsFrom(args, 0);
}

function ifsFrom(args: Lazy, index: number): Operand {
  if (index >= args.length) return NA_ERROR;
  const condition = unwrap(args[index]?.() ?? false);
  if (!isMatrix(condition)) {
    const truth = toBoolean(condition);
    if (isErrorValue(truth)) return truth;
    return truth ? branch(args, index + 1, 0) : ifsFrom(args, index + 2);
  }
  return ifThenElse([() => condition, () => branch(args, index + 1, 0), () => ifsFrom(args, index + 2)]);
}

function switchOver(args: Lazy): Operand {
  const subject = unwrap(args[0]?.() ?? null);
  if (isErrorValue(subject)) return subject;
  const isDefaulted = args.length % 2 === 0;
  const last = isDefaulted ? args.length - 1 : args.length;
  for (let index = 1; index < last; index += 2) {
    const candidate = unwrap(args[index]?.() ?? null);
    if (isErrorValue(candidate)) return candidate;
    if (isMatrix(subject) || isMatrix(candidate)) {
      const rest = [() => subject, ...args.slice(index + 2)];
      const isEqual = broadcast([subject, candidate], ([a, b]) => equal(a ?? null, b ?? null));
      return ifThenElse([
        () => isEqual,
        () => branch(args, index + 1, 0),
        () => (rest.length > 1 ? switchOver(rest) : NA_ERROR),
      ]);
    }
    if (equal(subject, candidate) === true) return branch(args, index + 1, 0);
  }
  return isDefaulted ? branch(args, last, 0) : NA_ERROR;
}

/** Equal as `=` sees it; the left error wins. */
function equal(a: CellValue, b: CellValue): boolean | ErrorValue {
  if (isErrorValue(a)) return a;
  if (isErrorValue(b)) return b;
  return compareValues(a, b) === 0;
}

function replaceWhere(args: Lazy, isReplaced: (error: ErrorValue) => boolean): Operand {
  const value = zeroWhenEmpty(args[0]?.());
  if (!isMatrix(value)) return isErrorValue(value) && isReplaced(value) ? branch(args, 1, 0) : value;
  if (!value.values.some((one) => isErrorValue(one) && isReplaced(one))) return value;
  return broadcast([value, branch(args, 1, 0)], ([one, other]) =>
    isErrorValue(one) && isReplaced(one) ? (other ?? null) : (one ?? null),
  );
}

function choose(args: Lazy): Operand {
  const index = unwrap(args[0]?.() ?? 0);
  if (!isMatrix(index)) return chosen(args, index);
  const branches = args.slice(1).map((thunk) => zeroWhenEmpty(thunk()));
  return broadcast([index, ...branches], ([which, ...picked]) => {
    const result = chosen([() => 0, ...picked.map((value) => () => value)], which ?? 0);
    return isMatrix(result) ? (result.values[0] ?? null) : result;
  });
}

function chosen(args: Lazy, index: CellValue): Operand {
  const number = toNumber(index);
  if (isErrorValue(number)) return number;
  const whole = Math.trunc(number);
  if (whole < 1 || whole >= args.length)
    return failure('#VALUE!', 'choice-missing', { number: String(whole) });
  return branch(args, whole, 0);
}

/** Truth values joined; a call without any is `#VALUE!`. */
function joined(join: (truths: readonly boolean[]) => boolean): Implementation {
  return ranges((args) => {
    const truths = booleansOf(args);
    if (isErrorValue(truths)) return truths;
    return truths.length === 0 ? VALUE_ERROR : join(truths);
  });
}

function lazy(call: (args: Lazy) => Operand): Implementation {
  return { kind: 'lazy', call };
}

export const LOGIC: readonly FunctionDefinition[] = [
  define(
    'IF(condition, value_if_true, [value_if_false])',
    'Gives one value when a condition holds and another when it does not; only the branch taken is calculated.',
    'تعيد قيمة إذا تحقق الشرط وقيمة أخرى إذا لم يتحقق، ولا يُحسب إلا الفرع المختار.',
    [
      ['IF(TRUE, 1, 1/0)', 1],
      ['IF(2 > 3, "Over budget", "OK")', 'OK'],
      ['IF(FALSE, 1)', false],
      ['IF({1,0,2}, "y", "n")', [['y', 'n', 'y']]],
    ],
    lazy(ifThenElse),
  ),
  define(
    'IFS(condition1, value1, …)',
    'Gives the value behind the first condition that holds.',
    'تعيد القيمة المقابلة لأول شرط متحقق.',
    [
      ['IFS(85 > 89, "A", 85 > 79, "B", TRUE, "F")', 'B'],
      ['IFS(FALSE, 1)', { error: '#N/A' }],
    ],
    lazy(firstTrue),
  ),
  define(
    'SWITCH(expression, value1, result1, [default_or_value2], [result2], …)',
    'Compares an expression with a list of values and gives the result behind the first match.',
    'تقارن تعبيراً بقائمة من القيم وتعيد النتيجة المقابلة لأول تطابق.',
    [
      ['SWITCH(2, 1, "Sunday", 2, "Monday", 3, "Tuesday", "No match")', 'Monday'],
      ['SWITCH(99, 1, "Sunday", 2, "Monday")', { error: '#N/A' }],
      ['SWITCH(99, 1, "Sunday", 2, "Monday", "No match")', 'No match'],
    ],
    lazy(switchOver),
  ),
  define(
    'CHOOSE(index, value1, [value2], …)',
    'Gives the value at a position in the list of arguments; only that one is calculated.',
    'تعيد القيمة الواقعة في موضع محدد من قائمة الوسائط، ولا يُحسب غيرها.',
    [
      ['CHOOSE(2, "1st", "2nd", "3rd")', '2nd'],
      ['CHOOSE(4, "1st", "2nd", "3rd")', { error: '#VALUE!' }],
    ],
    lazy(choose),
  ),
  define(
    'IFERROR(value, value_if_error)',
    'Gives a value, or another one in place of an error.',
    'تعيد القيمة نفسها، أو قيمة بديلة إذا كانت خطأ.',
    [
      ['IFERROR(210/35, "Error in calculation")', 6],
      ['IFERROR(55/0, "Error in calculation")', 'Error in calculation'],
    ],
    lazy((args) => replaceWhere(args, () => true)),
  ),
  define(
    'IFNA(value, value_if_na)',
    'Gives a value, or another one in place of #N/A; other errors stay.',
    'تعيد القيمة نفسها، أو قيمة بديلة إذا كانت ‎#N/A، وتبقى الأخطاء الأخرى كما هي.',
    [
      ['IFNA(NA(), "Not found")', 'Not found'],
      ['IFNA(1/0, "Not found")', { error: '#DIV/0!' }],
    ],
    lazy((args) => replaceWhere(args, (error) => error.code === '#N/A')),
  ),
  define(
    'AND(logical1, [logical2], …)',
    'TRUE when every argument is true.',
    'تعيد TRUE إذا كانت جميع الوسائط صحيحة.',
    [
      ['AND(TRUE, 2 > 1)', true],
      ['AND(TRUE, FALSE)', false],
      ['AND(1, 0)', false],
    ],
    joined((truths) => truths.every(Boolean)),
  ),
  define(
    'OR(logical1, [logical2], …)',
    'TRUE when at least one argument is true.',
    'تعيد TRUE إذا كان أحد الوسائط على الأقل صحيحاً.',
    [
      ['OR(FALSE, 2 > 1)', true],
      ['OR(1 = 2, FALSE)', false],
    ],
    joined((truths) => truths.some(Boolean)),
  ),
  define(
    'XOR(logical1, [logical2], …)',
    'TRUE when an odd number of arguments is true.',
    'تعيد TRUE إذا كان عدد الوسائط الصحيحة فردياً.',
    [
      ['XOR(3 > 0, 2 < 9)', false],
      ['XOR(3 > 12, 4 < 6)', true],
    ],
    joined((truths) => truths.filter(Boolean).length % 2 === 1),
  ),
  define(
    'NOT(logical)',
    'Turns TRUE into FALSE and FALSE into TRUE.',
    'تعكس القيمة المنطقية.',
    [
      ['NOT(FALSE)', true],
      ['NOT(1 + 1 = 2)', false],
    ],
    values((value) => {
      const truth = toBoolean(value ?? null);
      return isErrorValue(truth) ? truth : !truth;
    }),
  ),
  define(
    'TRUE()',
    'The value TRUE.',
    'القيمة المنطقية TRUE.',
    [['TRUE()', true]],
    numeric(() => true),
  ),
  define(
    'FALSE()',
    'The value FALSE.',
    'القيمة المنطقية FALSE.',
    [['FALSE()', false]],
    numeric(() => false),
  ),
  define(
    'LET(name1, value1, …, calculation)',
    'Gives names to intermediate values and calculates with them.',
    'تسمّي قيماً وسيطة ثم تحسب بها.',
    [
      ['LET(x, 5, y, x + 1, SUM(x, y))', 11],
      ['LET(rate, 0.05, 100 * (1 + rate) ^ 2)', 110.25, 1e-12],
    ],
    // Names are bound by the evaluator, which never calls this.
    lazy(() => failure('#NAME?', 'let-pairs')),
  ),
];
