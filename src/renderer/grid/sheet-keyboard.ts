import { currentSession, setActiveCell, toggleFoldedRows, toggleSection } from '#renderer/store/hooks.ts';
import { failingChecks } from './cell-look.ts';
import { labelOf } from './cell-words.ts';
import type { ClipboardActions } from './clipboard/clipboard-actions.ts';
import type { Cursor, SheetState } from './cursor.ts';
import type { EntryActions, Speaker } from './entry-actions.ts';
import type { FillActions } from './fill/fill-actions.ts';
import { type GridKey, gridKey, keyPress } from './grid-keys.ts';
import type { GridRow } from './grid-rows.ts';
import { ROW_HEIGHTS } from './grid-theme.ts';
import { LABEL_COLUMN, type Step } from './navigate.ts';
import type { Selection } from './selection/selection.ts';

export interface SheetKeyboard {
  /** True when the key was for the sheet. */
  pressed(event: KeyboardEvent): boolean;
}

interface Parts {
  readonly current: () => SheetState | null;
  readonly cursor: Cursor;
  readonly entry: EntryActions;
  readonly selection: Selection;
  readonly fill: FillActions;
  readonly clipboard: Pick<ClipboardActions, 'forget' | 'ask'>;
  readonly speaker: Speaker;
  /** Shows what is known of the cell of the cursor. */
  readonly showCard: () => void;
}

export function createSheetKeyboard(parts: Parts): SheetKeyboard {
  return {
    pressed: (event) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.isComposing || !target?.closest('.ag-cell')) return false;
      const editor = parts.entry.editor();
      if (editor) return editingKey(parts, event);
      const key = gridKey(keyPress(event), keyContext(parts));
      return key !== null && perform(parts, key);
    },
  };
}

function keyContext({ current, cursor }: Parts) {
  const state = current();
  const rows = state?.root.querySelector('.ag-grid-viewport')?.clientHeight ?? 0;
  return {
    rtl: state?.context.view().language === 'ar',
    pageRows: Math.max(1, Math.floor(rows / ROW_HEIGHTS[currentSession().density]) - 4),
    onSection: cursor.row()?.kind === 'section',
  };
}

function perform(parts: Parts, key: GridKey): boolean {
  const { cursor, entry, selection } = parts;
  switch (key.kind) {
    case 'move':
      if (turnsSection(parts, key)) return true;
      if (leavesForHeads(parts, key)) return true;
      if (key.extend) selection.extend(key.move);
      else {
        selection.clear();
        cursor.move(key.move);
      }
      return true;
    case 'enter':
      if (cursor.row()?.kind === 'checks' && !selection.isMany()) goToFailure(parts);
      else goOn(parts, 'down', key.back);
      return true;
    case 'tab':
      return goOn(parts, 'along', key.back);
    case 'select':
      selection[key.what]();
      return true;
    case 'fill':
      parts.fill.fromEdge(key.along);
      return true;
    case 'pasteWithChoices':
      parts.clipboard.ask();
      return true;
    case 'escape':
      parts.clipboard.forget();
      return true;
    case 'edit':
      entry.begin(null);
      return true;
    case 'type':
      entry.begin(key.text);
      return true;
    case 'clear':
      entry.clear();
      return true;
    case 'card':
      parts.showCard();
      return true;
    case 'toggle':
      toggle(parts, cursor.row());
      return true;
    case 'unfold':
      unfold(parts, cursor.row(), key.unfold);
      return true;
  }
}

/** Enter and Tab: through what is selected, else to the next cell. False when there is none. */
function goOn({ selection, cursor }: Parts, by: 'along' | 'down', back: boolean): boolean {
  if (selection.walk({ by, back })) return true;
  if (by === 'along') return cursor.tab(back);
  cursor.move({ kind: 'step', step: back ? 'up' : 'down', count: 1 });
  return true;
}

/** On the head of a section, towards the rows opens it and away from them closes it. */
function turnsSection(parts: Parts, { move, extend }: Extract<GridKey, { kind: 'move' }>): boolean {
  const row = parts.cursor.row();
  if (row?.kind !== 'section' || move.kind !== 'step' || extend) return false;
  if (currentSession().activeCell?.column !== LABEL_COLUMN) return false;
  const wanted: Step = row.open ? 'before' : 'after';
  if (move.step !== wanted) return false;
  toggle(parts, row);
  return true;
}

/** Up from the first row goes to the heads of the columns, where years are collapsed. */
function leavesForHeads(
  { current, cursor }: Parts,
  { move, extend }: Extract<GridKey, { kind: 'move' }>,
): boolean {
  const state = current();
  if (!state || extend || move.kind !== 'step' || move.step !== 'up' || cursor.place()?.row !== 0)
    return false;
  const column = currentSession().activeCell?.column ?? LABEL_COLUMN;
  if (move.count === 1) state.api.setFocusedHeader(column);
  return move.count === 1;
}

function toggle({ speaker, current }: Parts, row: GridRow | undefined): void {
  const state = current();
  if (!state || row?.kind !== 'section') return;
  const { t } = state.context.view();
  toggleSection(row.section.id);
  speaker.announce(
    t(row.open ? 'section.shut' : 'section.opened', { label: labelOf(state.context.view(), row) }),
  );
}

function unfold({ speaker, current }: Parts, row: GridRow | undefined, wanted: boolean): void {
  const state = current();
  if (!state || row?.kind !== 'section' || (wanted ? row.hidden : row.unfolded) === 0) return;
  toggleFoldedRows(row.section.id);
  const { t } = state.context.view();
  const key = wanted ? 'section.unfolded' : 'section.folded';
  speaker.announce(t(key, { label: labelOf(state.context.view(), row) }));
}

function goToFailure({ current, speaker }: Parts): void {
  const state = current();
  const column = state?.context.column(currentSession().activeCell?.column ?? '');
  if (!state || !column) return;
  const [key] = failingChecks(state.context.view(), column);
  if (key) setActiveCell({ key, column: column.id }, { reveal: true });
  else speaker.announce(state.context.view().t('checks.allHold'));
}

const ARROWS = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/** Keys while a field is open. Arrows leave it only when typing began over the cell. */
function editingKey(parts: Parts, event: KeyboardEvent): boolean {
  const { entry, cursor } = parts;
  const editor = entry.editor();
  const press = keyPress(event);
  if (editor?.assisted(press)) return true;
  if (press.code === 'Escape') {
    entry.cancel();
    return true;
  }
  if (press.code === 'F2' && editor) {
    editor.mode = editor.mode === 'edit' ? 'enter' : 'edit';
    return true;
  }
  const leaves = ['Enter', 'NumpadEnter', 'Tab'].includes(press.code);
  const arrow =
    ARROWS.has(press.code) && editor?.mode === 'enter' && !press.ctrl && !press.alt && !press.shift;
  if (!leaves && !arrow) return false;
  const isForAll = press.ctrl && press.code !== 'Tab';
  if (!(isForAll ? entry.commitAll() : entry.commit())) return true;
  const key = gridKey(press, { ...keyContext(parts), onSection: false });
  if (press.ctrl || !key) return true;
  if (key.kind === 'tab') goOn(parts, 'along', key.back);
  else if (key.kind === 'enter') goOn(parts, 'down', key.back);
  else if (key.kind === 'move') cursor.move(key.move);
  return true;
}
