import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const LARGEST = 1024 * 1024;

/** Appends what went wrong to a file on this machine; the log never leaves it. */
export function logError(path: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    mkdirSync(dirname(path), { recursive: true });
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(path, `${path}.old`);
    appendFileSync(path, `${new Date().toISOString()} ${text}\n`);
  } catch {
    // A log that cannot be written must not bring down what it reports on.
    process.stderr.write(`${text}\n`);
  }
}
