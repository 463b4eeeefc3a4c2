import type { RowValues } from '#shared/engine/results.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodIndex, yearsOf } from '#shared/model/timeline.ts';
import type { CellValue } from '#shared/model/value.ts';
import type { CellAddress } from './cell-address.ts';

/** Figures of a range as spreadsheets show them. Sum and average only where all numbers have one unit. */
export interface RangeFigures {
  readonly cells: number;
  readonly numbers: number;
  readonly sum: number | null;
  readonly average: number | null;
}

export function rangeFigures(
  scenario: Scenario,
  rows: ReadonlyMap<ItemKey, RowValues>,
  cells: readonly CellAddress[],
): RangeFigures {
  const units = new Set<string>();
  let numbers = 0;
  let sum = 0;
  for (const cell of cells) {
    const value = cellValue(scenario, rows, cell);
    if (typeof value !== 'number') continue;
    numbers += 1;
    sum += value;
    units.add(itemOf(scenario, cell.key)?.unit ?? '');
  }
  const adds = numbers > 0 && units.size === 1;
  return { cells: cells.length, numbers, sum: adds ? sum : null, average: adds ? sum / numbers : null };
}

/** The value of a cell; undefined where there is none. */
export function cellValue(
  scenario: Scenario,
  rows: ReadonlyMap<ItemKey, RowValues>,
  { key, column }: CellAddress,
): CellValue | undefined {
  const values = rows.get(key);
  const index = periodIndex(scenario.timeline, column);
  if (index !== null) return values?.periods[index];
  return values?.years[yearsOf(scenario.timeline).indexOf(Number(column))];
}
