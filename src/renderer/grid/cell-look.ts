import type { Column } from '#renderer/store/columns.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { cellText } from '#shared/report/number-text.ts';
import { type CellMarks, cellMarks, NO_MARKS, sameMarks } from './cell-marks.ts';
import type { GridRow } from './grid-rows.ts';
import { baseText } from './rows/base-rows.ts';
import { cellValue, type RowFacts, type SheetView, type Tone } from './sheet-view.ts';

/** `base`: a typed value in place of a formula. `case`: the chosen case replaces what the base says. */
export type OverrideMark = 'none' | 'base' | 'case';

/** How a cell looks. Cells are drawn again only when their look is another one. */
export interface CellLook {
  readonly text: string;
  readonly tone: Tone;
  readonly mark: OverrideMark;
  readonly state: 'plain' | 'error' | 'passed' | 'failed';
  /** Numbers keep the width of a closing parenthesis free, so that digits line up. */
  readonly numeric: boolean;
  readonly marks: CellMarks;
  /** What the base says, where that was asked for and the case says something else; else empty. */
  readonly base: string;
  /** The engine has not answered yet. */
  readonly pending: boolean;
}

const EMPTY: CellLook = {
  text: '',
  tone: 'calculated',
  mark: 'none',
  state: 'plain',
  numeric: false,
  marks: NO_MARKS,
  base: '',
  pending: false,
};

export function cellLook(view: SheetView, row: GridRow, column: Column): CellLook {
  if (row.kind === 'checks') return checksLook(view, column);
  if (row.kind === 'section' || row.item.role === 'header') return EMPTY;
  const facts = view.facts(row.key);
  const value = cellValue(view, row.key, column);
  if (!facts || value === undefined) return { ...EMPTY, pending: true };
  const mark = markOf(view, facts, column);
  return {
    text: cellText(value, row.item),
    tone: facts.tone,
    mark,
    base: mark === 'case' ? baseText(row.item, column) : '',
    state: stateOf(value, row.item.role === 'check'),
    numeric: typeof value === 'number',
    marks: cellMarks(view, facts, column),
    pending: false,
  };
}

export function sameLook(a: CellLook | null | undefined, b: CellLook | null | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.text === b.text &&
    a.tone === b.tone &&
    a.mark === b.mark &&
    a.state === b.state &&
    a.numeric === b.numeric &&
    sameMarks(a.marks, b.marks) &&
    a.base === b.base &&
    a.pending === b.pending
  );
}

function stateOf(value: unknown, check: boolean): CellLook['state'] {
  if (isErrorValue(value)) return 'error';
  if (!check) return 'plain';
  return value === true ? 'passed' : 'failed';
}

/** A column passes when every check does; a blank or an error is no pass. */
function checksLook(view: SheetView, column: Column): CellLook {
  const failed = failingChecks(view, column).length > 0;
  return { ...EMPTY, text: failed ? '✗' : '✓', state: failed ? 'failed' : 'passed' };
}

/** Keys of the checks that do not hold in a column. */
export function failingChecks(view: SheetView, column: Column): string[] {
  const { items, itemOrder } = view.scenario;
  return itemOrder.filter((key) => items[key]?.role === 'check' && cellValue(view, key, column) !== true);
}

function markOf(view: SheetView, facts: RowFacts, column: Column): OverrideMark {
  if (column.kind === 'year') return facts.replaced ? 'case' : 'none';
  const typed = Object.hasOwn(facts.overrides, column.id);
  if (!facts.replaced && !typed) return 'none';
  const inCase = view.chain.some((one) => {
    const own = Object.hasOwn(one.overrides, facts.item.key) ? one.overrides[facts.item.key] : undefined;
    return own !== undefined && Object.hasOwn(own.values, column.id);
  });
  return facts.replaced || inCase ? 'case' : 'base';
}
