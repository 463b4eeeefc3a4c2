// `npm run bench [-- --json]`: fetches the engines to measure against, bundles tests/bench and runs it. What is
// measured in the window needs the built program.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { windowLines } from './bench-window/window-lines.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(project, 'tests/bench');

if (!existsSync(join(folder, 'node_modules'))) {
  execFileSync('npm', ['ci', '--prefix', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
}

await build({
  root: project,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: join(folder, 'index.ts'),
    outDir: join(folder, 'out'),
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { external: ['hyperformula', '@ironcalc/wasm'] },
  },
});

const { runBench } = await import(pathToFileURL(join(folder, 'out/index.js')).href);
runBench(project, process.argv.includes('--json'), await windowLines());
