import type { Calendar } from '#shared/engine/calendar.ts';
import { calendarOf } from '#shared/engine/calendar.ts';
import type { Surroundings } from '#shared/engine/cell-evaluator.ts';
import type { CalculatedScenario, ErrorPlace } from '#shared/engine/explain-error.ts';
import { FormulaReader } from '#shared/engine/read-formula.ts';
import { type DealBook, openDealBook } from '#shared/finance/deal-book.ts';
import type { Expression } from '#shared/formula/ast.ts';
import type { Case } from '#shared/model/case.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { asOfDate, caseChain } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import type { CellValue } from '#shared/model/value.ts';
import { type CellContent, contentAt } from './cell-content.ts';

/** A quarter by its column, or a year column. */
export type ValuePlace = ErrorPlace;

/** A calculated scenario with what is needed to read its formulas again, cell by cell. */
export class ViewedModel {
  readonly scenario: Scenario;
  readonly asOf: IsoDate;
  readonly chain: readonly Case[];
  readonly calendar: Calendar;
  readonly surroundings: Surroundings;
  readonly #calculated: CalculatedScenario;
  readonly #reader = new FormulaReader();

  constructor(calculated: CalculatedScenario) {
    const { scenario, viewpoint } = calculated;
    this.#calculated = calculated;
    this.scenario = scenario;
    const asOf = asOfDate(scenario, viewpoint.caseId, viewpoint.asOf);
    this.asOf = asOf;
    this.chain = caseChain(scenario, viewpoint.caseId);
    this.calendar = calendarOf(scenario.timeline, this.asOf);
    const index = new Map(scenario.itemOrder.map((key, row) => [key, row]));
    let deals: DealBook | undefined;
    this.surroundings = {
      calendar: this.calendar,
      /** Opened when a formula asks for it: most cells do not. */
      get deals(): DealBook {
        deals ??= openDealBook(scenario, asOf);
        return deals;
      },
      indexOf: (name) => index.get(name),
      names: () => index.keys(),
    };
  }

  get calculated(): CalculatedScenario {
    return this.#calculated;
  }

  has(key: ItemKey): boolean {
    return itemOf(this.scenario, key) !== undefined;
  }

  value(place: ValuePlace): CellValue {
    return 'year' in place ? this.yearValue(place.key, place.year) : this.quarter(place.key, place.period);
  }

  /** Blank outside the timeline. */
  quarter(key: ItemKey, period: number): CellValue {
    return this.#calculated.rows.get(key)?.periods[period] ?? null;
  }

  yearValue(key: ItemKey, year: number): CellValue {
    return this.#calculated.rows.get(key)?.years[this.calendar.years.indexOf(year)] ?? null;
  }

  /** Columns of a year, ascending. */
  quartersOf(year: number): readonly number[] {
    return this.calendar.columnsOfYears[this.calendar.years.indexOf(year)] ?? [];
  }

  content(place: ValuePlace): CellContent | null {
    return contentAt(this.scenario, this.chain, this.asOf, place);
  }

  /** null for a text that is no formula. */
  parse(text: string): Expression | null {
    const formula = this.#reader.read(text);
    return formula.ok ? formula.expression : null;
  }
}

/** The name of the column of a place: `2030`, `2030Q4`. */
export function columnOf({ scenario }: ViewedModel, place: ValuePlace): string {
  return 'year' in place ? String(place.year) : periodNameAt(scenario.timeline, place.period);
}

/** A name for a place that no other has: `revenue[23]`, `revenue[2030]`. */
export function nameOfPlace(place: ValuePlace): string {
  return 'year' in place ? `${place.key}[year ${place.year}]` : `${place.key}[${place.period}]`;
}
