// Pictures of every view and main state of the real program, in light, dark and Arabic, large and small.
// `npm run shots [-- WORD…]` takes only states whose names contain one of the words.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { withDisplay } from './display.mjs';
import { answerDialogs, launchProgram, quitProgram, reloadPage, resizeWindow } from './driver.mjs';
import { root } from './electron-binary.mjs';
import { chooseMenu, goToCell } from './workbench.mjs';

const FOLDER = join(root, 'out', 'shots');

const LOOKS = [
  { name: 'light', language: 'en', theme: 'light' },
  { name: 'dark', language: 'en', theme: 'dark' },
  { name: 'arabic', language: 'ar', theme: 'light' },
  { name: 'arabic-dark', language: 'ar', theme: 'dark' },
];

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 640 },
];

/**
 * The states. `document` opens the shipped scenario; `enter` leads from the view as it
 * opens to the state and Escape leads back, unless `leave` says otherwise. Each later view gets its lines here.
 */
const STATES = [
  { name: 'welcome' },
  {
    name: 'refused-file',
    enter: async ({ app, page }) => {
      await answerDialogs(app, { open: [broken] });
      await chooseMenu(app, 'file.open');
      await page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor();
    },
  },
  { name: 'workbench', document: true },
  {
    name: 'case',
    document: true,
    enter: ({ page }) => chooseCase(page, 3),
    leave: ({ page }) => chooseCase(page, 0),
  },
  {
    name: 'override',
    document: true,
    enter: async ({ page }) => {
      await typeOver(page, 'rev_subscriptions[2027Q1]', '9');
      await goToCell(page, 'rev_subscriptions[2027Q1]');
    },
    leave: undo,
  },
  {
    name: 'editing-value',
    document: true,
    enter: ({ page }) => startTyping(page, 'enterprise_plan[2028]', '1.5bn'),
  },
  {
    name: 'editing-formula',
    document: true,
    enter: ({ page }) => startTyping(page, 'revenue[2027Q1]', '=enterprise +'),
  },
  {
    name: 'refused-value',
    document: true,
    enter: ({ page }) => typeOver(page, 'enterprise_plan[2028]', '1/2/3'),
  },
  {
    name: 'commands',
    document: true,
    enter: ({ page }) => page.keyboard.press('Control+KeyK'),
  },
  { name: 'functions', document: true, enter: ({ page }) => page.keyboard.press('Shift+F1') },
  {
    name: 'as-of',
    document: true,
    enter: async ({ page }) => {
      await page.click('.panel-as-of-date');
      await page.locator('.panel-as-of-form input[type="text"]').fill('2025-12-31');
      await page.keyboard.press('Enter');
    },
  },
  { name: 'deals', document: true, enter: ({ page }) => page.keyboard.press('Control+Digit2') },
  { name: 'sources', document: true, enter: ({ page }) => page.keyboard.press('Control+Digit6') },
  {
    name: 'explain',
    document: true,
    enter: async ({ page }) => {
      await goToCell(page, 'revenue[2030]');
      await page.keyboard.press('Control+Shift+KeyE');
    },
  },
  {
    name: 'counterparties',
    document: true,
    enter: ({ app }) => chooseMenu(app, 'view.counterparties'),
    leave: toModel,
  },
  {
    name: 'counterparty',
    document: true,
    enter: async ({ app, page }) => {
      await chooseMenu(app, 'view.counterparties');
      await page.locator('[data-party="Amazon"]').first().click();
    },
    leave: toModel,
  },
  {
    name: 'deal-edit',
    document: true,
    enter: async ({ app, page }) => {
      await page.keyboard.press('Control+Digit2');
      await page.locator('[data-region="deals"] tbody tr, .panel-deals-table tbody tr').nth(1).click();
      await chooseMenu(app, 'deal.edit');
    },
    leave: async (program) => {
      await program.page.keyboard.press('Escape');
      await toModel(program);
    },
  },
  { name: 'cases-page', document: true, enter: ({ app }) => chooseMenu(app, 'cases.page') },
  { name: 'history', document: true, enter: afterAnEdit('view.history'), leave: leaveAndUndo },
  {
    name: 'find',
    document: true,
    enter: async ({ app, page }) => {
      await chooseMenu(app, 'find.replace');
      await page.keyboard.type('revenue');
    },
  },
  {
    name: 'trace',
    document: true,
    enter: async ({ page }) => {
      await goToCell(page, 'revenue[2026Q3]');
      await page.keyboard.press('Control+Alt+BracketLeft');
    },
    leave: ({ page }) => page.keyboard.press('Control+Alt+BracketLeft'),
  },
  {
    name: 'comfortable',
    document: true,
    enter: ({ app }) => chooseMenu(app, 'view.density.comfortable'),
    leave: ({ app }) => chooseMenu(app, 'view.density.dense'),
  },
  { name: 'about', document: true, enter: ({ app }) => chooseMenu(app, 'help.about') },
  {
    name: 'row-dialog',
    document: true,
    enter: async ({ app, page }) => {
      await goToCell(page, 'revenue[2027Q1]');
      await chooseMenu(app, 'edit.editRow');
    },
  },
  {
    name: 'chart-large',
    document: true,
    enter: ({ page }) => page.locator('[data-region="charts"] section button').first().click(),
  },
  {
    name: 'chart-mark',
    document: true,
    enter: ({ page }) =>
      page.locator('[data-region="charts"] [aria-label*="[2028]"]').first().hover({ force: true }),
    leave: ({ page }) => page.mouse.move(5, 5),
  },
  {
    name: 'export-menu',
    document: true,
    enter: ({ page }) => page.locator('[data-region="toolbar"] button').last().click(),
  },
  {
    name: 'all-rows',
    document: true,
    enter: ({ app }) => chooseMenu(app, 'view.showFolded'),
    leave: ({ app }) => chooseMenu(app, 'view.showFolded'),
  },
  {
    name: 'outline-folded',
    document: true,
    enter: ({ app }) => chooseMenu(app, 'view.outline'),
    leave: ({ app }) => chooseMenu(app, 'view.outline'),
  },
  {
    name: 'page',
    document: true,
    enter: ({ page }) => asPrinted(page, 'print', 'beforeprint'),
    leave: ({ page }) => asPrinted(page, null, 'afterprint'),
  },
];

/** The page draws its report when the browser is about to print; emulation alone does not say so. */
async function asPrinted(page, media, event) {
  await page.emulateMedia({ media });
  await page.evaluate((name) => window.dispatchEvent(new Event(name)), event);
}

/** The cases in the order of the switch; 0 is the base. */
async function chooseCase(page, index) {
  await page.locator('[data-region="toolbar"] button[aria-haspopup]').first().click();
  await page.locator('[role="option"], [role="menuitemradio"]').nth(index).click();
  await page.locator('[role="listbox"], [role="menu"]').waitFor({ state: 'detached' });
}

async function startTyping(page, cell, text) {
  await goToCell(page, cell);
  await page.keyboard.type(text);
}

async function typeOver(page, cell, text) {
  await startTyping(page, cell, text);
  await page.keyboard.press('Enter');
}

function toModel({ page }) {
  return page.keyboard.press('Control+Digit1');
}

function afterAnEdit(action) {
  return async ({ app, page }) => {
    await typeOver(page, 'enterprise_plan[2028]', '40');
    await chooseMenu(app, action);
  };
}

async function leaveAndUndo(program) {
  await program.page.keyboard.press('Escape');
  await undo(program);
}

function undo({ app }) {
  return chooseMenu(app, 'edit.undo');
}

const words = process.argv.slice(2);
const wanted = STATES.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const failures = [];

// A few states only: the others' pictures stay.
if (words.length === 0) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const documents = mkdtempSync(join(tmpdir(), 'headroom-shots-'));
const shipped = join(documents, 'openai.scenario');
const broken = join(documents, 'broken.scenario');
copyFileSync(join(root, 'resources', 'openai.scenario'), shipped);
writeFileSync(broken, '{"format":"headroom.scenario","version":1,');

await withDisplay(async (env) => {
  for (const look of LOOKS) {
    for (const [document, states] of byDocument()) await shoot(env, look, document, states);
  }
});
rmSync(documents, { recursive: true, force: true });
for (const failure of failures) console.error(failure);
console.log(`${relative(process.cwd(), FOLDER)}: ${wanted.length} states, ${failures.length} failures`);
process.exit(failures.length === 0 ? 0 : 1);

function byDocument() {
  const documentOf = (state) => (state.document ? shipped : undefined);
  return [undefined, shipped]
    .map((document) => [document, wanted.filter((state) => documentOf(state) === document)])
    .filter(([, states]) => states.length > 0);
}

async function shoot(env, look, document, states) {
  const program = await launchProgram({ env, document, args: [`--lang=${look.language}`] });
  const { app, page } = program;
  try {
    await page.evaluate((theme) => window.headroom.settingsSet({ theme }), look.theme);
    await reloadPage(app, page);
    for (const size of SIZES) {
      await resizeWindow(app, page, size);
      for (const state of states) await shot(program, look, size, state);
    }
  } finally {
    await quitProgram(app);
    program.forget();
  }
}

async function shot(program, look, size, state) {
  const name = `${state.name}-${look.name}-${size.width}x${size.height}`;
  try {
    await state.enter?.(program);
    await settled(program.page);
    await program.page.screenshot({ path: join(FOLDER, `${name}.png`) });
  } catch (error) {
    failures.push(`${name}: ${error.message.split('\n')[0]}`);
    await program.page.screenshot({ path: join(FOLDER, `${name}.failed.png`) }).catch(() => {});
  }
  try {
    if (state.leave) await state.leave(program);
    else if (state.enter) await program.page.keyboard.press('Escape');
    await settled(program.page);
  } catch (error) {
    failures.push(`${name}, on the way back: ${error.message.split('\n')[0]}`);
  }
}

/** Two pictures in a row are the same: nothing moves any more. */
async function settled(page) {
  let last = null;
  for (let turn = 0; turn < 20; turn++) {
    const now = await page.screenshot();
    if (last?.equals(now)) return;
    last = now;
  }
}
