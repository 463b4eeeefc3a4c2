import type { DealBook } from '#shared/finance/deal-book.ts';
import type { DealsQuery } from '#shared/finance/deals-query.ts';
import type { CellValue } from '#shared/model/value.ts';
import type { Calendar } from './calendar.ts';
import { evaluateCell, type ReadCell, type Surroundings } from './cell-evaluator.ts';
import type { MaybeKernel } from './kernel/kernel.ts';
import { type Program, Programs } from './kernel/programs.ts';
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
  /** The rows that each formula names, once it was asked for. */
  readonly #bound: (readonly number[] | undefined)[] = [];
  readonly #programs: Programs;
  /** Of each row, null where it has none, once it was asked for. */
  readonly #programOf: (Program | null | undefined)[] = [];
  readonly #read: ReadCell;
  /** A deal asked for a cell that has no value yet. */
  #meetsUnknown = false;

  constructor(calendar: Calendar, deals: DealBook, plans: RowPlan[]) {
    this.#calendar = calendar;
    this.#deals = deals;
    this.plans = plans;
    this.#index = new Map(plans.map((plan, row) => [plan.key, row]));
    this.store = new RowStore(plans.length, calendar.size);
    this.known = new Uint8Array(plans.length * calendar.size).fill(1);
    this.#programs = new Programs(calendar, (query, column) => this.#dealAmount(query, column));
    this.#read = (row, column) => this.store.get(row, column);
  }

  get calendar(): Calendar {
    return this.#calendar;
  }

  get deals(): DealBook {
    return this.#deals;
  }

  /** Another day on the same rows: how deals stand. */
  openBook(deals: DealBook): void {
    this.#deals = deals;
  }

  /** Another day on the same rows: what was reported. */
  moveTo(calendar: Calendar): void {
    this.#calendar = calendar;
    this.#programs.moveTo(calendar);
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

  rowsWhere(test: (plan: RowPlan) => boolean): number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.plans.length; row++) if (test(this.plan(row))) rows.push(row);
    return rows;
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
    const { formula: before, failure } = this.plan(row);
    this.plans[row] = plan;
    if (plan.formula === before && plan.failure === failure) return;
    this.#bound[row] = undefined;
    this.#programOf[row]?.release();
    this.#programOf[row] = undefined;
  }

  /** The rows that the formula of a row names, in the order of its names; −1 for names without a row. */
  bound(row: number): readonly number[] {
    let bound = this.#bound[row];
    if (!bound) {
      const { formula } = this.plan(row);
      bound = formula?.ok ? formula.names.map((name) => this.#index.get(name) ?? -1) : [];
      this.#bound[row] = bound;
    }
    return bound;
  }

  /** The kernel of a row, ready to fill until that of another row is asked for; null for the interpreter. */
  kernel(row: number): MaybeKernel {
    let program = this.#programOf[row];
    if (program === undefined) {
      const { formula, failure } = this.plan(row);
      program = formula?.ok && !failure ? this.#programs.of(formula.shape) : null;
      this.#programOf[row] = program;
    }
    if (program === null) return null;
    if (program.boundTo !== row) program.bind(row, this.bound(row), this.store);
    return program.ready;
  }

  /** NaN also where a cell that it needs has no value yet. */
  #dealAmount(query: DealsQuery, column: number): number {
    this.#meetsUnknown = false;
    const amount = this.#deals.amount(query, column, this.#readForDeal);
    return !this.#meetsUnknown && typeof amount === 'number' ? amount : Number.NaN;
  }

  /** One function for all deals, since each asks for many cells in many columns. */
  readonly #readForDeal = (name: string, at: number): CellValue => {
    const row = this.#index.get(name);
    if (row !== undefined && this.known[row * this.#calendar.size + at] === 1) return this.store.get(row, at);
    this.#meetsUnknown = true;
    return null;
  };
}
