import type { BigIntStats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '#shared/util/result.ts';
import { type FileError, FileFailure, fileErrorOf, type Step } from './file-error.ts';
import { type FileSystem, nodeFileSystem, type OpenFile } from './file-system.ts';
import { type FileStamp, isWriteProtected, stampOf } from './stamp.ts';
import { temporaryName } from './temporary-name.ts';

export interface WriteOptions {
  /** Stamp that the file must still have; absent or null: replace whatever is there. */
  readonly expected?: FileStamp | null;
  /** Permissions of a file that did not exist, before the umask. A replaced file keeps its own. */
  readonly mode?: number;
}

export interface WrittenFile {
  readonly stamp: FileStamp;
  /** ISO with time. */
  readonly savedAt: string;
  /** The new file is in place, but the folder could not be flushed: a power cut may bring the old one back. */
  readonly savedButMayNotSurvive: boolean;
}

/**
 * Replaces a file as a whole: afterwards it is wholly new, or wholly old with an error; never between,
 * and `ok` only when new. Symbolic links, owner and permissions are kept. Hard links are not.
 */
export async function atomicWrite(
  path: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
  files: FileSystem = nodeFileSystem,
): Promise<Result<WrittenFile, FileError>> {
  let step: Step = 'find-folder';
  try {
    const target = await findTarget(path, files);
    step = 'open-old';
    await checkTarget(target, options.expected ?? null, files);
    step = 'open-new';
    const temporary = join(dirname(target.path), temporaryName(files.unique()));
    const file = await files.open(temporary, 'wx', target.old ? 0o600 : (options.mode ?? 0o666));
    try {
      step = 'write';
      const written = await fill(file, bytes, target.old);
      step = 'replace';
      if (options.expected) await checkUnchanged(target, files);
      await replace(temporary, target.path, files);
      const savedButMayNotSurvive = !(await flushFolder(dirname(target.path), files));
      return ok({ ...(await finalState(target.path, written, files)), savedButMayNotSurvive });
    } catch (thrown) {
      await files.unlink(temporary).catch(() => undefined);
      throw thrown;
    }
  } catch (thrown) {
    return err(fileErrorOf(thrown, step));
  }
}

interface Target {
  /** Free of links. */
  readonly path: string;
  readonly old: BigIntStats | null;
}

async function findTarget(path: string, files: FileSystem): Promise<Target> {
  const real = await absentAsNull(files.realpath(path));
  if (real !== null) return { path: real, old: await files.stat(real) };
  if ((await absentAsNull(files.lstat(path))) !== null) throw new FileFailure('link-broken');
  return { path: join(await files.realpath(dirname(path)), basename(path)), old: null };
}

async function checkTarget(
  { path, old }: Target,
  expected: FileStamp | null,
  files: FileSystem,
): Promise<void> {
  if (old && !old.isFile()) throw new FileFailure('not-a-regular-file');
  if (expected !== null && (old === null || stampOf(old) !== expected))
    throw new FileFailure('changed-on-disk');
  if (!old) return;
  if (isWriteProtected(old)) throw new FileFailure('read-only');
  const file = await files.open(path, 'r+');
  await file.close();
}

/** Writes, flushes and closes; answers what the file looked like at the end. */
async function fill(file: OpenFile, bytes: Uint8Array, old: BigIntStats | null): Promise<BigIntStats> {
  try {
    await file.writeFile(bytes);
    if (old) await keepOwner(file, old);
    await file.sync();
    const stats = await file.stat({ bigint: true });
    if (stats.size !== BigInt(bytes.length)) throw new FileFailure('written-short');
    await file.close();
    return stats;
  } catch (thrown) {
    await file.close().catch(() => undefined);
    throw thrown;
  }
}

/** Only root may give files away: where the owner cannot be kept, the permissions still are. */
async function keepOwner(file: OpenFile, old: BigIntStats): Promise<void> {
  const now = await file.stat({ bigint: true });
  if (now.uid !== old.uid || now.gid !== old.gid) {
    await file.chown(Number(old.uid), Number(old.gid)).catch(() => undefined);
  }
  await file.chmod(Number(old.mode & 0o7777n));
}

async function checkUnchanged({ path, old }: Target, files: FileSystem): Promise<void> {
  const now = await absentAsNull(files.stat(path));
  if (!now || !old || stampOf(now) !== stampOf(old)) throw new FileFailure('changed-on-disk');
}

/** Virus scanners and indexers hold files for a moment on Windows: 45 tries are half a minute. */
const TRIES = 45;
const LONGEST_PAUSE = 1_000;
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);

async function replace(from: string, to: string, files: FileSystem): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await files.rename(from, to);
      return;
    } catch (thrown) {
      const held = HELD.has((thrown as NodeJS.ErrnoException).code ?? '');
      if (files.platform !== 'win32' || !held || attempt === TRIES) throw thrown;
      await files.wait(Math.min(20 * attempt, LONGEST_PAUSE));
    }
  }
}

/** False when the folder could not be flushed. Windows has no such call and needs none. */
async function flushFolder(path: string, files: FileSystem): Promise<boolean> {
  if (files.platform === 'win32') return true;
  try {
    const folder = await files.open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
    return true;
  } catch {
    return false;
  }
}

/** Some file systems round times when a file is closed, so the file is looked at again. */
async function finalState(
  path: string,
  written: BigIntStats,
  files: FileSystem,
): Promise<Pick<WrittenFile, 'stamp' | 'savedAt'>> {
  const now = await files.stat(path).catch(() => written);
  const ours = now.ino === written.ino && now.size === written.size ? now : written;
  return { stamp: stampOf(ours), savedAt: ours.mtime.toISOString() };
}

async function absentAsNull<T>(looked: Promise<T>): Promise<T | null> {
  try {
    return await looked;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw thrown;
  }
}
