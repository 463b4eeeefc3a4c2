import { dialogsStore } from '#renderer/store/dialogs.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { Action } from './action.ts';
import { allActions, perform } from './registry.ts';
import { matches } from './shortcut.ts';

/** Text fields take back their own typing. */
const OWN_UNDO = new Set(['edit.undo', 'edit.redo', 'edit.redoAgain']);

/**
 * Performs actions by their shortcuts, before grid and buttons see the key: these prevent some
 * chords that they have no use for. Returns the end of it.
 */
export function listenToShortcuts(target: Window): () => void {
  const listen = (event: KeyboardEvent) => {
    if (dialogsStore.getState().dialog !== null || isInPopup(event.target)) return;
    const { os } = sessionStore.getState().platform;
    const action = allActions().find(
      (one) => one.shortcut && matches(one.shortcut, event, os) && isInScope(one, event.target),
    );
    if (!action || (OWN_UNDO.has(action.id) && isTextField(event.target))) return;
    event.preventDefault();
    event.stopPropagation();
    perform(action);
  };
  target.addEventListener('keydown', listen, { capture: true });
  return () => target.removeEventListener('keydown', listen, { capture: true });
}

function isInScope({ scope }: Action, target: EventTarget | null): boolean {
  switch (scope) {
    case undefined:
      return true;
    case 'model':
      return sessionStore.getState().view === 'model';
    case 'cells':
      return target instanceof Element && target.closest(CELL) !== null && !isTextField(target);
    default:
      return assertNever(scope);
  }
}

const CELL = '[data-region="grid"] .ag-cell';

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable="true"]');
}

function isInPopup(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null
  );
}
