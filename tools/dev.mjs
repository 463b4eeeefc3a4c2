// electron-vite with hot reload. It looks for Electron in its own way and needs to be told.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { electronBinary, root } from './electron-binary.mjs';

const binary = electronBinary();
const asRoot = process.getuid?.() === 0;
const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
const child = spawn(
  process.execPath,
  [script, 'dev', ...(asRoot ? ['--noSandbox'] : []), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, ...(binary ? { ELECTRON_EXEC_PATH: binary.path } : {}) },
  },
);
child.once('exit', (code) => process.exit(code ?? 1));
