import type { ElectronApplication, Page } from 'playwright-core';
import { expect } from 'vitest';
import { cell } from '../../../tools/workbench.mjs';
import { type Clip, readClipboard, writeClipboard } from './clipboard.ts';

export type Direction = 'ltr' | 'rtl';

/** Where every behaviour starts. */
export const HOME = 'price[2026Q1]';

/** The grid as a person has it in hand: keys, pointer, and what can be seen and heard. */
export interface Sheet {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly direction: Direction;
  /** Keys one after the other; `Later` and `Earlier` are the arrows along time in this direction. */
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Clicks a cell such as `price[2026Q2]`. */
  click(name: string, modifiers?: readonly Modifier[]): Promise<void>;
  /** Presses on one cell, moves to another, lets go. */
  drag(from: string, to: string, modifiers?: readonly Modifier[]): Promise<void>;
  /** Waits until the name box says this: a cell or a range. */
  isAt(name: string): Promise<void>;
  /** Waits until as many cells on screen are selected. */
  hasSelected(count: number): Promise<void>;
  shows(name: string, text: string): Promise<void>;
  /** Waits until a run of cells of one row shows these texts. */
  showsRow(key: string, texts: readonly string[], from?: string): Promise<void>;
  /** Waits until what is said to screen readers, or beside the cell, matches. */
  says(pattern: RegExp): Promise<void>;
  sees(selector: string): Promise<void>;
  seesNot(selector: string): Promise<void>;
  copied(): Promise<Clip>;
  putOnClipboard(clip: Clip): Promise<void>;
  /** Null for the base. */
  showCase(name: string | null): Promise<void>;
  undo(): Promise<void>;
  /** Back to where every behaviour starts. */
  reset(): Promise<void>;
}

export type Modifier = 'Shift' | 'Control';

export const QUARTERS = ['2026Q1', '2026Q2', '2026Q3', '2026Q4', '2027Q1', '2027Q2', '2027Q3', '2027Q4'];

const NAME = '.grid-name input';

export function createSheet(app: ElectronApplication, page: Page, direction: Direction): Sheet {
  const later = direction === 'ltr' ? 'ArrowRight' : 'ArrowLeft';
  const earlier = direction === 'ltr' ? 'ArrowLeft' : 'ArrowRight';
  const physical = (key: string) => key.replace('Later', later).replace('Earlier', earlier);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(physical(key));
  };
  const isAt = async (name: string) => {
    await expect.poll(() => page.inputValue(NAME), POLL).toBe(name);
  };
  const undoButton = page.locator('.panel-toolbar button').first();
  const textOf = async (name: string) => {
    const shown = cell(page, name);
    return (await shown.count()) === 0 ? null : (await shown.innerText()).trim();
  };
  return {
    app,
    page,
    direction,
    press,
    isAt,
    type: (text) => page.keyboard.type(text),
    click: (name, modifiers = []) => cell(page, name).click({ modifiers: [...modifiers] }),
    drag: (from, to, modifiers = []) => drag(page, from, to, modifiers),
    hasSelected: async (count) => {
      await expect.poll(() => page.locator('.ag-cell[aria-selected="true"]').count(), POLL).toBe(count);
    },
    shows: async (name, text) => {
      await expect.poll(() => textOf(name), POLL).toBe(text);
    },
    showsRow: async (key, texts, from = '2026Q1') => {
      const columns = QUARTERS.slice(QUARTERS.indexOf(from)).slice(0, texts.length);
      const row = () => Promise.all(columns.map((column) => textOf(`${key}[${column}]`)));
      await expect.poll(row, POLL).toEqual(texts);
    },
    says: async (pattern) => {
      const said = page.locator('.grid-said, .grid-hint-host, .ui-toasts');
      await expect.poll(async () => (await said.allInnerTexts()).join(' '), POLL).toMatch(pattern);
    },
    sees: async (selector) => {
      await page.locator(selector).first().waitFor({ timeout: POLL.timeout });
    },
    seesNot: async (selector) => {
      await expect.poll(() => page.locator(selector).count(), POLL).toBe(0);
    },
    copied: () => readClipboard(page),
    putOnClipboard: (clip) => writeClipboard(page, clip),
    showCase: (name) => page.locator(caseButton(name)).click(),
    undo: () => press('Control+z'),
    reset: async () => {
      await press('Escape', 'Escape');
      if ((await page.locator('[role="dialog"]').count()) > 0) await press('Escape');
      await press('Control+1');
      const base = page.locator(caseButton(null));
      if ((await base.getAttribute('aria-current')) === null) await base.click();
      await goHome(page);
      for (let left = MOST_STEPS; left > 0 && (await undoButton.isEnabled()); left--)
        await press('Control+z');
      await goHome(page);
      await isAt(HOME);
    },
  };
}

const caseButton = (name: string | null) =>
  (name === null ? ['Base', 'الأساس'] : [name]).map((title) => `.panel-outline-go[title="${title}"]`).join();

const MOST_STEPS = 40;
const POLL = { timeout: 4000, interval: 15 } as const;

async function goHome(page: Page): Promise<void> {
  const box = page.locator(NAME);
  await box.click();
  await box.fill(HOME);
  await box.press('Enter');
  await cell(page, HOME).click();
}

async function drag(page: Page, from: string, to: string, modifiers: readonly Modifier[]): Promise<void> {
  const [start, end] = await Promise.all([middleOf(page, from), middleOf(page, to)]);
  for (const key of modifiers) await page.keyboard.down(key);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
  for (const key of modifiers) await page.keyboard.up(key);
}

/** The middle of a cell on screen, in px of the page. */
export async function middleOf(
  page: Page,
  name: string,
): Promise<{ readonly x: number; readonly y: number }> {
  const box = await cell(page, name).boundingBox();
  if (!box) throw new Error(`${name} is not on screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
