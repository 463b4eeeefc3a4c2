import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCES = ['src/main', 'src/shared', 'resources/locales', 'package.json'];

export const cliFolder = join(root, 'out', 'cli');
export const cliEntry = join(cliFolder, 'headroom.mjs');

/** Is the built command line at least as new as what it is built from? Looks at times only: a few milliseconds. */
export function cliIsFresh() {
  if (!existsSync(cliEntry)) return false;
  const built = statSync(cliEntry).mtimeMs;
  return !SOURCES.some((source) => isNewer(join(root, source), built));
}

function isNewer(path, time) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return false;
  if (stats.mtimeMs > time) return true;
  if (!stats.isDirectory()) return false;
  return readdirSync(path).some((name) => isNewer(join(path, name), time));
}
