import type { CellValue } from '#shared/model/value.ts';
import { isAffine } from './affine.ts';
import type { Block, LoopStep } from './blocks.ts';
import type { Calculation } from './calculation.ts';
import type { CellId } from './cell-id.ts';
import { solveCells } from './cell-solver.ts';
import { solveFixedPoint } from './fixed-point.ts';
import { isSolved, type LoopRecord, loopReason, recordOf } from './loop-record.ts';
import type { CellPlace } from './results.ts';
import type { GroupModel } from './solve-group.ts';

/** Sweeps over a block whose order time alone does not give; what is left then is asked cell by cell. */
const MOST_SWEEPS = 6;

/** Calculates a block: whole rows at a time where it has no circle. Returns what had to be solved. */
export function calculate(block: Block, calculation: Calculation): LoopRecord[] {
  if (block.isCyclic) return calculateTogether(block, calculation);
  for (const row of block.rows) calculation.calculateRow(row);
  return [];
}

/**
 * Calculates a block of rows that read each other: column by column, and within a column in the
 * order of its steps. A kernel that reads a cell without a value gives none, so a value once given
 * is right whatever the order. Returns what had to be solved.
 */
function calculateTogether(block: Block, calculation: Calculation): LoopRecord[] {
  const work = new BlockWork(block, calculation);
  work.run();
  return work.records;
}

class BlockWork {
  readonly records: LoopRecord[] = [];
  readonly #block: Block;
  readonly #calculation: Calculation;
  readonly #size: number;

  constructor(block: Block, calculation: Calculation) {
    this.#block = block;
    this.#calculation = calculation;
    this.#size = calculation.calendar.size;
  }

  run(): void {
    for (const row of this.#block.rows) this.#open(row);
    const sweeps = this.#block.isOrdered ? 1 : MOST_SWEEPS;
    for (let sweep = 0; sweep < sweeps && this.#sweep(); sweep++);
    const left = this.#unknownCells(this.#block.rows, 0, this.#size);
    if (left.length > 0) solveCells(left, this.#model());
  }

  #open(row: number): void {
    const { store, known } = this.#calculation;
    const { typed } = this.#calculation.plan(row);
    for (let column = 0; column < this.#size; column++) {
      store.clear(row, column);
      known[row * this.#size + column] = typed[column] === undefined ? 0 : 1;
    }
    this.#calculation.fillTyped(row);
  }

  #isKnown(row: number, column: number): boolean {
    return this.#calculation.known[row * this.#size + column] === 1;
  }

  #setKnown(row: number, column: number): void {
    this.#calculation.known[row * this.#size + column] = 1;
  }

  #unknownCells(rows: readonly number[], from: number, to: number): CellId[] {
    const cells: CellId[] = [];
    for (let column = from; column < to; column++) {
      for (const row of rows) if (!this.#isKnown(row, column)) cells.push(row * this.#size + column);
    }
    return this.#block.direction === 1 ? cells : cells.reverse();
  }

  /** One walk through time; true when it found a value. */
  #sweep(): boolean {
    let found = false;
    for (let place = 0; place < this.#size; place++) {
      const column = this.#block.direction === 1 ? place : this.#size - 1 - place;
      for (const step of this.#block.steps) {
        if (step.kind === 'loop') found = this.#tryLoop(step, column) || found;
        else if (!this.#isKnown(step.row, column)) found = this.#tryRow(step.row, column) || found;
      }
    }
    return found;
  }

  #tryRow(row: number, column: number): boolean {
    const kernel = this.#calculation.kernel(row);
    kernel?.fill(column, column + 1);
    if (!this.#calculation.takeFrom(kernel, row, column)) {
      if (!this.#block.isOrdered) return false;
      this.#calculation.interpret(row, column);
    }
    this.#setKnown(row, column);
    return true;
  }

  #tryLoop(step: LoopStep, column: number): boolean {
    const before = this.#unknownAt(step.rows, column).length;
    if (before === 0) return false;
    const rows = this.#openByBranches(step, column);
    if (rows.length === 0) return true;
    if (this.#solveByKernels(step, rows, column)) {
      for (const row of rows) this.#setKnown(row, column);
      return true;
    }
    for (const row of rows) this.#calculation.store.clear(row, column);
    if (!this.#block.isOrdered) return rows.length < before;
    solveCells(this.#unknownCells(rows, column, column + 1), this.#model());
    return true;
  }

  #unknownAt(rows: readonly number[], column: number): number[] {
    return rows.filter((row) => !this.#isKnown(row, column));
  }

  /**
   * Settles what has a value though nothing is assumed, as a branch opens the loop; returns the rest.
   * In the order of the rows only a cut that became known can open more.
   */
  #openByBranches(step: LoopStep, column: number): number[] {
    let unknown = this.#unknownAt(step.rows, column);
    for (let again = true; again && unknown.length > 0; ) {
      again = false;
      for (const row of unknown) {
        const kernel = this.#calculation.kernel(row);
        kernel?.fill(column, column + 1);
        if (!this.#calculation.takeFrom(kernel, row, column)) continue;
        this.#setKnown(row, column);
        again ||= step.cuts.includes(row);
      }
      unknown = this.#unknownAt(unknown, column);
    }
    return unknown;
  }

  #solveByKernels(step: LoopStep, rows: readonly number[], column: number): boolean {
    const cuts = step.cuts.filter((row) => rows.includes(row));
    if (cuts.length === 0) return false;
    const values = new Float64Array(cuts.length);
    const latest = new Float64Array(cuts.length).fill(Number.NaN);
    const evaluate = (x: Float64Array, out: Float64Array): boolean => {
      const isNumber = this.#evaluate(rows, cuts, column, x, out);
      latest.set(x);
      values.set(out);
      return isNumber;
    };
    const start = Float64Array.from(cuts, (row) => this.#guess(row, column));
    const found = solveFixedPoint(evaluate, start, step.affine);
    if (!isSolved(found.status)) return false;
    // The rows mostly stand as the answer left them, since it was tested last.
    if (!sameNumbers(latest, found.x) && !evaluate(found.x, values)) return false;
    for (const [index, row] of cuts.entries()) this.#calculation.store.set(row, column, values[index] ?? 0);
    const chain = { rows: step.chainAmong(rows), columns: null };
    this.records.push(recordOf(step.rows, [column], chain, found));
    return true;
  }

  /** All rows of a loop in one column for assumed values of the cuts; false when some row has no number. */
  #evaluate(
    rows: readonly number[],
    cuts: readonly number[],
    column: number,
    x: Float64Array,
    out: Float64Array,
  ): boolean {
    const { store } = this.#calculation;
    for (const [index, row] of cuts.entries()) store.set(row, column, x[index] ?? 0);
    for (const row of rows) {
      const kernel = this.#calculation.kernel(row);
      kernel?.fill(column, column + 1);
      const value = kernel?.type === 'number' ? (kernel.out[column] ?? Number.NaN) : Number.NaN;
      if (Number.isNaN(value)) return false;
      const cut = cuts.indexOf(row);
      if (cut >= 0) out[cut] = value;
      else store.set(row, column, value);
    }
    return true;
  }

  /** The value of the neighbour in time, as loops move little from one period to the next. */
  #guess(row: number, column: number): number {
    const before = column - this.#block.direction;
    const isThere = before >= 0 && before < this.#size && this.#isKnown(row, before);
    const value = isThere ? this.#calculation.store.get(row, before) : 0;
    return typeof value === 'number' ? value : 0;
  }

  #model(): GroupModel {
    const rowOf = (cell: CellId): number => Math.floor(cell / this.#size);
    const columnOf = (cell: CellId): number => cell % this.#size;
    const placeOf = (cell: CellId): CellPlace => ({
      key: this.#calculation.plan(rowOf(cell)).key,
      period: columnOf(cell),
    });
    const rowsOf = (cells: readonly CellId[]): number[] =>
      [...new Set(cells.map(rowOf))].sort((a, b) => a - b);
    return {
      isKnown: (cell) => this.#isKnown(rowOf(cell), columnOf(cell)),
      evaluate: (cell, ask) =>
        this.#calculation.valueOf(rowOf(cell), columnOf(cell), (row, column) =>
          this.#isKnown(row, column)
            ? this.#calculation.store.get(row, column)
            : ask(row * this.#size + column),
        ),
      guess: (cell) => this.#guess(rowOf(cell), columnOf(cell)),
      settle: (cell, value) => this.#settle(rowOf(cell), columnOf(cell), value),
      isAffine: (cells) => this.#areAffine(rowsOf(cells)),
      compare: (a, b) =>
        columnOf(a) - columnOf(b) || (placeOf(a).key < placeOf(b).key ? -1 : Number(a !== b)),
      failure: (chain, cell, status) => {
        const reason = loopReason(chain.map(placeOf), status, this.#calculation.calendar.timeline);
        return { kind: 'error', code: '#LOOP!', origin: placeOf(cell), reason };
      },
      report: (cells, cycle, found) => {
        const columns = [...new Set(cells.map(columnOf))].sort((a, b) => a - b);
        const chain = { rows: cycle.map(rowOf), columns: cycle.map(columnOf) };
        this.records.push(recordOf(rowsOf(cells), columns, chain, found));
      },
    };
  }

  #settle(row: number, column: number, value: CellValue): void {
    this.#calculation.store.set(row, column, value);
    this.#setKnown(row, column);
  }

  #areAffine(rows: readonly number[]): boolean {
    const keys = new Set(rows.map((row) => this.#calculation.plan(row).key));
    return rows.every((row) => {
      const { formula } = this.#calculation.plan(row);
      return !formula?.ok || isAffine(formula.expression, (name) => keys.has(name), true);
    });
  }
}

function sameNumbers(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, index) => Object.is(value, b[index]));
}
