import type { Column } from '#renderer/store/columns.ts';
import { isAtColumn } from '#shared/model/fact-conflicts.ts';
import type { RowFacts, SheetView } from './sheet-view.ts';
import { knownFacts } from './sheet-view.ts';

/** What else is known of a cell, apart from its value and what it replaces. Each has a mark of its own shape. */
export interface CellMarks {
  /** What was written beside the cell; empty for nothing. */
  readonly comment: string;
  /** Sources disagree about this very cell. */
  readonly conflict: boolean;
  /** A reported period whose typed value rests on no source, or on an estimate. */
  readonly estimate: boolean;
}

export const NO_MARKS: CellMarks = { comment: '', conflict: false, estimate: false };

export function cellMarks(view: SheetView, facts: RowFacts, column: Column): CellMarks {
  const { comments } = facts.item;
  const comment = comments && Object.hasOwn(comments, column.id) ? comments[column.id] : undefined;
  return {
    comment: comment ?? '',
    conflict: isDisputed(view, facts, column),
    estimate: isEstimate(view, facts, column),
  };
}

export function sameMarks(a: CellMarks, b: CellMarks): boolean {
  return a.comment === b.comment && a.conflict === b.conflict && a.estimate === b.estimate;
}

/** What the case puts in the place of the row is no longer what the sources speak of. */
function isDisputed(view: SheetView, { item, replaced }: RowFacts, column: Column): boolean {
  return !replaced && view.conflicts(item.key).some((one) => isAtColumn(one, item, column.id));
}

const ESTIMATES: ReadonlySet<string> = new Set(['analyst estimate', 'projection']);

function isEstimate(view: SheetView, { item, content, replaced }: RowFacts, column: Column): boolean {
  if (column.tag !== 'actual' || replaced) return false;
  if (content.kind !== 'byPeriod' && content.kind !== 'byYear') return false;
  if (!isTyped(content.values, column)) return false;
  const [chosen] = knownFacts(view, item);
  const fact = view.scenario.facts.find(({ id }) => id === chosen);
  return chosen === undefined || (fact !== undefined && ESTIMATES.has(fact.status));
}

/** A blank is no estimate. */
function isTyped(values: Readonly<Record<string, unknown>> | readonly unknown[], column: Column): boolean {
  if (!Array.isArray(values)) {
    const year = String(column.year);
    return Object.hasOwn(values, year) && (values as Record<string, unknown>)[year] !== null;
  }
  return column.kind === 'quarter' && (values[column.index] ?? null) !== null;
}
