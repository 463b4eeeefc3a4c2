import type { BigIntStats } from 'node:fs';

/** How a file looked when it was read or written: another stamp means that someone else wrote it. */
export type FileStamp = string;

export function stampOf(stats: BigIntStats): FileStamp {
  return [stats.dev, stats.ino, stats.size, stats.mtimeNs].join(':');
}

const ANY_WRITE = 0o222n;

/** True for a file that nobody may write; root is held to it too. */
export function isWriteProtected(stats: BigIntStats): boolean {
  return (stats.mode & ANY_WRITE) === 0n;
}
