import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface StartArguments {
  /** Absolute path of a `.scenario` file to open. */
  readonly document: string | null;
  /** Absolute path of a file that says what to export without a window. */
  readonly exportJob: string | null;
}

const EXPORT_JOB = '--export-job=';
/** Switches that hand the program to someone else; fuses do not cover them. */
const DEBUGGING = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'js-flags',
  'load-extension',
  'no-sandbox',
];

/** What was asked for on the command line. `cwd` is where it was typed. Other switches are Chromium's. */
export function readStartArguments(argv: readonly string[], cwd: string): StartArguments {
  const job = argv.find((argument) => argument.startsWith(EXPORT_JOB));
  const document = argv.map((argument) => documentPath(argument, cwd)).find((path) => path !== null);
  return {
    document: document ?? null,
    exportJob: job === undefined ? null : resolve(cwd, job.slice(EXPORT_JOB.length)),
  };
}

/** The absolute path behind a path or a `file:` address, if it is a local `.scenario` file; else null. */
export function documentPath(argument: string, cwd: string): string | null {
  if (argument.startsWith('-')) return null;
  const path = argument.startsWith('file:') ? localPath(argument) : argument;
  if (path === null || path.includes('\0') || isNetworkPath(path)) return null;
  return extname(path).toLowerCase() === '.scenario' ? resolve(cwd, path) : null;
}

function localPath(address: string): string | null {
  try {
    return fileURLToPath(address);
  } catch {
    return null;
  }
}

/** Opening `\\server\share\x` would send the user's name to that server. */
function isNetworkPath(path: string): boolean {
  return path.startsWith('\\\\') || path.startsWith('//');
}

/** The switches among `DEBUGGING` that are set; a packaged program does not start with any. */
export function debuggingSwitches(hasSwitch: (name: string) => boolean): string[] {
  return DEBUGGING.filter(hasSwitch);
}
