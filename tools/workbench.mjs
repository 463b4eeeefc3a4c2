// What a user does in the workbench, for the tools and tests that drive the real program.
import { inMain } from './driver.mjs';

let choices = 0;

/**
 * Goes to a cell by its name, such as `revenue[2028]`, as a user does with the name box.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
export async function goToCell(page, name) {
  const box = page.locator('.grid-name input');
  await box.click();
  await box.fill(name);
  await box.press('Enter');
  await cell(page, name).waitFor();
  await cell(page, name).click();
}

/**
 * The cell on screen; it is there while it is in view.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
export function cell(page, name) {
  const { row, column } = partsOf(name);
  return page.locator(`.ag-row[row-id="${row}"] .ag-cell[col-id="${column}"]`).first();
}

/**
 * What a cell shows.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
export async function readCell(page, name) {
  await goToCell(page, name);
  return (await cell(page, name).innerText()).trim();
}

/**
 * Types a value into a cell and leaves it with Enter.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {string} text
 */
export async function typeIntoCell(page, name, text) {
  await goToCell(page, name);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/**
 * The marks of the charts that draw a cell, as they are read out: `2028, Revenue: $99.9 bn. From revenue[2028]`.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
export async function readMarks(page, name) {
  const marks = page.locator(`[data-region="charts"] [aria-label*="${name}"]`);
  return marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label') ?? ''));
}

/**
 * The sentence over the workbench.
 * @param {import('playwright-core').Page} page
 */
export async function readHeadline(page) {
  return (await page.locator('.panel-headline h1').innerText()).replaceAll(/\s+/g, ' ').trim();
}

/** The page tells main of its menu when it has time for it. */
const MENU_LIMIT_MS = 3000;

/**
 * Chooses an entry of the native menu by the id of its action, as soon as it can be chosen.
 * @param {import('playwright-core').ElectronApplication} app
 * @param {string} id
 */
export async function chooseMenu(app, id) {
  choices += 1;
  const limit = performance.now() + MENU_LIMIT_MS;
  for (;;) {
    const problem = await inMain(app, chooseNow, { id, choice: choices });
    if (problem === null) return;
    if (performance.now() > limit) throw new Error(`${id} ${problem}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function chooseNow({ Menu }, { id, choice }) {
  // Asked a second time for the same choice: it was made, only the answer was lost.
  if (globalThis.headroomChoice === choice) return null;
  const entry = Menu.getApplicationMenu()?.getMenuItemById(id);
  if (!entry) return 'is not in the menu';
  if (!entry.enabled) return 'is not enabled';
  globalThis.headroomChoice = choice;
  entry.click();
  return null;
}

function partsOf(name) {
  const [, row, column] = /^(.+)\[(.+)\]$/.exec(name) ?? [];
  if (row === undefined) throw new Error(`${name} names no cell`);
  return { row, column };
}
