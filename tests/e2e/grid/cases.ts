import { expect } from 'vitest';
import { cell, chooseMenu } from '../../../tools/workbench.mjs';
import { type Behaviour, behaviour } from './behaviour.ts';
import { nothingDone, numberOf, rowOf } from './row-driving.ts';
import type { Sheet } from './sheet.ts';

const POLL = { timeout: 4000, interval: 15 } as const;
const BASES = '.ag-cell .grid-value[data-base]';

const replaced = (name: string) => {
  const [, key = '', column = ''] = /^(.+)\[(.+)\]$/.exec(name) ?? [];
  return `${rowOf(key)} .ag-cell.grid-case[col-id="${column}"]`;
};

const heightOf = async (sheet: Sheet, key: string) =>
  (await sheet.page.locator(rowOf(key)).first().boundingBox())?.height;

/** Does something while the base is shown under the cells of a case. */
async function withBase(sheet: Sheet, name: string, look: () => Promise<void>): Promise<void> {
  await sheet.showCase(name);
  await chooseMenu(sheet.app, 'view.showBase');
  try {
    await sheet.sees(BASES);
    await look();
  } finally {
    await chooseMenu(sheet.app, 'view.showBase');
    await sheet.seesNot(BASES);
  }
}

export const CASES: readonly Behaviour[] = [
  behaviour(
    'B-400',
    'the base stands under each cell that the case replaces, and no other row grows',
    async (sheet) => {
      const before = await heightOf(sheet, 'volume');
      await withBase(sheet, 'high', async () => {
        const base = cell(sheet.page, 'price[2026Q2]').locator('.grid-value');
        await expect.poll(() => base.getAttribute('data-base'), POLL).toBe('20.0');
        await sheet.shows('price[2026Q2]', '25.0');
        // The quarter that the case replaces, and its year; the row has no third.
        const inRow = sheet.page.locator(`${rowOf('price')} .grid-value[data-base]`);
        await expect.poll(() => inRow.count(), POLL).toBe(1);
        await expect
          .poll(async () => ((await heightOf(sheet, 'price')) ?? 0) > (before ?? 0), POLL)
          .toBe(true);
        expect(await heightOf(sheet, 'volume')).toBe(before);
      });
      await expect.poll(() => heightOf(sheet, 'price'), POLL).toBe(before);
    },
  ),
  behaviour('B-401', 'the value of the base is read after the mark', async (sheet) => {
    const words = () => cell(sheet.page, 'price[2026Q2]').getAttribute('aria-label');
    await withBase(sheet, 'high', async () => {
      await expect.poll(words, POLL).toMatch(/25\.0[\s\S]*20\.0/);
    });
    await expect.poll(words, POLL).not.toMatch(/20\.0/);
  }),
  behaviour('B-402', 'Ctrl+Delete lets chosen periods follow the base again, in one step', async (sheet) => {
    await sheet.showCase('high');
    await sheet.click('price[2026Q3]');
    await sheet.type('35');
    await sheet.press('Enter');
    await sheet.click('price[2026Q4]');
    await sheet.type('45');
    await sheet.press('Enter');
    await sheet.showsRow('price', ['10.0', '25.0', '35.0', '45.0']);
    await sheet.click('price[2026Q2]');
    await sheet.press('Shift+Later', 'Control+Delete');
    await sheet.showsRow('price', ['10.0', '20.0', '30.0', '45.0']);
    await sheet.seesNot(replaced('price[2026Q3]'));
    await sheet.sees(replaced('price[2026Q4]'));
    await sheet.undo();
    await sheet.showsRow('price', ['10.0', '25.0', '35.0', '45.0']);
  }),
  behaviour('B-403', 'a series that replaces the row becomes single values first', async (sheet) => {
    await sheet.showCase('whole');
    await sheet.showsRow('filler_1', ['9.0', '9.0', '9.0']);
    await sheet.click('filler_1[2026Q2]');
    await sheet.press('Control+Delete');
    await sheet.showsRow('filler_1', ['9.0', '1.0', '9.0', '9.0', '9.0', '9.0', '9.0', '9.0']);
    await sheet.seesNot(replaced('filler_1[2026Q2]'));
    await sheet.sees(replaced('filler_1[2026Q3]'));
    await sheet.undo();
    await sheet.showsRow('filler_1', ['9.0', '9.0', '9.0']);
    await nothingDone(sheet);
  }),
  behaviour(
    'B-404',
    'where a formula of the case stands for the row, that is refused with the reason',
    async (sheet) => {
      await sheet.showCase('whole');
      await sheet.showsRow('filler_2', ['20.0', '40.0']);
      await sheet.click('filler_2[2026Q2]');
      await sheet.press('Control+Delete');
      await sheet.says(/filler_2/);
      // A refusal stays until it is put away.
      await sheet.page.locator('.ui-toasts button').first().click();
      await sheet.seesNot('.ui-toasts li');
      await sheet.showsRow('filler_2', ['20.0', '40.0', '60.0']);
      await nothingDone(sheet);
    },
  ),
  behaviour('B-405', 'resetting rows to the base takes all chosen rows, in one step', async (sheet) => {
    await sheet.showCase('high');
    await sheet.click('volume[2026Q1]');
    await sheet.type('8');
    await sheet.press('Enter');
    await sheet.click('gaps[2026Q1]');
    await sheet.type('9');
    await sheet.press('Enter');
    await sheet.shows('gaps[2026Q1]', '9.0');
    await sheet.page.click(numberOf('price'));
    await sheet.page.click(numberOf('volume'), { modifiers: ['Shift'] });
    await chooseMenu(sheet.app, 'edit.resetToBase');
    await sheet.shows('price[2026Q2]', '20.0');
    await sheet.shows('volume[2026Q1]', '1.0');
    await sheet.shows('gaps[2026Q1]', '9.0');
    await sheet.undo();
    await sheet.shows('price[2026Q2]', '25.0');
    await sheet.shows('volume[2026Q1]', '8.0');
  }),
];
