import type { CellValue } from '#shared/model/value.ts';
import type { Calculation } from './calculation.ts';
import { rateInYear } from './rate-years.ts';
import { sameValues } from './row-store.ts';
import { yearNumber, yearValue } from './years.ts';

/** The values of all rows by year, kept up with the quarters. */
export class YearColumns {
  readonly #calculation: Calculation;
  readonly #rows: (CellValue[] | undefined)[] = [];
  /** Rows with the rule `rate`, by block, each block after those it reads. */
  #groups: readonly (readonly number[])[] = [];
  #groupOf = new Map<number, readonly number[]>();
  /** Rates that met others in a block than they do now: they read these by another rule. */
  readonly #regrouped = new Set<number>();

  constructor(calculation: Calculation) {
    this.#calculation = calculation;
  }

  setRates(groups: readonly (readonly number[])[]): void {
    for (const group of groups) {
      for (const row of group) {
        const former = this.#groupOf.get(row);
        if (former && String(former) !== String(group)) this.#regrouped.add(row);
      }
    }
    this.#groups = groups;
    this.#groupOf = new Map(groups.flatMap((group) => group.map((row) => [row, group] as const)));
  }

  /** The years of a row. */
  row(row: number): readonly CellValue[] {
    const years = this.#rows[row];
    if (years) return years;
    const group = this.#groupOf.get(row);
    if (group) this.#calculateRates(group);
    else this.#rows[row] = this.#aggregate(row);
    return this.#rows[row] ?? [];
  }

  /**
   * Follows changed rows: drops their years and those of rates that read them. Returns the rates
   * whose years came out different.
   */
  follow(changed: Iterable<number>, readsOf: (row: number) => Iterable<number>): number[] {
    const stale = new Set(changed);
    const moved: number[] = [];
    for (const row of stale) this.#rows[row] = undefined;
    for (const group of this.#groups) {
      const isTouched = group.some(
        (row) =>
          stale.has(row) || this.#regrouped.has(row) || [...readsOf(row)].some((input) => stale.has(input)),
      );
      if (!isTouched) continue;
      const before = group.map((row) => this.#rows[row]);
      for (const row of group) this.#rows[row] = undefined;
      for (const [index, row] of group.entries()) {
        const years = before[index];
        if (years && sameValues(years, this.row(row))) continue;
        stale.add(row);
        moved.push(row);
      }
    }
    this.#regrouped.clear();
    return moved;
  }

  #aggregate(row: number): CellValue[] {
    const { calendar, store } = this.#calculation;
    const { aggregation } = this.#calculation.plan(row).item;
    const numbers = store.numbers(row);
    const read = (column: number): CellValue => store.get(row, column);
    const years = new Array<CellValue>(calendar.columnsOfYears.length);
    for (const [year, columns] of calendar.columnsOfYears.entries()) {
      years[year] = yearNumber(aggregation, columns, numbers) ?? yearValue(aggregation, columns, read);
    }
    return years;
  }

  /**
   * Rates of one block, year by year. What they read of each other in the same year or later has no
   * annual value yet and stands for itself: the last quarter of that year.
   */
  #calculateRates(group: readonly number[]): void {
    const { calendar, store } = this.#calculation;
    const done = new Map<number, CellValue[]>(group.map((row) => [row, []]));
    for (const year of calendar.years.keys()) {
      for (const row of group) {
        const value = rateInYear(this.#calculation, row, year, (input, when) => {
          const own = done.get(input);
          if (!own) return this.row(input)[when] ?? null;
          return when < year
            ? (own[when] ?? null)
            : store.get(input, calendar.columnsOfYears[when]?.at(-1) ?? -1);
        });
        done.get(row)?.push(value);
      }
    }
    for (const [row, years] of done) this.#rows[row] = years;
  }
}
