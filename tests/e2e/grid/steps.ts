import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { cell } from '../../../tools/workbench.mjs';
import type { Sheet } from './sheet.ts';

const NAME = '.grid-name input';
const POLL = { timeout: 4000, interval: 15 } as const;

type Params = Readonly<Record<string, string | number>>;

/** A text of the program as the window shows it: `find:nothing.error`; `count` chooses the plural. */
export function words({ direction }: Sheet, name: string, params: Params = {}): string {
  const language = direction === 'ltr' ? 'en' : 'ar';
  const [file = '', path = ''] = name.split(':');
  const texts: unknown = JSON.parse(readFileSync(`resources/locales/${language}/${file}.json`, 'utf8'));
  const { count } = params;
  const plural = typeof count === 'number' ? `_${new Intl.PluralRules(language).select(count)}` : '';
  const textAt = (at: string) =>
    at
      .split('.')
      .reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], texts);
  const found = textAt(`${path}${plural}`) ?? textAt(path);
  if (typeof found !== 'string') throw new Error(`There is no text ${name}${plural}`);
  return found.replaceAll(/\{\{(\w+)\}\}/g, (_, param: string) => String(params[param]));
}

/** Waits until a message in the corner says this, and puts it away. */
export async function isTold(sheet: Sheet, text: string): Promise<void> {
  const toast = sheet.page.locator('.ui-toast').filter({ hasText: text });
  await toast.first().waitFor({ timeout: 4000 });
  await toast.first().locator('button').click();
  await expect.poll(() => toast.count(), POLL).toBe(0);
}

/** Goes to a cell by its name, however far away it is. */
export async function goTo(sheet: Sheet, name: string): Promise<void> {
  await sheet.page.fill(NAME, name);
  await sheet.page.press(NAME, 'Enter');
  await isFocused(sheet, name);
}

export async function isFocused({ page }: Sheet, name: string): Promise<void> {
  const isIt = () => {
    const one = cell(page, name);
    return one.evaluate((element) => element === document.activeElement, null, { timeout: POLL.timeout });
  };
  await expect.poll(isIt, POLL).toBe(true);
}

/** Writes beside the cell one is in; blank takes away what stands there. */
export async function writeComment(sheet: Sheet, text: string): Promise<void> {
  await sheet.press('Shift+F2');
  await sheet.sees('.comment-text:focus');
  await sheet.page.fill('.comment-text', text);
  await sheet.press('Control+Enter');
  await sheet.seesNot('[role="dialog"]');
}

/** Writes the note of a row. */
export async function writeNote(sheet: Sheet, key: string, text: string): Promise<void> {
  await goTo(sheet, `${key}[2026Q1]`);
  await sheet.press('Home', 'Earlier');
  await writeComment(sheet, text);
}
