import { expect } from 'vitest';
import { cell } from '../../../tools/workbench.mjs';
import { type Behaviour, behaviour } from './behaviour.ts';
import { HOME, middleOf, type Sheet } from './sheet.ts';

const rowNumber = (key: string) => `.ag-row[row-id="${key}"] .ag-cell[col-id="number"]`;
const head = (column: string) => `.ag-header-cell[col-id="${column}"]`;

/** Two years by quarter are ten columns; the pinned row repeats one more row. */
const COLUMNS = 10;

async function typeName(sheet: Sheet, name: string): Promise<void> {
  await sheet.page.fill('.grid-name input', name);
  await sheet.page.press('.grid-name input', 'Enter');
}

export const SELECTING: readonly Behaviour[] = [
  behaviour('B-020', 'Shift+arrow moves the head by a cell', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+Later');
    await sheet.hasSelected(3);
    await sheet.press('Shift+Earlier');
    await sheet.hasSelected(2);
    await sheet.press('Shift+ArrowDown');
    await sheet.hasSelected(4);
  }),
  behaviour('B-021', 'Ctrl+Shift+arrow takes all to the edge', async (sheet) => {
    await sheet.press('Control+Shift+Later');
    await sheet.hasSelected(COLUMNS);
  }),
  behaviour('B-022', 'Shift+Home and Shift+End take the row to its first and last period', async (sheet) => {
    await sheet.click('price[2026Q3]');
    await sheet.press('Shift+Home');
    await sheet.hasSelected(3);
    await sheet.press('Shift+End');
    await sheet.hasSelected(COLUMNS - 2);
  }),
  behaviour('B-023', 'Ctrl+Shift+Home takes all to the first cell', async (sheet) => {
    await sheet.click('volume[2026Q2]');
    await sheet.press('Control+Shift+Home');
    // The heading of the section, price and volume, two quarters each.
    await expect
      .poll(() => sheet.page.locator('.ag-cell.grid-selected[col-id="2026Q2"]').count())
      .toBeGreaterThanOrEqual(2);
    await expect.poll(() => sheet.page.locator('.ag-cell.grid-selected[col-id="2026Q3"]').count()).toBe(0);
  }),
  behaviour('B-024', 'Shift+Page Down takes a screen of rows', async (sheet) => {
    await sheet.press('Shift+PageDown');
    await expect.poll(() => sheet.page.locator('.ag-cell[aria-selected="true"]').count()).toBeGreaterThan(10);
    await sheet.press('Shift+PageUp');
    await sheet.hasSelected(1);
  }),
  behaviour('B-025', 'Shift+click takes all from the anchor to the cell', async (sheet) => {
    await sheet.click('gaps[2026Q3]', ['Shift']);
    await sheet.hasSelected(9);
  }),
  behaviour('B-026', 'a drag takes all from the first cell to the pointer', async (sheet) => {
    await sheet.drag(HOME, 'gaps[2026Q2]');
    await sheet.hasSelected(6);
  }),
  behaviour('B-027', 'a drag beyond the edge scrolls', async (sheet) => {
    const { page } = sheet;
    const start = await middleOf(page, HOME);
    const view = await page.locator('.ag-grid-viewport').boundingBox();
    if (!view) throw new Error('The sheet is not on screen');
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x, view.y + view.height - 40);
    await page.mouse.move(start.x, view.y + view.height + 30);
    const scrolled = () => page.locator('.ag-grid-viewport').evaluate((element) => element.scrollTop);
    await expect.poll(scrolled).toBeGreaterThan(100);
    await page.mouse.up();
    await expect.poll(() => page.inputValue('.grid-name input')).toMatch(/^price\[2026Q1\]/);
  }),
  behaviour('B-028', 'Escape ends a drag, and what is selected stays', async (sheet) => {
    const { page } = sheet;
    const [start, end, beyond] = await Promise.all([
      middleOf(page, HOME),
      middleOf(page, 'volume[2026Q2]'),
      middleOf(page, 'gaps[2026Q3]'),
    ]);
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(end.x, end.y);
    await sheet.hasSelected(4);
    await sheet.press('Escape');
    await page.mouse.move(beyond.x, beyond.y);
    await page.mouse.up();
    await sheet.hasSelected(4);
  }),
  behaviour('B-029', 'Ctrl+click adds a range, and its cell becomes the active one', async (sheet) => {
    await sheet.click('gaps[2026Q3]', ['Control']);
    await sheet.hasSelected(2);
    await expect
      .poll(() => cell(sheet.page, 'gaps[2026Q3]').evaluate((one) => one === document.activeElement))
      .toBe(true);
  }),
  behaviour('B-030', 'Ctrl+drag adds a range of many cells', async (sheet) => {
    await sheet.drag('gaps[2026Q2]', 'empty[2026Q3]', ['Control']);
    await sheet.hasSelected(5);
  }),
  behaviour('B-031', 'Ctrl+A takes the block around the cell', async (sheet) => {
    await sheet.press('Control+a');
    const rows = () => sheet.page.locator('.ag-cell[aria-selected="true"][col-id="2026Q1"]').count();
    // Down to the row without values.
    await expect.poll(rows).toBe(3);
  }),
  behaviour('B-032', 'Ctrl+A again takes all periods of all rows', async (sheet) => {
    await sheet.press('Control+a', 'Control+a');
    await expect
      .poll(() => sheet.page.locator('.ag-row[row-id="total"] .ag-cell[aria-selected="true"]').count())
      .toBe(COLUMNS);
  }),
  behaviour('B-033', 'Ctrl+Space takes whole columns', async (sheet) => {
    await sheet.press('Shift+Later', 'Control+Space');
    const inRow = (key: string) =>
      sheet.page.locator(`.ag-row[row-id="${key}"] .ag-cell[aria-selected="true"]`).count();
    await expect.poll(() => inRow('total')).toBe(2);
  }),
  behaviour('B-034', 'Shift+Space takes whole rows', async (sheet) => {
    await sheet.press('Shift+ArrowDown', 'Shift+Space');
    await sheet.hasSelected(2 * COLUMNS);
  }),
  behaviour('B-035', 'Ctrl+Shift+Space takes the block, then all', async (sheet) => {
    await sheet.press('Control+Shift+Space', 'Control+Shift+Space');
    await expect
      .poll(() => sheet.page.locator('.ag-row[row-id="total"] .ag-cell[aria-selected="true"]').count())
      .toBe(COLUMNS);
  }),
  behaviour('B-036', 'a click on a row number selects the row', async (sheet) => {
    await sheet.page.click(rowNumber('gaps'));
    await sheet.hasSelected(COLUMNS);
  }),
  behaviour('B-037', 'Shift+click and Ctrl+click on row numbers select more rows', async (sheet) => {
    await sheet.page.click(rowNumber('price'));
    await sheet.page.click(rowNumber('gaps'), { modifiers: ['Shift'] });
    await sheet.hasSelected(3 * COLUMNS);
    await sheet.page.click(rowNumber('users'), { modifiers: ['Control'] });
    await sheet.hasSelected(4 * COLUMNS);
  }),
  behaviour('B-038', "a click on a period's head selects the column without scrolling", async (sheet) => {
    await sheet.page.click(head('2026Q3'));
    const inPinned = sheet.page.locator('.ag-grid-pinned-bottom-rows .ag-cell[aria-selected="true"]');
    await expect
      .poll(() => sheet.page.locator('.ag-cell[aria-selected="true"][col-id="2026Q3"]').count())
      .toBeGreaterThan(8);
    expect(await inPinned.count()).toBe(0);
    expect(await sheet.page.locator('.ag-grid-viewport').evaluate((one) => one.scrollTop)).toBe(0);
  }),
  behaviour('B-039', 'Shift+click and Ctrl+click on heads select more columns', async (sheet) => {
    await sheet.page.click(head('2026Q1'));
    await sheet.page.click(head('2026Q3'), { modifiers: ['Shift'] });
    const inRow = () => sheet.page.locator('.ag-row[row-id="gaps"] .ag-cell[aria-selected="true"]').count();
    await expect.poll(inRow).toBe(3);
    await sheet.page.click(head('2027Q1'), { modifiers: ['Control'] });
    await expect.poll(inRow).toBe(4);
  }),
  behaviour('B-040', 'Tab walks through a selection row by row, and round', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+ArrowDown');
    for (const expected of ['2026Q2', '2026Q1', '2026Q2', '2026Q1']) {
      await sheet.press('Tab');
      await expect.poll(() => sheet.page.locator('.ag-cell:focus').getAttribute('col-id')).toBe(expected);
    }
    await sheet.hasSelected(4);
  }),
  behaviour('B-041', 'Enter walks through a selection down its columns', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+ArrowDown');
    for (const expected of ['volume', 'price', 'volume', 'price']) {
      await sheet.press('Enter');
      const row = sheet.page.locator('.ag-row:has(.ag-cell:focus)');
      await expect.poll(() => row.first().getAttribute('row-id')).toBe(expected);
    }
    await sheet.hasSelected(4);
  }),
  behaviour('B-042', 'a right click inside a selection keeps it', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+ArrowDown');
    await cell(sheet.page, 'volume[2026Q2]').click({ button: 'right' });
    await sheet.hasSelected(4);
  }),
  behaviour('B-043', 'the name box takes a range, in a row or over rows', async (sheet) => {
    await typeName(sheet, 'price[2026Q2:2026Q4]');
    await sheet.hasSelected(3);
    await typeName(sheet, 'price[2026Q1]:gaps[2026Q2]');
    await sheet.hasSelected(6);
    await typeName(sheet, 'growth[2026Q1]:mooring[2026Q1]');
    await sheet.hasSelected(4);
    await sheet.page.locator('.grid-more').click();
  }),
  behaviour('B-044', 'the name box takes rows from one to another', async (sheet) => {
    await typeName(sheet, 'price:gaps');
    await sheet.hasSelected(3 * COLUMNS);
  }),
  behaviour('B-045', 'the status bar counts, sums and averages; unlike units have no sum', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+Later');
    const status = () => sheet.page.locator('.panel-status').innerText();
    await expect.poll(status).toMatch(/3[\s\S]*60\.0[\s\S]*20\.0/);
    await typeName(sheet, 'price[2026Q1]:users[2026Q1]');
    await expect.poll(status).not.toMatch(/116\.0/);
  }),
  behaviour('B-046', 'a range is read out with count and sum once it stands still', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+Later');
    await sheet.says(/3[\s\S]*60\.0/);
  }),
  behaviour('B-047', 'a range whose corner is hidden ends', async (sheet) => {
    await sheet.press('Shift+ArrowDown', 'Shift+Later');
    await sheet.hasSelected(4);
    await sheet.page.locator('.grid-year-toggle').first().click();
    await expect.poll(() => sheet.page.locator('.ag-cell[aria-selected="true"]').count()).toBeLessThan(2);
    await sheet.page.locator('.grid-year-toggle').first().click();
    await sheet.sees('.ag-cell[col-id="2026Q1"]');
  }),
  behaviour('B-048', 'the selection stays when another case is shown', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+ArrowDown');
    await sheet.showCase('high');
    await sheet.shows('price[2026Q2]', '25.0');
    await sheet.hasSelected(4);
    await sheet.showCase(null);
    await sheet.shows('price[2026Q2]', '20.0');
  }),
];
