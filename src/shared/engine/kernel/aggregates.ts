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
  const isConstant = inputs.every((input) => input.kind === 'window' && input.window.isFixed);
  const values = inputs.map((input) => (input.kind === 'values' ? input.kernel : null));
  return node('number', values, columns, (out) => (from, to) => {
    for (const input of inputs) if (input.kind === 'values') input.kernel.fill(from, to);
    if (isConstant && to > from) out.fill(valueAt(rule, inputs, from), from, to);
    else for (let column = from; column < to; column++) out[column] = valueAt(rule, inputs, column);
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
    const last = Math.min(window.last(column), window.numbers.length - 1);
    for (let place = Math.max(window.first(column), 0); place <= last; place++) {
      collected = rule.collect(collected, at(window.numbers, place), count);
      count++;
    }
    if (Number.isNaN(collected)) return Number.NaN;
  }
  const result = rule.finish(collected, count);
  return result - result === 0 ? result : Number.NaN;
}
