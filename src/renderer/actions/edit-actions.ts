import { showDialog } from '#renderer/store/dialogs.ts';
import { dispatch, documentStore, redo, undo } from '#renderer/store/document-store.ts';
import { askForSum } from '#renderer/store/formula-request.ts';
import { enterPending } from '#renderer/store/pending-entry.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { findCase } from '#shared/model/resolve-case.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { type Action, label } from './action.ts';
import { chosenRows } from './chosen-rows.ts';
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
    isEnabled: () => overriddenRows().length > 0,
    perform: () => {
      const { caseId } = sessionStore.getState();
      if (caseId !== null) dispatch({ type: 'resetToBase', keys: overriddenRows(), caseId });
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
  const place = rowPlace();
  if (place) showDialog({ kind: 'insertRow', ...place });
}

/** Where a new row goes: behind the one of the cursor, else to the end of its section or of the first. */
export function rowPlace(): { readonly section: string; readonly after: ItemKey | null } | null {
  const { scenario } = documentStore.getState();
  const after = activeRow();
  const at = sessionStore.getState().activeCell?.key ?? '';
  const head = scenario.sections.find(({ id }) => at === `:section:${id}`)?.id;
  const section = head ?? (after && itemOf(scenario, after)?.section) ?? scenario.sections[0]?.id;
  return section === undefined ? null : { section, after };
}

function withActiveRow(act: (key: ItemKey) => void): void {
  const key = activeRow();
  if (key !== null) act(key);
}

/** The chosen rows in which the case on screen itself replaces something. */
function overriddenRows(): ItemKey[] {
  const { caseId } = sessionStore.getState();
  if (caseId === null) return [];
  const overrides = findCase(documentStore.getState().scenario, caseId)?.overrides ?? {};
  return chosenRows().filter((key) => Object.hasOwn(overrides, key));
}
