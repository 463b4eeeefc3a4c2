import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { inMain, launchProgram, quitProgram } from '../driver.mjs';
import { electronBinary, root } from '../electron-binary.mjs';

const EMPTY_PAGE = 'data:text/html,<!doctype html><title>Empty</title><p>Empty</p>';

/**
 * @typedef {object} OpenWindow
 * @property {import('playwright-core').ElectronApplication} app
 * @property {import('playwright-core').Page} page
 * @property {() => Promise<void>} close
 */

/**
 * Headroom with the shipped scenario, drawn.
 * @param {Record<string, string>} env
 * @returns {Promise<OpenWindow>}
 */
export async function openHeadroom(env) {
  const program = await launchProgram({ env, document: join(root, 'resources', 'openai.scenario') });
  const close = async () => {
    await quitProgram(program.app);
    program.forget();
  };
  return { app: program.app, page: program.page, close };
}

/**
 * An Electron window with nothing of ours in it.
 * @param {Record<string, string>} env
 * @param {string} [url]
 * @returns {Promise<OpenWindow>}
 */
export async function openEmpty(env, url = EMPTY_PAGE) {
  const binary = electronBinary();
  if (!binary) throw new Error('No Electron: run `npm run electron:get` first.');
  if (binary.dist) process.env.ELECTRON_OVERRIDE_DIST_PATH = binary.dist;
  const folder = mkdtempSync(join(tmpdir(), 'headroom-empty-'));
  const main = join(root, 'tools', 'bench-window', 'empty-main.mjs');
  const app = await _electron.launch({
    args: [main, `--user-data-dir=${folder}`, '--force-device-scale-factor=1', url],
    env: { ...process.env, ...env },
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const close = async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  return { app, page, close };
}

/**
 * Memory that the page's own process holds, in MB.
 * @param {OpenWindow} window
 */
export async function pageMemory({ app }) {
  const kilobytes = await inMain(app, ({ app: electron, BrowserWindow }) => {
    const id = BrowserWindow.getAllWindows()[0].webContents.getOSProcessId();
    return electron.getAppMetrics().find(({ pid }) => pid === id).memory.workingSetSize;
  });
  return kilobytes / 1024;
}
