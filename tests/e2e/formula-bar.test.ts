import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { cell, goToCell } from '../../tools/workbench.mjs';
import { programOfGroup } from './harness.ts';

const OPENAI = resolve('resources', 'openai.scenario');
const LANGUAGES = ['en', 'ar'] as const;

async function show(page: Page, language: (typeof LANGUAGES)[number]): Promise<void> {
  await page.evaluate((wanted) => window.headroom?.settingsSet({ language: wanted }), language);
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
}

async function start(page: Page) {
  await goToCell(page, 'rev_ads[2026Q3]');
  const field = page.locator('.grid-formula [role="textbox"]');
  const write = async (formula: string) => {
    await field.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(formula);
  };
  return { field, text: () => field.innerText(), write };
}

describe.each(LANGUAGES)('formula bar, %s', (language) => {
  const program = programOfGroup({ document: OPENAI });
  beforeAll(() => show(program().page, language));

  // Catches: styles of the editor refused by the page's policy, a press in the grid that takes the focus away.
  it('B-209 B-210 B-211 takes cells from the grid and marks them there', async () => {
    const { page, complaints } = program();
    const { text, write, field } = await start(page);
    await write('= 2 * ');
    await cell(page, 'rev_api[2026Q4]').click();
    expect(await text()).toBe('= 2 * rev_api[+1]');
    await cell(page, 'rev_enterprise[2026Q2]').click();
    expect(await text()).toBe('= 2 * rev_enterprise[-1]');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await cell(page, 'rev_enterprise[2026Q2]').getAttribute('data-ref')).toBe('1');
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });

  it('B-202 B-213 B-214 B-216 writes a formula without the pointer', async () => {
    const { page } = program();
    const { text, write } = await start(page);
    await write('= rev_ap');
    await page.keyboard.press('Tab');
    await page.keyboard.type(' + ');
    await page.keyboard.press('F2');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press(language === 'ar' ? 'ArrowRight' : 'ArrowLeft');
    expect(await text()).toBe('= rev_api + rev_api[-1]');
    await page.keyboard.press('F4');
    expect(await text()).toBe('= rev_api + rev_api[2026Q2]');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('col-id')))
      .toBe('2026Q3');
    expect(await text()).toBe('= rev_api + rev_api[2026Q2]');
  });

  it('B-215 Alt+= proposes a sum and Escape leaves all as it was', async () => {
    const { page } = program();
    const { text } = await start(page);
    const before = await text();
    await page.keyboard.press('Alt+Equal');
    await expect.poll(text).toMatch(/^=SUM\(.*\)$/);
    await page.keyboard.press('Escape');
    await expect.poll(text).toBe(before);
  });
});
