import type { Viewpoint } from '#shared/engine/results.ts';
import { checkUnits } from '#shared/engine/units/check-units.ts';
import { type DealBook, openDealBook } from '#shared/finance/deal-book.ts';
import { readDealsQuery } from '#shared/finance/deals-query.ts';
import type { Expression } from '#shared/formula/ast.ts';
import { evaluateExpression, toCellValue } from '#shared/formula/evaluate.ts';
import { first } from '#shared/formula/functions/broadcast.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import type { Scope } from '#shared/formula/scope.ts';
import { columnsOf } from '#shared/formula/time-columns.ts';
import type { Content } from '#shared/model/line-item.ts';
import { asOfDate, caseChain, resolveItem } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { lastActualIndex, periodIndex, quarterAt } from '#shared/model/timeline.ts';
import { parseUnit } from '#shared/model/unit.ts';
import { type CellValue, isErrorValue } from '#shared/model/value.ts';

const MOST_ROUNDS = 400;

export interface NaiveValues {
  readonly rows: ReadonlyMap<string, readonly CellValue[]>;
  /** Some cell needs itself, whatever the order. */
  readonly hasLoops: boolean;
}

/**
 * The simplest engine there can be: each cell by the interpreter when another asks for it, loops by
 * repeating everything until nothing moves. Slow, and only for models in which repeating converges.
 */
export function calculateNaively(scenario: Scenario, viewpoint: Viewpoint): NaiveValues {
  let assumed = new Map<string, CellValue>();
  const book = openDealBook(scenario, asOfDate(scenario, viewpoint.caseId, viewpoint.asOf));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const run = new Run(scenario, viewpoint, assumed, book);
    const values = run.all();
    const next = new Map([...run.asked].map((cell) => [cell, run.known.get(cell) ?? null]));
    if ([...next].every(([cell, value]) => isSettled(value, assumed.get(cell)))) {
      return { rows: values, hasLoops: next.size > 0 };
    }
    assumed = next;
  }
  throw new Error('The model does not converge by repeating it');
}

function isSettled(a: CellValue, b: CellValue | undefined): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-14 * Math.max(1, Math.abs(a));
  return isErrorValue(a) && isErrorValue(b ?? null) ? true : a === b;
}

class Run {
  readonly known = new Map<string, CellValue>();
  /** Cells that were asked for while they were being calculated. */
  readonly asked = new Set<string>();
  readonly #open = new Set<string>();
  readonly #scenario: Scenario;
  readonly #viewpoint: Viewpoint;
  readonly #assumed: ReadonlyMap<string, CellValue>;
  readonly #book: DealBook;
  readonly #asOf: string;

  constructor(
    scenario: Scenario,
    viewpoint: Viewpoint,
    assumed: ReadonlyMap<string, CellValue>,
    book: DealBook,
  ) {
    this.#book = book;
    this.#scenario = scenario;
    this.#viewpoint = viewpoint;
    this.#assumed = assumed;
    this.#asOf = asOfDate(scenario, viewpoint.caseId, viewpoint.asOf);
  }

  all(): Map<string, CellValue[]> {
    const columns = Array.from({ length: this.#scenario.timeline.periods }, (_, column) => column);
    return new Map(
      this.#scenario.itemOrder.map((key) => [key, columns.map((column) => this.#value(key, column))]),
    );
  }

  #value(key: string, column: number): CellValue {
    const cell = `${key}@${column}`;
    const known = this.known.get(cell);
    if (known !== undefined) return known;
    if (this.#open.has(cell)) {
      this.asked.add(cell);
      return this.#assumed.get(cell) ?? 0;
    }
    this.#open.add(cell);
    const value = this.#calculate(key, column);
    this.#open.delete(cell);
    // −0 is 0 in a cell.
    this.known.set(cell, typeof value === 'number' ? value + 0 : value);
    return typeof value === 'number' ? value + 0 : value;
  }

  #calculate(key: string, column: number): CellValue {
    const row = resolveItem(this.#scenario, caseChain(this.#scenario, this.#viewpoint.caseId), key);
    if (!row) throw new Error(`There is no row ${key}`);
    for (const [name, value] of Object.entries(row.overrides)) {
      if (periodIndex(this.#scenario.timeline, name) === column) return value;
    }
    return row.content.kind === 'formula'
      ? this.#formula(row.content.formula, key, column)
      : this.#typed(row.content, column);
  }

  #typed(content: Exclude<Content, { kind: 'formula' }>, column: number): CellValue {
    if (content.kind === 'constant') return content.value;
    if (content.kind === 'byPeriod') return content.values[column] ?? null;
    if (content.kind === 'byYear')
      return content.values[quarterAt(this.#scenario.timeline, column).year] ?? null;
    return content.entries.filter((entry) => entry.from <= this.#asOf).at(-1)?.value ?? null;
  }

  #formula(text: string, key: string, column: number): CellValue {
    const parsed = parseFormula(text);
    const value = parsed.ok
      ? this.#expression(parsed.value, key, column)
      : ({ kind: 'error', code: '#NAME?' } as const);
    return isErrorValue(value) && !value.origin ? { ...value, origin: { key, period: column } } : value;
  }

  #expression(expression: Expression, key: string, column: number): CellValue {
    const unitOf = (name: string) => parseUnit(itemOf(this.#scenario, name)?.unit ?? '');
    const declared = unitOf(key);
    if (declared && checkUnits(expression, declared, unitOf)) return { kind: 'error', code: '#UNIT!' };
    return toCellValue(evaluateExpression(expression, this.#scope(column)));
  }

  #scope(column: number): Scope {
    const { timeline } = this.#scenario;
    const isActual = column <= lastActualIndex(timeline, this.#asOf);
    const at = (name: string, place: number): CellValue =>
      place < 0 || place >= timeline.periods ? null : this.#value(name, place);
    return {
      period: { index: column, ...quarterAt(timeline, column), isActual },
      reference: (name, time) => {
        if (!itemOf(this.#scenario, name)) return { kind: 'error', code: '#NAME?' };
        const { from, to } = columnsOf(time, column, timeline);
        const values = Array.from({ length: to - from + 1 }, (_, index) => at(name, from + index));
        return { kind: 'matrix', rows: 1, columns: values.length, values, fromReference: true };
      },
      external: (_, args) => {
        const words = args.map((word) => String(word === undefined ? '' : (first(word) ?? '')));
        const query = readDealsQuery(words);
        if (!query.ok) return { kind: 'error', code: '#VALUE!' };
        return this.#book.amount(query.value, column, at);
      },
    };
  }
}
