import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const official = join(root, 'node_modules', 'electron');
const fallback = join(root, 'tools', 'electron-fallback', 'node_modules', 'electron');

/** Version of the Electron that package.json asks for. */
export function declaredVersion() {
  return readFileJson(join(official, 'package.json')).version;
}

/**
 * Which Electron to run: one named by ELECTRON_EXEC_PATH, the declared one, or the fallback.
 * `dist` is the folder for ELECTRON_OVERRIDE_DIST_PATH and null where the declared one is used.
 * @returns {{ path: string, dist: string | null, kind: 'given' | 'official' | 'fallback' } | null}
 */
export function electronBinary() {
  const given = process.env.ELECTRON_EXEC_PATH;
  if (given) return existsSync(given) ? { path: given, dist: distOf(given), kind: 'given' } : null;
  const declared = unpacked(official);
  if (declared) return { path: declared, dist: null, kind: 'official' };
  const spare = unpacked(fallback);
  return spare ? { path: spare, dist: join(fallback, 'dist'), kind: 'fallback' } : null;
}

function distOf(executable) {
  const folder = dirname(executable);
  return basename(executable) === 'Electron' ? dirname(dirname(dirname(folder))) : folder;
}

function unpacked(folder) {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const version = join(folder, 'dist', 'version');
  const { version: wanted } = readFileJson(join(folder, 'package.json'));
  if (!existsSync(version) || readFileSync(version, 'utf8').replace(/^v/, '').trim() !== wanted) return null;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : null;
}

function readFileJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
