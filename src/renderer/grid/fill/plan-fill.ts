import type { Column } from '#renderer/store/columns.ts';
import type { CellEdit } from '#shared/commands/command.ts';
import { type EditTarget, editTarget } from '../edit-target.ts';
import type { GridRow } from '../grid-rows.ts';
import { type Box, numbers } from '../selection/range.ts';
import type { SheetView } from '../sheet-view.ts';
import { continued, type FillKind, type FillValue } from './series.ts';

/** Rows and columns as they stand on screen; column 0 of a box is the label. */
export interface FillSheet {
  readonly view: SheetView;
  readonly rows: readonly GridRow[];
  readonly columns: readonly Column[];
}

export interface FillPlan {
  readonly edits: readonly CellEdit[];
  /** Cells that hold a formula or take no such value, and were left. */
  readonly left: number;
  /** What was gone on from, of the first row: for the words of the menu. */
  readonly values: readonly FillValue[];
}

/** What dragging the handle from a box to a larger one means; it grows to one side only. */
export function planFill(sheet: FillSheet, from: Box, to: Box, kind: FillKind): FillPlan {
  const isAlong = to.start !== from.start || to.end !== from.end;
  const plans = isAlong
    ? numbers(from.top, from.bottom).map((row) => alongRow(sheet, row, from, to, kind))
    : numbers(Math.max(1, from.start), from.end).map((column) => downColumn(sheet, column, from, to));
  const values = plans.find((plan) => plan.values.length > 0)?.values ?? [];
  return {
    edits: unique(plans.flatMap((plan) => plan.edits)),
    left: plans.reduce((sum, plan) => sum + plan.left, 0),
    values,
  };
}

/** One place of a row that takes a value: a quarter, a year of a yearly series, or the whole row. */
function slots(sheet: FillSheet, row: number, columns: readonly number[]): EditTarget[] {
  const found = new Map<string | null, EditTarget>();
  for (const column of columns) {
    const target = targetAt(sheet, row, column);
    if (target && !found.has(target.at)) found.set(target.at, target);
  }
  return [...found.values()];
}

function targetAt({ view, rows, columns }: FillSheet, row: number, column: number): EditTarget | null {
  const at = rows[row];
  const period = columns[column - 1];
  const target = at && period && editTarget(view, at, period);
  return target?.ok && target.value.item.role !== 'check' ? target.value : null;
}

function alongRow(sheet: FillSheet, row: number, from: Box, to: Box, kind: FillKind): FillPlan {
  const isBack = to.start < from.start;
  const source = slots(sheet, row, numbers(Math.max(1, from.start), from.end));
  const beyond = isBack
    ? numbers(Math.max(1, to.start), from.start - 1).reverse()
    : numbers(from.end + 1, to.end);
  const ends = new Set(source.map((one) => one.at));
  const target = slots(sheet, row, beyond).filter((one) => !ends.has(one.at));
  const values = (isBack ? [...source].reverse() : source).map((one) => one.typed);
  if (values.length === 0) return { edits: [], left: target.length, values };
  const next = continued(values, target.length, kind);
  const isFormula = source.some((one) => one.typed === undefined);
  return {
    edits: target.flatMap((one, index) => edit(one, next[index])),
    left: isFormula ? target.filter((one) => one.typed === undefined).length : 0,
    values,
  };
}

/** Rows have units of their own: a value goes on only into rows of the same unit. */
function downColumn(sheet: FillSheet, column: number, from: Box, to: Box): FillPlan {
  const isUp = to.top < from.top;
  const source = numbers(from.top, from.bottom).flatMap((row) => targetAt(sheet, row, column) ?? []);
  const given = isUp ? [...source].reverse() : source;
  const rows = isUp ? numbers(to.top, from.top - 1).reverse() : numbers(from.bottom + 1, to.bottom);
  const edits: CellEdit[] = [];
  let left = 0;
  rows.forEach((row, index) => {
    const target = targetAt(sheet, row, column);
    const one = given[index % Math.max(1, given.length)];
    if (!target) return;
    const takes =
      one?.typed !== undefined && target.typed !== undefined && one.item.unit === target.item.unit;
    if (takes) edits.push(...edit(target, one.typed));
    else left += 1;
  });
  return { edits, left, values: given.map((one) => one.typed) };
}

/** Undefined takes a typed value off a formula, so that it speaks again. */
function edit({ item, at, typed }: EditTarget, value: FillValue): CellEdit[] {
  if (value === typed) return [];
  return [{ key: item.key, at, value: value ?? null }];
}

function unique(edits: readonly CellEdit[]): CellEdit[] {
  const last = new Map(edits.map((one) => [`${one.key} ${one.at ?? ''}`, one]));
  return [...last.values()];
}
