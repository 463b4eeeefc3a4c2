import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import type { CellId } from './cell-id.ts';
import { type FixedPoint, solveFixedPoint } from './fixed-point.ts';
import { type Cycle, chainOfCells } from './loop-chain.ts';
import { isSolved } from './loop-record.ts';
import type { LoopStatus } from './results.ts';
import { sameValue } from './row-store.ts';

/** Cells of which each needs the others; the circle opens when the cuts have values. */
export interface Group {
  readonly cells: readonly CellId[];
  readonly cuts: readonly CellId[];
}

/** The cells around a group: what is known, how to calculate, where results go. */
export interface GroupModel {
  isKnown(cell: CellId): boolean;
  /** Value of a formula; `ask` serves cells that are not known yet. */
  evaluate(cell: CellId, ask: (cell: CellId) => CellValue): CellValue;
  /** A first value for a cell of a loop, the same whatever was calculated before. */
  guess(cell: CellId): number;
  settle(cell: CellId, value: CellValue): void;
  isAffine(cells: readonly CellId[]): boolean;
  /** Order of cells that does not depend on where rows stand. */
  compare(a: CellId, b: CellId): number;
  failure(chain: Cycle, cell: CellId, status: LoopStatus): ErrorValue;
  report(cells: readonly CellId[], chain: Cycle, found: FixedPoint): void;
}

/** Values of the cells of a group for given values of its cuts. */
class Pass {
  readonly values = new Map<CellId, CellValue>();
  readonly #model: GroupModel;
  readonly #assumed: ReadonlyMap<CellId, CellValue>;
  /** A cell that meets itself besides the cuts: the group needs another one. */
  closing: CellId | undefined;

  constructor(model: GroupModel, assumed: ReadonlyMap<CellId, CellValue>) {
    this.#model = model;
    this.#assumed = assumed;
  }

  /** Formula of a cell; what it asks for is calculated first, without recursion. */
  value(root: CellId): CellValue {
    const known = this.values.get(root);
    if (known !== undefined) return known;
    const path = [root];
    for (let cell = path.at(-1); cell !== undefined; cell = path.at(-1)) {
      let missing: CellId | undefined;
      const value = this.#model.evaluate(cell, (asked) => {
        const assumed = this.#assumed.get(asked);
        if (assumed !== undefined) return assumed;
        const done = this.values.get(asked);
        if (done === undefined) missing ??= asked;
        return done ?? null;
      });
      if (missing === undefined) {
        this.values.set(cell, value);
        path.pop();
      } else if (path.includes(missing)) {
        this.closing = missing;
        return null;
      } else {
        path.push(missing);
      }
    }
    return this.values.get(root) ?? null;
  }
}

/** Solves a group and settles its cells: with the solution, or with errors that name the loop. */
export function solveGroup(group: Group, model: GroupModel): void {
  const cuts = [...group.cuts];
  for (let round = 0; round <= group.cells.length; round++) {
    const attempt = new Attempt({ cells: group.cells, cuts: [...cuts] }, model);
    attempt.run();
    if (attempt.closing === undefined) return;
    cuts.push(attempt.closing);
  }
  fail({ cells: group.cells, cuts }, model, NO_NUMBERS);
}

const NO_NUMBERS = { status: 'not-converged', iterations: 0, residual: 0, x: new Float64Array(0) } as const;
const OTHER_GUESSES = [1, -1, 100, 0.01, 0];

function fail(group: Group, model: GroupModel, found: FixedPoint): void {
  const guesses = [(cell: CellId) => model.guess(cell), ...OTHER_GUESSES.map((guess) => () => guess)];
  const chain = chainOfCells(group.cells, group.cuts, model, guesses);
  for (const cell of group.cells) model.settle(cell, model.failure(chain, cell, found.status));
  model.report(group.cells, chain, found);
}

class Attempt {
  readonly #group: Group;
  readonly #model: GroupModel;
  closing: CellId | undefined;

  constructor(group: Group, model: GroupModel) {
    this.#group = group;
    this.#model = model;
  }

  run(): void {
    const first = this.#group.cuts.map((cut) => this.#model.guess(cut));
    const starts = [first, ...OTHER_GUESSES.map((guess) => first.map(() => guess))];
    let best: FixedPoint | undefined;
    for (const start of starts) {
      const found = this.#solveFrom(start);
      if (this.closing !== undefined) return;
      if (found && isSolved(found.status)) {
        this.#accept(found);
        return;
      }
      best ??= found ?? undefined;
    }
    if (best) fail(this.#group, this.#model, best);
    else this.#settleOtherValues(first);
  }

  /** null when the loop has no number at the start. */
  #solveFrom(start: readonly number[]): FixedPoint | null {
    const x = Float64Array.from(start);
    if (!this.#evaluate(x, new Float64Array(x.length))) return null;
    const affine = this.#model.isAffine(this.#group.cells);
    return solveFixedPoint((at, out) => this.#evaluate(at, out), x, affine);
  }

  #evaluate(x: Float64Array, out: Float64Array): boolean {
    const pass = this.#passAt(Array.from(x));
    for (const [index, cut] of this.#group.cuts.entries()) {
      const value = pass.value(cut);
      this.closing ??= pass.closing;
      if (typeof value !== 'number' || this.closing !== undefined) return false;
      out[index] = value;
    }
    return true;
  }

  #passAt(values: readonly CellValue[]): Pass {
    return new Pass(this.#model, new Map(this.#group.cuts.map((cut, index) => [cut, values[index] ?? 0])));
  }

  #accept(found: FixedPoint): void {
    const pass = this.#passAt(Array.from(found.x));
    const chain = this.#settle(pass);
    if (chain) this.#model.report(this.#group.cells, chain, found);
  }

  /**
   * Settles what a pass found; the answer is the chain that closes the group. null when a cell that the
   * cuts do not need meets itself: half a group settled would be asked for again and again.
   */
  #settle(pass: Pass): Cycle | null {
    const { cells, cuts } = this.#group;
    for (const cell of cells) pass.value(cell);
    this.closing = pass.closing;
    if (this.closing !== undefined) return null;
    const chain = chainOfCells(cells, cuts, this.#model, [(cell) => pass.values.get(cell) ?? null]);
    for (const [cell, value] of pass.values) this.#model.settle(cell, value);
    return chain;
  }

  /** Loops of text, truth values or errors: accepted when repeating them changes nothing more. */
  #settleOtherValues(start: readonly CellValue[]): void {
    let values = start;
    for (let round = 0; round < 50; round++) {
      const pass = this.#passAt(values);
      const next = this.#group.cuts.map((cut) => pass.value(cut));
      this.closing = pass.closing;
      if (this.closing !== undefined) return;
      if (next.every((value, index) => sameValue(value, values[index] ?? null))) {
        const chain = this.#settle(pass);
        if (chain && !next.some(isErrorValue)) {
          const found = { ...NO_NUMBERS, status: 'converged', iterations: round + 1 } as const;
          this.#model.report(this.#group.cells, chain, found);
        }
        return;
      }
      values = next;
    }
    fail(this.#group, this.#model, NO_NUMBERS);
  }
}
