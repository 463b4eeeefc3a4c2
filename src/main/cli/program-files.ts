import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliError } from './cli-error.ts';

/** The folder that holds the program's resources: the first one upwards that has them. */
export function programFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (existsSync(join(folder, 'resources', 'locales', 'en', 'errors.json'))) return folder;
    const parent = dirname(folder);
    if (parent === folder) throw new CliError(4, 'resources-missing');
    folder = parent;
  }
}

export function resourcesFolder(): string {
  return join(programFolder(), 'resources');
}

export function programVersion(): string {
  const text = readFileSync(join(programFolder(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
