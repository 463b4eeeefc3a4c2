// Shows without a user that the program works: opens the shipped scenario, edits a driver, sees grid and
// charts follow, and leaves a picture, a drawing and a page to look at.
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withDisplay } from './display.mjs';
import { answerDialogs, killProgram, launchProgram, quitProgram } from './driver.mjs';
import { root } from './electron-binary.mjs';
import { cell, chooseMenu, goToCell, readCell, readHeadline, readMarks, typeIntoCell } from './workbench.mjs';

const FOLDER = join(root, 'out', 'smoke');
const LIMIT_MS = 120_000;
const WAIT_MS = 20_000;

const DRIVER = 'enterprise_plan[2028]';
const TYPED = '40';
const DEPENDENT = 'revenue[2028]';

const EXPORTS = [
  { id: 'export.funding-obligations.png2', name: 'funding-obligations.png', starts: '\x89PNG' },
  { id: 'export.funding-obligations.svg', name: 'funding-obligations.svg', starts: '<' },
  { id: 'export.page.pdf', name: 'report.pdf', starts: '%PDF-' },
];
const SMALLEST_BYTES = 2000;

/** Runs every step. Answers the exit code: 0, or 1 after saying which step failed and why. */
export async function smoke() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  let step = 'starting';
  const limit = setTimeout(() => {
    console.error(`Headroom does not work here: ${step}: not done after ${LIMIT_MS / 1000} s`);
    process.exit(1);
  }, LIMIT_MS);
  try {
    await withDisplay((env) =>
      steps(env, (name) => {
        step = name;
      }),
    );
    return 0;
  } catch (error) {
    console.error(`Headroom does not work here: ${step}: ${error.message}`);
    return 1;
  } finally {
    clearTimeout(limit);
  }
}

async function steps(env, begin) {
  const document = join(FOLDER, 'openai.scenario');
  copyFileSync(join(root, 'resources', 'openai.scenario'), document);
  begin('opening the scenario');
  const program = await launchProgram({
    env,
    document,
    size: { width: 1440, height: 900 },
    args: ['--lang=en'],
  });
  const { app, page } = program;
  try {
    begin(`typing into ${DRIVER}`);
    const before = { cell: await readCell(page, DEPENDENT), marks: await readMarks(page, DEPENDENT) };
    await typeIntoCell(page, DRIVER, TYPED);
    begin(`looking at ${DEPENDENT} in the grid`);
    await goToCell(page, DEPENDENT);
    await untilDifferent(before.cell, () => cell(page, DEPENDENT).innerText());
    begin(`looking at ${DEPENDENT} in the charts`);
    if (before.marks.length === 0) throw new Error('no chart draws it');
    await untilDifferent(before.marks.join(), async () => (await readMarks(page, DEPENDENT)).join());
    const headline = await readHeadline(page);
    for (const { id, name, starts } of EXPORTS) {
      begin(`exporting ${name}`);
      await exportFile(app, id, join(FOLDER, name), starts);
    }
    begin('closing');
    await quitProgram(app);
    for (const { name } of EXPORTS) console.log(relative(process.cwd(), join(FOLDER, name)));
    console.log(headline);
  } catch (error) {
    await page.screenshot({ path: join(FOLDER, 'failed.png') }).catch(() => {});
    await killProgram(app);
    throw error;
  } finally {
    program.forget();
  }
}

async function exportFile(app, id, path, starts) {
  await answerDialogs(app, { save: [path] });
  await chooseMenu(app, id);
  await until(() => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0, 'no file was written');
  const bytes = readFileSync(path);
  if (!bytes.subarray(0, starts.length).equals(Buffer.from(starts, 'latin1')))
    throw new Error('it is of another kind');
  if (bytes.length < SMALLEST_BYTES) throw new Error(`it holds only ${bytes.length} bytes`);
}

async function untilDifferent(before, read) {
  await until(async () => (await read()) !== before, `it still shows ${before}`);
}

async function until(isDone, otherwise) {
  const end = Date.now() + WAIT_MS;
  while (!(await isDone())) {
    if (Date.now() > end) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(await smoke());
