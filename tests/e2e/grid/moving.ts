import { expect } from 'vitest';
import { type Behaviour, behaviour } from './behaviour.ts';
import { HOME } from './sheet.ts';

export const MOVING: readonly Behaviour[] = [
  behaviour('B-001', 'an arrow goes to the next cell', async (sheet) => {
    await sheet.press('Later', 'ArrowDown');
    await sheet.isAt('volume[2026Q2]');
    await sheet.press('Earlier', 'ArrowUp');
    await sheet.isAt(HOME);
  }),
  behaviour(
    'B-002',
    'Ctrl+arrow goes to the edge of the filled block, then to the next filled cell',
    async (sheet) => {
      await sheet.click('gaps[2026Q1]');
      await sheet.press('Control+Later');
      await sheet.isAt('gaps[2026Q3]');
      await sheet.click('volume[2026Q1]');
      await sheet.press('Control+Later');
      await sheet.isAt('volume[2026]');
    },
  ),
  behaviour('B-003', 'Home goes to the first period', async (sheet) => {
    await sheet.click('price[2027Q2]');
    await sheet.press('Home');
    await sheet.isAt(HOME);
  }),
  behaviour('B-004', 'End goes to the last period', async (sheet) => {
    await sheet.press('End');
    await sheet.isAt('price[2027]');
  }),
  behaviour('B-005', 'Ctrl+Home goes to the first row and period', async (sheet) => {
    await sheet.click('total[2027Q2]');
    await sheet.press('Control+Home');
    const box = sheet.page.locator('.ag-cell:focus');
    await expect.poll(() => box.getAttribute('col-id')).toBe('2026Q1');
    await sheet.press('ArrowDown');
    await sheet.isAt(HOME);
  }),
  behaviour('B-006', 'Ctrl+End goes to the last row, which is pinned, and the last period', async (sheet) => {
    await sheet.press('Control+End');
    const focused = sheet.page.locator('.ag-cell:focus');
    await expect.poll(() => focused.getAttribute('col-id')).toBe('2027');
    await sheet.sees('.ag-grid-pinned-bottom-rows .ag-cell:focus');
  }),
  behaviour('B-007', 'Page Down and Page Up go by a screen', async (sheet) => {
    await sheet.press('PageDown');
    await expect.poll(() => sheet.page.inputValue('.grid-name input')).toMatch(/^filler_\d+\[2026Q1\]$/);
    await sheet.press('PageUp');
    await sheet.isAt(HOME);
  }),
  behaviour('B-008', 'Tab and Shift+Tab run on into the next row and back', async (sheet) => {
    await sheet.click('price[2027]');
    await sheet.press('Tab');
    await expect.poll(() => sheet.page.inputValue('.grid-name input')).toMatch(/^volume/);
    await sheet.press('Shift+Tab');
    await sheet.isAt('price[2027]');
  }),
  behaviour('B-009', 'Enter goes down, Shift+Enter up; on a heading it opens and closes', async (sheet) => {
    await sheet.press('Enter');
    await sheet.isAt('volume[2026Q1]');
    await sheet.press('Shift+Enter');
    await sheet.isAt(HOME);
    await sheet.press('ArrowUp', 'Enter');
    await sheet.seesNot('.ag-row[row-id="price"]');
    await sheet.press('Enter');
    await sheet.sees('.ag-row[row-id="price"]');
  }),
  behaviour('B-010', 'a click goes to the cell', async (sheet) => {
    await sheet.click('gaps[2026Q3]');
    await sheet.isAt('gaps[2026Q3]');
  }),
  behaviour('B-011', 'a move without Shift ends the selection', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+ArrowDown');
    await sheet.hasSelected(4);
    await sheet.press('Later');
    await sheet.hasSelected(1);
  }),
  behaviour('B-012', 'the name box goes to a cell and opens what hides it', async (sheet) => {
    await sheet.press('ArrowUp', 'Enter');
    await sheet.seesNot('.ag-row[row-id="price"]');
    await sheet.page.fill('.grid-name input', 'gaps[2027Q1]');
    await sheet.page.press('.grid-name input', 'Enter');
    await sheet.sees('.ag-row[row-id="gaps"] .ag-cell[col-id="2027Q1"]');
    await sheet.isAt('gaps[2027Q1]');
  }),
  behaviour('B-013', 'arrows along time on the label of a section close and open it', async (sheet) => {
    await sheet.press('ArrowUp', 'Home', 'Earlier');
    await sheet.press('Earlier');
    await sheet.seesNot('.ag-row[row-id="price"]');
    await sheet.press('Later');
    await sheet.sees('.ag-row[row-id="price"]');
  }),
  behaviour('B-014', 'F2 edits the cell, Escape leaves it as it was', async (sheet) => {
    await sheet.press('F2');
    await sheet.sees('.grid-editor');
    await sheet.type('9');
    await sheet.press('Escape');
    await sheet.seesNot('.grid-editor');
    await sheet.shows(HOME, '10.0');
  }),
];
