// `npm start`: opens the window, or, where there is nobody to look at one, shows that the program works.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { hasDisplay } from './display.mjs';
import { electronBinary, root } from './electron-binary.mjs';

const asRoot = process.getuid?.() === 0;
const binary = electronBinary();
const documents = process.argv.slice(2);

if (binary === null) {
  console.error('There is no Electron to start: run `npm run electron:get`.');
  process.exit(1);
}
if (!hasDisplay() || asRoot) {
  const { smoke } = await import('./smoke.mjs');
  process.exit(await smoke());
}
const child = spawn(binary.path, [root, ...documents], { stdio: ['inherit', 'inherit', 'pipe'] });
// Chromium reports services that this machine does not have, such as a message bus; nobody needs to read it.
const chromium = /^\[\d+:\d+\/[\d.]+:(ERROR|WARNING|INFO):/;
createInterface({ input: child.stderr }).on('line', (line) => {
  if (!chromium.test(line)) console.error(line);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('error', (error) => {
  console.error(`Electron did not start: ${error.message}`);
  process.exit(1);
});
child.once('exit', (code) => process.exit(code ?? 1));
