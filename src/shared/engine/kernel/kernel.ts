/** Where nodes get arrays from. */
export interface Columns {
  take(): Float64Array;
}

/**
 * A formula node that works on a stretch of columns at once. `fill` writes its values into `out`;
 * truth values are 1 and 0. NaN says that the value is no plain number or follows from a cell that
 * is none: such cells are left to the interpreter, so that a kernel can be silent but never wrong.
 */
export interface Kernel {
  readonly type: 'number' | 'boolean';
  /** Of a row that is read: another array for each formula that shares the kernel, so ask anew in each `fill`. */
  readonly out: Float64Array;
  /** Nobody else reads `out`: the node above may write its own values over it. */
  readonly isOwn: boolean;
  fill(from: number, to: number): void;
}

/** A node that kernels cannot express; whatever needs it is left to the interpreter. */
export type MaybeKernel = Kernel | null;

function nothing(): void {}

/** Values that are there already: rows, constants, the calendar. */
export function standing(type: Kernel['type'], out: Float64Array): Kernel {
  return { type, out, isOwn: false, fill: nothing };
}

/** A row that a formula reads: which one is told before its kernel fills. */
export interface Slot extends Kernel {
  out: Float64Array;
}

export function emptySlot(): Slot {
  return { type: 'number', out: NO_ROW, isOwn: false, fill: nothing };
}

const NO_ROW = new Float64Array(0);

/** A node that calculates, writing over an input where that is allowed. */
export function node(
  type: Kernel['type'],
  inputs: readonly MaybeKernel[],
  columns: Columns,
  fillOf: (out: Float64Array) => Kernel['fill'],
): Kernel {
  const out = inputs.find((input) => input?.isOwn)?.out ?? columns.take();
  return { type, out, isOwn: true, fill: fillOf(out) };
}

export function at(values: Float64Array, column: number): number {
  return values[column] ?? Number.NaN;
}

/** One input, one output. */
export function mapped(
  columns: Columns,
  type: Kernel['type'],
  input: Kernel,
  call: (value: number) => number,
): Kernel {
  return node(type, [input], columns, (out) => (from, to) => {
    input.fill(from, to);
    for (let column = from; column < to; column++) out[column] = call(at(input.out, column));
  });
}

/** Two inputs, one output. */
export function paired(
  columns: Columns,
  type: Kernel['type'],
  left: Kernel,
  right: Kernel,
  call: (left: number, right: number) => number,
): Kernel {
  return node(type, [left, right], columns, (out) => (from, to) => {
    left.fill(from, to);
    right.fill(from, to);
    for (let column = from; column < to; column++) {
      out[column] = call(at(left.out, column), at(right.out, column));
    }
  });
}
