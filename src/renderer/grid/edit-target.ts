import type { Column } from '#renderer/store/columns.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import type { InputValue } from '#shared/model/value.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import type { GridRow } from './grid-rows.ts';
import type { RowFacts, SheetView } from './sheet-view.ts';

/** Why a cell takes no typed value. Texts stand in grid.json under `closed`. */
export type ClosedReason = 'section' | 'header' | 'checks' | 'year' | 'yearFormula';

/** Where a typed value goes. */
export interface EditTarget {
  readonly item: LineItem;
  readonly facts: RowFacts;
  /** As in `CellEdit.at`. */
  readonly at: string | null;
  /** What is typed there now: null for blank, undefined where the formula of the row speaks. */
  readonly typed: InputValue | undefined;
}

/**
 * A constant is set from any column. A series by year takes the value of a year in each of its
 * quarters and, unless the year adds its quarters up, in the year column too.
 */
export function editTarget(view: SheetView, row: GridRow, column: Column): Result<EditTarget, ClosedReason> {
  if (row.kind === 'section') return err('section');
  if (row.kind === 'checks') return err('checks');
  const facts = view.facts(row.key);
  if (!facts || row.item.role === 'header') return err('header');
  const { content } = facts;
  const target = (at: string | null, typed: InputValue | undefined) =>
    ok({ item: row.item, facts, at, typed });
  if (column.kind === 'year' && !yearTakesValues(facts)) {
    return err(content.kind === 'formula' ? 'yearFormula' : 'year');
  }
  switch (content.kind) {
    case 'constant':
      return target(null, content.value);
    case 'dated':
      return target(null, currentValue(view, row.key));
    case 'byYear':
      return target(String(column.year), byYearValue(facts, column));
    case 'byPeriod':
    case 'formula':
      return target(column.id, periodValue(facts, column));
  }
}

function yearTakesValues({ content, item }: RowFacts): boolean {
  if (content.kind === 'byPeriod' || content.kind === 'formula') return false;
  return item.aggregation !== 'sum';
}

/** A dated constant holds the same value in every period. */
function currentValue(view: SheetView, key: string): InputValue {
  const value = view.rowValues(key)?.periods[0] ?? null;
  return typeof value === 'object' ? null : value;
}

function byYearValue({ content, overrides }: RowFacts, column: Column): InputValue {
  const over =
    column.kind === 'quarter' && Object.hasOwn(overrides, column.id) ? overrides[column.id] : undefined;
  if (over !== undefined) return over;
  return content.kind === 'byYear' ? (content.values[String(column.year)] ?? null) : null;
}

function periodValue({ content, overrides }: RowFacts, column: Column): InputValue | undefined {
  if (Object.hasOwn(overrides, column.id)) return overrides[column.id] ?? null;
  return content.kind === 'byPeriod' ? (content.values[column.index] ?? null) : undefined;
}
