import type { DealBook } from '#shared/finance/deal-book.ts';
import type { DealsQuery } from '#shared/finance/deals-query.ts';
import type { CellValue } from '#shared/model/value.ts';
import type { Calendar } from './calendar.ts';
import { evaluateCell, type ReadCell, type Surroundings } from './cell-evaluator.ts';
import { ColumnPool } from './column-pool.ts';
import { compileKernel, type KernelContext } from './kernel/compile-kernel.ts';
import type { MaybeKernel } from './kernel/kernel.ts';
import type { RowPlan } from './plan.ts';
import { RowStore } from './row-store.ts';

/**
 * The cells of one scenario under one viewpoint, and how each is calculated: whole rows by kernels,
 * and by the interpreter where a kernel has no answer. Which rows come when is decided elsewhere.
 */
export class Calculation implements Surroundings {
  readonly store: RowStore;
  readonly plans: RowPlan[];
  /** 1 for each cell that has its value; only blocks in work have others. */
  readonly known: Uint8Array;
  #calendar: Calendar;
  #deals: DealBook;
  readonly #index: ReadonlyMap<string, number>;
  readonly #kernels = new Map<string, MaybeKernel>();
  /** The kernel of each row, undefined until it is asked for. */
  readonly #kernelOf: (MaybeKernel | undefined)[] = [];
  readonly #context: KernelContext;
  readonly #read: ReadCell;

  constructor(calendar: Calendar, deals: DealBook, plans: RowPlan[]) {
    this.#calendar = calendar;
    this.#deals = deals;
    this.plans = plans;
    this.#index = new Map(plans.map((plan, row) => [plan.key, row]));
    this.store = new RowStore(plans.length, calendar.size);
    this.known = new Uint8Array(plans.length * calendar.size).fill(1);
    this.#context = this.#kernelContext();
    this.#read = (row, column) => this.store.get(row, column);
    this.#fillColumns();
  }

  get calendar(): Calendar {
    return this.#calendar;
  }

  get deals(): DealBook {
    return this.#deals;
  }

  /** Another day on the same rows: what was reported, and how deals stand. */
  moveTo(calendar: Calendar, deals: DealBook): void {
    this.#calendar = calendar;
    this.#deals = deals;
    this.#fillColumns();
  }

  indexOf(name: string): number | undefined {
    return this.#index.get(name);
  }

  names(): Iterable<string> {
    return this.#index.keys();
  }

  plan(row: number): RowPlan {
    const plan = this.plans[row];
    if (!plan) throw new Error(`There is no row ${row}`);
    return plan;
  }

  /** Calculates a row that does not read itself. */
  calculateRow(row: number): void {
    const { size } = this.calendar;
    const { typed, formula } = this.plan(row);
    if (!formula) {
      this.fillTyped(row);
      return;
    }
    const kernel = this.kernel(row);
    kernel?.fill(0, size);
    const isPlain = typed.length === 0 && kernel?.type === 'number';
    if (isPlain && this.store.takeNumbers(row, kernel.out)) return;
    this.fillTyped(row);
    for (let column = 0; column < size; column++) {
      if (typed[column] !== undefined) continue;
      if (!this.takeFrom(kernel, row, column)) this.interpret(row, column);
    }
  }

  /** Typed values of a row; they win over its formula. */
  fillTyped(row: number): void {
    const { typed } = this.plan(row);
    for (let column = 0; column < typed.length; column++) {
      const value = typed[column];
      if (value !== undefined) this.store.set(row, column, value);
    }
  }

  /** Stores what a kernel found for a cell; false when it has no answer. */
  takeFrom(kernel: MaybeKernel, row: number, column: number): boolean {
    const value = kernel?.out[column] ?? Number.NaN;
    if (Number.isNaN(value)) return false;
    this.store.set(row, column, kernel?.type === 'boolean' ? value !== 0 : value);
    return true;
  }

  interpret(row: number, column: number): void {
    this.store.set(row, column, this.valueOf(row, column, this.#read));
  }

  /** A cell by its formula, whatever is typed over it. */
  valueOf(row: number, column: number, read: ReadCell): CellValue {
    return evaluateCell(this.plan(row), column, read, this);
  }

  /** Replaces what a row says. */
  setPlan(row: number, plan: RowPlan): void {
    this.plans[row] = plan;
    this.#kernelOf[row] = undefined;
  }

  /** The kernel of a row; null where the interpreter does all. */
  kernel(row: number): MaybeKernel {
    let kernel = this.#kernelOf[row];
    if (kernel === undefined) {
      kernel = this.#kernelFor(this.plan(row));
      this.#kernelOf[row] = kernel;
    }
    return kernel;
  }

  /** Kernels are shared by rows with the same text. */
  #kernelFor({ formula, text, failure }: RowPlan): MaybeKernel {
    if (!formula?.ok || text === null || failure) return null;
    let kernel = this.#kernels.get(text);
    if (kernel === undefined) {
      kernel = compileKernel(formula.expression, this.#context);
      this.#kernels.set(text, kernel);
    }
    return kernel;
  }

  #fillColumns(): void {
    const { PERIOD, YEAR, QUARTER, IS_ACTUAL } = this.#context.ofColumn;
    for (const { index, year, quarter, isActual } of this.#calendar.columns) {
      PERIOD[index] = index + 1;
      YEAR[index] = year;
      QUARTER[index] = quarter;
      IS_ACTUAL[index] = Number(isActual);
    }
  }

  #kernelContext(): KernelContext {
    const pool = new ColumnPool(this.#calendar.size);
    const constants = new Map<number, Float64Array>();
    const take = (): Float64Array => pool.take();
    return {
      take,
      timeline: this.#calendar.timeline,
      ofColumn: { PERIOD: take(), YEAR: take(), QUARTER: take(), IS_ACTUAL: take() },
      constant(value) {
        const known = constants.get(value) ?? take().fill(value);
        constants.set(value, known);
        return known;
      },
      numbersOf: (name) => {
        const row = this.#index.get(name);
        return row === undefined ? undefined : this.store.numbers(row);
      },
      dealAmount: (query, column) => this.#dealAmount(query, column),
    };
  }

  /** NaN also where a cell that it needs has no value yet. */
  #dealAmount(query: DealsQuery, column: number): number {
    let isKnown = true;
    const amount = this.#deals.amount(query, column, (name, at) => {
      const row = this.#index.get(name);
      if (row !== undefined && this.known[row * this.#calendar.size + at] === 1)
        return this.store.get(row, at);
      isKnown = false;
      return null;
    });
    return isKnown && typeof amount === 'number' ? amount : Number.NaN;
  }
}
