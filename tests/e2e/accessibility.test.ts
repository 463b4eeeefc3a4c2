import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chooseMenu, goToCell } from '../../tools/workbench.mjs';
import { startProgram } from './harness.ts';

const OPENAI = resolve('resources', 'openai.scenario');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function violations(page: Page): Promise<string[]> {
  // The page may not open windows, so that axe must work in this one alone.
  const { violations: found, passes } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(RULES)
    .analyze();
  expect(passes.length).toBeGreaterThan(5);
  return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`));
}

describe.each([
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'ar', theme: 'light' },
] as const)('axe finds nothing in $language, $theme', ({ language, theme }) => {
  it('on the welcome page', async () => {
    const { app, page } = await startProgram({ args: [`--lang=${language}`] });
    await chooseMenu(app, `view.theme.${theme}`);
    expect(await violations(page)).toEqual([]);
  });

  it('in the workbench and its states', { timeout: 180_000 }, async () => {
    const { app, page } = await startProgram({ document: OPENAI, args: [`--lang=${language}`] });
    await chooseMenu(app, `view.theme.${theme}`);
    const found: Record<string, string[]> = { workbench: await violations(page) };

    await goToCell(page, 'enterprise_plan[2028]');
    await page.keyboard.type('40');
    found['editing'] = await violations(page);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+KeyK');
    await page.getByRole('dialog').waitFor();
    found['commands'] = await violations(page);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Shift+F1');
    await page.getByRole('dialog').waitFor();
    found['functions'] = await violations(page);
    await page.keyboard.press('Escape');

    await page.locator('[data-region="charts"] section button').first().click();
    await page.getByRole('dialog').waitFor();
    found['large chart'] = await violations(page);
    await page.keyboard.press('Escape');

    await chooseMenu(app, 'edit.editRow');
    await page.getByRole('dialog').waitFor();
    found['row dialog'] = await violations(page);
    await page.keyboard.press('Escape');

    await chooseMenu(app, 'cases.page');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('table').waitFor();
    found['cases'] = await violations(page);
    const states = Object.keys(found).map((state) => [state, []]);
    expect(found).toEqual(Object.fromEntries(states));
  });
});
