import type { DealsQuery } from '#shared/finance/deals-query.ts';
import type { Calendar } from '../calendar.ts';
import { ColumnPool } from '../column-pool.ts';
import type { FormulaShape } from '../read-formula.ts';
import { compileKernel, type KernelContext } from './compile-kernel.ts';
import { emptySlot, type MaybeKernel, type Slot } from './kernel.ts';

/** The numbers of rows. */
interface Rows {
  numbers(row: number): Float64Array;
}

/** The kernel of all formulas of one shape: it works for one of them at a time, on the rows that this one reads. */
export class Program {
  readonly #kernel: MaybeKernel;
  readonly #slots: readonly Slot[];
  #isComplete = false;
  /** The row whose formula it works for; −1 for none. */
  boundTo = -1;

  constructor(kernel: MaybeKernel, slots: readonly Slot[]) {
    this.#kernel = kernel;
    this.#slots = slots;
  }

  /** null where the interpreter does all: what a kernel has no answer for, or a name without a row. */
  get ready(): MaybeKernel {
    return this.#isComplete ? this.#kernel : null;
  }

  /** The formula it was bound to may have changed. */
  release(): void {
    this.boundTo = -1;
  }

  bind(row: number, reads: readonly number[], rows: Rows): void {
    this.boundTo = row;
    this.#isComplete = !reads.includes(-1);
    if (!this.#isComplete || !this.#kernel) return;
    for (let slot = 0; slot < this.#slots.length; slot++) {
      const target = this.#slots[slot];
      if (target) target.out = rows.numbers(reads[slot] ?? -1);
    }
  }
}

/** The kernels of one calculation, compiled once for each shape of formula. */
export class Programs {
  readonly #known = new Map<FormulaShape, Program>();
  readonly #context: Omit<KernelContext, 'rowOf' | 'take'>;
  readonly #scratch: Scratch;

  constructor(calendar: Calendar, dealAmount: (query: DealsQuery, column: number) => number) {
    const pool = new ColumnPool(calendar.size);
    this.#scratch = new Scratch(pool);
    this.#context = contextOf(calendar, pool, dealAmount);
    this.moveTo(calendar);
  }

  /** Another day: which periods are reported. */
  moveTo(calendar: Calendar): void {
    const { PERIOD, YEAR, QUARTER, IS_ACTUAL } = this.#context.ofColumn;
    for (const { index, year, quarter, isActual } of calendar.columns) {
      PERIOD[index] = index + 1;
      YEAR[index] = year;
      QUARTER[index] = quarter;
      IS_ACTUAL[index] = Number(isActual);
    }
  }

  of(shape: FormulaShape): Program {
    let program = this.#known.get(shape);
    if (!program) {
      program = this.#compile(shape);
      this.#known.set(shape, program);
    }
    return program;
  }

  #compile({ expression, slots }: FormulaShape): Program {
    const rows = slots.map(emptySlot);
    const rowOf = (name: string): Slot | undefined => rows[slots.indexOf(name)];
    this.#scratch.restart();
    const take = (): Float64Array => this.#scratch.take();
    return new Program(compileKernel(expression, { ...this.#context, take, rowOf }), rows);
  }
}

/**
 * Arrays for the nodes of programs. All programs work in the same ones, since only one works at a
 * time and its values are taken before the next one fills.
 */
class Scratch {
  readonly #pool: ColumnPool;
  readonly #arrays: Float64Array[] = [];
  #used = 0;

  constructor(pool: ColumnPool) {
    this.#pool = pool;
  }

  restart(): void {
    this.#used = 0;
  }

  take(): Float64Array {
    const array = this.#arrays[this.#used] ?? this.#pool.take();
    this.#arrays[this.#used++] = array;
    return array;
  }
}

function contextOf(
  { timeline }: Calendar,
  pool: ColumnPool,
  dealAmount: (query: DealsQuery, column: number) => number,
): Omit<KernelContext, 'rowOf' | 'take'> {
  const constants = new Map<number, Float64Array>();
  const take = (): Float64Array => pool.take();
  return {
    timeline,
    ofColumn: { PERIOD: take(), YEAR: take(), QUARTER: take(), IS_ACTUAL: take() },
    constant(value) {
      const known = constants.get(value) ?? take().fill(value);
      constants.set(value, known);
      return known;
    },
    dealAmount,
  };
}
