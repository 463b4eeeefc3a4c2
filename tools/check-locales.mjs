// Every text exists in English and Arabic, with the plural forms that each language has, and takes the same params.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './electron-binary.mjs';

const FORMS = { en: ['one', 'other'], ar: ['zero', 'one', 'two', 'few', 'many', 'other'] };
const PLURAL = /_(zero|one|two|few|many|other)$/;
const folder = join(root, 'resources', 'locales');

const names = new Set(['en', 'ar'].flatMap((language) => readdirSync(join(folder, language))));
const problems = [...names].filter((name) => name.endsWith('.json')).flatMap(problemsOf);
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);

function problemsOf(name) {
  const english = textsOf('en', name);
  const arabic = textsOf('ar', name);
  return [
    ...missing(english, arabic, `ar/${name}`),
    ...missing(arabic, english, `en/${name}`),
    ...formsMissing(english, 'en', name),
    ...formsMissing(arabic, 'ar', name),
    ...paramsDiffer(english, arabic, name),
  ];
}

function textsOf(language, name) {
  try {
    return flat(JSON.parse(readFileSync(join(folder, language, name), 'utf8')));
  } catch (error) {
    console.error(`${language}/${name}: ${error.message}`);
    process.exit(1);
  }
}

function flat(value, prefix = '') {
  return new Map(
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'string' ? [[prefix + key, inner]] : [...flat(inner, `${prefix}${key}.`)],
    ),
  );
}

function stem(key) {
  return key.replace(PLURAL, '');
}

function missing(from, to, where) {
  const known = new Set([...to.keys()].map(stem));
  return [...new Set([...from.keys()].map(stem))]
    .filter((key) => !known.has(key))
    .map((key) => `${where}: ${key} is missing`);
}

function formsMissing(texts, language, name) {
  const stems = new Set([...texts.keys()].filter((key) => PLURAL.test(key)).map(stem));
  return [...stems].flatMap((key) =>
    FORMS[language]
      .filter((form) => !texts.has(`${key}_${form}`))
      .map((form) => `${language}/${name}: ${key}_${form} is missing`),
  );
}

function paramsDiffer(english, arabic, name) {
  return [...english].flatMap(([key, text]) => {
    const other = arabic.get(key);
    // Plural forms such as "one" may leave the number out.
    if (other === undefined || PLURAL.test(key) || paramsOf(text) === paramsOf(other)) return [];
    return [
      `${name}: ${key} takes ${paramsOf(text) || 'nothing'} in English, ${paramsOf(other) || 'nothing'} in Arabic`,
    ];
  });
}

function paramsOf(text) {
  const found = [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]);
  return [...new Set(found)].sort().join(', ');
}
