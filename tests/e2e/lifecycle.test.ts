import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answerDialogs, askedDialogs, inMain, quitProgram } from '../../tools/driver.mjs';
import { electronBinary } from '../../tools/electron-binary.mjs';
import { closeLater, startProgram, temporaryFolder } from './harness.ts';

const OPENAI = resolve('resources', 'openai.scenario');

function documentIn(folder: string, name: string): string {
  const path = join(folder, name);
  copyFileSync(OPENAI, path);
  return path;
}

/** Starts the program a second time, as a double click on a file does; answers its exit code. */
function startAgain(userData: string, ...documents: string[]): Promise<number | null> {
  const asRoot = process.getuid?.() === 0;
  const child = spawn(
    electronBinary()?.path ?? '',
    [resolve('.'), ...(asRoot ? ['--no-sandbox'] : []), `--user-data-dir=${userData}`, ...documents],
    { stdio: 'ignore' },
  );
  return new Promise((done) => child.once('exit', done));
}

function titleOf(app: ElectronApplication): Promise<string> {
  return inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '');
}

/** Says to main what the page says after an edit, so that closing has something to ask about. */
async function makeDirty(page: Page, name: string): Promise<void> {
  await page.evaluate(
    (shown) => window.headroom?.documentState({ documentId: null, dirty: true, name: shown }),
    name,
  );
}

describe('a document from outside', () => {
  it('given at the start is the one that opens, under its name alone', async () => {
    const document = documentIn(temporaryFolder(), 'plan b.scenario');
    const { app } = await startProgram({ document });
    await expect.poll(() => titleOf(app)).toBe('plan b — Headroom');
  });

  it('that is damaged is refused with a sentence, and the file is untouched', async () => {
    const document = join(temporaryFolder(), 'broken.scenario');
    writeFileSync(document, readFileSync(OPENAI).subarray(0, 5000));
    const before = readFileSync(document);
    const { page } = await startProgram({ document });
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/unchanged|not changed/i);
    expect(readFileSync(document)).toEqual(before);
  });

  it('of a second start comes to the first window, and the second start ends at once', async () => {
    const folder = temporaryFolder();
    const { app, userData } = await startProgram({ document: documentIn(folder, 'first.scenario') });
    expect(await startAgain(userData, documentIn(folder, 'second one.scenario'))).toBe(0);
    await expect.poll(() => titleOf(app)).toBe('second one — Headroom');
    expect(app.windows()).toHaveLength(1);
  });
});

describe('closing with changes', () => {
  it('asks in the language of the interface, and stays when the user cancels', async () => {
    const { app, page } = await startProgram();
    await page.evaluate(() => window.headroom?.settingsSet({ language: 'ar' }));
    await makeDirty(page, 'plan.scenario');
    await answerDialogs(app, { message: [2] });
    await page.evaluate(() => window.headroom?.windowClose({}));
    await expect.poll(() => askedDialogs(app)).toHaveLength(1);
    const [asked] = await askedDialogs(app);
    expect(asked?.options['message']).toBe('هل تريد حفظ التغييرات في «plan.scenario»؟');
    expect(asked?.options['buttons']).toEqual(['حفظ', 'عدم الحفظ', 'إلغاء']);
    expect(await page.evaluate(() => window.headroom?.recentDocuments({}))).toMatchObject({ ok: true });
  });

  it('asks the page to save first when the user wants to', async () => {
    const { app, page } = await startProgram();
    const asked: string[] = [];
    await page.exposeFunction('keepAsked', () => asked.push('save'));
    await page.evaluate(() => {
      const { keepAsked } = window as unknown as { keepAsked: () => void };
      window.headroom?.onCloseRequested(() => keepAsked());
    });
    await makeDirty(page, 'plan.scenario');
    await answerDialogs(app, { message: [0] });
    await page.evaluate(() => window.headroom?.windowClose({}));
    await expect.poll(() => asked).toEqual(['save']);
  });

  it('goes without a word when the user does not want to save', async () => {
    const { app, page } = await startProgram();
    await makeDirty(page, 'plan.scenario');
    await answerDialogs(app, { message: [1] });
    const gone = new Promise((done) => app.process().once('exit', done));
    await closeLater(page);
    await gone;
  });

  it('marks the title', async () => {
    const { app, page } = await startProgram();
    await makeDirty(page, 'plan.scenario');
    await expect.poll(() => titleOf(app)).toBe('• plan.scenario — Headroom');
  });
});

describe('the next start', () => {
  it('remembers window, language, theme and recent documents', async () => {
    const folder = temporaryFolder();
    const userData = join(folder, 'user');
    mkdirSync(userData);
    const document = documentIn(folder, 'plan.scenario');
    const first = await startProgram({ userData, document });
    await first.page.evaluate(() => window.headroom?.settingsSet({ language: 'ar', theme: 'dark' }));
    await inMain(first.app, ({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 80, width: 1200, height: 700 });
    });
    await quitProgram(first.app);
    expect(existsSync(join(userData, 'remembered.json'))).toBe(true);

    const second = await startProgram({ userData, size: undefined });
    const bounds = await inMain(second.app, ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBounds(),
    );
    expect(bounds).toEqual({ x: 60, y: 80, width: 1200, height: 700 });
    const dark = await inMain(second.app, ({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
    expect(dark).toBe(true);
    expect(await second.page.evaluate(() => window.document.documentElement.dir)).toBe('rtl');
    const recent = await second.page.evaluate(() => window.headroom?.recentDocuments({}));
    expect(recent).toMatchObject({ ok: true, data: [{ name: 'plan.scenario' }] });
    expect(JSON.stringify(recent)).not.toContain(folder);
  });
});

it('settings that cannot be saved are said, not lost in silence', async () => {
  const { page, userData } = await startProgram();
  mkdirSync(join(userData, 'remembered.json'));
  await page.evaluate(() => window.headroom?.settingsSet({ outlineOpen: false }));
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await dialog.waitFor();
  expect(await dialog.innerText()).toMatch(/settings could not be saved/i);
});
