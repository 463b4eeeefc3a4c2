import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { cliFolder, cliIsFresh } from './cli-freshness.mjs';
import { root } from './electron-binary.mjs';

const LOCK = `${cliFolder}.lock`;
const LOCK_AGE_MS = 60_000;

/** Builds `out/cli`, unless another process did meanwhile: several commands may start at once. */
export async function buildCli() {
  mkdirSync(join(root, 'out'), { recursive: true });
  while (!locked()) await pause(50);
  try {
    if (!cliIsFresh()) await bundle();
  } finally {
    rmdirSync(LOCK);
  }
}

function locked() {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const made = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > LOCK_AGE_MS) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

async function bundle() {
  const folder = `${cliFolder}.${process.pid}`;
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: 'src/main/cli/index.ts',
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'headroom.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  const old = `${folder}.old`;
  if (existsSync(cliFolder)) renameSync(cliFolder, old);
  renameSync(folder, cliFolder);
  rmSync(old, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCli();
