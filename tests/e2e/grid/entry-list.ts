import { expect } from 'vitest';
import { goToCell } from '../../../tools/workbench.mjs';
import { type Behaviour, behaviour } from './behaviour.ts';
import { HOME, type Sheet } from './sheet.ts';

const FIELD = '.grid-formula [role="textbox"]';
const EDITOR = '.grid-editor';
const HINT = '.grid-hint';
const REFUSED = '.grid-hint-refused';
const POLL = { timeout: 4000, interval: 15 };

/** Rows in millions of dollars and in percent, at the end of the sheet. */
const MILLIONS = 'millions[2026Q1]';
const SHARE = 'share[2026Q1]';

async function hints(sheet: Sheet, pattern: RegExp): Promise<void> {
  await expect.poll(() => sheet.page.locator(HINT).innerText(), POLL).toMatch(pattern);
}

/** Types a text and waits until the cell holds exactly this value, every digit of it. */
async function becomes(sheet: Sheet, name: string, typed: string, held: string): Promise<void> {
  await goToCell(sheet.page, name);
  // A driven keyboard has no key for Arabic digits or the minus sign: they only reach a field that is open.
  await sheet.press('F2', 'Control+a');
  await sheet.type(typed);
  await sheet.press('Enter');
  await sheet.seesNot(EDITOR);
  await goToCell(sheet.page, name);
  await expect.poll(() => sheet.page.locator(FIELD).innerText(), POLL).toBe(held);
}

/** Types a text and waits until Enter is refused with a reason; then gives up. */
async function isRefused(sheet: Sheet, name: string, typed: string): Promise<void> {
  await goToCell(sheet.page, name);
  await sheet.type(typed);
  await sheet.press('Enter');
  await sheet.sees(`${REFUSED}`);
  await sheet.sees(`${EDITOR}[aria-invalid="true"]`);
  expect((await sheet.page.locator(REFUSED).innerText()).length).toBeGreaterThan(20);
  await sheet.press('Escape');
  await sheet.seesNot(EDITOR);
}

export const ENTERING: readonly Behaviour[] = [
  behaviour('B-050', 'a cell says what it understood before Enter', async (sheet) => {
    await goToCell(sheet.page, MILLIONS);
    await sheet.type('1.5bn');
    await hints(sheet, /1,500\.0/);
    await sheet.press('Escape');
    await sheet.shows(MILLIONS, '1.0');
  }),
  behaviour('B-051', 'numbers are read as analysts type them', async (sheet) => {
    await becomes(sheet, SHARE, '12%', '12');
    await becomes(sheet, MILLIONS, '1.5bn', '1500');
    await becomes(sheet, MILLIONS, '250m', '250');
    await becomes(sheet, MILLIONS, '$40B', '40000');
    await becomes(sheet, MILLIONS, '(1,234)', '-1234');
    await becomes(sheet, MILLIONS, '−5', '-5');
    await becomes(sheet, MILLIONS, '1e9', '1000000000');
    await becomes(sheet, MILLIONS, '1,5 Mrd', '1500');
  }),
  behaviour('B-052', 'what is ambiguous or no number is refused with the reason', async (sheet) => {
    for (const text of ['3/4', '12-Mar', '1.2.26', '5 apples', 'soon', '5-9', '12,34']) {
      await isRefused(sheet, HOME, text);
      await sheet.shows(HOME, '10.0');
    }
  }),
  behaviour('B-053', '`5 to 9` is a range, and a cell holds one number', async (sheet) => {
    await isRefused(sheet, HOME, '5 to 9');
    await sheet.shows(HOME, '10.0');
  }),
  behaviour('B-054', 'n.a. is blank, said before Enter, and noted', async (sheet) => {
    await sheet.type('n.a.');
    await sheet.sees('.grid-hint-understood');
    await sheet.press('Enter');
    await sheet.showsRow('price', ['', '20.0']);
    await sheet.undo();
    await sheet.showsRow('price', ['10.0', '20.0']);
  }),
  behaviour('B-055', 'Arabic digits and separators are numbers', async (sheet) => {
    await becomes(sheet, HOME, '٣٬٤٥٠٫٥', '3450.5');
    await becomes(sheet, SHARE, '٢٥٪', '25');
  }),
  behaviour('B-056', 'basis points fit a row in percent, and no row in dollars', async (sheet) => {
    await becomes(sheet, SHARE, '25bps', '0.25');
    await isRefused(sheet, MILLIONS, '25bps');
    await sheet.shows(MILLIONS, '1.0');
  }),
  behaviour('B-057', 'Enter, Tab and arrows enter what is typed, and move', async (sheet) => {
    await sheet.type('1');
    await sheet.press('Enter');
    await sheet.isAt('volume[2026Q1]');
    await sheet.type('2');
    await sheet.press('Tab');
    await sheet.isAt('volume[2026Q2]');
    await sheet.type('3');
    await sheet.press('Later');
    await sheet.isAt('volume[2026Q3]');
    await sheet.type('4');
    await sheet.press('ArrowUp');
    await sheet.isAt('price[2026Q3]');
    await sheet.showsRow('volume', ['2.0', '3.0', '4.0', '4.0']);
    await sheet.shows(HOME, '1.0');
  }),
  behaviour('B-058', 'after F2 arrows move the caret', async (sheet) => {
    await sheet.press('F2', 'ArrowLeft');
    await sheet.type('5');
    await sheet.sees(EDITOR);
    expect(await sheet.page.inputValue(EDITOR)).toBe('150');
    await sheet.press('Enter');
    await sheet.shows(HOME, '150.0');
    await sheet.shows('price[2026Q2]', '20.0');
  }),
  behaviour('B-059', 'Escape leaves the cell as it was', async (sheet) => {
    await sheet.type('99');
    await sheet.sees(EDITOR);
    await sheet.press('Escape');
    await sheet.seesNot(EDITOR);
    await sheet.shows(HOME, '10.0');
    await sheet.isAt(HOME);
    expect(await sheet.page.locator('.panel-toolbar button').first().isEnabled()).toBe(false);
  }),
];
