import { type Column, valueAt } from '#renderer/store/columns.ts';
import type { ItemKey, LineItem } from '#shared/model/line-item.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { cellText } from '#shared/report/number-text.ts';
import type { SheetView } from './sheet-view.ts';
import type { Measure } from './text-measure.ts';

/** Space at both sides of a number, the invisible parenthesis of positive ones not counted. */
const PADDING = 7;
const LEAST = { quarter: 48, year: 55 } as const;
/** A single huge value must not push the rest off the screen: it shows as `#####` and widens nothing. */
const MOST = 84;

/**
 * Widths by column id in which the numbers of the rows named fit, within limits and not
 * below `least`, the widths there are: columns grow while a person types and never jump back.
 */
export function columnWidths(
  view: SheetView,
  columns: readonly Column[],
  measure: Measure,
  rows: { readonly keys: Iterable<ItemKey>; readonly least: ReadonlyMap<string, number> },
): ReadonlyMap<string, number> {
  const widths = new Map<string, number>(
    columns.map(({ id, kind }) => [id, rows.least.get(id) ?? LEAST[kind]] as const),
  );
  const widthOf = widthsByShape(measure);
  for (const key of rows.keys) {
    const item = itemOf(view.scenario, key);
    if (!item) continue;
    for (const column of columns) {
      const value = valueAt(view.rowValues(key), column);
      if (typeof value !== 'number') continue;
      const strong = column.kind === 'year' || item.total === true;
      const needed = Math.ceil(widthOf(value, item, strong)) + PADDING;
      if (needed <= MOST) widths.set(column.id, Math.max(widths.get(column.id) ?? 0, needed));
    }
  }
  return widths;
}

/**
 * Digits are of one width: what a number takes follows from its unit, its decimals, its sign and how
 * many digits stand before the point. Each such shape is written out once, not a million numbers.
 */
function widthsByShape(measure: Measure): (value: number, item: LineItem, strong: boolean) => number {
  const known = new Map<string, number>();
  return (value, item, strong) => {
    const places = Math.floor(Math.log10(Math.max(1, Math.abs(value) + 0.5 * 10 ** -(item.decimals ?? 1))));
    const shape = `${strong} ${value < 0} ${places} ${item.decimals} ${item.unit}`;
    let width = known.get(shape);
    if (width === undefined) {
      width = numberWidth(cellText(value, item), strong, measure);
      known.set(shape, width);
    }
    return width;
  };
}

/** Positive numbers keep the width of a closing parenthesis. */
export function numberWidth(text: string, strong: boolean, measure: Measure): number {
  return measure(text.endsWith(')') ? text : `${text})`, strong);
}

/** True when a text does not fit a column of this width. */
export function isTooWide(textWidth: number, columnWidth: number): boolean {
  return textWidth > 0 && textWidth + PADDING - 2 > columnWidth;
}
