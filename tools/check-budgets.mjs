// What the linter has no rule for: length of files, impure calls in shared, promises for later, machine paths.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './electron-binary.mjs';

const LONGEST_FILE = 400;
const FOLDERS = ['src', 'tests', 'tools'];
const SOURCE = /\.(ts|tsx|mjs|cjs|css)$/;
const SKIPPED = new Set(['node_modules', 'fixtures']);

const FORBIDDEN = [
  {
    in: /^src\/shared\//,
    text: /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b/,
    why: 'shared knows no clock and no chance: take it as a parameter',
  },
  { in: /^src\/shared\//, text: /^(export )?let /m, why: 'shared keeps no state in a module' },
  {
    in: /^(src|tests)\//,
    text: /\b(TO)(DO)\b|\b(FIX)(ME)\b|@ts-(ignore|expect-error|nocheck)|biome-ignore/,
    why: 'finish it or leave it out',
  },
  { in: /^(src|tests)\//, text: /\b(it|test|describe)\.(only|skip|todo)\(/, why: 'every test runs' },
  {
    in: /^src\/renderer\//,
    text: /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b|dangerouslySetInnerHTML/,
    why: 'the page makes no HTML from text',
  },
  {
    in: /^src\//,
    text: /shell\.openExternal\((?!'https:)/,
    why: 'only constant https addresses leave the program',
  },
  { in: /^src\//, text: /crashReporter\.start/, why: 'the program sends nothing' },
];

const problems = FOLDERS.flatMap((folder) => sourceFiles(join(root, folder))).flatMap(problemsOf);
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);

function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : sourceFiles(path);
    return SOURCE.test(entry.name) ? [path] : [];
  });
}

function problemsOf(path) {
  const name = relative(root, path).replaceAll('\\', '/');
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n').length - 1;
  const length =
    lines > LONGEST_FILE ? [`${name}: ${lines} lines, at most ${LONGEST_FILE}: split it by idea`] : [];
  const forbidden = FORBIDDEN.filter((rule) => rule.in.test(name)).flatMap((rule) => {
    const found = rule.text.exec(text);
    if (!found) return [];
    const line = text.slice(0, found.index).split('\n').length;
    return [`${name}:${line}: ${found[0].trim()}: ${rule.why}`];
  });
  return [...length, ...forbidden];
}
