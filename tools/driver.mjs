import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { electronBinary, root } from './electron-binary.mjs';

const READY_LIMIT_MS = 45_000;

/**
 * @typedef {object} LaunchOptions
 * @property {Record<string, string>} [env] More environment, such as DISPLAY.
 * @property {string} [userData] Folder of settings to start with; a fresh one by default.
 * @property {string} [document] Path of a scenario to open.
 * @property {string[]} [args] More arguments.
 * @property {{ width: number, height: number } | undefined} [size] Inner size of the window.
 * @property {(kind: string, text: string) => void} [onConsole] Hears the page's console from its first line.
 * @property {boolean} [waitUntilReady] False: return as soon as the window exists.
 */

/**
 * Starts the built program and waits until it has drawn. Native dialogs never open: they take their answers
 * from `answerDialogs` and count as cancelled without one.
 * @param {LaunchOptions} [options]
 */
export async function launchProgram(options = {}) {
  const binary = electronBinary();
  if (!binary) throw new Error('No Electron: run `npm run electron:get` first.');
  // Playwright asks the electron package of this process where the binary is.
  if (binary.dist) process.env.ELECTRON_OVERRIDE_DIST_PATH = binary.dist;
  const asRoot = process.getuid?.() === 0;
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'headroom-user-'));
  const app = await _electron.launch({
    args: [
      root,
      `--user-data-dir=${userData}`,
      '--force-device-scale-factor=1',
      ...(options.args ?? []),
      ...(options.document ? [options.document] : []),
    ],
    cwd: root,
    env: { ...process.env, ...options.env },
    chromiumSandbox: !asRoot,
    colorScheme: null,
    timeout: READY_LIMIT_MS,
  });
  try {
    const page = await openedPage(app, options);
    return { app, page, userData, forget: () => forgetFolder(userData) };
  } catch (error) {
    await killProgram(app);
    throw error;
  }
}

/** Processes that were killed may still write for a moment. */
function forgetFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

async function openedPage(app, options) {
  const complaints = [];
  const hear = (kind, text) => {
    if (kind === 'error') complaints.push(text.trim());
    options.onConsole?.(kind, text);
  };
  const listen = (page) => {
    page.on('console', (message) => hear(message.type(), message.text()));
    page.on('pageerror', (error) => hear('error', String(error)));
  };
  app.on('window', listen);
  await answerDialogs(app, {});
  const page = await app.firstWindow();
  app.off('window', listen);
  if (options.waitUntilReady === false) return page;
  try {
    await untilReady(page);
  } catch (error) {
    throw new Error(`The page did not become ready: ${complaints.join(' | ') || error.message}`);
  }
  // Only now: the menu bar, which comes with the page's first list of actions, takes room from the page.
  if (options.size) await resizeWindow(app, page, options.size);
  return page;
}

const TRIES = 10;

/**
 * Evaluates a function in main. The debugger now and then loses an answer to main's garbage collector, above
 * all while the program starts: then it is asked again, so that asking twice must do no harm.
 * @template Argument
 * @template Answer
 * @param {import('playwright-core').ElectronApplication} app
 * @param {(electron: typeof import('electron'), argument: Argument) => Answer | Promise<Answer>} act
 * @param {Argument} [argument]
 * @returns {Promise<Answer>}
 */
export async function inMain(app, act, argument) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await app.evaluate(act, argument);
    } catch (error) {
      if (attempt === TRIES || !error.message.includes('garbage collected')) throw error;
    }
  }
}

/**
 * The page sets this mark when grid and charts have drawn the first time.
 * @param {import('playwright-core').Page} page
 */
export async function untilReady(page) {
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true', undefined, {
    timeout: READY_LIMIT_MS,
  });
}

/**
 * Loads the page again and waits until it has drawn.
 * @param {import('playwright-core').ElectronApplication} app
 * @param {import('playwright-core').Page} page
 */
export async function reloadPage(app, page) {
  await page.evaluate(() => {
    document.documentElement.dataset.ready = 'old';
  });
  await inMain(app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].webContents.reload());
  await untilReady(page);
}

/**
 * Gives the page exactly this size, whatever frame and menu bar take.
 * @param {import('playwright-core').ElectronApplication} app
 * @param {import('playwright-core').Page} page
 * @param {{ width: number, height: number }} size
 */
export async function resizeWindow(app, page, size) {
  const inner = await page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }));
  const outer = await inMain(app, ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window.unmaximize();
    window.setMinimumSize(1, 1);
    return window.getSize();
  });
  const wanted = [outer[0] + size.width - inner.width, outer[1] + size.height - inner.height];
  await inMain(
    app,
    ({ BrowserWindow }, [width, height]) => {
      BrowserWindow.getAllWindows()[0].setSize(width, height);
    },
    wanted,
  );
  await page.waitForFunction(
    ({ width, height }) => window.innerWidth === width && window.innerHeight === height,
    size,
  );
}

/**
 * @typedef {object} DialogAnswers
 * @property {string[]} [open] Paths that "Open" answers, one for each dialog to come.
 * @property {string[]} [save] Paths that "Save" answers.
 * @property {number[]} [message] Numbers of the buttons that message boxes answer.
 */

/**
 * Puts answers in place of native dialogs, in main. Those already given and not used are dropped.
 * @param {import('playwright-core').ElectronApplication} app
 * @param {DialogAnswers} answers
 */
export async function answerDialogs(app, answers) {
  await inMain(
    app,
    ({ dialog }, given) => {
      const asked = [];
      globalThis.headroomDialogs = asked;
      const open = [...(given.open ?? [])];
      const save = [...(given.save ?? [])];
      const message = [...(given.message ?? [])];
      const optionsOf = (parameters) => parameters.at(-1);
      dialog.showOpenDialog = async (...parameters) => {
        asked.push({ kind: 'open', options: optionsOf(parameters) });
        const path = open.shift();
        return { canceled: path === undefined, filePaths: path === undefined ? [] : [path] };
      };
      dialog.showSaveDialog = async (...parameters) => {
        asked.push({ kind: 'save', options: optionsOf(parameters) });
        const path = save.shift();
        return { canceled: path === undefined, filePath: path ?? '' };
      };
      dialog.showMessageBox = async (...parameters) => {
        const options = optionsOf(parameters);
        asked.push({ kind: 'message', options });
        return {
          response: message.shift() ?? options.cancelId ?? options.defaultId ?? 0,
          checkboxChecked: false,
        };
      };
    },
    answers,
  );
}

/**
 * The dialogs that would have opened since `answerDialogs`, in order.
 * @param {import('playwright-core').ElectronApplication} app
 * @returns {Promise<{ kind: 'open' | 'save' | 'message', options: Record<string, unknown> }[]>}
 */
export async function askedDialogs(app) {
  return inMain(app, () => JSON.parse(JSON.stringify(globalThis.headroomDialogs)));
}

/**
 * Ends the program without asking about changes, and waits for its end.
 * @param {import('playwright-core').ElectronApplication} app
 */
export async function quitProgram(app) {
  await answerDialogs(app, { message: [1] }).catch(() => {});
  await app.close();
}

/**
 * Ends the program as a power cut would.
 * @param {import('playwright-core').ElectronApplication} app
 */
export async function killProgram(app) {
  const gone = new Promise((resolve) => app.process().once('exit', resolve));
  app.process().kill('SIGKILL');
  await gone;
}

/**
 * Ids of a process and of all that it started, on Linux.
 * @param {number} id
 * @returns {number[]}
 */
export function processTree(id) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const below = (parent) =>
    [...parents].filter(([, other]) => other === parent).flatMap(([child]) => [child, ...below(child)]);
  return [id, ...below(id)];
}

function parentOf(id) {
  try {
    // The name stands in brackets and may hold anything, so the fields count from its end.
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return Number(fields[1]);
  } catch {
    return 0;
  }
}
