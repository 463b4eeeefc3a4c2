import { expect } from 'vitest';
import { cell } from '../../../tools/workbench.mjs';
import { type Behaviour, behaviour } from './behaviour.ts';
import type { Sheet } from './sheet.ts';

const FIELD = '.grid-formula [role="textbox"]';
const LIST = '.grid-assist-list';
const OPTION = '.grid-assist-option';
const CHOSEN = `${OPTION}[aria-selected="true"] .grid-assist-name`;
const REFERENCE = '.grid-formula [class*="ui-reference-"]';
const PAIR = '.grid-formula-pair';
const WRONG = '.grid-formula-wrong';
const PROBLEM = '.grid-bar-problem';
const BOLD = '.grid-assist-signature b';
const POLL = { timeout: 4000, interval: 15 };

/** The formula row on which most is tried: `=price * 1`, in its third quarter. */
const SPARE = 'spare[2026Q3]';

async function write(sheet: Sheet, formula: string, name = SPARE): Promise<void> {
  await sheet.click(name);
  await sheet.page.locator(FIELD).click();
  await sheet.press('Control+a');
  await sheet.type(formula);
}

const textOf = (sheet: Sheet) => sheet.page.locator(FIELD).innerText();

async function reads(sheet: Sheet, formula: string): Promise<void> {
  await expect.poll(() => textOf(sheet), POLL).toBe(formula);
}

async function counts(sheet: Sheet, selector: string, count: number): Promise<void> {
  await expect.poll(() => sheet.page.locator(selector).count(), POLL).toBe(count);
}

async function chosen(sheet: Sheet, name: string): Promise<void> {
  await expect.poll(() => sheet.page.locator(CHOSEN).innerText(), POLL).toBe(name);
}

async function isMarked(sheet: Sheet, name: string, number: string | null): Promise<void> {
  await expect.poll(() => cell(sheet.page, name).getAttribute('data-ref'), POLL).toBe(number);
}

const names = (sheet: Sheet) => sheet.page.locator(`${OPTION} .grid-assist-name`).allInnerTexts();

export const FORMULA_BAR: readonly Behaviour[] = [
  behaviour('B-200', 'rows have colours in the formula, each its own', async (sheet) => {
    await sheet.click('total[2026Q1]');
    await counts(sheet, REFERENCE, 2);
    await write(sheet, '= price + volume + price[-1] ');
    await counts(sheet, '.grid-formula .ui-reference-0', 2);
    await counts(sheet, '.grid-formula .ui-reference-1', 1);
    expect(await sheet.page.locator('.grid-formula .ui-reference-1').innerText()).toMatch(/^volume/);
  }),
  behaviour('B-201', 'typing a name lists rows and functions that fit', async (sheet) => {
    await write(sheet, '= pri');
    await expect.poll(async () => (await names(sheet)).slice(0, 1), POLL).toEqual(['price']);
    expect(await names(sheet)).toContain('list_price');
    const first = sheet.page.locator(OPTION).first();
    expect(await first.locator('.grid-assist-detail').innerText()).toBe('price');
    expect(await first.locator('.grid-assist-unit').innerText()).not.toBe('');
    await write(sheet, '= catal');
    await expect.poll(() => names(sheet), POLL).toEqual(['list_price']);
    await write(sheet, '= sumif');
    await expect.poll(async () => (await names(sheet))[0], POLL).toBe('SUMIF');
    expect(await first.locator('.grid-assist-detail').innerText()).not.toBe('');
  }),
  behaviour('B-202', 'arrows and pages move in the list; Tab or a click takes', async (sheet) => {
    await write(sheet, '= fill');
    await chosen(sheet, 'filler_1');
    await sheet.press('ArrowDown');
    await chosen(sheet, 'filler_2');
    await sheet.press('PageDown');
    await chosen(sheet, 'filler_10');
    await sheet.press('PageUp', 'ArrowUp');
    await chosen(sheet, 'filler_1');
    await sheet.press('Tab');
    await reads(sheet, '= filler_1');
    await sheet.seesNot(LIST);
    await write(sheet, '= fill');
    await sheet.page.locator(OPTION).nth(2).click();
    await reads(sheet, '= filler_3');
  }),
  behaviour('B-203', 'Enter in the list takes a half name, and enters a finished one', async (sheet) => {
    await write(sheet, '= 2 * pri');
    await sheet.sees(LIST);
    await sheet.press('Enter');
    await reads(sheet, '= 2 * price');
    await sheet.shows(SPARE, '30.0');
    await sheet.press('Enter');
    await sheet.shows(SPARE, '60.0');
    await write(sheet, '= 3 * price');
    await sheet.seesNot(LIST);
    await sheet.press('Enter');
    await sheet.shows(SPARE, '90.0');
  }),
  behaviour('B-204', 'Escape closes the list, then gives the entry up', async (sheet) => {
    await sheet.click(SPARE);
    const before = await textOf(sheet);
    await write(sheet, '= 2 * pri');
    await sheet.sees(LIST);
    await sheet.press('Escape');
    await sheet.seesNot(LIST);
    await reads(sheet, '= 2 * pri');
    await sheet.press('Escape');
    await reads(sheet, before);
    await sheet.shows(SPARE, '30.0');
  }),
  behaviour('B-205', 'Ctrl+Space lists where nothing is typed; in brackets quarters', async (sheet) => {
    await write(sheet, '= 2 * ');
    await sheet.seesNot(LIST);
    await sheet.press('Control+Space');
    await expect.poll(() => names(sheet), POLL).toContain('price');
    await write(sheet, '= price[');
    await sheet.press('Control+Space');
    await expect.poll(() => names(sheet), POLL).toContain('2026Q3');
    expect(await names(sheet)).not.toContain('price');
  }),
  behaviour('B-206', 'a function brings its parenthesis and its signature', async (sheet) => {
    await write(sheet, '= sumif');
    await sheet.sees(LIST);
    await sheet.press('Tab');
    await reads(sheet, '= SUMIF(');
    const first = await sheet.page.locator(BOLD).innerText();
    const said = sheet.page.locator('.grid-assist-signature .grid-said');
    await expect.poll(() => said.innerText(), POLL).toContain(first);
    await sheet.type('price, ');
    await expect.poll(() => sheet.page.locator(BOLD).innerText(), POLL).not.toBe(first);
    await expect.poll(() => said.innerText(), POLL).not.toContain(first);
  }),
  behaviour('B-207', 'parentheses at the caret are marked, those in texts are not', async (sheet) => {
    await write(sheet, '= (price) + 1');
    await counts(sheet, PAIR, 0);
    await sheet.press('Control+a');
    await sheet.type('= (price)');
    await counts(sheet, PAIR, 2);
    await sheet.press('Control+a');
    await sheet.type('= "(" & ")"');
    await sheet.press('ArrowLeft');
    await counts(sheet, PAIR, 0);
  }),
  behaviour('B-208', 'what is wrong is underlined and said, not while it is written', async (sheet) => {
    await write(sheet, '= pric');
    await sheet.sees(LIST);
    await counts(sheet, WRONG, 0);
    await counts(sheet, PROBLEM, 0);
    await sheet.type(' + 1');
    await sheet.sees(WRONG);
    const wrong = sheet.page.locator(WRONG);
    expect(await wrong.innerText()).toBe('pric');
    expect(await sheet.page.locator(PROBLEM).innerText()).toBe(await wrong.getAttribute('title'));
    await sheet.press('Enter');
    await reads(sheet, '= pric + 1');
    await sheet.shows(SPARE, '30.0');
  }),
  behaviour('B-209', 'rows that are read are outlined with a number, in their period', async (sheet) => {
    await write(sheet, '= price + volume[-1] ');
    await isMarked(sheet, 'price[2026Q3]', '1');
    await isMarked(sheet, 'volume[2026Q2]', '2');
    await isMarked(sheet, 'price[label]', '1');
    await isMarked(sheet, 'price[2026Q2]', null);
    const classes = await cell(sheet.page, 'volume[2026Q2]').getAttribute('class');
    expect(classes).toContain('grid-ref-1');
    await sheet.press('Escape');
    await isMarked(sheet, 'volume[2026Q2]', null);
  }),
  behaviour('B-210', 'a click inserts row and distance where an operand is missing', async (sheet) => {
    await write(sheet, '= 2 * ');
    await sheet.click('volume[2026Q2]');
    await reads(sheet, '= 2 * volume[-1]');
    expect(await sheet.page.locator(FIELD).evaluate((field) => field === document.activeElement)).toBe(true);
    await write(sheet, '= 2 * ', 'spare[2026Q3]');
    await sheet.click('volume[2026Q3]');
    await reads(sheet, '= 2 * volume');
    await sheet.press('Escape');
    await write(sheet, '= SUM(');
    await sheet.click('users[2026]');
    await reads(sheet, '= SUM(users[2026Q1:2026Q4]');
  }),
  behaviour('B-211', 'another click takes its place, Shift+click or a drag makes a range', async (sheet) => {
    await write(sheet, '= SUM(');
    await sheet.click('gaps[2026Q2]');
    await sheet.click('users[2026Q2]');
    await reads(sheet, '= SUM(users[-1]');
    await sheet.click('users[2026Q4]', ['Shift']);
    await reads(sheet, '= SUM(users[-1:1]');
    await sheet.drag('gaps[2026Q1]', 'users[2026Q2]');
    await reads(sheet, '= SUM(gaps[-2:-1]');
  }),
  behaviour('B-212', 'a click where no reference can stand enters the formula', async (sheet) => {
    await write(sheet, '= price * 2');
    await sheet.click('volume[2026Q1]');
    await sheet.isAt('volume[2026Q1]');
    await sheet.shows(SPARE, '60.0');
    await sheet.click(SPARE);
    await sheet.page.locator(FIELD).click();
    await sheet.click('volume[2026Q2]');
    await sheet.isAt('volume[2026Q2]');
    await sheet.shows(SPARE, '60.0');
    await sheet.undo();
    await sheet.shows(SPARE, '30.0');
  }),
  behaviour('B-213', 'F2 and arrows point at cells', async (sheet) => {
    await write(sheet, '= ', 'total[2026Q3]');
    await sheet.press('F2', 'ArrowUp', 'ArrowUp');
    await expect.poll(() => textOf(sheet), POLL).toMatch(/^= [a-z]+$/);
    const row = (await textOf(sheet)).slice(2);
    await sheet.press('Earlier');
    await reads(sheet, `= ${row}[-1]`);
    await sheet.press('Shift+Later');
    await reads(sheet, `= ${row}[-1:0]`);
    await sheet.press('Control+Earlier');
    await reads(sheet, `= ${row}[-2]`);
    await sheet.press('F2', 'Home', 'Delete');
    await reads(sheet, ` ${row}[-2]`);
  }),
  behaviour('B-214', 'F4 goes from distance to quarter and back, and says where it cannot', async (sheet) => {
    await write(sheet, '= price[-1]');
    await sheet.press('F4');
    await reads(sheet, '= price[2026Q2]');
    await sheet.press('F4');
    await reads(sheet, '= price[-1]');
    await write(sheet, '= SUM(price[-1:0]');
    const texts: string[] = [];
    for (let step = 0; step < 4; step++) {
      const before = await textOf(sheet);
      await sheet.press('F4');
      await expect.poll(() => textOf(sheet), POLL).not.toBe(before);
      texts.push(await textOf(sheet));
    }
    expect(new Set(texts).size).toBe(4);
    expect(texts[3]).toBe('= SUM(price[-1:0]');
    await write(sheet, '= 2');
    await sheet.press('F4');
    await sheet.sees('.grid-assist-note');
    await reads(sheet, '= 2');
  }),
  behaviour('B-215', 'Alt+= proposes the sum of the rows above', async (sheet) => {
    await sheet.click(SPARE);
    const before = await textOf(sheet);
    await sheet.press('Alt+Equal');
    await expect.poll(() => textOf(sheet), POLL).toMatch(/^=SUM\(.*twice\)$/);
    await sheet.shows(SPARE, '30.0');
    await sheet.press('Escape');
    await reads(sheet, before);
    await write(sheet, '= 1 + ');
    await sheet.press('Alt+Equal');
    await expect.poll(() => textOf(sheet), POLL).toMatch(/^= 1 \+ SUM\(.*twice\)$/);
  }),
  behaviour('B-216', 'Enter enters, Escape gives up, and the cell has the focus', async (sheet) => {
    await write(sheet, '= price * 2');
    await sheet.press('Escape');
    await sheet.sees('.ag-row[row-id="spare"] .ag-cell[col-id="2026Q3"]:focus');
    await sheet.shows(SPARE, '30.0');
    await write(sheet, '= price * 2 ');
    await sheet.press('Enter');
    await sheet.sees('.ag-row[row-id="spare"] .ag-cell[col-id="2026Q3"]:focus');
    await sheet.showsRow('spare', ['20.0', '40.0', '60.0']);
  }),
  behaviour('B-217', 'Ctrl+Z in the bar takes back typing, not the last step', async (sheet) => {
    await sheet.click('volume[2026Q1]');
    await sheet.type('9');
    await sheet.press('Enter');
    await sheet.shows('volume[2026Q1]', '9.0');
    await write(sheet, '= price * 2');
    await sheet.press('Control+z');
    await expect.poll(() => textOf(sheet), POLL).not.toBe('= price * 2');
    await sheet.press('Escape');
    await sheet.shows('volume[2026Q1]', '9.0');
  }),
  behaviour('B-218', 'several lines are pasted as one', async (sheet) => {
    await write(sheet, '=');
    await sheet.putOnClipboard({ text: ' price\r\n  + volume' });
    await sheet.press('Control+v');
    await reads(sheet, '= price + volume');
    await counts(sheet, `${FIELD} .cm-line`, 1);
  }),
  behaviour(
    'B-219',
    'formulas run from left to right at their side; the list stays inside',
    async (sheet) => {
      await write(sheet, '= price + pri');
      await sheet.sees(LIST);
      const [list, view] = await Promise.all([
        sheet.page.locator('.grid-assist').boundingBox(),
        sheet.page.evaluate(() => ({ width: innerWidth, height: innerHeight })),
      ]);
      if (!list) throw new Error('The list is not on screen');
      expect(list.x).toBeGreaterThanOrEqual(0);
      expect(list.x + list.width).toBeLessThanOrEqual(view.width);
      expect(list.y + list.height).toBeLessThanOrEqual(view.height);
      const field = sheet.page.locator(FIELD);
      expect(await field.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
      const gaps = await field.evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element.querySelector('.cm-line') ?? element);
        const [text, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
        return { left: text.left - box.left, right: box.right - text.right };
      });
      expect(gaps.left < gaps.right).toBe(sheet.direction === 'ltr');
    },
  ),
];
