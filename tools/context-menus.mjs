// Native context menus for tests: a recorder in their place, since nothing can press keys in a real one.
import { inMain } from './driver.mjs';

/**
 * @typedef {object} MenuEntry
 * @property {string} id Of the action; empty for what the system does by itself.
 * @property {string} label
 * @property {string} type `normal`, `separator`, `checkbox`, `submenu`
 * @property {string | null} role
 * @property {string | null} accelerator
 * @property {boolean} enabled
 * @property {boolean} checked
 */

/**
 * @typedef {object} OpenedMenu
 * @property {number} x
 * @property {number} y
 * @property {MenuEntry[]} entries Those of submenus behind the entry that opens them.
 */

/**
 * From now on menus do not open: what they hold is kept, and the entry of this id is chosen in each.
 * @param {import('playwright-core').ElectronApplication} app
 * @param {string | null} choice
 */
export async function recordMenus(app, choice) {
  await inMain(
    app,
    ({ Menu }, id) => {
      globalThis.headroomPopup ??= Menu.prototype.popup;
      globalThis.headroomMenus = [];
      const flat = (items) =>
        items.flatMap((one) => (one.submenu ? [one, ...flat(one.submenu.items)] : [one]));
      Menu.prototype.popup = function popup(options) {
        const items = flat(this.items);
        const entries = items.map(({ id, label, type, role, accelerator, enabled, checked }) => ({
          id: id ?? '',
          label,
          type,
          role: role ?? null,
          accelerator: accelerator ?? null,
          enabled,
          checked,
        }));
        globalThis.headroomMenus.push({ x: options.x, y: options.y, entries });
        const chosen = items.find((one) => one.id === id);
        if (chosen?.enabled) chosen.click();
        options.callback?.();
      };
    },
    choice,
  );
}

/**
 * Menus that would have opened since `recordMenus`.
 * @param {import('playwright-core').ElectronApplication} app
 * @returns {Promise<OpenedMenu[]>}
 */
export async function recordedMenus(app) {
  return inMain(app, () => JSON.parse(JSON.stringify(globalThis.headroomMenus)));
}

/**
 * Menus open again.
 * @param {import('playwright-core').ElectronApplication} app
 */
export async function restoreMenus(app) {
  await inMain(app, ({ Menu }) => {
    if (globalThis.headroomPopup) Menu.prototype.popup = globalThis.headroomPopup;
    globalThis.headroomPopup = undefined;
  });
}

/**
 * The entries of the menu bar that are actions.
 * @param {import('playwright-core').ElectronApplication} app
 * @returns {Promise<Pick<MenuEntry, 'id' | 'label' | 'accelerator' | 'enabled'>[]>}
 */
export async function menuBarActions(app) {
  return inMain(app, ({ Menu }) => {
    const flat = (items) => items.flatMap((one) => (one.submenu ? [one, ...flat(one.submenu.items)] : [one]));
    return flat(Menu.getApplicationMenu()?.items ?? [])
      .filter(({ id }) => typeof id === 'string' && id.includes('.'))
      .map(({ id, label, accelerator, enabled }) => ({
        id,
        label,
        accelerator: accelerator ?? null,
        enabled,
      }));
  });
}
