import { expect } from 'vitest';
import { type Behaviour, behaviour } from './behaviour.ts';
import { HOME, type Sheet } from './sheet.ts';
import { goTo, isFocused, words } from './steps.ts';

const PANEL = '.history-panel';
const ROW = '.history-row';
const NAME = '.grid-name input';
const POLL = { timeout: 4000, interval: 15 } as const;

async function enter(sheet: Sheet, name: string, text: string): Promise<void> {
  await sheet.click(name);
  await sheet.type(text);
  await sheet.press('Enter');
  await sheet.shows(name, `${text}.0`);
}

async function open(sheet: Sheet): Promise<void> {
  await sheet.press('Control+Shift+h');
  await sheet.sees(`${PANEL} ${ROW}:focus`);
}

async function close(sheet: Sheet): Promise<void> {
  await sheet.press('Escape');
  await sheet.seesNot(PANEL);
}

/** Names of the steps, newest first, with how they stand: `done Set price 2026Q1 to 5`. */
async function steps(sheet: Sheet): Promise<string[]> {
  return sheet.page.locator(ROW).evaluateAll((rows) =>
    rows.map((row) => {
      const state = /history-row--(\w+)/.exec(row.className)?.[1] ?? '';
      return `${state} ${row.querySelector('.history-name')?.textContent ?? ''}`;
    }),
  );
}

const START = (sheet: Sheet) => words(sheet, 'history:start');

/** The name of the newest step. */
async function newest(sheet: Sheet): Promise<string> {
  await open(sheet);
  const [first = ''] = await steps(sheet);
  await close(sheet);
  return first;
}

const fileState = (sheet: Sheet) => sheet.page.innerText('.panel-file-state');

async function isUnsaved(sheet: Sheet, unsaved: boolean): Promise<void> {
  const said = words(sheet, 'app:saved.unsaved');
  await expect.poll(async () => (await fileState(sheet)) === said, POLL).toBe(unsaved);
}

async function save(sheet: Sheet): Promise<void> {
  await sheet.press('Control+s');
  await isUnsaved(sheet, false);
}

export const HISTORY: readonly Behaviour[] = [
  behaviour('B-330', 'Ctrl+Z goes back, Ctrl+Y and Ctrl+Shift+Z forward', async (sheet) => {
    await enter(sheet, HOME, '5');
    await enter(sheet, 'price[2026Q2]', '6');
    await sheet.press('Control+z');
    await sheet.showsRow('price', ['5.0', '20.0']);
    await sheet.press('Control+z');
    await sheet.showsRow('price', ['10.0', '20.0']);
    await sheet.press('Control+y');
    await sheet.showsRow('price', ['5.0', '20.0']);
    await sheet.press('Control+Shift+z');
    await sheet.showsRow('price', ['5.0', '6.0']);
  }),
  behaviour('B-331', 'undo and redo go to where the step was made', async (sheet) => {
    const scrolled = () => sheet.page.locator('.ag-grid-viewport').evaluate((view) => view.scrollTop);
    const isThere = async (texts: readonly string[]) => {
      await sheet.sees(NAME);
      await sheet.sees('.panel-outline-go[title="high"][aria-current]');
      await sheet.showsRow('filler_50', texts);
      await sheet.hasSelected(4);
      await sheet.isAt('filler_50[2026Q1]');
      await expect.poll(scrolled, POLL).toBe(place);
    };
    await sheet.showCase('high');
    await goTo(sheet, 'filler_50[2026Q1]');
    await sheet.press('Shift+Later', 'Shift+ArrowDown');
    await sheet.hasSelected(4);
    const place = await scrolled();
    expect(place).toBeGreaterThan(0);
    await sheet.press('Delete');
    await sheet.showsRow('filler_50', ['', '', '50.0']);
    for (const [key, texts] of [
      ['Control+z', ['50.0', '50.0']],
      ['Control+y', ['', '']],
    ] as const) {
      await sheet.showCase(null);
      await goTo(sheet, HOME);
      await sheet.hasSelected(1);
      await sheet.press('Control+2');
      // The model stays behind the deals.
      await expect.poll(() => sheet.page.locator(NAME).isVisible(), POLL).toBe(false);
      await sheet.press(key);
      await isThere(texts);
    }
  }),
  behaviour('B-332', 'a step is named by what was done, and where', async (sheet) => {
    await enter(sheet, HOME, '5');
    expect(await newest(sheet)).toMatch(/price.*2026Q1.*5/);
    await sheet.click('volume[2026Q1]');
    await sheet.press('Shift+Later', 'Shift+Later', 'Delete');
    await sheet.shows('volume[2026Q1]', '');
    expect(await newest(sheet)).toBe(
      `now ${words(sheet, 'history:steps.clearRow', { row: 'volume', count: 3 })}`,
    );
    await sheet.putOnClipboard({ text: '1\t2\r\n3\t4' });
    await sheet.press('Control+v');
    await sheet.shows('volume[2026Q1]', '1.0');
    expect(await newest(sheet)).toBe(`now ${words(sheet, 'history:steps.paste', { count: 4 })}`);
    await sheet.click('price[2026Q1]');
    await sheet.press('Shift+Later', 'Shift+Later', 'Control+r');
    await sheet.shows('price[2026Q3]', '5.0');
    expect(await newest(sheet)).toBe(
      `now ${words(sheet, 'history:steps.fillRow', { row: 'price', count: 2 })}`,
    );
  }),
  behaviour('B-333', 'Ctrl+Shift+H lists all steps, newest first, those taken back greyed', async (sheet) => {
    await enter(sheet, HOME, '5');
    await enter(sheet, 'volume[2026Q1]', '6');
    await sheet.undo();
    await sheet.shows('volume[2026Q1]', '1.0');
    await open(sheet);
    expect(await steps(sheet)).toEqual([
      expect.stringMatching(/^undone .*volume/),
      expect.stringMatching(/^now .*price/),
      `done ${START(sheet)}`,
    ]);
    const colour = (state: string) =>
      sheet.page.locator(`${ROW}--${state}`).evaluate((row) => getComputedStyle(row).color);
    expect(await colour('undone')).not.toBe(await colour('done'));
    await close(sheet);
    await sheet.page.locator('.history-button button').click();
    await sheet.sees(PANEL);
    await close(sheet);
  }),
  behaviour('B-334', 'a click or Enter on a step goes there, back or forward', async (sheet) => {
    await enter(sheet, HOME, '5');
    await enter(sheet, 'volume[2026Q1]', '6');
    await enter(sheet, 'gaps[2026Q1]', '7');
    await open(sheet);
    await sheet.page
      .locator(ROW)
      .filter({ hasText: START(sheet) })
      .click();
    await sheet.shows(HOME, '10.0');
    await sheet.shows('volume[2026Q1]', '1.0');
    await sheet.shows('gaps[2026Q1]', '5.0');
    await sheet.sees(PANEL);
    await sheet.press('ArrowUp', 'ArrowUp', 'Enter');
    await sheet.shows(HOME, '5.0');
    await sheet.shows('volume[2026Q1]', '6.0');
    await sheet.shows('gaps[2026Q1]', '5.0');
    await close(sheet);
  }),
  behaviour('B-335', 'Escape closes the list, and the focus returns to where it was', async (sheet) => {
    await enter(sheet, HOME, '5');
    await sheet.click('gaps[2026Q3]');
    await open(sheet);
    await close(sheet);
    await isFocused(sheet, 'gaps[2026Q3]');
    await sheet.shows(HOME, '5.0');
  }),
  behaviour(
    'B-336',
    'the state that the file holds is marked; there is no unsaved work there',
    async (sheet) => {
      const marked = async () => {
        await open(sheet);
        const texts = await sheet.page.locator(`${ROW}:has(.history-saved) .history-name`).allInnerTexts();
        await close(sheet);
        return texts;
      };
      await save(sheet);
      await enter(sheet, HOME, '5');
      await isUnsaved(sheet, true);
      expect(await marked()).toEqual([START(sheet)]);
      await sheet.undo();
      await isUnsaved(sheet, false);
      await sheet.press('Control+y');
      await sheet.shows(HOME, '5.0');
      await save(sheet);
      expect(await marked()).toEqual([expect.stringMatching(/price.*5/)]);
      await sheet.undo();
      await sheet.shows(HOME, '10.0');
      await isUnsaved(sheet, true);
      await save(sheet);
    },
  ),
  behaviour('B-337', 'an edit after going back ends the later steps, and only that', async (sheet) => {
    await enter(sheet, HOME, '5');
    await enter(sheet, 'volume[2026Q1]', '6');
    await sheet.press('Control+z', 'Control+z');
    await sheet.shows(HOME, '10.0');
    await open(sheet);
    expect(await steps(sheet)).toHaveLength(3);
    await close(sheet);
    await enter(sheet, 'gaps[2026Q1]', '7');
    await open(sheet);
    expect(await steps(sheet)).toEqual([expect.stringMatching(/^now .*gaps/), `done ${START(sheet)}`]);
    await close(sheet);
    await sheet.press('Control+y');
    await sheet.shows('gaps[2026Q1]', '7.0');
    await sheet.shows(HOME, '10.0');
  }),
  behaviour('B-338', 'a burst of letters is one step when it is entered', async (sheet) => {
    await sheet.type('12345');
    await sheet.press('Backspace', 'Enter');
    await sheet.shows(HOME, '1,234.0');
    await open(sheet);
    expect(await steps(sheet)).toHaveLength(2);
    await close(sheet);
    await sheet.undo();
    await sheet.shows(HOME, '10.0');
  }),
  behaviour(
    'B-339',
    'a drag of the slider of dates makes no step; keeping the date is one',
    async (sheet) => {
      const { page } = sheet;
      const slider = page.locator('.panel-toolbar .panel-slider-input');
      const box = await slider.boundingBox();
      if (!box) throw new Error('The slider is not on screen');
      const before = await slider.inputValue();
      const y = box.y + box.height / 2;
      await page.mouse.move(box.x + box.width / 2, y);
      await page.mouse.down();
      for (const share of [0.55, 0.6, 0.7, 0.75]) await page.mouse.move(box.x + box.width * share, y);
      await page.mouse.up();
      await expect.poll(() => slider.inputValue(), POLL).not.toBe(before);
      expect(await page.locator('.panel-toolbar button').first().isDisabled()).toBe(true);
      await page.locator('.panel-as-of-date').click();
      await page.locator('.panel-as-of-buttons button').nth(1).click();
      await sheet.seesNot('.panel-as-of-form');
      await open(sheet);
      expect(await steps(sheet)).toHaveLength(2);
      await close(sheet);
      await sheet.click(HOME);
      await sheet.undo();
      await expect.poll(() => slider.inputValue(), POLL).toBe(before);
    },
  ),
  behaviour('B-340', 'several edits meant as one are one step, refused as a whole', async (sheet) => {
    await sheet.press('Shift+Later', 'Shift+ArrowDown', 'Control+x');
    await sheet.showsRow('price', ['', '', '30.0']);
    await sheet.showsRow('volume', ['', '', '3.0']);
    await open(sheet);
    expect(await steps(sheet)).toHaveLength(2);
    await close(sheet);
    await sheet.undo();
    await sheet.showsRow('price', ['10.0', '20.0', '30.0']);
    await sheet.showsRow('volume', ['1.0', '2.0', '3.0']);
    // Money fits the first three rows, and not the users.
    await sheet.page.fill(NAME, 'gaps[2026Q1]:users[2026Q1]');
    await sheet.page.press(NAME, 'Enter');
    await sheet.hasSelected(3);
    await sheet.type('$7bn');
    await sheet.press('Control+Enter');
    await sheet.sees('.grid-hint');
    await sheet.press('Escape');
    await sheet.shows('gaps[2026Q1]', '5.0');
    await sheet.shows('empty[2026Q1]', '');
    await sheet.shows('users[2026Q1]', '100');
    expect(await sheet.page.locator('.panel-toolbar button').first().isDisabled()).toBe(true);
  }),
];
