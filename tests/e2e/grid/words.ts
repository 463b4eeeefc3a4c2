import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Sheet } from './sheet.ts';

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
  await expect.poll(() => toast.count(), { interval: 15 }).toBe(0);
}
