import { at, type Columns, type Kernel, type MaybeKernel, node } from './kernel.ts';

const NONE = Number.NaN;

function numberOf(branch: MaybeKernel, column: number): number {
  return branch ? at(branch.out, column) : NONE;
}

/** The type that branches share; undefined when they differ or none can be expressed. */
function commonType(branches: readonly MaybeKernel[]): Kernel['type'] | undefined {
  const types = new Set(branches.flatMap((branch) => (branch ? [branch.type] : [])));
  const [type] = types;
  return types.size === 1 ? type : undefined;
}

/** `IF`: only branches that some column takes are calculated. */
export function choice(columns: Columns, condition: Kernel, yes: MaybeKernel, no: MaybeKernel): MaybeKernel {
  const type = commonType([yes, no]);
  if (!type) return null;
  return node(type, [condition, yes, no], columns, (out) => (from, to) => {
    condition.fill(from, to);
    let [anyYes, anyNo] = [false, false];
    for (let column = from; column < to; column++) {
      const test = at(condition.out, column);
      if (test === 0) anyNo = true;
      else if (!Number.isNaN(test)) anyYes = true;
    }
    if (anyYes) yes?.fill(from, to);
    if (anyNo) no?.fill(from, to);
    for (let column = from; column < to; column++) {
      const test = at(condition.out, column);
      if (Number.isNaN(test)) out[column] = NONE;
      else out[column] = numberOf(test === 0 ? no : yes, column);
    }
  });
}

/** `CHOOSE`: the branch with the number of the index, counted from 1. */
export function chosen(columns: Columns, index: Kernel, branches: readonly MaybeKernel[]): MaybeKernel {
  const type = commonType(branches);
  if (!type) return null;
  return node(type, [index], columns, (out) => (from, to) => {
    index.fill(from, to);
    const filled = new Set<number>();
    for (let column = from; column < to; column++) {
      const place = Math.trunc(at(index.out, column)) - 1;
      const branch = branches[place] ?? null;
      if (branch && !filled.has(place)) {
        branch.fill(from, to);
        filled.add(place);
      }
      out[column] = numberOf(branch, column);
    }
  });
}

/** `AND` and `OR`: every argument counts, so an unknown one makes the whole unknown. */
export function joined(columns: Columns, kind: 'all' | 'any', inputs: readonly Kernel[]): MaybeKernel {
  const [first] = inputs;
  if (!first) return null;
  return node('boolean', [first], columns, (out) => (from, to) => {
    for (const input of inputs) input.fill(from, to);
    for (let column = from; column < to; column++) {
      let truths = 0;
      for (const input of inputs) {
        const value = at(input.out, column);
        truths += Number.isNaN(value) ? value : Number(value !== 0);
      }
      if (Number.isNaN(truths)) out[column] = NONE;
      else out[column] = Number(kind === 'all' ? truths === inputs.length : truths > 0);
    }
  });
}
