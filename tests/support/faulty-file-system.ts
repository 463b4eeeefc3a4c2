import { type FileSystem, nodeFileSystem, type OpenFile } from '#main/files/file-system.ts';

export interface FaultyFileSystem extends FileSystem {
  /** Calls so far, in order: `open .headroom-….tmp`. */
  readonly calls: readonly string[];
}

/** What a call does instead of its work; undefined lets it through. */
export type Fault = (call: string, index: number) => Error | undefined;

export function systemError(code: string, errno = -1): Error {
  return Object.assign(new Error(code), { code, errno });
}

/** The real file system, in which chosen calls fail. Closing fails after it has closed, so that nothing leaks. */
export function faultyFileSystem(fault: Fault, parts: Partial<FileSystem> = {}): FaultyFileSystem {
  const calls: string[] = [];
  const base = { ...nodeFileSystem, ...parts };
  const step = (call: string): void => {
    calls.push(call);
    const error = fault(call, calls.length - 1);
    if (error) throw error;
  };
  const wrapped = (file: OpenFile): OpenFile => ({
    writeFile: async (bytes) => {
      step('writeFile');
      await file.writeFile(bytes);
    },
    stat: async (options) => {
      step('fstat');
      return file.stat(options);
    },
    chown: async (uid, gid) => {
      step('chown');
      await file.chown(uid, gid);
    },
    chmod: async (mode) => {
      step('chmod');
      await file.chmod(mode);
    },
    sync: async () => {
      step('sync');
      await file.sync();
    },
    close: async () => {
      await file.close().catch(() => undefined);
      step('close');
    },
  });
  const path = async <T>(call: string, work: () => Promise<T>): Promise<T> => {
    step(call);
    return work();
  };
  return {
    ...base,
    calls,
    realpath: (name) => path('realpath', () => base.realpath(name)),
    stat: (name) => path('stat', () => base.stat(name)),
    lstat: (name) => path('lstat', () => base.lstat(name)),
    open: async (name, flags, mode) =>
      wrapped(await path(`open ${flags}`, () => base.open(name, flags, mode))),
    rename: (from, to) => path('rename', () => base.rename(from, to)),
    unlink: (name) => path('unlink', () => base.unlink(name)),
  };
}
