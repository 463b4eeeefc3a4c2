import { expect } from 'vitest';
import { type Behaviour, behaviour } from './behaviour.ts';
import { idsOf, inMenu } from './native-menus.ts';
import {
  ask,
  DIALOG,
  dragLabel,
  FIELDS,
  field,
  follow,
  hasFormula,
  headOf,
  holdLabel,
  labelOf,
  nothingDone,
  numberOf,
  rowOf,
  selectRows,
  writeFormula,
} from './row-driving.ts';
import { HOME, type Sheet } from './sheet.ts';

const POLL = { timeout: 4000, interval: 15 } as const;
const COLUMNS = 10;
const LINE = '.grid-drop-line';
const MORE = `${headOf('inputs')} .grid-more`;

async function countFields(sheet: Sheet, inputs: number, choices: number): Promise<void> {
  const count = async () => [
    await sheet.page.locator(`${DIALOG} .ui-field-input`).count(),
    await sheet.page.locator(`${DIALOG} .ui-field-choice`).count(),
  ];
  await expect.poll(count, POLL).toEqual([inputs, choices]);
}

const isShownAs = async (sheet: Sheet, at: number, text: string) => {
  await expect.poll(() => field(sheet, at).inputValue(), POLL).toBe(text);
};

export const ROWS: readonly Behaviour[] = [
  behaviour('B-280', 'Ctrl+Shift+= asks for a row and puts it below the cursor', async (sheet) => {
    await sheet.press('Control+Shift+=');
    await sheet.sees(DIALOG);
    // Labels, key, unit, decimals; kind, section, rule for years, filling.
    await countFields(sheet, 5, 4);
    await field(sheet, FIELDS.en).fill('Extra');
    await field(sheet, FIELDS.ar).fill('إضافي');
    await field(sheet, FIELDS.unit).fill('USD bn');
    await field(sheet, FIELDS.decimals).fill('2');
    await field(sheet, FIELDS.decimals).press('Enter');
    await sheet.seesNot(DIALOG);
    await follow(sheet, 'price', 'extra', 'volume');
    await sheet.isAt('extra[2026Q1]');
    await sheet.type('7');
    await sheet.press('Enter');
    await sheet.shows('extra[2026Q1]', '7.00');
  }),
  behaviour(
    'B-281',
    'the question comes with its kind; a check holds in a year when all quarters do',
    async (sheet) => {
      await ask(sheet, 'row.insert.header');
      await countFields(sheet, 3, 2);
      await sheet.press('Escape');
      await sheet.seesNot(DIALOG);
      await ask(sheet, 'row.insert.formula');
      await countFields(sheet, 6, 3);
      await sheet.press('Escape');
      await sheet.seesNot(DIALOG);
      await ask(sheet, 'row.insert.check');
      await isShownAs(sheet, FIELDS.unit, 'true/false');
      await field(sheet, FIELDS.en).fill('High enough');
      await field(sheet, FIELDS.formula).fill('price > 15');
      await field(sheet, FIELDS.formula).press('Enter');
      await follow(sheet, 'price', 'high_enough', 'volume');
      const cell = (column: string, look: string) =>
        `${rowOf('high_enough')} .ag-cell.grid-${look}[col-id="${column}"]`;
      await sheet.sees(cell('2026Q1', 'failed'));
      await sheet.sees(cell('2026Q2', 'passed'));
      await sheet.sees(cell('2026', 'failed'));
      await sheet.sees(cell('2027', 'passed'));
    },
  ),
  behaviour('B-282', 'the key follows the label until it is typed by hand', async (sheet) => {
    await sheet.press('Control+Shift+=');
    await field(sheet, FIELDS.en).fill('Cloud costs');
    await isShownAs(sheet, FIELDS.key, 'cloud_costs');
    await field(sheet, FIELDS.en).fill('Price');
    await isShownAs(sheet, FIELDS.key, 'price_2');
    await field(sheet, FIELDS.key).fill('own_key');
    await field(sheet, FIELDS.en).fill('Costs');
    await isShownAs(sheet, FIELDS.key, 'own_key');
    await sheet.press('Escape');
    await nothingDone(sheet);
  }),
  behaviour('B-283', 'on the head of a section a row goes to its end', async (sheet) => {
    await sheet.press('ArrowUp', 'Control+Shift+=');
    await field(sheet, FIELDS.en).fill('Last');
    await field(sheet, FIELDS.en).press('Enter');
    await follow(sheet, 'fixed', 'last', ':section:results');
  }),
  behaviour(
    'B-284',
    'Ctrl+Shift+D copies a row below it, with sources, overrides and cases',
    async (sheet) => {
      await sheet.press('Control+Shift+d');
      await follow(sheet, 'price', 'price_2', 'volume');
      await sheet.isAt('price_2[2026Q1]');
      await sheet.showCase('high');
      await sheet.showsRow('price_2', ['10.0', '25.0', '30.0']);
      await sheet.showCase(null);
      await sheet.undo();
      await follow(sheet, 'price', 'volume');
    },
  ),
  behaviour(
    'B-284',
    'a copy of a row that reads itself reads itself; typed values and sources go along',
    async (sheet) => {
      await writeFormula(sheet, 'spare[2026Q1]', '=price + spare[-1] * 0');
      await sheet.click('spare[2026Q3]');
      await sheet.type('99');
      await sheet.press('Enter');
      await sheet.click('spare[2026Q1]');
      await sheet.press('Control+Shift+d');
      await hasFormula(sheet, 'spare_2[2026Q1]', 'price + spare_2[-1] * 0');
      await sheet.shows('spare_2[2026Q3]', '99.0');
      await sheet.click('filler_3[2026Q1]');
      await sheet.press('Control+Shift+d');
      // The first number that is free: there are as many rows of this stem as fill the screen.
      await sheet.isAt('filler_61[2026Q1]');
      await expect
        .poll(() => sheet.page.locator(`${rowOf('filler_61')} .ag-cell[col-id="source"]`).innerText(), POLL)
        .toContain('THREE');
    },
  ),
  behaviour('B-285', 'Alt+down and Alt+up move the chosen rows by a row that is seen', async (sheet) => {
    await sheet.press('Alt+ArrowDown');
    await follow(sheet, ':section:inputs', 'volume', 'price', 'gaps');
    await sheet.isAt(HOME);
    await sheet.press('Alt+ArrowUp');
    await follow(sheet, ':section:inputs', 'price', 'volume', 'gaps');
    await sheet.press('Shift+ArrowDown', 'Alt+ArrowDown');
    await follow(sheet, ':section:inputs', 'gaps', 'price', 'volume', 'empty');
    await sheet.click('fixed[2026Q1]');
    await sheet.press('Alt+ArrowDown');
    await follow(sheet, 'plan', ':section:results', 'fixed', 'total');
    await sheet.press('Alt+ArrowUp');
    await follow(sheet, 'plan', 'fixed', ':section:results', 'total');
    // A hidden row is no step.
    await sheet.click('empty[2026Q1]');
    await sheet.press('Control+9');
    await sheet.seesNot(rowOf('empty'));
    await sheet.click('volume[2026Q1]');
    await sheet.press('Alt+ArrowDown');
    await follow(sheet, 'price', 'users', 'volume');
  }),
  behaviour(
    'B-286',
    'a label is dragged with its row, or with all chosen rows; a line shows where',
    async (sheet) => {
      await holdLabel(sheet, 'price', labelOf('gaps'));
      await sheet.sees(LINE);
      const [line, over] = await Promise.all([
        sheet.page.locator(LINE).boundingBox(),
        sheet.page.locator(rowOf('gaps')).first().boundingBox(),
      ]);
      expect(Math.abs((line?.y ?? 0) - ((over?.y ?? 0) + (over?.height ?? 0)))).toBeLessThan(4);
      await sheet.page.mouse.up();
      await follow(sheet, ':section:inputs', 'volume', 'gaps', 'price', 'empty');
      await sheet.seesNot(LINE);
      await selectRows(sheet, 'volume', 'gaps');
      await dragLabel(sheet, 'gaps', labelOf('empty'));
      await follow(sheet, ':section:inputs', 'price', 'empty', 'volume', 'gaps', 'users');
    },
  ),
  behaviour('B-287', 'a label dragged beyond the edge scrolls', async (sheet) => {
    const { page } = sheet;
    const view = await page.locator('.ag-grid-viewport').boundingBox();
    if (!view) throw new Error('The sheet is not on screen');
    await holdLabel(sheet, 'price', labelOf('gaps'));
    const start = await page.locator(labelOf('gaps')).boundingBox();
    const x = (start?.x ?? 0) + 40;
    await page.mouse.move(x, view.y + view.height + 40);
    const scrolled = () => page.locator('.ag-grid-viewport').evaluate((element) => element.scrollTop);
    await expect.poll(scrolled, POLL).toBeGreaterThan(100);
    await page.mouse.up();
    // Far below where it was, and in view.
    const at = async () => Number(await page.locator(rowOf('price')).getAttribute('row-index'));
    await expect.poll(at, POLL).toBeGreaterThan(15);
    await expect.poll(() => page.locator(`${LINE}`).count(), POLL).toBe(0);
  }),
  behaviour('B-288', 'Escape calls the drag of a label off', async (sheet) => {
    await holdLabel(sheet, 'price', labelOf('gaps'));
    await sheet.sees(LINE);
    await sheet.press('Escape');
    await sheet.seesNot(LINE);
    await sheet.page.mouse.up();
    await follow(sheet, ':section:inputs', 'price', 'volume', 'gaps');
    await nothingDone(sheet);
  }),
  behaviour(
    'B-289',
    'on the head of a section: from above first in it, from below last before it',
    async (sheet) => {
      await dragLabel(sheet, 'price', headOf('results'));
      await follow(sheet, 'fixed', ':section:results', 'price', 'total');
      await dragLabel(sheet, 'twice', headOf('results'));
      await follow(sheet, 'fixed', 'twice', ':section:results', 'price', 'total', 'spare');
    },
  ),
  behaviour('B-290', 'row numbers select rows and move none', async (sheet) => {
    const { page } = sheet;
    await page.click(numberOf('price'));
    await page.click(numberOf('gaps'), { modifiers: ['Shift'] });
    await sheet.hasSelected(3 * COLUMNS);
    await page.click(numberOf('users'), { modifiers: ['Control'] });
    await sheet.hasSelected(4 * COLUMNS);
    await sheet.drag('price[number]', 'volume[number]');
    await sheet.hasSelected(2 * COLUMNS);
    await follow(sheet, ':section:inputs', 'price', 'volume', 'gaps');
    await nothingDone(sheet);
  }),
  behaviour(
    'B-291',
    'Ctrl+9 and Alt+Shift+right hide the chosen rows, and the head counts them',
    async (sheet) => {
      const { page } = sheet;
      await page.click(numberOf('volume'));
      await sheet.press('Control+9');
      await follow(sheet, ':section:inputs', 'price', 'gaps');
      await expect.poll(() => page.locator(MORE).innerText(), POLL).toMatch(/1|بند آخر/);
      await sheet.click('gaps[2026Q1]');
      await sheet.press('Shift+ArrowDown', 'Alt+Shift+ArrowRight');
      await follow(sheet, ':section:inputs', 'price', 'users');
      await expect.poll(() => page.locator(MORE).innerText(), POLL).toMatch(/3/);
      await sheet.undo();
      await follow(sheet, ':section:inputs', 'price', 'gaps', 'empty', 'users');
    },
  ),
  behaviour('B-292', 'Ctrl+Shift+9 and Alt+Shift+left hide chosen rows no more', async (sheet) => {
    const { page } = sheet;
    await sheet.click('volume[2026Q1]');
    await sheet.press('Shift+ArrowDown', 'Control+9');
    await follow(sheet, 'price', 'empty');
    await page.click(MORE);
    await follow(sheet, 'price', 'volume', 'gaps', 'empty');
    await sheet.click('volume[2026Q1]');
    await sheet.press('Control+Shift+9');
    await page.click(MORE);
    await follow(sheet, 'price', 'volume', 'empty');
    await page.click(MORE);
    await sheet.click('gaps[2026Q1]');
    await sheet.press('Alt+Shift+ArrowLeft');
    // Nothing is left to hide or show.
    await sheet.seesNot(MORE);
    await follow(sheet, 'price', 'volume', 'gaps', 'empty');
    // Taking a step back goes where it was made: hidden rows are shown there, and are put away again.
    await sheet.press('Control+z', 'Control+z');
    await follow(sheet, 'price', 'volume', 'gaps', 'empty');
    await page.click(MORE);
    await follow(sheet, 'price', 'empty');
  }),
  behaviour('B-301', 'labels have no indent: Ctrl+Alt+Tab changes nothing', async (sheet) => {
    // Of rows: the label of a section stands behind its chevron.
    const labels = sheet.page.locator('.ag-cell[col-id="label"] .grid-label:not(.grid-section-head *)');
    const starts = () =>
      labels.evaluateAll((all) => {
        const rtl = document.documentElement.dir === 'rtl';
        return all.map((one) => Math.round(one.getBoundingClientRect()[rtl ? 'right' : 'left']));
      });
    const before = await starts();
    expect(before.length).toBeGreaterThan(10);
    expect(new Set(before).size).toBe(1);
    await sheet.press('Control+Alt+Tab');
    expect(await starts()).toEqual(before);
    await nothingDone(sheet);
    const menu = await inMenu(sheet, () => sheet.page.locator(labelOf('price')).click({ button: 'right' }));
    expect(idsOf(menu).filter((id) => /indent/i.test(id))).toEqual([]);
  }),
];
