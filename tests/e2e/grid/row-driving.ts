import { expect } from 'vitest';
import { chooseMenu } from '../../../tools/workbench.mjs';
import type { Sheet } from './sheet.ts';

const POLL = { timeout: 4000, interval: 15 } as const;

export const DIALOG = '.ui-dialog';

export const rowOf = (key: string) => `.ag-row[row-id="${key}"]`;
export const labelOf = (key: string) => `${rowOf(key)} .ag-cell[col-id="label"]`;
export const headOf = (section: string) => labelOf(`:section:${section}`);
export const numberOf = (key: string) => `${rowOf(key)} .ag-cell[col-id="number"]`;

/** Waits until these rows follow each other on screen, with nothing between them. */
export async function follow(sheet: Sheet, ...keys: readonly string[]): Promise<void> {
  const placed = () =>
    sheet.page.locator('.ag-row[row-index]').evaluateAll((rows) => {
      const byIndex = new Map<number, string>();
      for (const row of rows) {
        const index = row.getAttribute('row-index') ?? '';
        if (/^\d+$/.test(index)) byIndex.set(Number(index), row.getAttribute('row-id') ?? '');
      }
      return [...byIndex].sort(([a], [b]) => a - b).map(([, key]) => key);
    });
  const shown = async () => {
    const all = await placed();
    const from = all.indexOf(keys[0] ?? '');
    return from < 0 ? [] : all.slice(from, from + keys.length);
  };
  await expect.poll(shown, POLL).toEqual(keys);
}

/** The step list is as long as it was: nothing was done. */
export async function nothingDone(sheet: Sheet): Promise<void> {
  await expect.poll(() => sheet.page.locator('.panel-toolbar button').first().isEnabled(), POLL).toBe(false);
}

/** The field of the dialog: English, Arabic, key, then unit, decimals and formula where the row has them. */
export const field = (sheet: Sheet, at: number) => sheet.page.locator(`${DIALOG} .ui-field-input`).nth(at);
export const FIELDS = { en: 0, ar: 1, key: 2, unit: 3, decimals: 4, formula: 5 } as const;

/** Presses a button at the foot of the dialog, counted from its start; waits until the dialog is gone. */
export async function answer(sheet: Sheet, button: number): Promise<void> {
  await sheet.page.locator(`${DIALOG} .ui-dialog-buttons .ui-button`).nth(button).click();
  await sheet.seesNot(DIALOG);
}

/** Presses on the label of a row and moves to a part of another, 0 its upper and 1 its lower edge. */
export async function holdLabel(sheet: Sheet, key: string, to: string, part = 0.5): Promise<void> {
  const { page } = sheet;
  const [start, end] = await Promise.all([
    page.locator(labelOf(key)).first().boundingBox(),
    page.locator(to).first().boundingBox(),
  ]);
  if (!start || !end) throw new Error('A label is not on screen');
  const x = start.x + start.width / 2;
  await page.mouse.move(x, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, (start.y + end.y) / 2 + 5);
  await page.mouse.move(x, end.y + end.height * part);
}

export async function dragLabel(sheet: Sheet, key: string, to: string): Promise<void> {
  await holdLabel(sheet, key, to);
  await sheet.page.mouse.up();
}

/** Writes a formula for the row of a cell in place of the one it has. */
export async function writeFormula(sheet: Sheet, name: string, formula: string): Promise<void> {
  await sheet.click(name);
  await sheet.type(formula);
  await sheet.press('Enter');
  await sheet.seesNot('.grid-editor');
}

/** Goes to a cell and waits until the formula bar says this. */
export async function hasFormula(sheet: Sheet, name: string, formula: string): Promise<void> {
  await sheet.click(name);
  const bar = sheet.page.locator('.grid-formula .cm-content');
  await expect.poll(async () => (await bar.innerText()).trim(), POLL).toBe(`= ${formula}`);
}

/** Opens the dialog that an action of the menu bar asks with. */
export async function ask(sheet: Sheet, action: string): Promise<void> {
  await chooseMenu(sheet.app, action);
  await sheet.sees(DIALOG);
}

/** Selects rows from one number to another. */
export async function selectRows(sheet: Sheet, from: string, to: string): Promise<void> {
  await sheet.page.click(numberOf(from));
  await sheet.page.click(numberOf(to), { modifiers: ['Shift'] });
}
