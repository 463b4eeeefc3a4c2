import { mainClient } from '#renderer/main-client.ts';
import type { NativeMenuEntry } from '#shared/ipc/contract.ts';
import { type Action, enabled } from './action.ts';
import { entry, role, submenuOf } from './native-menu.ts';

/** A part of a right-click menu. */
export type MenuPart =
  | Action
  | { readonly submenu: string; readonly actions: readonly Action[] }
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'line';

/** Opens a native menu at a point of the page and does what is chosen in it. */
export async function openContextMenu(
  parts: readonly MenuPart[],
  at: { readonly x: number; readonly y: number },
): Promise<void> {
  const answer = await mainClient().menuPopup({ items: parts.map(entryOf), ...at });
  if (!answer.ok || answer.data === null) return;
  const chosen = parts.flatMap(actionsOf).find(({ id }) => id === answer.data);
  if (chosen && enabled(chosen)) void chosen.perform();
}

function entryOf(part: MenuPart): NativeMenuEntry {
  if (part === 'line') return { type: 'separator' };
  if (typeof part === 'string') return role(part);
  return 'submenu' in part ? submenuOf(part.submenu, part.actions) : entry(part);
}

function actionsOf(part: MenuPart): readonly Action[] {
  if (typeof part === 'string') return [];
  return 'submenu' in part ? part.actions : [part];
}

/** Text fields have no menu of their own in this window: a right click or the menu key opens one. */
export function listenToFieldMenus(target: Window): () => void {
  const listen = (event: MouseEvent) => {
    const field = event.target;
    const isField = field instanceof HTMLElement && field.closest(TEXT_FIELD) !== null;
    if (!isField || event.defaultPrevented) return;
    event.preventDefault();
    const { clientX: x, clientY: y } = event;
    void openContextMenu(['cut', 'copy', 'paste', 'line', 'selectAll'], { x, y });
  };
  target.addEventListener('contextmenu', listen);
  return () => target.removeEventListener('contextmenu', listen);
}

const TEXT_FIELD =
  'input:not([type="range"], [type="checkbox"], [type="radio"]), textarea, [contenteditable="true"]';
