import { at, type Columns, type Kernel, node } from './kernel.ts';
import type { Window } from './windows.ts';

/** An argument of an aggregate: single values, or a stretch of a row. */
export type AggregateInput =
  | { readonly kind: 'values'; readonly kernel: Kernel }
  | { readonly kind: 'window'; readonly window: Window };

/** Adds a value to what was collected so far; `count` values came before. */
type Collect = (sofar: number, value: number, count: number) => number;

/** How the collected value and the number of values become the result. */
type Finish = (collected: number, count: number) => number;

const AGGREGATES: Readonly<Record<string, { readonly collect: Collect; readonly finish: Finish }>> = {
  SUM: { collect: (sofar, value) => sofar + value, finish: (collected) => collected },
  AVERAGE: { collect: (sofar, value) => sofar + value, finish: (collected, count) => collected / count },
  MIN: {
    collect: (sofar, value, count) => (count === 0 || value < sofar || Number.isNaN(value) ? value : sofar),
    finish: (collected) => collected,
  },
  MAX: {
    collect: (sofar, value, count) => (count === 0 || value > sofar || Number.isNaN(value) ? value : sofar),
    finish: (collected) => collected,
  },
};

export function isAggregate(name: string): boolean {
  return Object.hasOwn(AGGREGATES, name);
}

/**
 * `SUM`, `AVERAGE`, `MIN`, `MAX`, in the order of the arguments as the interpreter walks them.
 * Columns outside the timeline are blank and passed over, as are none inside: a cell without a
 * number makes the result unknown here.
 */
export function aggregate(columns: Columns, name: string, inputs: readonly AggregateInput[]): Kernel | null {
  const rule = Object.hasOwn(AGGREGATES, name) ? AGGREGATES[name] : undefined;
  if (!rule) return null;
  const kernels = inputs.flatMap((input) => (input.kind === 'values' ? [input.kernel] : []));
  const join = Object.hasOwn(JOINS, name) ? JOINS[name] : undefined;
  if (join && kernels.length === inputs.length)
    return joinedValues(columns, kernels, join, name === 'SUM' ? 0 : -0);
  const isConstant = inputs.every((input) => input.kind === 'window' && input.window.isFixed);
  const values = inputs.map((input) => (input.kind === 'values' ? input.kernel : null));
  return node('number', values, columns, (out) => (from, to) => {
    for (const input of inputs) if (input.kind === 'values') input.kernel.fill(from, to);
    if (isConstant && to > from) out.fill(valueAt(rule, inputs, from), from, to);
    else for (let column = from; column < to; column++) out[column] = valueAt(rule, inputs, column);
  });
}

/** Takes the values of one more argument into what the arguments before it gave. */
type Join = (out: Float64Array, values: Float64Array, from: number, to: number) => void;

/** Aggregates of single values, the commonest, written out: argument by argument, whole rows at once. */
const JOINS: Readonly<Record<string, Join>> = {
  SUM(out, values, from, to) {
    for (let column = from; column < to; column++) {
      const sum = at(out, column) + at(values, column);
      out[column] = sum - sum === 0 ? sum : Number.NaN;
    }
  },
  MIN(out, values, from, to) {
    for (let column = from; column < to; column++) {
      const value = at(values, column);
      if (value < at(out, column) || Number.isNaN(value)) out[column] = value;
    }
  },
  MAX(out, values, from, to) {
    for (let column = from; column < to; column++) {
      const value = at(values, column);
      if (value > at(out, column) || Number.isNaN(value)) out[column] = value;
    }
  },
};

/** `start` is added to the first argument: 0 makes −0 the 0 that a sum gives, −0 changes nothing. */
function joinedValues(
  columns: Columns,
  kernels: readonly Kernel[],
  join: Join,
  start: number,
): Kernel | null {
  const [first, ...others] = kernels;
  if (!first) return null;
  return node('number', [], columns, (out) => (from, to) => {
    first.fill(from, to);
    for (let column = from; column < to; column++) out[column] = start + at(first.out, column);
    for (const other of others) {
      other.fill(from, to);
      join(out, other.out, from, to);
    }
  });
}

function valueAt(
  rule: { readonly collect: Collect; readonly finish: Finish },
  inputs: readonly AggregateInput[],
  column: number,
): number {
  let [collected, count] = [0, 0];
  for (const input of inputs) {
    if (input.kind === 'values') {
      collected = rule.collect(collected, at(input.kernel.out, column), count);
      count++;
      if (Number.isNaN(collected)) return Number.NaN;
      continue;
    }
    const { window } = input;
    const numbers = window.row.out;
    const last = Math.min(window.last(column), numbers.length - 1);
    for (let place = Math.max(window.first(column), 0); place <= last; place++) {
      collected = rule.collect(collected, at(numbers, place), count);
      count++;
    }
    if (Number.isNaN(collected)) return Number.NaN;
  }
  const result = rule.finish(collected, count);
  return result - result === 0 ? result : Number.NaN;
}
