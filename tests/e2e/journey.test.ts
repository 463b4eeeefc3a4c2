import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openScenario } from '#shared/format/open.ts';
import { answerDialogs, askedDialogs, inMain, killProgram } from '../../tools/driver.mjs';
import {
  cell,
  chooseMenu,
  goToCell,
  readCell,
  readHeadline,
  readMarks,
  typeIntoCell,
} from '../../tools/workbench.mjs';
import { closeLater, type RunningProgram, startProgram, temporaryFolder } from './harness.ts';

const OPENAI = resolve('resources', 'openai.scenario');
const DRIVER = 'enterprise_plan[2028]';
const DEPENDENT = 'revenue[2028]';

function documentIn(folder: string, name = 'plan.scenario'): string {
  const path = join(folder, name);
  copyFileSync(OPENAI, path);
  return path;
}

/** What the scenario in a file holds for the driver. */
function savedDriver(path: string): unknown {
  const opened = openScenario(readFileSync(path));
  if (!opened.ok) throw new Error(opened.error.code);
  const content = opened.value.scenario.items['enterprise_plan']?.content;
  return content?.kind === 'byYear' ? content.values['2028'] : undefined;
}

interface Seen {
  readonly dependent: string;
  readonly marks: readonly string[];
  readonly headline: string;
}

async function look(page: Page): Promise<Seen> {
  const dependent = await readCell(page, DEPENDENT);
  return { dependent, marks: await readMarks(page, DEPENDENT), headline: await readHeadline(page) };
}

/** Waits until grid, charts and headline all show something else than before, or all what they showed. */
async function untilSeen(page: Page, expected: (seen: Seen) => boolean): Promise<Seen> {
  let seen = await look(page);
  await expect
    .poll(async () => {
      seen = {
        dependent: (await cell(page, DEPENDENT).innerText()).trim(),
        marks: await readMarks(page, DEPENDENT),
        headline: await readHeadline(page),
      };
      return expected(seen);
    })
    .toBe(true);
  return seen;
}

const differsFrom = (before: Seen) => (seen: Seen) =>
  seen.dependent !== before.dependent &&
  seen.marks.join() !== before.marks.join() &&
  seen.headline !== before.headline;

const equals = (before: Seen) => (seen: Seen) => JSON.stringify(seen) === JSON.stringify(before);

async function start(document: string, language: string, userData?: string): Promise<RunningProgram> {
  return startProgram({ document, args: [`--lang=${language}`], ...(userData ? { userData } : {}) });
}

describe.each(['en', 'ar'])('in %s', (language) => {
  it('open, edit, watch grid and charts, undo, redo, save, kill, reopen', { timeout: 180_000 }, async () => {
    const folder = temporaryFolder();
    const document = documentIn(folder);
    const { app, page, complaints } = await start(document, language);
    expect(await page.evaluate(() => window.document.documentElement.dir)).toBe(
      language === 'ar' ? 'rtl' : 'ltr',
    );

    const before = await look(page);
    expect(before.marks.length).toBeGreaterThan(0);
    await typeIntoCell(page, DRIVER, '40');
    await goToCell(page, DEPENDENT);
    const after = await untilSeen(page, differsFrom(before));
    await chooseMenu(app, 'edit.undo');
    await untilSeen(page, equals(before));
    await chooseMenu(app, 'edit.redo');
    await untilSeen(page, equals(after));

    expect(savedDriver(document)).toBe(31);
    await chooseMenu(app, 'file.save');
    await expect.poll(() => savedDriver(document)).toBe(40);
    await killProgram(app);
    expect(complaints).toEqual([]);

    const again = await start(document, language);
    expect(await look(again.page)).toEqual(after);
  });
});

describe('files', () => {
  it('a change by someone else is asked about, and nothing is overwritten unasked', async () => {
    const document = documentIn(temporaryFolder());
    const { app, page } = await start(document, 'en');
    await typeIntoCell(page, DRIVER, '40');
    const theirs = readFileSync(document, 'utf8').replace('"savedBy": "', '"savedBy": "9');
    writeFileSync(document, theirs);
    await chooseMenu(app, 'file.save');
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).waitFor();
    expect(readFileSync(document, 'utf8')).toBe(theirs);
  });

  it('save as writes the edit to the new file and leaves the old one', async () => {
    const folder = temporaryFolder();
    const document = documentIn(folder);
    const copy = join(folder, 'copy.scenario');
    const { app, page } = await start(document, 'en');
    await typeIntoCell(page, DRIVER, '40');
    await answerDialogs(app, { save: [copy] });
    await chooseMenu(app, 'file.saveAs');
    await expect
      .poll(() => {
        try {
          return savedDriver(copy);
        } catch {
          return undefined;
        }
      })
      .toBe(40);
    expect(savedDriver(document)).toBe(31);
  });

  it('what is still being typed into a cell is saved with the rest, and closing would ask for it', async () => {
    const document = documentIn(temporaryFolder());
    const { app, page } = await start(document, 'en');
    await goToCell(page, DRIVER);
    await page.keyboard.type('40');
    await expect
      .poll(() => inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
      .toMatch(/^•/);
    await page.keyboard.press('Control+s');
    await expect.poll(() => savedDriver(document)).toBe(40);
  });

  it('closing with an edit asks; saving there writes it and ends the program', async () => {
    const document = documentIn(temporaryFolder());
    const { app, page } = await start(document, 'en');
    await typeIntoCell(page, DRIVER, '40');
    await expect
      .poll(() => inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
      .toMatch(/^•/);
    await answerDialogs(app, { message: [0] });
    const gone = new Promise((done) => app.process().once('exit', done));
    await closeLater(page);
    await gone;
    expect(savedDriver(document)).toBe(40);
  });

  it('each kind of damaged file is refused with one sentence, and is untouched', {
    timeout: 120_000,
  }, async () => {
    const folder = temporaryFolder();
    const whole = readFileSync(OPENAI, 'utf8');
    const damaged: Readonly<Record<string, string>> = {
      truncated: whole.slice(0, 20_000),
      newer: whole.replace('"version": 1', '"version": 2'),
      unknown: whole.replace('"company":', '"surprise": 1,\n  "company":'),
      proto: whole.replace('"company":', '"__proto__": {"polluted": true},\n  "company":'),
      infinite: whole.replace('"periods": 24', '"periods": 1e400'),
      deep: `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      large: `${whole.slice(0, -2)}${' '.repeat(20 * 1024 * 1024)}}\n`,
    };
    const { app, page } = await startProgram({ args: ['--lang=en'] });
    for (const [name, text] of Object.entries(damaged)) {
      const path = join(folder, `${name}.scenario`);
      writeFileSync(path, text);
      await answerDialogs(app, { open: [path] });
      await chooseMenu(app, 'file.open');
      const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
      await dialog.waitFor();
      expect(await askedDialogs(app)).toHaveLength(1);
      expect((await dialog.innerText()).length, name).toBeGreaterThan(40);
      expect(await dialog.innerText(), name).not.toMatch(/undefined|\{\{|errors\./);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(readFileSync(path, 'utf8') === text, name).toBe(true);
    }
  });
});

describe('exports', () => {
  it('a chart as PNG and SVG and the page as PDF, through the save dialog', {
    timeout: 120_000,
  }, async () => {
    const folder = temporaryFolder();
    const { app } = await start(documentIn(folder), 'en');
    const kinds = [
      { id: 'export.funding-obligations.png3', name: 'chart.png', starts: '\x89PNG\r\n' },
      { id: 'export.gap-ladder.svg', name: 'chart.svg', starts: '<' },
      { id: 'export.page.pdf', name: 'page.pdf', starts: '%PDF-' },
    ];
    for (const { id, name, starts } of kinds) {
      const path = join(folder, name);
      await answerDialogs(app, { save: [path] });
      await chooseMenu(app, id);
      await expect
        .poll(
          () => {
            try {
              return readFileSync(path).subarray(0, starts.length).toString('latin1');
            } catch {
              return '';
            }
          },
          { timeout: 20_000 },
        )
        .toBe(starts);
    }
    const svg = readFileSync(join(folder, 'chart.svg'), 'utf8');
    expect(svg).toContain('@font-face');
    expect(svg).not.toMatch(/<script|<foreignObject|https?:\/\/(?!www\.w3\.org)/);
    expect(readFileSync(join(folder, 'page.pdf'), 'latin1')).toContain('/StructTreeRoot');
  });
});
