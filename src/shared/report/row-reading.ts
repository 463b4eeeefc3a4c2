import type { RowValues } from '#shared/engine/results.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { periodNameAt, type Timeline } from '#shared/model/timeline.ts';
import { type CellValue, isErrorValue } from '#shared/model/value.ts';

/** Calculated rows by key, as the engine or the values store hands them out. */
export type Rows = ReadonlyMap<ItemKey, RowValues>;

/** One cell behind a figure. `column` is a quarter (`2027Q1`) or a year (`2027`). */
export interface SourceCell {
  readonly key: ItemKey;
  readonly column: string;
}

/** The number in one period; undefined for blank, text, TRUE or FALSE, errors and missing rows. */
export function numberAt(rows: Rows, key: ItemKey, period: number): number | undefined {
  return numberOf(rows.get(key)?.periods[period]);
}

export function numberOf(value: CellValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Where to look when a cell holds no number: where its error arose, else the cell itself. */
export function troubleCell(timeline: Timeline, value: CellValue | undefined, cell: SourceCell): SourceCell {
  if (value === undefined || !isErrorValue(value) || !value.origin) return cell;
  return { key: value.origin.key, column: periodNameAt(timeline, value.origin.period) };
}
