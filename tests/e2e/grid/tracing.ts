import { expect } from 'vitest';
import { chooseMenu } from '../../../tools/workbench.mjs';
import { type Behaviour, behaviour } from './behaviour.ts';
import { HOME, type Sheet } from './sheet.ts';
import { goTo, isFocused, isTold, words, writeNote } from './steps.ts';

const LIST = '.grid-walk';
const LINES = '.grid-trace svg line';
const NAME = '.grid-name input';
const CHOSEN = '.grid-places [aria-selected="true"] bdi';
const POLL = { timeout: 4000, interval: 15 } as const;

/** The formula of a row, typed over one of its cells. */
async function setFormula(sheet: Sheet, key: string, formula: string): Promise<void> {
  await goTo(sheet, `${key}[2026Q1]`);
  await sheet.type(`=${formula}`);
  // The first Enter may take a name from the list.
  await sheet.press('Enter');
  await sheet.seesNot('.grid-editor');
}

/** Waits until exactly these cells on screen are selected. */
async function selects(sheet: Sheet, ...names: readonly string[]): Promise<void> {
  const selected = () =>
    sheet.page
      .locator('.ag-cell[aria-selected="true"]')
      .evaluateAll((all) =>
        all.map((one) => `${one.closest('.ag-row')?.getAttribute('row-id')}[${one.getAttribute('col-id')}]`),
      );
  await expect.poll(async () => (await selected()).sort(), POLL).toEqual([...names].sort());
}

/** Waits until as many arrows are drawn. */
async function draws(sheet: Sheet, arrows: number): Promise<void> {
  await expect.poll(() => sheet.page.locator(LINES).count(), POLL).toBe(arrows);
}

async function listed(sheet: Sheet): Promise<string[]> {
  await sheet.sees(LIST);
  const texts = await sheet.page.locator(`${LIST} li`).allInnerTexts();
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

const WALKING: readonly Behaviour[] = [
  behaviour('B-260', 'Ctrl+[ goes to what the cell reads, selects all of it and lists it', async (sheet) => {
    await sheet.press('ArrowUp', 'Enter');
    await sheet.seesNot('.ag-row[row-id="price"]');
    await sheet.click('total[2026Q2]');
    await sheet.press('Control+BracketLeft');
    await sheet.sees('.ag-row[row-id="price"]');
    await isFocused(sheet, 'price[2026Q2]');
    await selects(sheet, 'price[2026Q2]', 'volume[2026Q2]');
    const cells = await listed(sheet);
    expect(cells).toHaveLength(2);
    expect(cells[0]).toMatch(/^price .* 20\.0$/);
    expect(cells[1]).toMatch(/^volume .* 2\.0$/);
    await sheet.press('Escape');
    await sheet.seesNot(LIST);
  }),
  behaviour('B-261', 'Ctrl+] goes to what reads the cell, selects all of it and lists it', async (sheet) => {
    await goTo(sheet, 'harbour[2026Q2]');
    await sheet.press('Control+BracketRight');
    await isFocused(sheet, 'wharf[2026Q2]');
    await selects(sheet, 'wharf[2026Q2]', 'dock[2026Q2]');
    const cells = await listed(sheet);
    expect(cells).toHaveLength(2);
    expect(cells[0]).toMatch(/^wharf .* 14\.0$/);
    expect(cells[1]).toMatch(/^dock .* 27\.0$/);
    await sheet.press('Escape');
  }),
  behaviour('B-262', 'Enter and Tab go through these cells', async (sheet) => {
    await sheet.click('total[2026Q2]');
    await sheet.press('Control+BracketLeft');
    await selects(sheet, 'price[2026Q2]', 'volume[2026Q2]');
    for (const [key, name] of [
      ['Tab', 'volume[2026Q2]'],
      ['Tab', 'price[2026Q2]'],
      ['Enter', 'volume[2026Q2]'],
      ['Shift+Enter', 'price[2026Q2]'],
    ] as const) {
      await sheet.press(key);
      await isFocused(sheet, name);
    }
    await selects(sheet, 'price[2026Q2]', 'volume[2026Q2]');
    await sheet.press('Escape');
  }),
  behaviour('B-263', 'Alt+Shift+F10 goes to the list; arrows, Enter and Escape work in it', async (sheet) => {
    await sheet.click('total[2026Q2]');
    await sheet.press('Control+BracketLeft');
    await sheet.sees(LIST);
    await isFocused(sheet, 'price[2026Q2]');
    await sheet.press('Alt+Shift+F10');
    await sheet.sees(`${LIST} li:nth-child(1) button:focus`);
    await sheet.press('ArrowDown');
    await sheet.sees(`${LIST} li:nth-child(2) button:focus`);
    await sheet.press('Enter');
    await isFocused(sheet, 'volume[2026Q2]');
    await sheet.sees(LIST);
    await sheet.press('Alt+Shift+F10');
    await sheet.sees(`${LIST} li button:focus`);
    await sheet.press('Escape');
    await sheet.seesNot(LIST);
    await isFocused(sheet, 'volume[2026Q2]');
  }),
  behaviour('B-264', 'any other move ends the selection and the list', async (sheet) => {
    await sheet.click('total[2026Q2]');
    await sheet.press('Control+BracketLeft');
    await selects(sheet, 'price[2026Q2]', 'volume[2026Q2]');
    await sheet.press('Later');
    await sheet.isAt('price[2026Q3]');
    await selects(sheet, 'price[2026Q3]');
    await sheet.seesNot(LIST);
  }),
  behaviour('B-265', 'where nothing is read, or nothing reads, it says so', async (sheet) => {
    await sheet.press('Control+BracketLeft');
    await isTold(sheet, words(sheet, 'find:trace.no.precedents'));
    await sheet.isAt(HOME);
    await sheet.click('empty[2026Q1]');
    await sheet.press('Control+BracketRight');
    await isTold(sheet, words(sheet, 'find:trace.no.dependents'));
    await sheet.isAt('empty[2026Q1]');
  }),
];

const GOING_BACK: readonly Behaviour[] = [
  behaviour(
    'B-266',
    'Alt with the arrow to where one came from goes back, with the other forward',
    async (sheet) => {
      await goTo(sheet, 'harbour[2026Q3]');
      await sheet.press('Control+6');
      await sheet.sees('.panel-sources-search');
      await sheet.press('Alt+Earlier');
      await sheet.isAt('harbour[2026Q3]');
      await sheet.press('Alt+Earlier');
      await sheet.isAt(HOME);
      await sheet.press('Alt+Later');
      await sheet.isAt('harbour[2026Q3]');
      await sheet.press('Alt+Later');
      await sheet.sees('.panel-sources-search');
      await sheet.press('Control+1');
      await sheet.isAt('harbour[2026Q3]');
    },
  ),
  behaviour('B-267', 'F5 and Enter go back to where one jumped from', async (sheet) => {
    await goTo(sheet, 'harbour[2026Q3]');
    await sheet.press('F5');
    await sheet.sees('.grid-places');
    expect(await sheet.page.innerText(CHOSEN)).toBe(HOME);
    await sheet.press('Enter');
    await sheet.isAt(HOME);
    await isFocused(sheet, HOME);
  }),
  behaviour('B-268', 'Ctrl+G, F5 and arrow down in the name box show the last places', async (sheet) => {
    await goTo(sheet, 'harbour[2026Q3]');
    await goTo(sheet, 'gaps[2026Q2]');
    for (const key of ['Control+g', 'F5']) {
      await sheet.press(key);
      await sheet.sees(`${NAME}:focus`);
      await expect
        .poll(async () => (await sheet.page.locator('.grid-place bdi').allInnerTexts()).slice(0, 2), POLL)
        .toEqual(['harbour[2026Q3]', HOME]);
      await sheet.press('Escape');
      await sheet.seesNot('.grid-places');
      await isFocused(sheet, 'gaps[2026Q2]');
    }
    await sheet.page.click(NAME);
    await sheet.seesNot('.grid-places');
    await sheet.press('ArrowDown');
    await sheet.sees('.grid-places');
    await sheet.press('ArrowDown');
    await expect.poll(() => sheet.page.innerText(CHOSEN), POLL).toBe(HOME);
    await sheet.press('Enter');
    await sheet.isAt(HOME);
  }),
  behaviour('B-269', 'Escape in the name box goes back to the cell', async (sheet) => {
    await sheet.page.fill(NAME, 'harbour[2026Q3]');
    await sheet.press('Escape');
    await sheet.isAt(HOME);
    await isFocused(sheet, HOME);
  }),
];

const ARROWS: readonly Behaviour[] = [
  behaviour('B-270', 'Ctrl+Alt+[ and Ctrl+Alt+] draw arrows and take them away', async (sheet) => {
    await sheet.click('total[2026Q2]');
    await sheet.press('Control+Alt+BracketLeft');
    await draws(sheet, 2);
    await sheet.press('Control+Alt+BracketRight');
    // To the row that doubles it, and to the check.
    await draws(sheet, 4);
    await sheet.isAt('total[2026Q2]');
    await sheet.press('Control+Alt+BracketLeft');
    await draws(sheet, 2);
    await sheet.press('Control+Alt+BracketRight');
    await draws(sheet, 0);
  }),
  behaviour('B-271', 'an arrow from out of sight ends at the edge, with names', async (sheet) => {
    await setFormula(sheet, 'dock', 'harbour + price + volume');
    await goTo(sheet, 'dock[2026Q1]');
    await sheet.press('Control+Alt+BracketLeft');
    const stub = sheet.page.locator('.grid-trace-stub');
    await expect.poll(() => stub.count(), POLL).toBe(1);
    expect(await stub.locator('bdi').innerText()).toMatch(/^price/);
    expect(await stub.locator('span').innerText()).toBe('+1');
    expect(await stub.getAttribute('class')).toContain('grid-trace-stub--top');
    await sheet.press('Control+Alt+BracketLeft');
    await sheet.seesNot('.grid-trace-stub');
  }),
  behaviour('B-272', 'the arrow of an error is red and dashed', async (sheet) => {
    await setFormula(sheet, 'total', 'price / 0');
    await goTo(sheet, 'total[2026Q1]');
    await sheet.press('Control+Alt+BracketLeft', 'Control+Alt+BracketRight');
    await expect.poll(() => sheet.page.locator('.grid-trace-arrow--failed').count(), POLL).toBe(2);
    const looks = (selector: string) =>
      sheet.page
        .locator(selector)
        .first()
        .evaluate((line) => {
          const { stroke, strokeDasharray } = getComputedStyle(line);
          return { stroke, strokeDasharray };
        });
    const failed = await looks('.grid-trace-arrow--failed line');
    const sound = await looks('.grid-trace-arrow:not(.grid-trace-arrow--failed) line');
    expect(sound.strokeDasharray).toBe('none');
    expect(failed.strokeDasharray).not.toBe('none');
    expect(failed.stroke).not.toBe(sound.stroke);
    await sheet.press('Control+Alt+BracketLeft', 'Control+Alt+BracketRight');
    await draws(sheet, 0);
  }),
  behaviour('B-273', 'arrows follow the formula', async (sheet) => {
    await sheet.click('total[2026Q2]');
    await sheet.press('Control+Alt+BracketLeft');
    await draws(sheet, 2);
    await setFormula(sheet, 'total', 'price + volume + gaps');
    await draws(sheet, 3);
    await sheet.undo();
    await draws(sheet, 2);
    await goTo(sheet, 'total[2026Q2]');
    await sheet.press('Control+Alt+BracketLeft');
    await draws(sheet, 0);
  }),
  behaviour('B-274', 'a screen reader gets the cells as a list', async (sheet) => {
    await sheet.click('total[2026Q2]');
    await sheet.press('Control+Alt+BracketLeft');
    await expect.poll(() => sheet.page.locator('.grid-trace-said li').count(), POLL).toBe(2);
    const cells = await sheet.page.locator('.grid-trace-said li').allTextContents();
    expect(cells[0]).toMatch(/^price/);
    expect(cells[1]).toMatch(/^volume/);
    await sheet.press('Control+Alt+BracketLeft');
    await sheet.seesNot('.grid-trace-said');
  }),
  behaviour('B-275', 'all arrows go at once, from the menu and the command list', async (sheet) => {
    const drawTwice = async () => {
      await sheet.click('total[2026Q2]');
      await sheet.press('Control+Alt+BracketLeft');
      await sheet.click('total[2026Q3]');
      await sheet.press('Control+Alt+BracketLeft');
      await draws(sheet, 4);
    };
    await drawTwice();
    await chooseMenu(sheet.app, 'trace.removeArrows');
    await draws(sheet, 0);
    await drawTwice();
    await sheet.press('Control+k');
    await sheet.sees('.panel-commands-field input:focus');
    await sheet.page.keyboard.insertText(words(sheet, 'find:actions.removeArrows'));
    await sheet.press('Enter');
    await draws(sheet, 0);
  }),
];

const SIGHTS: readonly Behaviour[] = [
  behaviour('B-276', 'F8 goes to the next row with an error, at its first; Shift+F8 back', async (sheet) => {
    await setFormula(sheet, 'spare', 'price * price / (price - 30)');
    await setFormula(sheet, 'wharf', 'harbour * harbour / (harbour - 7)');
    await goTo(sheet, HOME);
    await sheet.press('F8');
    await sheet.isAt('spare[2026Q3]');
    await sheet.press('F8');
    await sheet.isAt('wharf[2026Q2]');
    await sheet.press('Shift+F8');
    await sheet.isAt('spare[2026Q3]');
  }),
  behaviour('B-277', 'Ctrl+F8 goes to the next override', async (sheet) => {
    await sheet.click('total[2026Q3]');
    await sheet.type('99');
    await sheet.press('Enter');
    await sheet.click('total[2027Q1]');
    await sheet.type('98');
    await sheet.press('Enter');
    await sheet.click(HOME);
    await sheet.press('Control+F8');
    await sheet.isAt('total[2026Q3]');
    await sheet.press('Control+F8');
    await sheet.isAt('total[2027Q1]');
  }),
  behaviour('B-278', 'Ctrl+Shift+F8 goes to the next failing check', async (sheet) => {
    await setFormula(sheet, 'holds', 'total < 20');
    await goTo(sheet, HOME);
    await sheet.press('Control+Shift+F8');
    await sheet.isAt('holds[2026Q2]');
  }),
  behaviour('B-279', 'F7 goes to the next typed value without a source known on the date', async (sheet) => {
    await sheet.press('F7');
    await sheet.isAt('volume[2026Q1]');
    await goTo(sheet, 'mooring[2026Q2]');
    await sheet.press('F7');
    // All sources below are known, so that it begins again at the top.
    await sheet.isAt('price[2026Q2]');
    await sheet.showCase('early');
    await goTo(sheet, 'mooring[2026Q2]');
    await sheet.press('F7');
    await sheet.isAt('later[2026Q2]');
    await sheet.page.locator('.grid-more').click();
  }),
  behaviour('B-236', 'Shift+F7 goes to the next row about which sources disagree', async (sheet) => {
    await sheet.press('Shift+F7');
    await sheet.isAt('disputed[2026Q1]');
  }),
  behaviour('B-237', 'Ctrl+F7 goes to the next row with a note', async (sheet) => {
    await writeNote(sheet, 'gaps', 'ask again');
    await writeNote(sheet, 'wharf', 'as agreed');
    await goTo(sheet, 'price[2026Q2]');
    await sheet.press('Control+F7');
    await sheet.isAt('gaps[2026Q2]');
    await sheet.press('Control+F7');
    await sheet.isAt('wharf[2026Q2]');
    await sheet.press('Control+F7');
    await sheet.isAt('gaps[2026Q2]');
  }),
  behaviour('B-238', 'where there is nothing to go to, it says so', async (sheet) => {
    const says = async (key: string, what: string) => {
      await sheet.press(key);
      await isTold(sheet, words(sheet, `find:nothing.${what}`));
    };
    await setFormula(sheet, 'holds', 'total > 0');
    await goTo(sheet, HOME);
    await says('F8', 'error');
    await says('Shift+F8', 'error');
    await says('Control+F8', 'override');
    await says('Control+Shift+F8', 'check');
    await says('Control+F7', 'note');
    await sheet.isAt(HOME);
    await sheet.showCase('early');
    await sheet.click(HOME);
    await says('Shift+F7', 'conflict');
    await sheet.isAt(HOME);
    await sheet.showCase(null);
    await sheet.page.fill(NAME, 'price:mooring');
    await sheet.press('Enter', 'Delete');
    await sheet.shows(HOME, '');
    await says('F7', 'unsourced');
    await goTo(sheet, 'mooring[2026Q1]');
    await sheet.page.locator('.grid-more').click();
  }),
];

export const TRACING: readonly Behaviour[] = [...WALKING, ...GOING_BACK, ...ARROWS, ...SIGHTS];
