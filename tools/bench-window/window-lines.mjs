import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { withDisplay } from '../display.mjs';
import { root } from '../electron-binary.mjs';
import { cell, goToCell } from '../workbench.mjs';
import { editTimes } from './edit-times.mjs';
import { openEmpty, openHeadroom, pageMemory } from './windows.mjs';

const DRIVER = 'enterprise_plan[2027]';
const EDITS = 24;
const WARM_EDITS = 4;
const STARTS = 7;

/** P6, P10 and P12: the window of the built program beside an empty one, in turns. */
export async function windowLines() {
  const emptyGrid = await buildEmptyGrid();
  return withDisplay(async (env) => [
    await editLine(env, emptyGrid),
    await startLine(env),
    await memoryLine(env),
  ]);
}

async function buildEmptyGrid() {
  const outDir = join(root, 'tests', 'bench', 'out', 'window');
  await build({
    root: join(root, 'tests', 'bench', 'window'),
    base: './',
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      // A page that is opened from a file takes no modules.
      rolldownOptions: { input: join(root, 'tests', 'bench', 'window', 'empty-grid.html') },
    },
  });
  return pathToFileURL(join(outDir, 'empty-grid.html')).href;
}

async function editLine(env, emptyGrid) {
  const ours = await openHeadroom(env);
  const theirs = await openEmpty(env, emptyGrid);
  await theirs.page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  await goToCell(ours.page, DRIVER);
  const round = async (edits) => ({
    ours: await editTimes(ours.page, {
      watched: '.grid-sheet .ag-grid-viewport, [data-region="charts"]',
      edits,
      texts: ['40', '41'],
      before: () => cell(ours.page, DRIVER).click(),
    }),
    theirs: await editTimes(theirs.page, {
      watched: '#grid',
      edits,
      texts: ['40', '41'],
      before: () => theirs.page.click('.ag-cell'),
    }),
  });
  await round(WARM_EDITS);
  const rounds = [];
  for (let at = 0; at < 3; at++) rounds.push(await round(EDITS / 3));
  await ours.close();
  await theirs.close();
  const all = (side) => rounds.flatMap((one) => one[side]);
  const [mine, other] = [all('ours'), all('theirs')];
  const spread = rounds.map((one) => quantile(one.ours, 0.95) / quantile(one.theirs, 0.95));
  const words = [0.5, 0.95, 0.99]
    .map((share) => `p${share * 100} ${quantile(mine, share).toFixed(0)}`)
    .join(', ');
  return lineOf('P6', `edit to painted grid and charts (${words} ms), p95 ÷ empty grid`, '≤ 2', {
    ours: quantile(mine, 0.95),
    theirs: quantile(other, 0.95),
    spread,
  });
}

async function startLine(env) {
  const timed = async (open) => {
    const start = performance.now();
    const window = await open(env);
    const spent = performance.now() - start;
    await window.close();
    return spent;
  };
  return inTurns('P10', 'start to interactive grid ÷ empty Electron window', '≤ 1.5', timed);
}

/** In MB, not ms. */
async function memoryLine(env) {
  const held = async (open) => {
    const window = await open(env);
    const megabytes = await pageMemory(window);
    await window.close();
    return megabytes;
  };
  return inTurns('P12', 'memory of the window (MB) ÷ empty Electron window', '≤ 1.6', held);
}

/** Measures Headroom's window and an empty one, one after the other, some times; the medians count. */
async function inTurns(id, what, asked, measure) {
  const rounds = [];
  for (let at = 0; at < STARTS; at++) {
    rounds.push({ ours: await measure(openHeadroom), theirs: await measure(openEmpty) });
  }
  const median = (side) =>
    quantile(
      rounds.map((round) => round[side]),
      0.5,
    );
  return lineOf(id, what, asked, {
    ours: median('ours'),
    theirs: median('theirs'),
    spread: rounds.map(({ ours, theirs }) => ours / theirs),
  });
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function lineOf(id, what, asked, { ours, theirs, spread }) {
  return {
    id,
    what,
    asked,
    ratio: ours / theirs,
    spread: [Math.min(...spread), Math.max(...spread)],
    ours,
    theirs,
  };
}
