import { showDialog } from '#renderer/store/dialogs.ts';
import { dispatch, documentStore, redo, undo } from '#renderer/store/document-store.ts';
import { askForSum } from '#renderer/store/formula-request.ts';
import { enterPending } from '#renderer/store/pending-entry.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { findCase } from '#shared/model/resolve-case.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { type Action, label } from './action.ts';
import { documentIsOpen } from './file-actions.ts';

const language = () => sessionStore.getState().language;
const lastStep = () => documentStore.getState().history.past.at(-1);
const nextStep = () => documentStore.getState().history.future.at(-1);

/** The row in which the person is; null in none. */
export function activeRow(): ItemKey | null {
  const key = sessionStore.getState().activeCell?.key;
  return key !== undefined && itemOf(documentStore.getState().scenario, key) ? key : null;
}

const hasActiveRow = () => activeRow() !== null;

export const EDIT_ACTIONS = {
  undo: {
    id: 'edit.undo',
    label: () => {
      const step = lastStep()?.label[language()];
      return step === undefined ? label('undo')() : label('undoStep', () => ({ step }))();
    },
    shortcut: { code: 'KeyZ', ctrl: true },
    isEnabled: () => lastStep() !== undefined,
    perform: () => {
      undo();
    },
  },
  redo: {
    id: 'edit.redo',
    label: () => {
      const step = nextStep()?.label[language()];
      return step === undefined ? label('redo')() : label('redoStep', () => ({ step }))();
    },
    shortcut: { code: 'KeyY', ctrl: true },
    isEnabled: () => nextStep() !== undefined,
    perform: () => {
      redo();
    },
  },
  insertRow: {
    id: 'edit.insertRow',
    label: label('insertRow'),
    shortcut: { code: 'KeyI', ctrl: true },
    isEnabled: documentIsOpen,
    perform: () => insertRow(),
  },
  editRow: {
    id: 'edit.editRow',
    label: label('editRow'),
    shortcut: { code: 'Enter', alt: true },
    isEnabled: hasActiveRow,
    perform: () => withActiveRow((key) => showDialog({ kind: 'editRow', key })),
  },
  deleteRow: {
    id: 'edit.deleteRow',
    label: label('deleteRow'),
    isEnabled: hasActiveRow,
    perform: () => withActiveRow((key) => showDialog({ kind: 'deleteRow', key })),
  },
  comment: {
    id: 'edit.comment',
    label: label('comment'),
    shortcut: { code: 'F2', shift: true },
    isEnabled: hasActiveRow,
    perform: () => {
      const { activeCell } = sessionStore.getState();
      // What is being typed stays open behind the dialog otherwise, and would be entered by closing it.
      if (activeCell && enterPending()) showDialog({ kind: 'comment', cell: activeCell });
    },
  },
  sum: {
    id: 'edit.sum',
    label: label('sumAbove'),
    shortcut: { code: 'Equal', alt: true },
    isEnabled: () => hasActiveRow() && sessionStore.getState().view === 'model',
    perform: askForSum,
  },
  resetToBase: {
    id: 'edit.resetToBase',
    label: label('resetToBase'),
    isEnabled: () => overriddenRow() !== null,
    perform: () => {
      const row = overriddenRow();
      if (row) dispatch({ type: 'resetToBase', keys: [row.key], caseId: row.caseId });
    },
  },
} as const satisfies Record<string, Action>;

/** Redo on the keys that other programs use for it. */
export const REDO_AGAIN: Action = {
  ...EDIT_ACTIONS.redo,
  id: 'edit.redoAgain',
  shortcut: { code: 'KeyZ', ctrl: true, shift: true },
  quiet: true,
};

function insertRow(): void {
  const { scenario } = documentStore.getState();
  const after = activeRow();
  const section = (after && itemOf(scenario, after)?.section) ?? scenario.sections[0]?.id;
  if (section !== undefined) showDialog({ kind: 'insertRow', section, after });
}

function withActiveRow(act: (key: ItemKey) => void): void {
  const key = activeRow();
  if (key !== null) act(key);
}

/** The active row, when the case on screen itself replaces something in it. */
function overriddenRow(): { readonly key: ItemKey; readonly caseId: string } | null {
  const { caseId } = sessionStore.getState();
  const key = activeRow();
  if (caseId === null || key === null) return null;
  const overrides = findCase(documentStore.getState().scenario, caseId)?.overrides ?? {};
  return Object.hasOwn(overrides, key) ? { key, caseId } : null;
}
