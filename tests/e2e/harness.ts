import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, onTestFinished } from 'vitest';
import { type LaunchOptions, launchProgram, quitProgram } from '../../tools/driver.mjs';

export interface RunningProgram {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** What the page wrote to its console as error or warning, refusals of the policy among it. */
  readonly complaints: readonly string[];
}

/** A new empty folder, gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  return folder;
}

/** The built program with settings of its own, ended after the test; a failed test leaves a picture. */
export async function startProgram(options: LaunchOptions = {}): Promise<RunningProgram> {
  const program = await launch({ ...options, userData: options.userData ?? temporaryFolder() });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await pictureOfFailure(program.page, task.name);
    await quitProgram(program.app).catch(() => undefined);
  });
  return program;
}

/** One program for all tests of a group, where none of them leaves anything behind for the next. */
export function programOfGroup(
  options: LaunchOptions | (() => Promise<LaunchOptions>) = {},
): () => RunningProgram {
  let program: RunningProgram | undefined;
  beforeAll(async () => {
    const given = typeof options === 'function' ? await options() : options;
    program = await launch({ ...given, userData: mkdtempSync(join(tmpdir(), 'headroom-test-')) });
  });
  afterEach(async ({ task }) => {
    if (program && task.result?.state === 'fail') await pictureOfFailure(program.page, task.name);
  });
  afterAll(async () => {
    if (!program) return;
    await quitProgram(program.app).catch(() => undefined);
    rmSync(program.userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return () => {
    if (!program) throw new Error('The program of the group did not start');
    return program;
  };
}

async function launch(options: LaunchOptions & { readonly userData: string }): Promise<RunningProgram> {
  const complaints: string[] = [];
  const { app, page } = await launchProgram({
    size: { width: 1440, height: 900 },
    ...options,
    onConsole: (kind, text) => {
      if (kind === 'error' || kind === 'warning') complaints.push(text);
    },
  });
  return { app, page, userData: options.userData, complaints };
}

/** Closes the window as its button does; does not wait for an answer that the closing page cannot give. */
export async function closeLater(page: Page): Promise<void> {
  await page.evaluate(() => {
    setTimeout(() => window.headroom?.windowClose({}));
  });
}

async function pictureOfFailure(page: Page, name: string): Promise<void> {
  const folder = join('out', 'failed');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name.replaceAll(/[^\p{L}\d]+/gu, '-')}.png`);
  await page.screenshot({ path }).catch(() => undefined);
}
