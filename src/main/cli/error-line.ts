import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CliError } from './cli-error.ts';
import { resourcesFolder } from './program-files.ts';

type Params = Readonly<Record<string, string | number>>;

/** The one line that a failed command leaves on stderr. */
export function errorLine({ code, params, subject, near, further }: CliError): string {
  const parts = [
    `headroom: ${code}:`,
    ...(subject === undefined ? [] : [`${shown(subject)}:`]),
    sentence(code, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(value)]))),
    ...(near === undefined ? [] : [sentence('did-you-mean', { near: shown(near) })]),
    ...(further === 0 ? [] : [sentence('problems-further', { count: further })]),
  ];
  // A reason that ends in a question keeps its own sign.
  return `${parts.join(' ').replaceAll(/\s+/g, ' ').trim().replace(/\?\.$/, '?')}\n`;
}

const LONGEST_PART = 300;
/** Texts of a file or an argument must not steer the terminal, nor turn the line around. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** What a sentence names, short and on one line. */
function shown(value: string | number): string {
  if (value === '') return '""';
  const line = String(value).replaceAll(/\s/g, ' ').replaceAll(INVISIBLE, '�');
  return line.length > LONGEST_PART ? `${line.slice(0, LONGEST_PART)}…` : line;
}

/** Sentence of a code in English; the code itself where there is none. */
export function sentence(code: string, params: Params): string {
  for (const namespace of ['errors', 'refusals', 'reasons', 'tables', 'explain']) {
    const sentences = readSentences(namespace);
    const found = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
    if (found !== undefined) return interpolate(found, params);
  }
  return code;
}

const readBefore = new Map<string, Readonly<Record<string, string>>>();

function readSentences(namespace: string): Readonly<Record<string, string>> {
  const known = readBefore.get(namespace);
  if (known) return known;
  const sentences = sentencesOf(join(resourcesFolder(), 'locales', 'en', `${namespace}.json`));
  readBefore.set(namespace, sentences);
  return sentences;
}

function sentencesOf(path: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

/** Puts values in place of `{{name}}`. */
function interpolate(text: string, params: Params): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
