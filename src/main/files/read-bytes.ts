import { type BigIntStats, constants } from 'node:fs';
import { access, type FileHandle, open } from 'node:fs/promises';
import { err, ok, type Result } from '#shared/util/result.ts';
import { type FileError, FileFailure, fileErrorOf } from './file-error.ts';
import { type FileStamp, isWriteProtected, stampOf } from './stamp.ts';

export interface ReadBytes {
  readonly bytes: Uint8Array;
  readonly stamp: FileStamp;
  readonly readOnly: boolean;
  /** When the file was last written, ISO with time. */
  readonly savedAt: string;
}

/** A pipe without a writer must not hold the program up. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const TRIES = 3;
const MEBIBYTE = 1024 * 1024;

/**
 * The bytes of a regular file of at most `limit` bytes; its size is known before anything is read.
 * A file that is being written is read again.
 */
export async function readBytes(path: string, limit: number): Promise<Result<ReadBytes, FileError>> {
  try {
    const file = await open(path, FLAGS);
    try {
      return ok(await readStill(path, file, limit));
    } finally {
      await file.close();
    }
  } catch (thrown) {
    return err(fileErrorOf(thrown, 'read'));
  }
}

async function readStill(path: string, file: FileHandle, limit: number): Promise<ReadBytes> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = await file.stat({ bigint: true });
    if (!before.isFile()) throw new FileFailure('not-a-regular-file');
    if (before.size > BigInt(limit)) throw new FileFailure('file-too-large', { limit: limit / MEBIBYTE });
    const bytes = await readFrom(file, Number(before.size));
    const after = await file.stat({ bigint: true });
    if (stampOf(before) === stampOf(after)) {
      const readOnly = await isReadOnly(path, after);
      return { bytes, stamp: stampOf(after), readOnly, savedAt: after.mtime.toISOString() };
    }
  }
  throw new FileFailure('file-busy');
}

async function readFrom(file: FileHandle, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

async function isReadOnly(path: string, stats: BigIntStats): Promise<boolean> {
  if (isWriteProtected(stats)) return true;
  return access(path, constants.W_OK).then(
    () => false,
    () => true,
  );
}
