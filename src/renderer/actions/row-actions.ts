import { errorText } from '#renderer/i18n/error-text.ts';
import { i18n } from '#renderer/i18n/i18n.ts';
import { showDialog, showToast } from '#renderer/store/dialogs.ts';
import { dispatch, documentStore } from '#renderer/store/document-store.ts';
import type { RowKind } from '#renderer/store/row-draft.ts';
import { sessionStore, setActiveCell, setShowBase } from '#renderer/store/session-store.ts';
import { duplicateRow } from '#shared/analysis/duplicate-row.ts';
import type { Command } from '#shared/commands/command.ts';
import { AGGREGATIONS } from '#shared/model/line-item.ts';
import { findCase } from '#shared/model/resolve-case.ts';
import { itemOf } from '#shared/model/scenario.ts';
import type { Action } from './action.ts';
import { chosenRows, hasChosenRows } from './chosen-rows.ts';
import { activeRow, rowPlace } from './edit-actions.ts';
import { documentIsOpen } from './file-actions.ts';
import { moveByOne } from './row-moves.ts';

const session = sessionStore.getState;
const scenario = () => documentStore.getState().scenario;
const label = (key: string) => () => i18n.t(`rows:actions.${key}`);

const insert = (row: RowKind): Action => ({
  id: `row.insert.${row}`,
  label: label(`insert.${row}`),
  isEnabled: documentIsOpen,
  perform: () => {
    const place = rowPlace();
    if (place) showDialog({ kind: 'insertRow', ...place, row });
  },
});

const move = (direction: 'up' | 'down'): Action => ({
  id: `row.move.${direction}`,
  label: label(direction === 'up' ? 'moveUp' : 'moveDown'),
  shortcut: { code: direction === 'up' ? 'ArrowUp' : 'ArrowDown', alt: true },
  scope: 'cells',
  isEnabled: hasChosenRows,
  perform: () => {
    const command = moveByOne(chosenRows(), direction);
    if (command) act(command);
  },
});

const fold = (folded: boolean): Action => ({
  id: folded ? 'row.hide' : 'row.show',
  label: label(folded ? 'hide' : 'show'),
  shortcut: { code: 'Digit9', ctrl: true, ...(folded ? {} : { shift: true }) },
  scope: 'cells',
  isEnabled: () => rowsToFold(folded).length > 0,
  perform: () => act({ type: 'foldItems', keys: rowsToFold(folded), folded }),
});

const HIDE = fold(true);
const SHOW = fold(false);

export const ROW_ACTIONS = {
  insertDriver: { ...insert('driver'), shortcut: { code: 'Equal', ctrl: true, shift: true } },
  insertFormula: insert('formula'),
  insertHeader: insert('header'),
  insertCheck: insert('check'),
  duplicate: {
    id: 'row.duplicate',
    label: label('duplicate'),
    shortcut: { code: 'KeyD', ctrl: true, shift: true },
    isEnabled: () => activeRow() !== null,
    perform: duplicate,
  },
  rename: {
    id: 'row.rename',
    label: label('rename'),
    isEnabled: () => activeRow() !== null,
    perform: () => {
      const key = activeRow();
      if (key !== null) showDialog({ kind: 'renameRow', key });
    },
  },
  moveUp: move('up'),
  moveDown: move('down'),
  hide: HIDE,
  show: SHOW,
  resetCells: {
    id: 'edit.resetCells',
    label: label('resetCells'),
    shortcut: { code: 'Delete', ctrl: true },
    scope: 'cells',
    isEnabled: () => replacedCells().length > 0,
    perform: () => {
      const { caseId } = session();
      if (caseId !== null) act({ type: 'resetCells', cells: replacedCells(), caseId });
    },
  },
  showBase: {
    id: 'view.showBase',
    label: label('showBase'),
    isEnabled: () => documentIsOpen() && scenario().cases.length > 0,
    isChecked: () => session().showBase,
    perform: () => setShowBase(!session().showBase),
  },
} as const satisfies Record<string, Action>;

/** Excel's keys for grouping rows do what hiding and showing does: rows of a section are its group. */
export const ROW_KEYS: readonly Action[] = [
  { ...HIDE, id: 'row.hideAgain', shortcut: { code: 'ArrowRight', alt: true, shift: true }, quiet: true },
  { ...SHOW, id: 'row.showAgain', shortcut: { code: 'ArrowLeft', alt: true, shift: true }, quiet: true },
];

const DECIMALS = [0, 1, 2, 3, 4];

/** How a year follows from its quarters, for the chosen rows. */
export function aggregationActions(): Action[] {
  return AGGREGATIONS.map((aggregation) => ({
    id: `row.aggregation.${aggregation}`,
    label: () => i18n.t('rows:year', { rule: i18n.t(`app:row.aggregations.${aggregation}`) }),
    isEnabled: hasChosenRows,
    isChecked: () => formatted().every((item) => item.aggregation === aggregation),
    perform: () => act({ type: 'formatItems', keys: chosenRows(), properties: { aggregation } }),
  }));
}

/** Digits after the decimal point of the chosen rows. */
export function decimalActions(): Action[] {
  return DECIMALS.map((decimals) => ({
    id: `row.decimals.${decimals}`,
    label: () => i18n.t('rows:decimals', { count: decimals }),
    isEnabled: hasChosenRows,
    isChecked: () => formatted().every((item) => (item.decimals ?? 1) === decimals),
    perform: () => act({ type: 'formatItems', keys: chosenRows(), properties: { decimals } }),
  }));
}

export const formatActions = (): Action[] => [...decimalActions(), ...aggregationActions()];

const formatted = () => chosenRows().flatMap((key) => itemOf(scenario(), key) ?? []);

function rowsToFold(folded: boolean) {
  return chosenRows().filter((key) => (itemOf(scenario(), key)?.folded === true) !== folded);
}

/** Chosen periods in which the case on screen itself replaces something. */
function replacedCells() {
  const { caseId, selection, activeCell } = session();
  const overrides = caseId === null ? {} : (findCase(scenario(), caseId)?.overrides ?? {});
  const cells = selection.length > 0 ? selection : activeCell ? [activeCell] : [];
  return cells.flatMap(({ key, column }) => {
    const own = Object.hasOwn(overrides, key) ? overrides[key] : undefined;
    const isReplaced = own?.content !== undefined || (own && Object.hasOwn(own.values, column));
    return isReplaced && /Q/.test(column) ? [{ key, period: column }] : [];
  });
}

function duplicate(): void {
  const key = activeRow();
  const command = key === null ? null : duplicateRow(scenario(), key);
  if (!command || !run(command)) return;
  const column = session().activeCell?.column;
  if (column !== undefined) setActiveCell({ key: command.item.key, column }, { reveal: true });
}

function act(command: Command): void {
  run(command);
}

/** A refusal is said in a toast: there is no dialog that could hold it. */
function run(command: Command): boolean {
  const done = dispatch(command);
  if (!done.ok && done.error.code !== 'nothing-changes') showToast('bad', errorText(done.error));
  return done.ok;
}
