import { expect } from 'vitest';
import { type OpenedMenu, recordedMenus, recordMenus, restoreMenus } from '../../../tools/context-menus.mjs';
import type { Sheet } from './sheet.ts';

/** Opens a native menu, chooses an entry of it by the id of its action, and answers with what it held. */
export async function inMenu(
  sheet: Sheet,
  open: () => Promise<void>,
  choice: string | null = null,
): Promise<OpenedMenu> {
  await recordMenus(sheet.app, choice);
  try {
    await open();
    const count = async () => (await recordedMenus(sheet.app)).length;
    await expect.poll(count, { timeout: 4000, interval: 15 }).toBe(1);
    const [menu] = await recordedMenus(sheet.app);
    if (!menu) throw new Error('No menu opened');
    return menu;
  } finally {
    await restoreMenus(sheet.app);
  }
}

/** Ids of the actions of a menu, in their order. */
export const idsOf = (menu: OpenedMenu): string[] =>
  menu.entries.map(({ id }) => id).filter((id) => id.includes('.'));
