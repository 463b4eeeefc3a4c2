import { cellName, currentSession } from '#renderer/store/hooks.ts';
import type { Command } from '#shared/commands/command.ts';
import { CellEditor } from './cell-editor.ts';
import { cellLook } from './cell-look.ts';
import { labelOf } from './cell-words.ts';
import { withoutScrolling } from './column-in-view.ts';
import type { Cursor, SheetState } from './cursor.ts';
import { type ClosedReason, type EditTarget, editTarget } from './edit-target.ts';
import type { GridRow } from './grid-rows.ts';
import { clearEdits, entriesInto } from './range-edits.ts';
import type { Selection } from './selection/selection.ts';
import { namedCells } from './step-names.ts';
import { clearProblem, write, writeEntry } from './write-entry.ts';

/** Typing into cells: begin, take, give up, clear. */
export interface EntryActions {
  /** The field that is open; null while no cell is edited. */
  editor(): CellEditor | null;
  /** `text` replaces what is there; null edits it. */
  begin(text: string | null): void;
  /** False when the entry was not taken and the field stays open. */
  commit(): boolean;
  /** Ctrl+Enter: the entry goes into every selected cell, or into none. */
  commitAll(): boolean;
  cancel(): void;
  /** Delete, or the clearing half of a cut: every selected cell, in one step. */
  clear(name?: 'clear' | 'cut'): void;
}

export interface Speaker {
  /** Said to screen readers and nowhere else. */
  announce(text: string): void;
  /** Said to everybody, beside the cell of the cursor. */
  notice(text: string): void;
}

interface Parts {
  readonly current: () => SheetState | null;
  readonly cursor: Cursor;
  readonly selection: Selection;
  readonly speaker: Speaker;
}

export function createEntryActions(parts: Parts): EntryActions {
  return {
    editor: () => openEditor(parts.current()),
    begin: (text) => begin(parts, text),
    commit: () => commit(parts),
    commitAll: () => commitAll(parts),
    cancel: () => parts.current()?.api.stopEditing(true),
    clear: (name = 'clear') => clear(parts, name),
  };
}

function openEditor(state: SheetState | null): CellEditor | null {
  const open = state?.api.getCellEditorInstances()[0];
  return open instanceof CellEditor ? open : null;
}

/** Where the cell of the cursor takes values; says why when it takes none. */
function openTarget({ cursor, speaker }: Parts, state: SheetState): EditTarget | null {
  const row = cursor.row();
  const column = state.context.column(currentSession().activeCell?.column ?? '');
  if (!row || !column) return null;
  const target = editTarget(state.context.view(), row, column);
  if (target.ok) return target.value;
  speaker.notice(closedText(state, row, target.error));
  return null;
}

function begin(parts: Parts, text: string | null): void {
  const state = parts.current();
  const cell = currentSession().activeCell;
  if (!state || !cell || !openTarget(parts, state)) return;
  parts.cursor.show({ focus: true });
  const focused = state.api.getFocusedCell();
  if (!focused) return;
  const { rowIndex, rowPinned } = focused;
  const key = text === null ? 'F2' : text === '' ? 'Backspace' : text;
  withoutScrolling(state, cell.column, () => {
    state.api.startEditingCell({ rowIndex, colKey: cell.column, rowPinned: rowPinned ?? null, key });
  });
}

function commit({ current, cursor, speaker }: Parts): boolean {
  const state = current();
  const open = openEditor(state);
  const now = open?.entry();
  if (!state || !open || !now) return true;
  const { entry, target, confirmed } = now;
  if (entry.kind === 'refused') return open.refuse(entry.reason);
  if (entry.kind === 'formula' && entry.replacesTyped && !confirmed) return open.ask();
  const row = cursor.row();
  if (entry.kind !== 'unchanged') {
    const written = writeEntry(state.context.view(), target, entry);
    if (!written.ok) return open.refuse(written.error);
  }
  state.api.stopEditing(true);
  if (entry.kind !== 'unchanged') speaker.announce(doneText(state, row, entry.kind));
  return true;
}

/** Cells that take no value are left: years follow, headings hold nothing. A text that one row refuses is not taken. */
function commitAll(parts: Parts): boolean {
  const { current, selection, speaker } = parts;
  const state = current();
  const open = openEditor(state);
  const entry = open?.entry()?.entry;
  if (!state || !open || entry?.kind !== 'value' || !selection.isMany()) return commit(parts);
  const read = entriesInto(state, selection.cells(), open.text());
  if (!read.ok) return open.refuse(read.error);
  const view = state.context.view();
  const written = write(view, namedCells('enter', read.value, view.caseId));
  if (!written.ok) return open.refuse(written.error);
  state.api.stopEditing(true);
  speaker.announce(view.t('fill.done', { count: read.value.length }));
  return true;
}

function clear(parts: Parts, name: 'clear' | 'cut'): void {
  const { speaker, selection } = parts;
  const state = parts.current();
  if (state && selection.isMany()) {
    clearAll(parts, state, name);
    return;
  }
  const target = state && openTarget(parts, state);
  if (!state || !target) return;
  const view = state.context.view();
  const problem = clearProblem(view, target);
  if (problem !== null) {
    if (problem !== '') speaker.notice(problem);
    return;
  }
  const cells = [{ key: target.item.key, at: target.at, value: null }];
  const command: Command =
    name === 'cut' ? namedCells('cut', cells, view.caseId) : { type: 'setCells', cells, caseId: view.caseId };
  const written = write(view, command);
  if (!written.ok) speaker.notice(written.error);
  else speaker.announce(view.t('done.cleared', { cell: activeName() }));
}

function clearAll({ selection, speaker }: Parts, state: SheetState, name: 'clear' | 'cut'): void {
  const view = state.context.view();
  const { edits, left } = clearEdits(state, selection.cells());
  const rest = left > 0 ? view.t('fill.left', { count: left }) : view.t('fill.same');
  const written = edits.length === 0 ? null : write(view, namedCells(name, edits, view.caseId));
  const cleared = view.t('done.clearedCells', { count: edits.length });
  if (!written) speaker.notice(rest);
  else if (!written.ok) speaker.notice(written.error);
  else speaker.announce(left > 0 ? `${cleared} ${rest}` : cleared);
}

function activeName(): string {
  const cell = currentSession().activeCell;
  return cell ? cellName(cell) : '';
}

function doneText({ context }: SheetState, row: GridRow | undefined, kind: 'value' | 'formula'): string {
  const view = context.view();
  if (!row) return '';
  if (kind === 'formula') return view.t('done.formula', { label: labelOf(view, row) });
  const column = context.column(currentSession().activeCell?.column ?? '');
  const value = column ? cellLook(view, row, column).text : '';
  return view.t('done.value', { cell: activeName(), value });
}

function closedText({ context }: SheetState, row: GridRow, reason: ClosedReason): string {
  const view = context.view();
  return view.t(`closed.${reason}`, { label: labelOf(view, row) });
}
