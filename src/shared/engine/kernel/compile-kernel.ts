import type { DealsQuery } from '#shared/finance/deals-query.ts';
import type { Expression } from '#shared/formula/ast.ts';
import { findFunction } from '#shared/formula/functions/table.ts';
import type { Timeline } from '#shared/model/timeline.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { type Call, constantQuery, DEALS } from '../read-formula.ts';
import { type AggregateInput, aggregate, isAggregate } from './aggregates.ts';
import { choice, chosen, joined } from './branches.ts';
import { at, type Columns, type Kernel, type MaybeKernel, mapped, node, standing } from './kernel.ts';
import { binary, negative, percent } from './operators.ts';
import { pointOf, windowOf } from './windows.ts';

/** What kernels reach of the model around them. */
export interface KernelContext extends Columns {
  readonly timeline: Timeline;
  /** One value in every column. */
  constant(value: number): Float64Array;
  /** Values of `PERIOD`, `YEAR`, `QUARTER` and `IS_ACTUAL`, kept up with the as-of date. */
  readonly ofColumn: Readonly<Record<ColumnFunction, Float64Array>>;
  /** The row that a name stands for; undefined where it stands for none. */
  rowOf(name: string): Kernel | undefined;
  /** Answer of the register in a column; NaN when it is an error. */
  dealAmount(query: DealsQuery, column: number): number;
}

/** The kernel of a formula; null when the interpreter has to calculate all of it. */
export function compileKernel(expression: Expression, context: KernelContext): MaybeKernel {
  const compile = (node: Expression): MaybeKernel => compileKernel(node, context);
  switch (expression.kind) {
    case 'number':
      return standing('number', context.constant(expression.value));
    case 'boolean':
      return standing('boolean', context.constant(Number(expression.value)));
    case 'text':
    case 'errorLiteral':
    case 'array':
      return null;
    case 'group':
      return compile(expression.inner);
    case 'reference': {
      return reference(expression, context, Number.NaN);
    }
    case 'unary': {
      const operand = compile(expression.operand);
      return operand && expression.operator === '-' ? negative(context, operand) : operand;
    }
    case 'percent': {
      const operand = compile(expression.operand);
      return operand && percent(context, operand);
    }
    case 'binary': {
      const left = compileOperand(expression.left, context);
      const right = left && compileOperand(expression.right, context);
      return left && right && binary(context, expression.operator, left, right);
    }
    case 'call':
      return compileCall(expression, context);
    default:
      return assertNever(expression);
  }
}

type Reference = Extract<Expression, { kind: 'reference' }>;

function reference({ name, time }: Reference, context: KernelContext, outside: number): MaybeKernel {
  const row = context.rowOf(name);
  if (!row || (time && time.kind !== 'point')) return null;
  return pointOf(context, row, time?.at, context.timeline, outside);
}

/** What stands beside an operator: a blank from outside the timeline counts as 0 there. */
function compileOperand(expression: Expression, context: KernelContext): MaybeKernel {
  if (expression.kind === 'reference') return reference(expression, context, 0);
  return compileKernel(expression, context);
}

function compileCall(call: Call, context: KernelContext): MaybeKernel {
  if (call.name === DEALS) return deals(call, context);
  const definition = findFunction(call.name);
  if (!definition || call.args.length < definition.minArgs || call.args.length > definition.maxArgs) {
    return null;
  }
  const calendar = ofCalendar(call, context);
  if (calendar) return calendar;
  if (isAggregate(call.name)) return compileAggregate(call, context);
  const compile = (argument: Expression | null | undefined): MaybeKernel =>
    argument ? compileKernel(argument, context) : zero(argument, context);
  switch (call.name) {
    case 'IF': {
      const condition = compile(call.args[0]);
      return condition && choice(context, condition, compile(call.args[1]), compile(call.args[2]));
    }
    case 'CHOOSE': {
      const index = compile(call.args[0]);
      return index && chosen(context, index, call.args.slice(1).map(compile));
    }
    case 'AND':
    case 'OR': {
      const inputs = call.args.map((argument) => argument && compile(argument));
      const known = inputs.filter((input) => input !== null);
      return known.length === inputs.length
        ? joined(context, call.name === 'AND' ? 'all' : 'any', known)
        : null;
    }
    case 'NOT': {
      const input = compile(call.args[0]);
      return (
        input &&
        mapped(context, 'boolean', input, (value) => (Number.isNaN(value) ? value : Number(value === 0)))
      );
    }
    default:
      return scalarCall(call, context);
  }
}

/** An argument that is empty between commas is 0; one that is not written has no kernel. */
function zero(argument: null | undefined, context: KernelContext): MaybeKernel {
  return argument === null ? standing('number', context.constant(0)) : null;
}

const COLUMN_FUNCTIONS = ['PERIOD', 'YEAR', 'QUARTER', 'IS_ACTUAL'] as const;
export type ColumnFunction = (typeof COLUMN_FUNCTIONS)[number];

function ofCalendar(call: Call, context: KernelContext): MaybeKernel {
  if (call.args.length > 0) return null;
  const name = COLUMN_FUNCTIONS.find((one) => one === call.name);
  if (!name) return null;
  return standing(name === 'IS_ACTUAL' ? 'boolean' : 'number', context.ofColumn[name]);
}

function deals(call: Call, context: KernelContext): MaybeKernel {
  const query = constantQuery(call);
  if (!query) return null;
  return node('number', [], context, (out) => (from, to) => {
    for (let column = from; column < to; column++) out[column] = context.dealAmount(query, column);
  });
}

function compileAggregate(call: Call, context: KernelContext): MaybeKernel {
  const inputs: AggregateInput[] = [];
  for (const argument of call.args) {
    const input = argument && aggregateInput(argument, context);
    if (!input) return null;
    inputs.push(input);
  }
  return aggregate(context, call.name, inputs);
}

function aggregateInput(argument: Expression, context: KernelContext): AggregateInput | null {
  if (argument.kind === 'reference') {
    const row = context.rowOf(argument.name);
    const window = row && windowOf(row, argument.time, context.timeline);
    if (window) return { kind: 'window', window };
  }
  const kernel = compileKernel(argument, context);
  return kernel && { kind: 'values', kernel };
}

/** A function of single values, called as the interpreter calls it. */
function scalarCall(call: Call, context: KernelContext): MaybeKernel {
  const implementation = findFunction(call.name)?.implementation;
  if (implementation?.kind !== 'scalar') return null;
  const inputs = call.args.map((argument) => argument && compileKernel(argument, context));
  const known = inputs.filter((input): input is Kernel => input !== null);
  if (known.length !== inputs.length) return null;
  return node('number', known, context, (out) => (from, to) => {
    for (const input of known) input.fill(from, to);
    for (let column = from; column < to; column++) out[column] = scalarAt(implementation.call, known, column);
  });
}

function scalarAt(
  call: (args: readonly (number | boolean)[]) => unknown,
  inputs: readonly Kernel[],
  column: number,
): number {
  const args: (number | boolean)[] = [];
  for (const input of inputs) {
    const value = at(input.out, column);
    if (Number.isNaN(value)) return Number.NaN;
    args.push(input.type === 'boolean' ? value !== 0 : value);
  }
  const result = call(args);
  return typeof result === 'number' ? result : Number.NaN;
}
