import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { toNumber } from '../coerce.ts';
import type { Operand } from '../matrix.ts';
import { numbersOf } from './arguments.ts';
import { broadcast, unwrap } from './broadcast.ts';
import type {
  Argument,
  FunctionDefinition,
  FunctionExample,
  Implementation,
  PeriodContext,
} from './definition.ts';
import { finite } from './errors.ts';

/** Excel's limit on the number of arguments. */
const MOST_ARGUMENTS = 255;

/** Formula, result, and the tolerance where the documentation shows rounded figures. */
export type Example = readonly [formula: string, result: FunctionExample['result'], tolerance?: number];

/**
 * One line of the table. The numbers of arguments follow from the signature: `[x]` may be left
 * out, `…` at the end stands for more of the same.
 */
export function define(
  signature: string,
  en: string,
  ar: string,
  examples: readonly Example[],
  implementation: Implementation,
): FunctionDefinition {
  const open = signature.indexOf('(');
  const parameters = signature
    .slice(open + 1, -1)
    .split(', ')
    .filter(Boolean);
  const required = parameters.filter((name) => !name.startsWith('[') && name !== '…').length;
  return {
    name: signature.slice(0, open),
    signature,
    minArgs: required,
    maxArgs: parameters.includes('…') ? MOST_ARGUMENTS : parameters.length,
    help: { en, ar },
    examples: examples.map(([formula, result, tolerance]) =>
      tolerance === undefined ? { formula, result } : { formula, result, tolerance },
    ),
    implementation,
  };
}

/** The same function under the name it had before Excel 2010. */
export function renamed(
  signature: string,
  original: FunctionDefinition,
  examples: readonly Example[],
): FunctionDefinition {
  const { en, ar } = original.help;
  return define(
    signature,
    `Earlier name of ${original.name}. ${en}`,
    `الاسم السابق للدالة ${original.name}. ${ar}`,
    examples,
    original.implementation,
  );
}

type NumberResult = number | ErrorValue;

/** Single numbers in, a number out. `defaults` stand for the last parameters when they are not written. */
export function numeric(
  call: (...numbers: number[]) => CellValue,
  ...defaults: readonly number[]
): Implementation {
  return { kind: 'scalar', call: (args) => callNumeric(args, call, defaults) };
}

function callNumeric(
  args: readonly (CellValue | undefined)[],
  call: (...numbers: number[]) => CellValue,
  defaults: readonly number[],
): CellValue {
  const numbers = readNumbers(args, call.length, defaults);
  if (isErrorValue(numbers)) return numbers;
  const result = call(...numbers);
  return typeof result === 'number' ? finite(result) : result;
}

/** As `numeric`, but an argument that is empty between commas takes its default too. */
export function numericOrDefault(
  call: (...numbers: number[]) => CellValue,
  ...defaults: readonly number[]
): Implementation {
  const required = call.length - defaults.length;
  return {
    kind: 'scalar',
    call: (args) =>
      callNumeric(
        args.map((arg, index) => (arg === undefined ? defaults[index - required] : arg)),
        call,
        defaults,
      ),
  };
}

/** Reads `count` numbers; an argument that is empty between commas is 0, one not written its default. */
export function readNumbers(
  args: readonly (CellValue | undefined)[],
  count: number,
  defaults: readonly number[],
): number[] | ErrorValue {
  const numbers: number[] = [];
  for (let index = 0; index < count; index++) {
    if (index >= args.length) {
      numbers.push(defaults[index - count + defaults.length] ?? 0);
      continue;
    }
    const number = toNumber(args[index] ?? null);
    if (isErrorValue(number)) return number;
    numbers.push(number);
  }
  return numbers;
}

/** Single values in, a value out; errors never reach `call`. */
export function values(call: (...args: (CellValue | undefined)[]) => CellValue): Implementation {
  return { kind: 'scalar', call: (args) => call(...args) };
}

/** Whole arguments in, errors included. */
export function ranges(
  call: (args: readonly Argument[], period: PeriodContext | null) => Operand,
): Implementation {
  return { kind: 'range', call };
}

/** All numbers of all arguments in, a number out. */
export function aggregate(call: (numbers: readonly number[]) => NumberResult): Implementation {
  return ranges((args) => {
    const numbers = numbersOf(args);
    if (isErrorValue(numbers)) return numbers;
    const result = call(numbers);
    return typeof result === 'number' ? finite(result) : result;
  });
}

/** One value in, errors included; a range gives a range. */
export function perValue(call: (value: CellValue) => CellValue): Implementation {
  return ranges(([value]) => broadcast([value], ([single]) => call(single ?? null)));
}

/**
 * Mixed parameters: `a` passes an argument whole, `v` passes single values and walks a range.
 * The last letter stands for all that follow. An error in a `v` is the result.
 */
export function mixed(
  kinds: string,
  call: (args: readonly Argument[], period: PeriodContext | null) => Operand,
): Implementation {
  return ranges((args, period) => {
    const kindOf = (index: number) => kinds[Math.min(index, kinds.length - 1)];
    const walked = args.map((arg, index) => (kindOf(index) === 'v' && arg !== undefined ? unwrap(arg) : arg));
    const single = walked.filter((_, index) => kindOf(index) === 'v');
    const failed = single.find(isErrorValue);
    if (failed) return failed;
    const isWide = single.some((arg) => typeof arg === 'object' && arg !== null && arg.kind === 'matrix');
    if (!isWide) return call(walked, period);
    return broadcast(single, (picked) => {
      const error = picked.find(isErrorValue);
      if (error) return error;
      let next = 0;
      const filled = walked.map((arg, index) => (kindOf(index) === 'v' ? picked[next++] : arg));
      const result = unwrap(call(filled, period));
      return typeof result === 'object' && result !== null && result.kind === 'matrix'
        ? (result.values[0] ?? null)
        : result;
    });
  });
}

/** Numbers of a range first, then single numbers: `LARGE(array, k)`. */
export function sample(
  call: (numbers: readonly number[], ...rest: number[]) => NumberResult,
  ...defaults: readonly number[]
): Implementation {
  return mixed('av', ([array, ...rest]) => {
    const numbers = numbersOf([array]);
    if (isErrorValue(numbers)) return numbers;
    const parameters = readNumbers(rest as readonly (CellValue | undefined)[], call.length - 1, defaults);
    if (isErrorValue(parameters)) return parameters;
    const result = call(numbers, ...parameters);
    return typeof result === 'number' ? finite(result) : result;
  });
}
