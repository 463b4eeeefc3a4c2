import { expect } from 'vitest';
import { cell } from '../../../tools/workbench.mjs';
import { type Behaviour, behaviour } from './behaviour.ts';
import type { Sheet } from './sheet.ts';

const FIELD = '.grid-formula [role="textbox"]';
const LIST = '.grid-assist-list';
const CHOSEN = `${LIST} [aria-selected="true"]`;

/** Goes to the formula row of the document, in its third quarter, and puts a formula into the bar. */
async function write(sheet: Sheet, formula: string): Promise<void> {
  await sheet.click('total[2026Q3]');
  await sheet.page.click(FIELD);
  await sheet.press('Control+a');
  await sheet.type(formula);
}

async function reads(sheet: Sheet, text: string | RegExp): Promise<void> {
  const shown = () => sheet.page.locator(FIELD).innerText();
  if (typeof text === 'string') await expect.poll(shown).toBe(text);
  else await expect.poll(shown).toMatch(text);
}

const chosen = (sheet: Sheet) => sheet.page.locator(CHOSEN).innerText();

/** The formula of the row as the document starts with it. */
const UNCHANGED = ['11.0', '22.0', '33.0', '44.0'];

export const FORMULA_BAR: readonly Behaviour[] = [
  behaviour('B-200', 'references are coloured by row: the same row, the same colour', async (sheet) => {
    await write(sheet, '= price + volume + price[-1]');
    const colours = () =>
      sheet.page
        .locator(`${FIELD} [class*="ui-reference-"]`)
        .evaluateAll((all) => all.map((one) => one.className));
    await expect.poll(async () => (await colours()).length).toBe(3);
    const [first, second, third] = await colours();
    expect(third).toBe(first);
    expect(second).not.toBe(first);
  }),
  behaviour('B-201', 'typing a name lists rows and functions, beginnings of names first', async (sheet) => {
    await write(sheet, '= vol');
    await sheet.sees(LIST);
    expect(await chosen(sheet)).toContain('volume');
    await write(sheet, '= SU');
    await expect.poll(() => chosen(sheet)).toContain('SUM');
  }),
  behaviour('B-202', 'Tab takes from the list, arrows move in it', async (sheet) => {
    await write(sheet, '= filler');
    await sheet.sees(LIST);
    const before = await chosen(sheet);
    await sheet.press('ArrowDown');
    await expect.poll(() => chosen(sheet)).not.toBe(before);
    await write(sheet, '= volu');
    await sheet.press('Tab');
    await reads(sheet, '= volume');
  }),
  behaviour('B-203', 'Enter takes what is chosen; a finished name is entered', async (sheet) => {
    await write(sheet, '= volu');
    await sheet.sees(LIST);
    await sheet.press('Enter');
    await reads(sheet, '= volume');
    await sheet.showsRow('total', UNCHANGED);
    await sheet.press('Enter');
    await sheet.showsRow('total', ['1.0', '2.0', '3.0', '4.0']);
  }),
  behaviour('B-204', 'Escape closes the list, then gives the entry up', async (sheet) => {
    await write(sheet, '= volu');
    await sheet.sees(LIST);
    await sheet.press('Escape');
    await sheet.seesNot(LIST);
    await reads(sheet, '= volu');
    await sheet.press('Escape');
    await reads(sheet, '= price + volume');
  }),
  behaviour('B-205', 'Ctrl+Space opens the list where nothing is typed yet', async (sheet) => {
    await write(sheet, '= ');
    await sheet.seesNot(LIST);
    await sheet.press('Control+Space');
    await sheet.sees(LIST);
    await write(sheet, '= price[');
    await sheet.press('Control+Space');
    await expect.poll(() => sheet.page.locator(LIST).innerText()).toContain('2026Q1');
  }),
  behaviour('B-206', 'a function comes with its parenthesis and its signature', async (sheet) => {
    await write(sheet, '= MAX');
    await sheet.press('Tab');
    await reads(sheet, /^= MAX\(/);
    await sheet.sees('.grid-assist-signature b');
  }),
  behaviour('B-207', 'the parentheses at the caret are marked', async (sheet) => {
    await write(sheet, '= (price)');
    await expect.poll(() => sheet.page.locator(`${FIELD} .grid-formula-pair`).count()).toBe(2);
    await sheet.press('Home');
    await expect.poll(() => sheet.page.locator(`${FIELD} .grid-formula-pair`).count()).toBe(0);
  }),
  behaviour('B-208', 'what is wrong is underlined, and said in a line', async (sheet) => {
    await write(sheet, '= price + nonesuch * 2');
    await sheet.sees(`${FIELD} .grid-formula-wrong`);
    await expect.poll(() => sheet.page.locator('.grid-bar-problem').innerText()).toContain('nonesuch');
    await sheet.press('Escape', 'Escape');
    await sheet.showsRow('total', UNCHANGED);
  }),
  behaviour('B-209', 'rows that the formula reads are marked in the grid, with a number', async (sheet) => {
    await write(sheet, '= price + volume');
    await expect.poll(() => cell(sheet.page, 'price[2026Q3]').getAttribute('data-ref')).toBe('1');
    await expect.poll(() => cell(sheet.page, 'volume[2026Q3]').getAttribute('data-ref')).toBe('2');
  }),
  behaviour('B-210', 'a click where an operand is missing inserts row and distance', async (sheet) => {
    await write(sheet, '= 2 * ');
    await sheet.click('gaps[2026Q2]');
    await reads(sheet, '= 2 * gaps[-1]');
  }),
  behaviour('B-211', 'another click takes its place; a drag makes a range', async (sheet) => {
    await write(sheet, '= 2 * ');
    await sheet.click('gaps[2026Q2]');
    await sheet.click('price[2026Q3]');
    await reads(sheet, '= 2 * price');
    await write(sheet, '= SUM(');
    await sheet.drag('users[2026Q1]', 'users[2026Q3]');
    await reads(sheet, /^= SUM\(users\[-2:0\]\)?$/);
  }),
  behaviour(
    'B-212',
    'a click where no reference can stand enters the formula and goes there',
    async (sheet) => {
      await write(sheet, '= price * 2');
      await sheet.press('Escape');
      await sheet.page.click(FIELD);
      await sheet.click('gaps[2026Q2]');
      await sheet.isAt('gaps[2026Q2]');
      await sheet.showsRow('total', UNCHANGED);
    },
  ),
  behaviour('B-213', 'F2, then arrows point at cells', async (sheet) => {
    await write(sheet, '= 2 * ');
    await sheet.press('F2', 'ArrowUp');
    const above = await sheet.page.locator(FIELD).innerText();
    expect(above).toMatch(/^= 2 \* \w+$/);
    await sheet.press('Earlier');
    await reads(sheet, `${above}[-1]`);
  }),
  behaviour('B-214', 'F4 goes from distance to quarter and back', async (sheet) => {
    await write(sheet, '= price[-1]');
    await sheet.press('F4');
    await reads(sheet, '= price[2026Q2]');
    await sheet.press('F4');
    await reads(sheet, '= price[-1]');
  }),
  behaviour('B-215', 'Alt+= proposes a sum, and writes nothing before Enter', async (sheet) => {
    await sheet.click('twice[2026Q3]');
    await sheet.press('Alt+Equal');
    await reads(sheet, /^=\s*SUM\(.*\)$/);
    await sheet.press('Escape', 'Escape');
    await reads(sheet, '= total * 2');
  }),
  behaviour('B-216', 'Enter enters, Escape gives up; the cell has the focus', async (sheet) => {
    await write(sheet, '= price * 3');
    await sheet.press('Enter');
    await sheet.showsRow('total', ['30.0', '60.0', '90.0']);
    await expect.poll(() => sheet.page.locator('.ag-cell:focus').getAttribute('col-id')).toBe('2026Q3');
    await sheet.isAt('total[2026Q3]');
  }),
  behaviour('B-217', 'Ctrl+Z in the bar takes back typing, not the last step', async (sheet) => {
    await sheet.type('12');
    await sheet.press('Enter');
    await sheet.shows('price[2026Q1]', '12.0');
    await write(sheet, '= price * 4');
    await sheet.press('Control+z');
    await sheet.shows('price[2026Q1]', '12.0');
    await reads(sheet, /^(?!= price \* 4$)/);
    await sheet.press('Escape', 'Escape');
  }),
  behaviour('B-218', 'a paste of several lines becomes one line', async (sheet) => {
    await write(sheet, '= ');
    await sheet.putOnClipboard({ text: 'price\r\n+ volume' });
    await sheet.press('Control+v');
    await reads(sheet, /^= price ?\+ volume$/);
  }),
  behaviour('B-219', 'the formula runs from left to right in both directions', async (sheet) => {
    await write(sheet, '= price + vol');
    expect(await sheet.page.locator(FIELD).evaluate((one) => getComputedStyle(one).direction)).toBe('ltr');
    await sheet.sees(LIST);
    const box = await sheet.page.locator('.grid-assist').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1440);
  }),
];
