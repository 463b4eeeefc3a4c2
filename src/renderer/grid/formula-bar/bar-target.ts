import { type Column, yearGroups } from '#renderer/store/columns.ts';
import type { CellAddress } from '#renderer/store/hooks.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { cellLook, type OverrideMark } from '../cell-look.ts';
import { errorWords } from '../cell-words.ts';
import { type EditTarget, editTarget } from '../edit-target.ts';
import { inputText } from '../entry.ts';
import type { GridRow } from '../grid-rows.ts';
import { cellValue, type SheetView } from '../sheet-view.ts';

/** What the formula bar shows of a cell. */
export interface BarContent {
  readonly kind: 'formula' | 'value' | 'nothing';
  readonly text: string;
  /** Where something typed into the bar goes; null where nothing can. */
  readonly target: EditTarget | null;
  /** Only a formula can be typed: the cell has no place for a value. */
  readonly formulaOnly: boolean;
  readonly mark: OverrideMark;
  readonly error: BarError | null;
}

export interface BarError {
  readonly code: string;
  readonly reason: string;
  /** The cell that first failed, when it is another one. */
  readonly origin: CellAddress | null;
}

const NOTHING: BarContent = {
  kind: 'nothing',
  text: '',
  target: null,
  formulaOnly: false,
  mark: 'none',
  error: null,
};

export function barContent(view: SheetView, cell: CellAddress | null): BarContent {
  const item = cell && itemOf(view.scenario, cell.key);
  const facts = item && view.facts(item.key);
  if (!cell || !item || !facts || item.role === 'header') return NOTHING;
  const row: GridRow = { kind: 'item', key: item.key, number: 0, item };
  const column = columnOf(view, cell.column);
  const found = column && editTarget(view, row, column);
  const isFormula = facts.content.kind === 'formula';
  const target: EditTarget | null = found?.ok
    ? found.value
    : isFormula
      ? { item, facts, at: null, typed: undefined }
      : null;
  const formulaOnly = isFormula && !found?.ok;
  const mark = column ? cellLook(view, row, column).mark : 'none';
  const shared = { target, formulaOnly, mark, error: column ? errorOf(view, cell, column) : null };
  if (target?.typed !== undefined) return { ...shared, kind: 'value', text: inputText(target.typed) };
  if (facts.content.kind === 'formula')
    return { ...shared, kind: 'formula', text: `= ${facts.content.formula}` };
  return { ...shared, kind: 'value', text: column ? readOnlyText(view, cell, column) : '' };
}

function readOnlyText(view: SheetView, cell: CellAddress, column: Column): string {
  const value = cellValue(view, cell.key, column);
  return value === undefined || isErrorValue(value) ? '' : inputText(value);
}

function errorOf(view: SheetView, cell: CellAddress, column: Column): BarError | null {
  const value = cellValue(view, cell.key, column);
  if (!value || !isErrorValue(value)) return null;
  const { timeline } = view.scenario;
  const origin = value.origin && {
    key: value.origin.key,
    column: periodNameAt(timeline, value.origin.period),
  };
  const elsewhere = origin && (origin.key !== cell.key || origin.column !== cell.column) ? origin : null;
  return { code: value.code, reason: errorWords(view, value), origin: elsewhere };
}

function columnOf(view: SheetView, id: string): Column | undefined {
  const groups = yearGroups(view.scenario.timeline, asOfDate(view.scenario, view.caseId, view.asOf));
  return groups
    .flatMap((group): Column[] => [...group.quarters, group.total])
    .find((column) => column.id === id);
}
