import { expect } from 'vitest';
import { type Behaviour, behaviour } from './behaviour.ts';
import { inMenu } from './native-menus.ts';
import {
  answer,
  ask,
  DIALOG,
  field,
  follow,
  hasFormula,
  labelOf,
  nothingDone,
  rowOf,
  selectRows,
  writeFormula,
} from './row-driving.ts';
import { HOME, type Sheet } from './sheet.ts';
import { writeNote } from './steps.ts';

const POLL = { timeout: 4000, interval: 15 } as const;

/** Gives the row of the cursor another key. */
async function rename(sheet: Sheet, to: string): Promise<void> {
  await ask(sheet, 'row.rename');
  await field(sheet, 0).fill(to);
  await field(sheet, 0).press('Enter');
  await sheet.seesNot(DIALOG);
  await sheet.sees(rowOf(to));
}

/** Opens the comment dialog on the label of the row of the cursor, and looks at what it holds. */
async function noteIs(sheet: Sheet, text: string): Promise<void> {
  await sheet.press('Home', 'Earlier', 'Shift+F2');
  await expect.poll(() => sheet.page.locator(`${DIALOG} textarea`).inputValue(), POLL).toBe(text);
  await sheet.press('Escape');
  await sheet.seesNot(DIALOG);
}

/** What changes or deletes a row, and what rests on it. */
export const ROW_CHANGES: readonly Behaviour[] = [
  behaviour('B-293', 'another key follows in formulas, cases and notes, in one step', async (sheet) => {
    await writeNote(sheet, 'filler_4', 'As in price[2026Q1], not as priced.');
    await sheet.click(HOME);
    await rename(sheet, 'cost');
    await sheet.isAt('cost[2026Q1]');
    await sheet.seesNot(rowOf('price'));
    await hasFormula(sheet, 'total[2026Q1]', 'cost + volume');
    await sheet.showCase('high');
    await sheet.showsRow('cost', ['10.0', '25.0', '30.0']);
    await sheet.shows('total[2026Q2]', '27.0');
    await sheet.showCase('whole');
    await hasFormula(sheet, 'filler_2[2026Q1]', 'cost * 2');
    await sheet.showCase(null);
    await sheet.click('filler_4[2026Q1]');
    await noteIs(sheet, 'As in cost[2026Q1], not as priced.');
    await sheet.undo();
    await follow(sheet, ':section:inputs', 'price', 'volume');
    await hasFormula(sheet, 'total[2026Q1]', 'price + volume');
  }),
  behaviour(
    'B-293',
    'another key follows in comments of cells and in what is kept in view',
    async (sheet) => {
      const { page } = sheet;
      await sheet.press('Shift+F2');
      await page.locator(`${DIALOG} textarea`).fill('above volume[2026Q1]');
      await sheet.press('Control+Enter');
      await sheet.seesNot(DIALOG);
      await sheet.click('volume[2026Q1]');
      await rename(sheet, 'count');
      await expect
        .poll(
          () => page.locator(`${rowOf('price')} .ag-cell[col-id="2026Q1"]`).getAttribute('aria-label'),
          POLL,
        )
        .toContain('above count[2026Q1]');
      await sheet.click('twice[2026Q1]');
      await rename(sheet, 'double');
      await sheet.sees(rowOf(':pinned:double'));
    },
  ),
  behaviour('B-294', 'a key that is taken, is none, or means another thing is refused', async (sheet) => {
    const refused = async () => {
      const text = () => sheet.page.locator(`${DIALOG} .ui-field-error`).innerText();
      await expect.poll(text, POLL).not.toBe('');
      await field(sheet, 0).press('Enter');
      await sheet.sees(DIALOG);
    };
    await ask(sheet, 'row.rename');
    await field(sheet, 0).fill('volume');
    await refused();
    await field(sheet, 0).fill('my price');
    await refused();
    await sheet.press('Escape');
    await sheet.seesNot(DIALOG);
    await nothingDone(sheet);
    await writeFormula(sheet, 'spare[2026Q1]', '=LET(x, 2, price * x)');
    await sheet.shows('spare[2026Q1]', '20.0');
    await sheet.click(HOME);
    await ask(sheet, 'row.rename');
    await field(sheet, 0).fill('x');
    await field(sheet, 0).press('Enter');
    await expect
      .poll(() => sheet.page.locator(`${DIALOG} .ui-dialog-text`).innerText(), POLL)
      .toContain('spare');
    await answer(sheet, 0);
    await follow(sheet, ':section:inputs', 'price', 'volume');
    await sheet.undo();
    await nothingDone(sheet);
  }),
  behaviour('B-295', 'decimals and the rule for years of several rows, in one step each', async (sheet) => {
    const choose = (action: string) =>
      inMenu(sheet, () => sheet.page.locator(labelOf('volume')).click({ button: 'right' }), action);
    await selectRows(sheet, 'price', 'volume');
    await choose('row.decimals.2');
    await sheet.shows('price[2026Q1]', '10.00');
    await sheet.shows('volume[2026Q1]', '1.00');
    await sheet.shows('gaps[2026Q1]', '5.0');
    await sheet.undo();
    await sheet.shows('price[2026Q1]', '10.0');
    await sheet.shows('volume[2026Q1]', '1.0');
    await nothingDone(sheet);
    await selectRows(sheet, 'price', 'volume');
    await sheet.shows('price[2026]', '100.0');
    await choose('row.aggregation.end');
    await sheet.shows('price[2026]', '40.0');
    await sheet.shows('volume[2026]', '4.0');
    await sheet.undo();
    await sheet.shows('price[2026]', '100.0');
    await sheet.shows('volume[2026]', '10.0');
    await nothingDone(sheet);
  }),
  behaviour(
    'B-296',
    'deleting a row that others use shows what would break; cancel stands first',
    async (sheet) => {
      await ask(sheet, 'edit.deleteRow');
      const readers = () => sheet.page.locator(`${DIALOG} .panel-rows-readers li`).allInnerTexts();
      await expect.poll(async () => (await readers()).length, POLL).toBe(4);
      const [total, spare, filler, dock] = await readers();
      expect(total).toMatch(/total[\s\S]*price \+ volume/);
      expect(spare).toMatch(/spare[\s\S]*price \* 1/);
      expect(dock).toMatch(/dock[\s\S]*harbour \+ price/);
      expect(filler).toMatch(/filler_2[\s\S]*price \* 2[\s\S]*whole/);
      // Five rows of the base, eight quarters each.
      expect(await sheet.page.locator(`${DIALOG} .ui-dialog-text`).innerText()).toMatch(/40/);
      await sheet.sees(`${DIALOG} .ui-button--primary:focus`);
      await sheet.press('Enter');
      await sheet.seesNot(DIALOG);
      await sheet.shows('total[2026Q1]', '11.0');
      await nothingDone(sheet);
    },
  ),
  behaviour(
    'B-297',
    'its values are kept: a constant in the formulas, else readers become typed',
    async (sheet) => {
      await writeFormula(sheet, 'spare[2026Q1]', '=price + fixed');
      await sheet.shows('spare[2026Q2]', '23.0');
      await sheet.click('fixed[2026Q1]');
      await ask(sheet, 'edit.deleteRow');
      await answer(sheet, 1);
      await sheet.seesNot(rowOf('fixed'));
      await hasFormula(sheet, 'spare[2026Q2]', 'price + 3');
      await sheet.shows('spare[2026Q2]', '23.0');

      await sheet.click(HOME);
      await ask(sheet, 'edit.deleteRow');
      await answer(sheet, 1);
      await sheet.seesNot(rowOf('price'));
      await sheet.showsRow('total', ['11.0', '22.0', '33.0', '44.0']);
      await sheet.sees(`${rowOf('total')} .ag-cell.grid-typed[col-id="2026Q1"]`);
      await hasFormula(sheet, 'twice[2026Q1]', 'total * 2');
      await sheet.showCase('high');
      await sheet.showsRow('total', ['11.0', '27.0', '33.0', '44.0']);
      await sheet.showCase('whole');
      await sheet.showsRow('filler_2', ['20.0', '40.0', '60.0', '80.0']);
      await sheet.showCase(null);
      // Every behaviour begins in this row.
      await sheet.undo();
      await sheet.sees(rowOf('price'));
    },
  ),
  behaviour('B-298', 'deleted anyway, readers say which name is missing', async (sheet) => {
    await sheet.click('volume[2026Q1]');
    await ask(sheet, 'edit.deleteRow');
    await answer(sheet, 0);
    await sheet.seesNot(rowOf('volume'));
    await sheet.shows('total[2026Q1]', '#NAME?');
    const words = sheet.page.locator(`${rowOf('total')} .ag-cell[col-id="2026Q1"]`);
    await expect.poll(() => words.getAttribute('aria-label'), POLL).toMatch(/volume/);
    await sheet.shows('price[2026Q1]', '10.0');
  }),
  behaviour('B-299', 'a row that a deal or the view rests on stays, and can be hidden', async (sheet) => {
    const buttons = sheet.page.locator(`${DIALOG} .ui-dialog-buttons .ui-button`);
    await sheet.click('filler_5[2026Q1]');
    await ask(sheet, 'edit.deleteRow');
    await expect
      .poll(() => sheet.page.locator(`${DIALOG} .ui-dialog-text`).innerText(), POLL)
      .toMatch(/FOLLOWS/);
    expect(await buttons.count()).toBe(2);
    await answer(sheet, 1);
    await nothingDone(sheet);
    await sheet.click('twice[2026Q1]');
    await ask(sheet, 'edit.deleteRow');
    expect(await buttons.count()).toBe(2);
    await answer(sheet, 0);
    await follow(sheet, 'total', 'spare');
    await sheet.sees(rowOf(':pinned:twice'));
  }),
  behaviour('B-300', 'each of these is undone in one step', async (sheet) => {
    const undone = async () => {
      await sheet.undo();
      await follow(sheet, ':section:inputs', 'price', 'volume', 'gaps', 'empty');
      await nothingDone(sheet);
    };
    await selectRows(sheet, 'price', 'volume');
    await sheet.press('Alt+ArrowDown');
    await follow(sheet, ':section:inputs', 'gaps', 'price', 'volume');
    await undone();
    await selectRows(sheet, 'price', 'volume');
    await sheet.press('Control+9');
    await follow(sheet, ':section:inputs', 'gaps');
    await undone();
    await sheet.click(HOME);
    await sheet.press('Control+Shift+d');
    await follow(sheet, ':section:inputs', 'price', 'price_2');
    await undone();
    await sheet.click(HOME);
    await ask(sheet, 'edit.deleteRow');
    await answer(sheet, 1);
    await sheet.seesNot(rowOf('price'));
    await undone();
    await hasFormula(sheet, 'total[2026Q1]', 'price + volume');
    await sheet.showCase('high');
    await sheet.shows('total[2026Q2]', '27.0');
  }),
];
