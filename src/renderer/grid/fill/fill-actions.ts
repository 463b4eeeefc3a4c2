import { createStore } from 'zustand/vanilla';
import { EDIT_ACTIONS } from '#renderer/actions/edit-actions.ts';
import { currentScenario } from '#renderer/store/hooks.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Cursor, SheetState } from '../cursor.ts';
import type { Speaker } from '../entry-actions.ts';
import type { Place } from '../navigate.ts';
import { followDrag } from '../selection/drag.ts';
import { sheetMarks } from '../selection/marks.ts';
import { type Box, boxHas, isOneCell } from '../selection/range.ts';
import { rowsOf, type Selection } from '../selection/selection.ts';
import { namedCells } from '../step-names.ts';
import { write } from '../write-entry.ts';
import { type FillPlan, type FillSheet, planFill } from './plan-fill.ts';
import type { FillKind, FillValue } from './series.ts';

/** The last fill, as long as nothing else was done: its kind can be changed. */
export interface DoneFill {
  readonly from: Box;
  readonly to: Box;
  readonly kind: FillKind;
  readonly values: readonly FillValue[];
  readonly isAlong: boolean;
  /** The document right after the fill. */
  readonly scenario: Scenario;
}

export const doneFill = createStore<{ readonly fill: DoneFill | null }>()(() => ({ fill: null }));

export function forgetFill(): void {
  if (doneFill.getState().fill) doneFill.setState({ fill: null });
}

export interface FillActions {
  /** Ctrl+R (along) and Ctrl+D: the first column or row of the selection fills the rest. */
  fromEdge(along: boolean): void;
  /** The handle is taken hold of. */
  drag(): void;
  /** The handle was clicked twice: as far as the row above or below is filled. */
  toNeighbours(): void;
  /** Fills again in another way, in place of the last fill. */
  change(kind: FillKind): void;
}

interface Parts {
  readonly current: () => SheetState | null;
  readonly cursor: Cursor;
  readonly selection: Selection;
  readonly speaker: Speaker;
}

export function createFillActions(parts: Parts): FillActions {
  const { current, cursor, selection } = parts;
  const fill = (from: Box, to: Box, kind?: FillKind) => {
    const state = current();
    if (state) carryOut(parts, state, { from, to }, kind);
  };
  return {
    fromEdge: (along) => {
      const box = selection.boxes().at(-1);
      if (!box) return;
      const [from, to] = edgeFill(box, along);
      fill(from, to, { kind: 'copy' });
    },
    drag: () => dragHandle(parts, fill),
    toNeighbours: () => {
      const state = current();
      const box = selection.boxes().at(-1);
      const field = cursor.field();
      if (!state || !box || !field) return;
      const end = neighboursEnd(field.filled, box, state.columns.length);
      if (end > box.end) fill(box, { ...box, end });
    },
    change: (kind) => {
      const { fill: done } = doneFill.getState();
      if (!done || done.scenario !== currentScenario()) return forgetFill();
      EDIT_ACTIONS.undo.perform();
      fill(done.from, done.to, kind);
    },
  };
}

/** One row or column alone is filled from its neighbour before, as in Excel. */
function edgeFill(box: Box, along: boolean): readonly [Box, Box] {
  if (along) {
    const start = box.start === box.end ? Math.max(1, box.start - 1) : box.start;
    return [
      { ...box, start, end: start },
      { ...box, start },
    ];
  }
  const top = box.top === box.bottom ? Math.max(0, box.top - 1) : box.top;
  return [
    { ...box, top, bottom: top },
    { ...box, top },
  ];
}

/** How far the row above, or else below, is filled without a hole. */
function neighboursEnd(
  filled: (row: number, column: number) => boolean,
  box: Box,
  lastColumn: number,
): number {
  for (const row of [box.top - 1, box.bottom + 1]) {
    let end = box.end;
    while (row >= 0 && end < lastColumn && filled(row, end + 1)) end += 1;
    if (end > box.end) return end;
  }
  return box.end;
}

function dragHandle(parts: Parts, fill: (from: Box, to: Box) => void): void {
  const from = parts.selection.boxes().at(-1);
  if (!from) return;
  let to = from;
  followDrag({
    current: parts.current,
    overLabels: false,
    onPlace: (place) => {
      to = grownTo(from, place);
      sheetMarks.setState({ filling: to });
    },
    onEnd: (cancelled) => {
      sheetMarks.setState({ filling: null });
      if (!cancelled && to !== from) fill(from, to);
    },
  });
}

/** The box grown to one side so that it reaches a place: the side that is farther away. */
export function grownTo(from: Box, place: Place): Box {
  if (boxHas(from, place)) return from;
  const down = Math.max(from.top - place.row, place.row - from.bottom, 0);
  const across = Math.max(from.start - place.column, place.column - from.end, 0);
  if (across >= down) {
    const start = Math.max(1, Math.min(from.start, place.column));
    return { ...from, start, end: Math.max(from.end, place.column) };
  }
  return { ...from, top: Math.min(from.top, place.row), bottom: Math.max(from.bottom, place.row) };
}

function sheetOf(state: SheetState): FillSheet {
  const columns = state.columns.flatMap((id) => state.context.column(id) ?? []);
  return { view: state.context.view(), rows: rowsOf(state), columns };
}

/** More than one number goes on as a series along time; all else is copied. */
function usualKind(sheet: FillSheet, from: Box, to: Box): FillKind {
  const isAlong = to.start !== from.start || to.end !== from.end;
  const { values } = planFill(sheet, from, to, { kind: 'copy' });
  const isSeries = isAlong && values.length > 1 && values.every((value) => typeof value === 'number');
  return { kind: isSeries ? 'step' : 'copy' };
}

function carryOut(
  { selection, cursor, speaker }: Parts,
  state: SheetState,
  { from, to }: { readonly from: Box; readonly to: Box },
  wanted?: FillKind,
): void {
  const sheet = sheetOf(state);
  const kind = wanted ?? usualKind(sheet, from, to);
  const plan = planFill(sheet, from, to, kind);
  const { view } = sheet;
  // Selected first: the step keeps what is selected when it is made.
  selection.choose([to], { row: from.top, column: from.start });
  cursor.show({ focus: true });
  const written = plan.edits.length === 0 ? null : write(view, namedCells('fill', plan.edits, view.caseId));
  if (written && !written.ok) {
    speaker.notice(written.error);
    return;
  }
  const isAlong = to.start !== from.start || to.end !== from.end;
  const scenario = currentScenario();
  doneFill.setState({
    fill: written ? { from, to, kind, values: plan.values, isAlong, scenario } : null,
  });
  say(speaker, view.t, plan, isOneCell(to));
}

function say({ announce, notice }: Speaker, t: FillSheet['view']['t'], plan: FillPlan, alone: boolean): void {
  if (alone) return;
  const filled = t('fill.done', { count: plan.edits.length });
  if (plan.edits.length === 0) notice(plan.left > 0 ? t('fill.left', { count: plan.left }) : t('fill.same'));
  else announce(plan.left > 0 ? `${filled} ${t('fill.left', { count: plan.left })}` : filled);
}
