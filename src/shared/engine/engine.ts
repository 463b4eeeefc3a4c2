import type { Touched } from '#shared/commands/change.ts';
import { openDealBook } from '#shared/finance/deal-book.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import type { Block } from './blocks.ts';
import { calculate } from './calculate-block.ts';
import { Calculation } from './calculation.ts';
import { type Calendar, calendarOf } from './calendar.ts';
import { type LoopRecord, reportsOf } from './loop-record.ts';
import { Order } from './order.ts';
import { type PlanContext, planRow } from './plan.ts';
import { FormulaReader } from './read-formula.ts';
import type { LoopReport, RowValues, ValueChanges, Viewpoint } from './results.ts';
import { sameValues } from './row-store.ts';
import {
  dealDaysOf,
  isAnsweredAnew,
  type Standpoint,
  saysOther,
  shiftBetween,
  standpointOf,
} from './standpoint.ts';
import { UnitChecker } from './units/unit-checker.ts';
import { YearColumns } from './year-columns.ts';

/** Calculates a scenario and keeps its values up with what changes. */
export interface Engine {
  readonly viewpoint: Viewpoint;
  /** Values of a row; undefined when there is none with this key. */
  row(key: ItemKey): RowValues | undefined;
  rows(): ReadonlyMap<ItemKey, RowValues>;
  /** Blocks that had to be solved within a period. */
  loops(): readonly LoopReport[];
  /** Takes over a changed scenario. Only rows whose values differ are returned, to the last bit. */
  update(scenario: Scenario, touched: Touched): ValueChanges;
  /** Another case or as-of date. */
  look(viewpoint: Viewpoint): ValueChanges;
}

/** Calculates the whole scenario from one side. */
export function createEngine(scenario: Scenario, viewpoint: Viewpoint): Engine {
  return new ScenarioEngine(scenario, viewpoint);
}

class ScenarioEngine implements Engine {
  #scenario: Scenario;
  #viewpoint: Viewpoint;
  #standpoint: Standpoint;
  /** Found when the first look asks. */
  #dealDays: readonly IsoDate[] | undefined;
  readonly #reader = new FormulaReader();
  readonly #units = new UnitChecker();
  #calculation: Calculation;
  #order: Order;
  #years: YearColumns;
  /** What was solved in each cyclic block. */
  readonly #records = new Map<Block, readonly LoopRecord[]>();
  /** Values as last published. */
  #published = new Map<ItemKey, RowValues>();

  constructor(scenario: Scenario, viewpoint: Viewpoint) {
    this.#scenario = scenario;
    this.#viewpoint = viewpoint;
    this.#standpoint = standpointOf(scenario, viewpoint);
    this.#calculation = this.#newCalculation();
    this.#order = new Order(this.#calculation, scenario);
    this.#years = new YearColumns(this.#calculation);
    this.#calculateAll();
  }

  get viewpoint(): Viewpoint {
    return this.#viewpoint;
  }

  row(key: ItemKey): RowValues | undefined {
    return this.#published.get(key);
  }

  rows(): ReadonlyMap<ItemKey, RowValues> {
    return this.#published;
  }

  loops(): readonly LoopReport[] {
    if (this.#records.size === 0) return [];
    return reportsOf([...this.#records.values()].flat(), (row) => this.#calculation.plan(row).key);
  }

  update(scenario: Scenario, touched: Touched): ValueChanges {
    this.#scenario = scenario;
    this.#standpoint = standpointOf(scenario, this.#viewpoint);
    const rows = touched.items.map((key) => this.#calculation.indexOf(key));
    const known = rows.filter((row) => row !== undefined);
    if (touched.everything || known.length < rows.length) return this.#rebuild();
    return this.#replan([...known, ...this.#readersOfNewUnits(known)]);
  }

  /** Rows to be checked anew, since a row that they read is measured in another unit now. */
  #readersOfNewUnits(rows: readonly number[]): number[] {
    const moved = rows.filter((row) => {
      const { key, item } = this.#calculation.plan(row);
      return itemOf(this.#scenario, key)?.unit !== item.unit;
    });
    return moved.flatMap((row) => this.#order.readersOf(row));
  }

  /** Only what the other side can change is planned or calculated anew; formulas and their order stay. */
  look(viewpoint: Viewpoint): ValueChanges {
    const [scenario, before] = [this.#scenario, this.#standpoint];
    this.#dealDays ??= dealDaysOf(scenario);
    this.#viewpoint = viewpoint;
    this.#standpoint = standpointOf(scenario, viewpoint);
    const shift = shiftBetween(before, this.#standpoint, this.#dealDays);
    const { asOf } = this.#standpoint;
    if (shift.movesActuals) this.#calculation.moveTo(calendarOf(scenario.timeline, asOf));
    if (shift.movesDeals) this.#calculation.openBook(openDealBook(scenario, asOf));
    return this.#replan(
      this.#calculation.rowsWhere((plan) => saysOther(plan, shift)),
      this.#calculation.rowsWhere((plan) => isAnsweredAnew(plan, shift)),
    );
  }

  #newCalculation(): Calculation {
    const { asOf } = this.#standpoint;
    const calendar = calendarOf(this.#scenario.timeline, asOf);
    const context = this.#planContext(calendar);
    const plans = this.#scenario.itemOrder.map((key) => planRow(key, context));
    return new Calculation(calendar, openDealBook(this.#scenario, asOf), plans);
  }

  #planContext(calendar: Calendar): PlanContext {
    const { chain, asOf } = this.#standpoint;
    return { scenario: this.#scenario, chain, asOf, calendar, reader: this.#reader, units: this.#units };
  }

  /** Rows came, went or moved. */
  #rebuild(): ValueChanges {
    this.#dealDays = undefined;
    this.#calculation = this.#newCalculation();
    this.#order = new Order(this.#calculation, this.#scenario);
    this.#years = new YearColumns(this.#calculation);
    return this.#calculateAll();
  }

  #calculateAll(): ValueChanges {
    this.#records.clear();
    for (const block of this.#order.blocks) this.#record(block, calculate(block, this.#calculation));
    this.#years.setRates(this.#order.rates);
    const before = this.#published;
    const after = new Map<ItemKey, RowValues>();
    const rows = new Map<ItemKey, RowValues>();
    for (const [row, { key }] of this.#calculation.plans.entries()) {
      const known = before.get(key);
      const values = this.#valuesOf(row, known);
      after.set(key, values);
      if (values !== known) rows.set(key, values);
    }
    this.#published = after;
    return { rows, removed: [...before.keys()].filter((key) => !after.has(key)), loops: this.loops() };
  }

  /** Takes over what some rows say, then calculates what follows from them and from some others. */
  #replan(replanned: readonly number[], others: readonly number[] = []): ValueChanges {
    const context = this.#planContext(this.#calculation.calendar);
    const touched = [...new Set([...replanned, ...others])];
    let sameFormulas = true;
    for (const row of new Set(replanned)) {
      const before = this.#calculation.plan(row);
      const after = planRow(before.key, context);
      this.#calculation.setPlan(row, after);
      sameFormulas &&= after.text === before.text && after.item.aggregation === before.item.aggregation;
    }
    if (!sameFormulas) this.#reorder(touched);
    const changed = this.#calculateFrom(touched);
    const moved = this.#years.follow([...changed, ...touched], (row) => this.#order.reads(row));
    return this.#publish([...new Set([...changed, ...touched, ...moved])]);
  }

  /**
   * Formulas changed: the order is found anew. What was solved as a circle is calculated again, whether
   * it still is one or not: cut open, its rows have exact values where they had iterated ones.
   */
  #reorder(touched: number[]): void {
    for (const block of this.#order.blocks) if (block.isCyclic) touched.push(...block.rows);
    this.#order = new Order(this.#calculation, this.#scenario);
    this.#years.setRates(this.#order.rates);
    this.#records.clear();
    for (const block of this.#order.blocks) if (block.isCyclic) touched.push(...block.rows);
  }

  /** Walks only what reads something that changed; stops where a row comes out equal. */
  #calculateFrom(touched: readonly number[]): Set<number> {
    const { blocks, blockOf } = this.#order;
    const isDue = new Uint8Array(blocks.length);
    const changed = new Set<number>();
    let first = blocks.length;
    for (const row of touched) {
      const place = blockOf[row] ?? 0;
      isDue[place] = 1;
      first = Math.min(first, place);
    }
    const { store } = this.#calculation;
    for (let place = first; place < blocks.length; place++) {
      const block = blocks[place];
      if (isDue[place] !== 1 || !block) continue;
      this.#record(block, calculate(block, this.#calculation));
      for (const row of block.rows) {
        const before = this.#published.get(this.#calculation.plan(row).key);
        if (before && store.equals(row, before.periods)) continue;
        changed.add(row);
        for (const reader of this.#order.readersOf(row)) isDue[blockOf[reader] ?? 0] = 1;
      }
    }
    return changed;
  }

  #record(block: Block, records: readonly LoopRecord[]): void {
    if (records.length > 0) this.#records.set(block, records);
    else this.#records.delete(block);
  }

  #publish(rows: readonly number[]): ValueChanges {
    const changes = new Map<ItemKey, RowValues>();
    for (const row of rows) {
      const { key } = this.#calculation.plan(row);
      const known = this.#published.get(key);
      const values = this.#valuesOf(row, known);
      if (values === known) continue;
      this.#published.set(key, values);
      changes.set(key, values);
    }
    return { rows: changes, removed: [], loops: this.loops() };
  }

  /** The values of a row; those before, the same object, when they are equal. */
  #valuesOf(row: number, before: RowValues | undefined): RowValues {
    const { store } = this.#calculation;
    const years = this.#years.row(row);
    const isSame = before && store.equals(row, before.periods) && sameValues(before.years, years);
    return isSame ? before : { periods: store.values(row), years };
  }
}
