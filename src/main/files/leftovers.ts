import { lstat, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporaryName } from './temporary-name.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Removes temporary files that a killed save left in a folder, once they are older than a day.
 * Never fails: a folder that cannot be tidied is not the user's problem.
 */
export async function removeLeftovers(folder: string, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isTemporaryName)) {
    const path = join(folder, name);
    const stats = await lstat(path).catch(() => null);
    if (stats?.isFile() && now - stats.mtimeMs > DAY) await unlink(path).catch(() => undefined);
  }
}
