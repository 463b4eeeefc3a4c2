// Builds resources/openai.scenario: node tools/build-openai/build.mjs FOLDER [OUT]
// FOLDER holds items.json, cases.json, deals.json, facts.json and register.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { scenarioOf } from './scenario.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [folder, out = join(root, 'resources/openai.scenario')] = process.argv.slice(2);

if (!folder) {
  console.error('usage: node tools/build-openai/build.mjs FOLDER [OUT]');
  process.exit(2);
}

function read(name) {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}

async function textOf(scenario) {
  const writer = join(root, 'src/shared/format/save.ts');
  const { module } = await runnerImport(writer, { root, configFile: false, logLevel: 'error' });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return module.scenarioToText(scenario, version);
}

const scenario = scenarioOf({
  items: read('items'),
  cases: read('cases'),
  deals: read('deals'),
  facts: read('facts'),
  register: read('register'),
});
writeFileSync(out, await textOf(scenario));
console.log(
  `${out}: ${scenario.itemOrder.length} rows, ${scenario.cases.length} cases, ${scenario.deals.length} deals, ${scenario.facts.length} facts`,
);
