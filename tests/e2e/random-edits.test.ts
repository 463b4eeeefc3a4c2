import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { scenarioToText } from '#shared/format/save.ts';
import {
  buildCase,
  buildItem,
  buildScenario,
  byPeriod,
  byYear,
  constant,
  formula,
} from '#tests/support/builders.ts';
import { answerDialogs } from '../../tools/driver.mjs';
import { chooseMenu, goToCell } from '../../tools/workbench.mjs';
import { type RunningProgram, startProgram, temporaryFolder } from './harness.ts';

const scenario = buildScenario(
  [
    buildItem('sales', byPeriod(10, 11, 12, 13, 14), { unit: 'USD m' }),
    buildItem('price', constant(2)),
    buildItem('plan', byYear({ '2025': 4, '2026': 8 }), { aggregation: 'end' }),
    buildItem('costs', byPeriod(5, null, 7, 8), { unit: 'USD m' }),
    buildItem('profit', formula('sales - costs'), { unit: 'USD m', overrides: { '2025Q3': 7 } }),
    buildItem('cash', formula('cash[-1] + profit'), { unit: 'USD m', aggregation: 'end' }),
  ],
  { cases: [buildCase('low', { sales: { values: { '2025Q2': 1 } } })] },
);

/** Mulberry32: the same presses for the same seed, so that a failure can be walked through again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const KEYS = ['sales', 'price', 'plan', 'costs', 'profit', 'cash'];
const PERIODS = ['2025Q1', '2025Q2', '2025Q4', '2026Q2'];
const MOVES = [
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Shift+ArrowRight',
  'Shift+ArrowLeft',
  'Shift+ArrowDown',
];
const EDITS = [
  'Delete',
  'Control+r',
  'Control+d',
  'Control+c',
  'Control+v',
  'Control+x',
  'Control+z',
  'Control+y',
];
const TEXTS = ['5', '1.5', '(12)', '0', 'n.a.', '3/4', '=sales * 2', '88'];

/** One press, or one text with what enters it. Whatever asks or refuses is left by Escape. */
async function press(page: Page, pick: (below: number) => number): Promise<void> {
  const { keyboard } = page;
  const kind = pick(10);
  if (kind < 3) await keyboard.press(MOVES[pick(MOVES.length)] ?? 'Home');
  else if (kind < 7) {
    await keyboard.press(EDITS[pick(EDITS.length)] ?? 'Delete');
    if ((await page.getByRole('dialog').count()) > 0)
      await keyboard.press(pick(2) === 0 ? 'Escape' : 'Enter');
  } else {
    await keyboard.type(TEXTS[pick(TEXTS.length)] ?? '5');
    await keyboard.press(pick(4) === 0 ? 'Control+Enter' : 'Enter');
    if ((await page.locator('.grid-editor').count()) > 0) await keyboard.press('Escape');
  }
}

async function saveAs({ app }: RunningProgram, path: string): Promise<string> {
  await answerDialogs(app, { save: [path] });
  await chooseMenu(app, 'file.saveAs');
  await expect.poll(() => existsSync(path)).toBe(true);
  return readFileSync(path, 'utf8');
}

describe.each([
  ['en', 20_261, 150],
  // From right to left fewer: the road is the same, the arrows are not.
  ['ar', 77_003, 50],
])('random work in the window in %s', (language, seed, presses) => {
  it(`taken back to the start gives the bytes of the file (seed ${seed})`, { timeout: 90_000 }, async () => {
    const folder = temporaryFolder();
    const document = join(folder, 'work.scenario');
    writeFileSync(document, scenarioToText(scenario, 'test'));
    const program = await startProgram({ document, args: [`--lang=${language}`] });
    const { page } = program;
    const opened = await saveAs(program, join(folder, 'opened.scenario'));
    const pick = random(seed);
    for (let count = 0; count < presses; count++) {
      // Back among the cells now and then: a walk at random ends in the heads or outside the grid.
      if (count % 8 === 0)
        await goToCell(page, `${KEYS[pick(KEYS.length)]}[${PERIODS[pick(PERIODS.length)]}]`);
      await press(page, pick);
    }
    await page.keyboard.press('Escape');
    const worked = await saveAs(program, join(folder, 'worked.scenario'));
    expect(worked).not.toBe(opened);
    const undo = page.locator('.panel-toolbar .ui-button--icon').first();
    const steps: string[] = [];
    while (await undo.isEnabled()) {
      steps.push((await undo.getAttribute('aria-label')) ?? '');
      await page.keyboard.press('Control+z');
      expect(steps.length).toBeLessThan(2 * presses);
    }
    expect(await saveAs(program, join(folder, 'undone.scenario'))).toBe(opened);
    // A sequence that only moved about would prove nothing.
    expect(steps.length).toBeGreaterThan(presses / 8);
    const names = language === 'en' ? ['Paste', 'Fill', 'Set', 'Clear'] : [];
    await goToCell(page, 'sales[2025Q1]');
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowDown', 'Delete'])
      await page.keyboard.press(key);
    await goToCell(page, 'cash[2026Q4]');
    const selected = () => page.locator('.ag-cell.grid-selected').count();
    expect(await selected()).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(selected).toBe(2);
    for (const name of names) expect(steps.join('\n')).toContain(name);
  });
});
