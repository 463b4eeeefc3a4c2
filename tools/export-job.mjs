// Runs one export job of the command line in Electron: `node tools/export-job.mjs JOB.json`.
// Passes on the exit code and the program's own line of stderr; what Chromium says besides is dropped.
import { spawn } from 'node:child_process';
import { withDisplay } from './display.mjs';
import { electronBinary, root } from './electron-binary.mjs';

const OUTPUT_NOT_WRITTEN = 4;
const binary = electronBinary();
const job = process.argv[2];

if (binary === null) {
  console.error('headroom: electron-missing: it is not here, `npm run electron:get` fetches it');
  process.exit(OUTPUT_NOT_WRITTEN);
}
try {
  process.exitCode = await withDisplay((env) => run(env));
} catch (error) {
  console.error(`headroom: electron-missing: ${error.message}`);
  process.exitCode = OUTPUT_NOT_WRITTEN;
}

function run(env) {
  const asRoot = process.getuid?.() === 0;
  const child = spawn(binary.path, [root, ...(asRoot ? ['--no-sandbox'] : []), `--export-job=${job}`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const line = errors.split('\n').find((text) => text.startsWith('headroom: '));
      if (line !== undefined) console.error(line);
      else if (code !== 0)
        console.error('headroom: export-failed: Electron ended before the picture was ready.');
      resolve(code ?? OUTPUT_NOT_WRITTEN);
    });
  });
}
