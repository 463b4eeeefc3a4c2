import { expect } from 'vitest';
import { cell } from '../../../tools/workbench.mjs';
import { type Behaviour, behaviour } from './behaviour.ts';
import { HOME, type Sheet } from './sheet.ts';
import { goTo, isTold, words, writeNote } from './steps.ts';

const BAR = '.grid-find';
const FIELD = '.grid-find-field input';
const BY = '.grid-find-by';
const POLL = { timeout: 4000, interval: 15 } as const;

/** Opens the bar and writes into its first field. */
async function find(sheet: Sheet, text: string, key = 'Control+f'): Promise<void> {
  await sheet.press(key);
  await sheet.sees(`${FIELD}:focus`);
  // Another text starts over, whatever was searched for before.
  await sheet.page.fill(FIELD, '');
  await sheet.page.fill(FIELD, text);
}

/** Opens the bar with both fields filled; the second has the focus. */
async function replace(sheet: Sheet, text: string, by: string): Promise<void> {
  await find(sheet, text, 'Control+h');
  await sheet.page.fill(BY, by);
}

async function close(sheet: Sheet): Promise<void> {
  await sheet.page.focus(FIELD);
  await sheet.press('Escape');
  await sheet.seesNot(BAR);
}

async function counts(sheet: Sheet, count: number, at?: number): Promise<void> {
  const said =
    at === undefined ? words(sheet, 'find:count', { count }) : words(sheet, 'find:countAt', { at, count });
  await expect.poll(() => sheet.page.innerText('.grid-find-count'), POLL).toBe(said);
}

/** Turns one of the kinds of text on or off. */
async function lookIn(sheet: Sheet, ...kinds: readonly string[]): Promise<void> {
  const buttons = sheet.page.locator('.grid-find-where button');
  for (const kind of kinds)
    await buttons.filter({ hasText: words(sheet, `find:in.${kind}`) }).click({ force: true });
}

async function toggle(sheet: Sheet, name: 'matchCase' | 'wholeWord'): Promise<void> {
  await sheet.page.click(`.grid-find-toggle[aria-label="${words(sheet, `find:${name}`)}"]`);
}

const replaceAll = (sheet: Sheet) => sheet.page.locator(`.grid-find-row:has(${BY}) button`).last();

async function labels(sheet: Sheet, key: string, text: string): Promise<void> {
  const label = sheet.page.locator(`.ag-row[row-id="${key}"] .grid-label`);
  await expect.poll(() => label.innerText(), POLL).toBe(text);
}

export const FINDING: readonly Behaviour[] = [
  behaviour('B-240', 'Ctrl+F opens a bar, and work in the grid goes on', async (sheet) => {
    await find(sheet, 'harbour');
    await sheet.seesNot('[role="dialog"]');
    await sheet.click('fixed[2026Q2]');
    await sheet.type('77');
    await sheet.press('Enter');
    await sheet.shows('fixed[2026Q2]', '77.0');
    await sheet.sees(BAR);
    await close(sheet);
  }),
  behaviour('B-241', 'Ctrl+H opens the same bar with a field for the new text', async (sheet) => {
    await sheet.press('Control+f');
    await sheet.sees(`${FIELD}:focus`);
    await sheet.seesNot(BY);
    await sheet.press('Control+h');
    await sheet.sees(BY);
    expect(await sheet.page.locator(BAR).count()).toBe(1);
    await close(sheet);
  }),
  behaviour(
    'B-242',
    'typing counts and marks every match, and the cursor stays until Enter',
    async (sheet) => {
      await goTo(sheet, 'growth[2026Q2]');
      await find(sheet, 'harbour');
      await counts(sheet, 3);
      const marked = () =>
        sheet.page
          .locator('.grid-found')
          .evaluateAll((all) =>
            all.map(
              (one) => `${one.closest('.ag-row')?.getAttribute('row-id')} ${one.getAttribute('col-id')}`,
            ),
          );
      await expect
        .poll(marked, POLL)
        .toEqual(expect.arrayContaining(['harbour label', 'wharf source', 'dock source']));
      expect(await marked()).toHaveLength(3);
      await sheet.isAt('growth[2026Q2]');
      await sheet.press('Enter');
      await sheet.isAt('harbour');
      await close(sheet);
      await sheet.seesNot('.grid-found');
    },
  ),
  behaviour('B-243', 'Enter and arrows go from match to match, round at the ends', async (sheet) => {
    await find(sheet, 'harbour');
    await sheet.press('Enter');
    await counts(sheet, 3, 1);
    await sheet.isAt('harbour');
    await sheet.press('ArrowDown');
    await counts(sheet, 3, 2);
    await sheet.isAt('wharf');
    await sheet.press('Enter', 'Enter');
    await counts(sheet, 3, 1);
    await sheet.press('Shift+Enter');
    await counts(sheet, 3, 3);
    await sheet.isAt('dock');
    await sheet.press('ArrowUp');
    await counts(sheet, 3, 2);
    await sheet.isAt('wharf');
    await close(sheet);
  }),
  behaviour('B-244', 'F3 and Shift+F3 go on with the bar closed', async (sheet) => {
    await find(sheet, 'harbour');
    await sheet.press('Enter');
    await sheet.isAt('harbour');
    await close(sheet);
    await sheet.press('F3');
    await sheet.isAt('wharf');
    await sheet.press('Shift+F3');
    await sheet.isAt('harbour');
    await sheet.seesNot(BAR);
  }),
  behaviour('B-245', 'a match in what is hidden is shown', async (sheet) => {
    await sheet.press('ArrowUp', 'Enter');
    await sheet.seesNot('.ag-row[row-id="volume"]');
    await find(sheet, 'volume');
    await sheet.press('Enter');
    await sheet.sees('.ag-row[row-id="volume"]');
    await sheet.isAt('volume');

    await find(sheet, 'mooring');
    await sheet.press('Enter');
    await sheet.sees('.ag-row[row-id="mooring"]');
    await sheet.isAt('mooring');
    await sheet.page.locator('.grid-more').click();
    await sheet.seesNot('.ag-row[row-id="mooring"]');
    await close(sheet);

    await sheet.page.locator('.grid-year-toggle').first().click();
    await sheet.seesNot('.ag-header-cell[col-id="2026Q2"]');
    await find(sheet, '290.0');
    await lookIn(sheet, 'values');
    await sheet.page.focus(FIELD);
    await sheet.press('Enter');
    await sheet.isAt('disputed[2026Q2]');
    await sheet.sees('.ag-row[row-id="disputed"] .ag-cell[col-id="2026Q2"]');
    await lookIn(sheet, 'values');
    await close(sheet);
  }),
  behaviour('B-246', 'labels, keys, formulas, notes and values can be searched together', async (sheet) => {
    await goTo(sheet, 'harbour[2026Q1]');
    await writeNote(sheet, 'harbour', 'harbour at dawn');
    await find(sheet, 'harbour');
    await counts(sheet, 3);
    await lookIn(sheet, 'notes');
    await counts(sheet, 4);
    await lookIn(sheet, 'keys');
    await counts(sheet, 5);
    await lookIn(sheet, 'labels');
    await counts(sheet, 4);
    await lookIn(sheet, 'formulas');
    await counts(sheet, 2);
    await sheet.page.fill(FIELD, '280.0');
    await counts(sheet, 0);
    await lookIn(sheet, 'values');
    await counts(sheet, 1);
    await lookIn(sheet, 'notes', 'keys', 'labels', 'formulas', 'values');
    await close(sheet);
  }),
  behaviour('B-247', 'case and whole words count when asked to, in keys too', async (sheet) => {
    await find(sheet, 'growth');
    await lookIn(sheet, 'keys');
    await counts(sheet, 4);
    await toggle(sheet, 'wholeWord');
    await counts(sheet, 2);
    await sheet.page.fill(FIELD, 'GROWTH');
    await counts(sheet, 2);
    await toggle(sheet, 'matchCase');
    await counts(sheet, 0);
    await toggle(sheet, 'matchCase');
    await toggle(sheet, 'wholeWord');
    await lookIn(sheet, 'keys');
    await close(sheet);
  }),
  behaviour('B-248', 'Arabic is found without its signs, forms of alef and digits', async (sheet) => {
    await find(sheet, 'الاولي 20');
    await counts(sheet, 1);
    await sheet.press('Enter');
    await sheet.isAt('vowels');
    await toggle(sheet, 'matchCase');
    await counts(sheet, 0);
    await toggle(sheet, 'matchCase');
    await close(sheet);
  }),
  behaviour('B-249', 'a match in a formula is its row, in the period one is in', async (sheet) => {
    await sheet.click('price[2026Q3]');
    await find(sheet, 'harbour *');
    await sheet.press('Enter');
    await sheet.isAt('wharf[2026Q3]');
    await close(sheet);
  }),
  behaviour('B-250', 'Escape closes the bar and goes back to the cell one went to', async (sheet) => {
    await find(sheet, 'harbour *');
    await sheet.press('Enter');
    await sheet.isAt('wharf[2026Q1]');
    await sheet.press('Escape');
    await sheet.seesNot(BAR);
    await sheet.sees('.ag-row[row-id="wharf"] .ag-cell[col-id="2026Q1"]:focus');
  }),
  behaviour('B-251', 'all matches stand in a list with the place marked', async (sheet) => {
    await find(sheet, 'harbour');
    const texts = sheet.page.locator('.grid-find-list [role="option"]');
    await expect.poll(() => texts.count(), POLL).toBe(3);
    expect(await sheet.page.locator('.grid-find-list mark').allInnerTexts()).toEqual(
      Array(3).fill('harbour'),
    );
    await texts.nth(1).click();
    await sheet.isAt('wharf[2026Q1]');
    await expect.poll(() => texts.nth(1).getAttribute('aria-selected'), POLL).toBe('true');
    await close(sheet);
  }),
  behaviour('B-252', 'the bar moves to the lower edge when it would cover the match', async (sheet) => {
    await sheet.press('Control+Home');
    await find(sheet, '80.0');
    await lookIn(sheet, 'values');
    await sheet.page.focus(FIELD);
    await sheet.press('Enter');
    await sheet.isAt('price[2027Q4]');
    await sheet.sees(`${BAR}--below`);
    const [bar, match] = await Promise.all([
      sheet.page.locator(BAR).boundingBox(),
      cell(sheet.page, 'price[2027Q4]').boundingBox(),
    ]);
    expect(bar?.y).toBeGreaterThan((match?.y ?? 0) + (match?.height ?? 0));
    await lookIn(sheet, 'values');
    await sheet.page.fill(FIELD, 'harbour');
    await sheet.page.focus(FIELD);
    await sheet.press('Enter');
    await sheet.isAt('harbour');
    await sheet.seesNot(`${BAR}--below`);
    await close(sheet);
  }),
  behaviour(
    'B-253',
    'Enter in the second field replaces and goes on; the list shows what comes',
    async (sheet) => {
      await replace(sheet, 'harbour', 'growth');
      const after = sheet.page.locator('.grid-find-after');
      await expect
        .poll(async () => (await after.allInnerTexts()).map((text) => text.trim()), POLL)
        .toEqual(['growth', 'growth * 2', 'growth + price']);
      await sheet.press('Enter');
      await sheet.isAt('harbour');
      await labels(sheet, 'harbour', 'harbour');
      await sheet.press('Enter');
      await labels(sheet, 'harbour', 'growth');
      await sheet.isAt('wharf');
      await sheet.showsRow('wharf', ['12.0', '14.0', '16.0']);
      await sheet.press('Enter');
      await sheet.showsRow('wharf', ['2.0', '4.0']);
      await sheet.showsRow('dock', ['16.0', '27.0']);
      await close(sheet);
    },
  ),
  behaviour(
    'B-254',
    'Replace all is one step; what cannot be replaced stays and is counted',
    async (sheet) => {
      await replace(sheet, 'harbour', 'growth');
      await lookIn(sheet, 'keys');
      await replaceAll(sheet).click();
      await isTold(
        sheet,
        `${words(sheet, 'find:replaced', { count: 3 })} ${words(sheet, 'find:left', { count: 1 })}`,
      );
      await lookIn(sheet, 'keys');
      await close(sheet);
      await goTo(sheet, 'harbour[2026Q1]');
      await labels(sheet, 'harbour', 'growth');
      await sheet.showsRow('wharf', ['2.0', '4.0']);
      await sheet.showsRow('dock', ['11.0', '22.0']);
      await sheet.undo();
      await goTo(sheet, 'harbour[2026Q1]');
      await labels(sheet, 'harbour', 'harbour');
      await sheet.showsRow('wharf', ['12.0', '14.0']);
      await sheet.showsRow('dock', ['16.0', '27.0']);
    },
  ),
  behaviour('B-255', 'a formula that would not be one is left, with the reason', async (sheet) => {
    await goTo(sheet, 'wharf[2026Q1]');
    await replace(sheet, 'harbour *', '(');
    await expect.poll(() => sheet.page.locator('.grid-find-kept').count(), POLL).toBe(1);
    const reason = await sheet.page.locator('.grid-find-kept .grid-find-reason').innerText();
    await sheet.press('Enter', 'Enter');
    await isTold(sheet, reason);
    await sheet.showsRow('wharf', ['12.0', '14.0']);
    await close(sheet);
  }),
  behaviour('B-256', 'values and keys are left', async (sheet) => {
    await replace(sheet, 'harbour', 'growth');
    await lookIn(sheet, 'labels', 'formulas', 'keys');
    await counts(sheet, 1);
    await expect.poll(() => replaceAll(sheet).isDisabled(), POLL).toBe(true);
    await sheet.page.focus(BY);
    await sheet.press('Enter', 'Enter');
    await isTold(sheet, words(sheet, 'find:kept.key'));
    await lookIn(sheet, 'keys', 'values');
    await sheet.page.fill(FIELD, '280.0');
    await counts(sheet, 1);
    await sheet.page.focus(BY);
    await sheet.press('Enter', 'Enter');
    await isTold(sheet, words(sheet, 'find:kept.value'));
    await sheet.shows('disputed[2026Q1]', '280.0');
    await lookIn(sheet, 'labels', 'formulas', 'values');
    await close(sheet);
    await goTo(sheet, 'harbour[2026Q1]');
  }),
  behaviour('B-257', 'formulas are replaced in the case shown, labels in the document', async (sheet) => {
    await sheet.showCase('high');
    await sheet.click(HOME);
    await replace(sheet, 'harbour', 'growth');
    await counts(sheet, 3);
    await replaceAll(sheet).click();
    await isTold(sheet, words(sheet, 'find:replaced', { count: 3 }));
    await close(sheet);
    await goTo(sheet, 'wharf[2026Q1]');
    await sheet.showsRow('wharf', ['2.0', '4.0']);
    await sheet.showCase(null);
    await sheet.showsRow('wharf', ['12.0', '14.0']);
    await labels(sheet, 'harbour', 'growth');
  }),
  behaviour('B-258', 'among the sources Ctrl+F is their own search', async (sheet) => {
    await sheet.press('Control+6');
    await sheet.sees('.panel-sources-search');
    await sheet.press('Control+f');
    await sheet.sees('.panel-sources-search input:focus');
    await sheet.seesNot(BAR);
    await sheet.type('S-4');
    await expect.poll(() => sheet.page.inputValue('.panel-sources-search input'), POLL).toBe('S-4');
    await sheet.press('Escape', 'Control+1');
    await sheet.sees('.grid-name');
  }),
];
