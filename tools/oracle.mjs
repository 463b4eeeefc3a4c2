// `npm run oracle`: recalculates the examples of all functions in LibreOffice (`soffice` must be installed).
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(project, 'out/oracle');

await build({
  root: project,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  ssr: { noExternal: true },
  build: { ssr: join(project, 'tests/oracle/index.ts'), outDir: folder, emptyOutDir: true, target: 'node20' },
});

const { runOracle } = await import(pathToFileURL(join(folder, 'index.js')).href);
process.exit(runOracle() === 0 ? 0 : 1);
