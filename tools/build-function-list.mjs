// `npm run functions`: writes docs/functions.md from the function table.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './electron-binary.mjs';
import { functionListMarkdown } from './function-list.mjs';

const list = join(root, 'src/shared/formula/functions/function-list.ts');
const { module } = await runnerImport(list, { root, configFile: false, logLevel: 'error' });
const { families } = JSON.parse(readFileSync(join(root, 'resources/locales/en/functions.json'), 'utf8'));

const text = functionListMarkdown(module.functionList(), families, module.exampleText);
writeFileSync(join(root, 'docs/functions.md'), text);
console.log('docs/functions.md');
