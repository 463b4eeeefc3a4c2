import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CliError } from './cli-error.ts';
import { resourcesFolder } from './program-files.ts';

/** The one line that a failed command leaves on stderr. */
export function errorLine(error: CliError): string {
  const subject = error.subject === undefined ? '' : `${error.subject}: `;
  const near = error.near === undefined ? '' : ` ${sentence('did-you-mean', { near: error.near })}`;
  const line = `headroom: ${error.code}: ${subject}${sentence(error.code, error.params)}${near}`;
  return `${line.replaceAll(/\s+/g, ' ').trim()}\n`;
}

/** Sentence of a code in English; the code itself where there is none. */
function sentence(code: string, params: Readonly<Record<string, string | number>>): string {
  for (const namespace of ['errors', 'refusals']) {
    const sentences = readSentences(namespace);
    const found = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
    if (found !== undefined) return interpolate(found, params);
  }
  return code;
}

function readSentences(namespace: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(join(resourcesFolder(), 'locales', 'en', `${namespace}.json`), 'utf8'));
  } catch {
    return {};
  }
}

/** Puts values in place of `{{name}}`. */
function interpolate(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
