import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { cell, goToCell } from '../../tools/workbench.mjs';
import { programOfGroup } from './harness.ts';

const program = programOfGroup({ document: resolve('resources', 'openai.scenario') });

// Catches: styles of the editor refused by the page's policy. What the bar does is tried in grid/formula-bar.ts.
it('writing a formula and pointing at cells breaks no rule of the page', async () => {
  const { page, complaints } = program();
  await goToCell(page, 'rev_ads[2026Q3]');
  const field = page.locator('.grid-formula [role="textbox"]');
  await field.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('= 2 * ');
  await cell(page, 'rev_api[2026Q4]').click();
  await expect.poll(() => field.innerText()).toBe('= 2 * rev_api[+1]');
  await page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
});
