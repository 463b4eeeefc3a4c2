import { randomBytes } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { lstat, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** What a save does with an open file. */
export interface OpenFile {
  writeFile(bytes: Uint8Array): Promise<void>;
  stat(options: { readonly bigint: true }): Promise<BigIntStats>;
  chown(uid: number, gid: number): Promise<void>;
  chmod(mode: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The calls of a save, so that each of them can be made to fail. */
export interface FileSystem {
  readonly platform: NodeJS.Platform;
  realpath(path: string): Promise<string>;
  stat(path: string): Promise<BigIntStats>;
  lstat(path: string): Promise<BigIntStats>;
  open(path: string, flags: string, mode?: number): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  wait(milliseconds: number): Promise<void>;
  /** Letters and digits that no other temporary file has. */
  unique(): string;
}

export const nodeFileSystem: FileSystem = {
  platform: process.platform,
  realpath: (path) => realpath(path),
  stat: (path) => stat(path, { bigint: true }),
  lstat: (path) => lstat(path, { bigint: true }),
  open: (path, flags, mode) => open(path, flags, mode),
  rename: (from, to) => rename(from, to),
  unlink: (path) => unlink(path),
  wait: (milliseconds) => wait(milliseconds),
  unique: () => randomBytes(8).toString('hex'),
};
