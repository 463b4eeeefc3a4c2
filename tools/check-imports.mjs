// Runs dependency-cruiser. It reads TypeScript through the compiler's JavaScript interface, which
// TypeScript 7 does not have: for it alone, the name `typescript` means version 6.
import Module, { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const api = pathToFileURL(require.resolve('typescript-compiler-api')).href;

register(
  `data:text/javascript,${encodeURIComponent(
    `export const resolve = (name, context, next) =>
       name === 'typescript' ? { url: '${api}', format: 'commonjs', shortCircuit: true } : next(name, context);`,
  )}`,
);
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) =>
  resolveFilename(
    name === 'typescript/package.json' ? 'typescript-compiler-api/package.json' : name,
    ...rest,
  );

process.argv.splice(2, 0, '--config', '.dependency-cruiser.cjs', 'src', 'tests');
await import(new URL('../node_modules/dependency-cruiser/bin/dependency-cruise.mjs', import.meta.url).href);
