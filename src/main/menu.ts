import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { NativeMenu, NativeMenuEntry, RequestOf } from '#shared/ipc/contract.ts';
import { assertNever } from '#shared/util/assert-never.ts';

/**
 * The native menu from the list of actions that the page sends. On Linux and Windows the page handles the
 * keys itself, by the key's place and not its letter, so the menu only shows them.
 */
export function setMenu(menus: readonly NativeMenu[], choose: (actionId: string) => void): void {
  const own = process.platform === 'darwin' ? [applicationMenu()] : [];
  const shown = menus.map((menu) => ({
    label: menu.label,
    submenu: menu.items.map((entry) => menuItem(entry, choose)),
  }));
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...shown]));
}

/** Before the page has sent its list: nothing but what macOS cannot do without. */
export function setEmptyMenu(): void {
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([applicationMenu()]) : null);
}

/** Some systems report that a menu closed before they report what was chosen in it. */
const CHOICE_AFTER_CLOSE_MS = 150;

/** Opens a menu at a point of the page and answers with the action that was chosen; null for none. */
export function popUpMenu(
  window: BrowserWindow,
  { items, x, y }: RequestOf<'menuPopup'>,
): Promise<string | null> {
  const zoom = window.webContents.getZoomFactor();
  return new Promise((resolve) => {
    const menu = Menu.buildFromTemplate(items.map((entry) => menuItem(entry, resolve)));
    menu.popup({
      window,
      x: Math.round(x * zoom),
      y: Math.round(y * zoom),
      callback: () => setTimeout(() => resolve(null), CHOICE_AFTER_CLOSE_MS),
    });
  });
}

function applicationMenu(): MenuItemConstructorOptions {
  return { label: app.name, role: 'appMenu' };
}

function menuItem(entry: NativeMenuEntry, choose: (actionId: string) => void): MenuItemConstructorOptions {
  switch (entry.type) {
    case 'separator':
      return { type: 'separator' };
    case 'role':
      return { role: entry.role, label: entry.label, registerAccelerator: false };
    case 'submenu':
      return {
        label: entry.label,
        enabled: entry.enabled,
        submenu: entry.items.map((item) => menuItem(item, choose)),
      };
    case 'action':
      return {
        id: entry.id,
        label: entry.label,
        enabled: entry.enabled,
        registerAccelerator: false,
        ...(entry.accelerator === undefined ? {} : { accelerator: entry.accelerator }),
        ...(entry.checked === undefined ? {} : { type: 'checkbox' as const, checked: entry.checked }),
        click: () => choose(entry.id),
      };
    default:
      return assertNever(entry);
  }
}
