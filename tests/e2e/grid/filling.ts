import { expect } from 'vitest';
import { cell } from '../../../tools/workbench.mjs';
import { type Behaviour, behaviour } from './behaviour.ts';
import { HOME, middleOf, type Sheet } from './sheet.ts';

const MENU = '.grid-fill-menu';

/** Drags the handle at the corner of the selection to a cell. `release` false keeps it in hand. */
async function dragHandle(sheet: Sheet, to: string, release = true): Promise<void> {
  const { page } = sheet;
  const corner = await page.locator('.grid-corner').first().boundingBox();
  if (!corner) throw new Error('There is no handle on screen');
  const end = await middleOf(page, to);
  // The handle is at the lower right corner in both directions.
  await page.mouse.move(corner.x + corner.width - 2, corner.y + corner.height - 2);
  await page.mouse.down();
  await page.mouse.move((corner.x + end.x) / 2, end.y);
  await page.mouse.move(end.x, end.y);
  if (release) await page.mouse.up();
}

export const FILLING: readonly Behaviour[] = [
  behaviour('B-110', 'the handle is at the lower right corner of the selection', async (sheet) => {
    await sheet.press('Shift+Later');
    const box = await sheet.page.locator('.grid-corner').first().boundingBox();
    const other = await cell(sheet.page, sheet.direction === 'ltr' ? 'price[2026Q2]' : HOME).boundingBox();
    expect(box).toEqual(other);
  }),
  behaviour('B-111', 'one value dragged along time is copied', async (sheet) => {
    await dragHandle(sheet, 'price[2026Q3]');
    await sheet.showsRow('price', ['10.0', '10.0', '10.0', '40.0']);
  }),
  behaviour('B-112', 'more values go on as a series, over the year column', async (sheet) => {
    await sheet.press('Shift+Later');
    await dragHandle(sheet, 'price[2027Q2]');
    await sheet.showsRow('price', ['10.0', '20.0', '30.0', '40.0', '50.0', '60.0', '70.0']);
    await sheet.press('Escape');
    await sheet.click('volume[2026Q3]');
    await sheet.press('Shift+Later');
    await dragHandle(sheet, 'volume[2027Q1]');
    await sheet.showsRow('volume', ['3.0', '4.0', '5.0'], '2026Q3');
  }),
  behaviour('B-113', 'dragged backwards the series goes backwards', async (sheet) => {
    await sheet.click('price[2027Q2]');
    await sheet.type('61');
    await sheet.press('Enter');
    await sheet.click('price[2027Q2]');
    await sheet.press('Shift+Later');
    await dragHandle(sheet, 'price[2027Q1]');
    await sheet.shows('price[2027Q1]', '52.0');
  }),
  behaviour('B-114', 'dragged down it is copied, into rows of the same unit', async (sheet) => {
    await dragHandle(sheet, 'gaps[2026Q1]');
    await sheet.shows('volume[2026Q1]', '10.0');
    await sheet.shows('gaps[2026Q1]', '10.0');
    await sheet.press('Escape');
    await sheet.click('empty[2026Q1]');
    await sheet.type('3');
    await sheet.press('Enter');
    await sheet.click('empty[2026Q1]');
    await dragHandle(sheet, 'users[2026Q1]');
    await sheet.shows('users[2026Q1]', '100');
  }),
  behaviour('B-115', 'a yearly series goes on by years', async (sheet) => {
    await sheet.click('plan[2026Q1]');
    await dragHandle(sheet, 'plan[2027Q1]');
    await sheet.shows('plan[2027Q1]', '4.0');
    await sheet.shows('plan[2027Q4]', '4.0');
  }),
  behaviour('B-116', 'formulas in the way are left, and counted', async (sheet) => {
    await sheet.click('fixed[2026Q1]');
    await sheet.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await sheet.shows('total[2026Q1]', '11.0');
    await sheet.sees('.grid-hint, .ui-toast');
  }),
  behaviour('B-117', 'after a fill its kinds are offered, until the next key', async (sheet) => {
    await sheet.click('volume[2026Q3]');
    await sheet.press('Shift+Later');
    await dragHandle(sheet, 'volume[2027Q1]');
    await sheet.sees(MENU);
    await sheet.press('ArrowDown');
    await sheet.seesNot(MENU);
  }),
  behaviour('B-118', 'another kind takes the place of the fill, in one step', async (sheet) => {
    await sheet.click('volume[2026Q3]');
    await sheet.press('Shift+Later');
    await dragHandle(sheet, 'volume[2027Q2]');
    await sheet.showsRow('volume', ['3.0', '4.0', '5.0', '6.0'], '2026Q3');
    await sheet.page.locator(`${MENU} button`).nth(0).click();
    await sheet.showsRow('volume', ['3.0', '4.0', '3.0', '4.0'], '2026Q3');
    await sheet.press('Escape');
    await sheet.undo();
    await sheet.showsRow('volume', ['3.0', '4.0', '', ''], '2026Q3');
  }),
  behaviour('B-119', 'Alt+Shift+F10 goes to the kinds, arrows move, Escape leaves', async (sheet) => {
    await dragHandle(sheet, 'price[2026Q3]');
    await sheet.sees(MENU);
    await sheet.press('Alt+Shift+F10', 'ArrowDown');
    await sheet.sees(`${MENU} button:focus`);
    await sheet.press('Escape');
    await sheet.seesNot(MENU);
    await sheet.sees('.ag-cell:focus');
  }),
  behaviour('B-120', 'Ctrl+R fills from the first column, in the direction of time', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+Later', 'Control+r');
    await sheet.showsRow('price', ['10.0', '10.0', '10.0', '40.0']);
    await sheet.press('Escape');
    await sheet.click('volume[2026Q2]');
    await sheet.press('Control+r');
    await sheet.showsRow('volume', ['1.0', '1.0', '3.0']);
  }),
  behaviour('B-121', 'Ctrl+D fills from the first row', async (sheet) => {
    await sheet.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await sheet.shows('volume[2026Q1]', '10.0');
    await sheet.shows('gaps[2026Q1]', '10.0');
    await sheet.click('volume[2026Q2]');
    await sheet.press('Control+d');
    await sheet.shows('volume[2026Q2]', '20.0');
  }),
  behaviour(
    'B-122',
    'a double click on the handle fills as far as the row above is filled',
    async (sheet) => {
      await sheet.click('volume[2026Q3]');
      await sheet.press('Shift+Later');
      const corner = await sheet.page.locator('.grid-corner').first().boundingBox();
      if (!corner) throw new Error('There is no handle on screen');
      await sheet.page.mouse.dblclick(corner.x + corner.width - 2, corner.y + corner.height - 2);
      await sheet.showsRow('volume', ['3.0', '4.0', '5.0', '6.0', '7.0', '8.0'], '2026Q3');
    },
  ),
  behaviour('B-123', 'Ctrl+Enter writes into every selected cell, in one step', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+ArrowDown');
    await sheet.type('9');
    await sheet.press('Control+Enter');
    await sheet.showsRow('price', ['9.0', '9.0', '30.0']);
    await sheet.showsRow('volume', ['9.0', '9.0', '3.0']);
    await sheet.undo();
    await sheet.showsRow('volume', ['1.0', '2.0', '3.0']);
  }),
  behaviour('B-124', 'Escape while the handle is dragged calls the fill off', async (sheet) => {
    await dragHandle(sheet, 'price[2026Q3]', false);
    await sheet.press('Escape');
    await sheet.page.mouse.up();
    await sheet.showsRow('price', ['10.0', '20.0', '30.0']);
  }),
  behaviour('B-125', 'a fill is undone in one step', async (sheet) => {
    await dragHandle(sheet, 'price[2026Q4]');
    await sheet.showsRow('price', ['10.0', '10.0', '10.0', '10.0']);
    await sheet.press('Escape');
    await sheet.undo();
    await sheet.showsRow('price', ['10.0', '20.0', '30.0', '40.0']);
  }),
];
