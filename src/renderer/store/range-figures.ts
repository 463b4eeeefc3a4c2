import type { RowValues } from '#shared/engine/results.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodIndex, yearsOf } from '#shared/model/timeline.ts';
import type { CellValue } from '#shared/model/value.ts';
import type { CellAddress } from './cell-address.ts';

/** Figures of a range as spreadsheets show them. All but the counts only where all numbers have one unit. */
export interface RangeFigures {
  readonly cells: number;
  readonly numbers: number;
  readonly sum: number | null;
  readonly average: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

/** One look at each cell: ranges may hold the whole sheet. */
export function rangeFigures(
  scenario: Scenario,
  rows: ReadonlyMap<ItemKey, RowValues>,
  cells: readonly CellAddress[],
): RangeFigures {
  const read = cellReader(scenario, rows);
  const units = new Set<string>();
  let numbers = 0;
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let unitOf = '';
  for (const cell of cells) {
    const value = read(cell);
    if (typeof value !== 'number') continue;
    numbers += 1;
    sum += value;
    least = Math.min(least, value);
    most = Math.max(most, value);
    if (unitOf !== cell.key) units.add(itemOf(scenario, cell.key)?.unit ?? '');
    unitOf = cell.key;
  }
  const adds = numbers > 0 && units.size === 1 && Number.isFinite(sum);
  return {
    cells: cells.length,
    numbers,
    sum: adds ? sum : null,
    average: adds ? sum / numbers : null,
    least: adds ? least : null,
    most: adds ? most : null,
  };
}

/** Reads cells; the place of a column is looked up once. */
function cellReader(
  scenario: Scenario,
  rows: ReadonlyMap<ItemKey, RowValues>,
): (cell: CellAddress) => CellValue | undefined {
  const places = new Map<string, (values: RowValues) => CellValue | undefined>();
  const placeOf = (column: string) => {
    const index = periodIndex(scenario.timeline, column);
    if (index !== null) return (values: RowValues) => values.periods[index];
    const year = yearsOf(scenario.timeline).indexOf(Number(column));
    return (values: RowValues) => values.years[year];
  };
  return ({ key, column }) => {
    const values = rows.get(key);
    const known = places.get(column);
    const place = known ?? placeOf(column);
    if (!known) places.set(column, place);
    return values && place(values);
  };
}
