import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { atomicWrite } from '#main/files/atomic-write.ts';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { readBytes } from '#main/files/read-bytes.ts';
import { faultyFileSystem, systemError } from '#tests/support/faulty-file-system.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const OLD = 'old '.repeat(1_000);
const NEW = 'new '.repeat(5_000);
const bytes = new TextEncoder().encode(NEW);
const isRoot = process.getuid?.() === 0;

function oldFile(): string {
  const path = join(temporaryFolder(), 'a.scenario');
  writeFileSync(path, OLD);
  return path;
}

function textAt(path: string): string {
  return readFileSync(path, 'utf8');
}

/** Nothing but these names lies in the folder: no temporary file is left. */
function folderHolds(path: string, ...names: string[]): void {
  expect(readdirSync(join(path, '..')).sort()).toEqual(names.sort());
}

describe('a save that works', () => {
  test('replaces the file, leaves nothing beside it, and its stamp is the one that reading finds', async () => {
    const path = oldFile();
    const written = await atomicWrite(path, bytes);
    expect(textAt(path)).toBe(NEW);
    folderHolds(path, 'a.scenario');
    const read = await readBytes(path, 1e6);
    expect(written.ok && written.value).toMatchObject({
      stamp: read.ok && read.value.stamp,
      savedButMayNotSurvive: false,
    });
  });

  test('makes a new file that obeys the umask', async () => {
    const path = join(temporaryFolder(), 'new.scenario');
    expect((await atomicWrite(path, bytes)).ok).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o666 & ~process.umask());
    expect(textAt(path)).toBe(NEW);
  });

  test('keeps permissions', async () => {
    const path = oldFile();
    chmodSync(path, 0o640);
    await atomicWrite(path, bytes);
    expect(statSync(path).mode & 0o7777).toBe(0o640);
  });

  test.runIf(isRoot)('keeps the owner', async () => {
    const path = oldFile();
    chownSync(path, 65_534, 65_534);
    await atomicWrite(path, bytes);
    expect(statSync(path)).toMatchObject({ uid: 65_534, gid: 65_534 });
  });

  test('keeps a symbolic link and writes what it points to, in the folder of that file', async () => {
    const path = oldFile();
    const elsewhere = temporaryFolder();
    const link = join(elsewhere, 'link.scenario');
    symlinkSync(path, link);
    expect((await atomicWrite(link, bytes)).ok).toBe(true);
    expect(readlinkSync(link)).toBe(path);
    expect(textAt(path)).toBe(NEW);
    folderHolds(link, 'link.scenario');
  });

  test('flushes the file before it is renamed, and the folder after: the order that survives a power cut', async () => {
    const path = oldFile();
    const files = faultyFileSystem(() => undefined);
    await atomicWrite(path, bytes, {}, files);
    const order = files.calls.filter((call) => ['writeFile', 'sync', 'rename'].includes(call));
    expect(order).toEqual(['writeFile', 'sync', 'rename', 'sync']);
  });

  test('an empty file can be written too', async () => {
    const path = oldFile();
    expect((await atomicWrite(path, new Uint8Array())).ok).toBe(true);
    expect(textAt(path)).toBe('');
  });
});

describe('a save that is refused leaves the old file', () => {
  async function refusal(
    path: string,
    options: Parameters<typeof atomicWrite>[2] = {},
    files = nodeFileSystem,
  ) {
    const written = await atomicWrite(path, bytes, options, files);
    return written.ok ? 'written' : written.error.code;
  }

  test('when it is read-only, for root too', async () => {
    const path = oldFile();
    chmodSync(path, 0o444);
    expect(await refusal(path)).toBe('read-only');
    expect(textAt(path)).toBe(OLD);
    folderHolds(path, 'a.scenario');
  });

  test('when the folder cannot be written to', async () => {
    const path = oldFile();
    const files = faultyFileSystem((call) => (call === 'open wx' ? systemError('EACCES') : undefined));
    expect(await refusal(path, {}, files)).toBe('folder-not-writable');
    expect(textAt(path)).toBe(OLD);
  });

  test('when the folder is gone', async () => {
    expect(await refusal(join(temporaryFolder(), 'gone', 'a.scenario'))).toBe('folder-missing');
  });

  test('when it is a folder', async () => {
    expect(await refusal(temporaryFolder())).toBe('not-a-regular-file');
  });

  test.runIf(process.platform === 'linux')('when it is a device', async () => {
    expect(await refusal('/dev/null')).toBe('not-a-regular-file');
  });

  test('when it is a link to nothing: the link is not replaced by a file', async () => {
    const link = join(temporaryFolder(), 'link');
    symlinkSync('/nowhere/at/all', link);
    expect(await refusal(link)).toBe('link-broken');
    expect(readlinkSync(link)).toBe('/nowhere/at/all');
  });

  test('when the name is too long', async () => {
    expect(await refusal(join(temporaryFolder(), 'a'.repeat(300)))).toBe('name-too-long');
  });

  async function stampOf(path: string): Promise<string> {
    const read = await readBytes(path, 1e6);
    return read.ok ? read.value.stamp : 'unread';
  }

  test('when others changed, replaced or deleted it since it was read', async () => {
    const path = oldFile();
    const expected = await stampOf(path);
    expect(await refusal(path, { expected })).toBe('written');
    expect(await refusal(path, { expected })).toBe('changed-on-disk');
    writeFileSync(path, 'theirs');
    expect(await refusal(path, { expected })).toBe('changed-on-disk');
    expect(textAt(path)).toBe('theirs');
    unlinkSync(path);
    expect(await refusal(path, { expected })).toBe('changed-on-disk');
    folderHolds(path);
  });

  test('when others change it while it is being saved', async () => {
    const path = oldFile();
    const expected = await stampOf(path);
    const files = faultyFileSystem((call) => {
      if (call === 'writeFile') writeFileSync(path, 'theirs');
      return undefined;
    });
    expect(await refusal(path, { expected }, files)).toBe('changed-on-disk');
    expect(textAt(path)).toBe('theirs');
    folderHolds(path, 'a.scenario');
  });

  test('when fewer bytes arrive than were written', async () => {
    const path = oldFile();
    const files = faultyFileSystem(() => undefined, {
      open: async (name, flags, mode) => {
        const file = await nodeFileSystem.open(name, flags, mode);
        return {
          writeFile: (all) => file.writeFile(all.subarray(0, 100)),
          stat: (options) => file.stat(options),
          chown: (uid, gid) => file.chown(uid, gid),
          chmod: (permissions) => file.chmod(permissions),
          sync: () => file.sync(),
          close: () => file.close(),
        };
      },
    });
    expect(await refusal(path, {}, files)).toBe('written-short');
    expect(textAt(path)).toBe(OLD);
    folderHolds(path, 'a.scenario');
  });
});

describe('each step of a save made to fail', () => {
  const ERRORS = [
    systemError('EIO'),
    systemError('ENOSPC'),
    systemError('EACCES'),
    systemError('EROFS'),
    systemError('Unknown system error -122', -122),
    systemError('ESOMETHINGNEW'),
  ];

  async function callsOfASave(expectOld: boolean): Promise<readonly string[]> {
    const files = faultyFileSystem(() => undefined);
    await atomicWrite(expectOld ? oldFile() : join(temporaryFolder(), 'new'), bytes, {}, files);
    return files.calls;
  }

  test.each(ERRORS.map((error) => [error.message, error] as const))(
    '%s: wholly old or wholly new, "saved" only when new, no temporary file left',
    async (_name, error) => {
      const calls = await callsOfASave(true);
      expect(calls.length).toBeGreaterThan(12);
      for (let failing = 0; failing < calls.length; failing++) {
        const path = oldFile();
        const files = faultyFileSystem((_call, index) => (index === failing ? error : undefined));
        const written = await atomicWrite(path, bytes, {}, files);
        const where = `${calls[failing]} (call ${failing})`;
        expect([OLD, NEW], where).toContain(textAt(path));
        if (written.ok) expect(textAt(path), where).toBe(NEW);
        else expect(textAt(path), where).toBe(OLD);
        folderHolds(path, 'a.scenario');
        const afterRename = failing > calls.indexOf('rename');
        expect(written.ok, where).toBe(afterRename || calls[failing] === 'chown');
      }
    },
  );

  test('the same for a file that did not exist: there is none, or a whole one', async () => {
    const calls = await callsOfASave(false);
    for (let failing = 0; failing < calls.length; failing++) {
      const path = join(temporaryFolder(), 'new');
      const files = faultyFileSystem((_call, index) => (index === failing ? systemError('EIO') : undefined));
      const written = await atomicWrite(path, bytes, {}, files);
      expect(existsSync(path)).toBe(written.ok);
      if (written.ok) expect(textAt(path)).toBe(NEW);
      folderHolds(path, ...(written.ok ? ['new'] : []));
    }
  });

  test('a folder that cannot be flushed is said, and the save still counts', async () => {
    const path = oldFile();
    let renamed = false;
    const files = faultyFileSystem((call) => {
      renamed ||= call === 'rename';
      return renamed && call === 'sync' ? systemError('EIO') : undefined;
    });
    const written = await atomicWrite(path, bytes, {}, files);
    expect(written).toMatchObject({ ok: true, value: { savedButMayNotSurvive: true } });
  });

  test('what the system said is passed on, known or not', async () => {
    const codes = await Promise.all(
      ERRORS.map(async (error) => {
        const files = faultyFileSystem((call) => (call === 'writeFile' ? error : undefined));
        const written = await atomicWrite(oldFile(), bytes, {}, files);
        return written.ok ? 'written' : [written.error.code, written.error.params['system']];
      }),
    );
    expect(codes).toEqual([
      ['system-error', 'EIO'],
      ['disk-full', 'ENOSPC'],
      ['no-permission', 'EACCES'],
      ['read-only', 'EROFS'],
      ['disk-full', 'Unknown system error -122'],
      ['system-error', 'ESOMETHINGNEW'],
    ]);
  });
});

describe('Windows', () => {
  const held = (times: number) => {
    let waited = 0;
    let failed = 0;
    const files = faultyFileSystem(
      (call) => (call === 'rename' && failed++ < times ? systemError('EPERM') : undefined),
      {
        platform: 'win32',
        wait: async (milliseconds) => {
          waited += milliseconds;
        },
      },
    );
    return { files, waited: () => waited };
  };

  test('a file held by a virus scanner is tried again', async () => {
    const path = oldFile();
    const { files, waited } = held(5);
    expect((await atomicWrite(path, bytes, {}, files)).ok).toBe(true);
    expect(waited()).toBeGreaterThan(0);
    expect(textAt(path)).toBe(NEW);
  });

  test('but not for ever', async () => {
    const path = oldFile();
    const { files, waited } = held(1_000);
    expect((await atomicWrite(path, bytes, {}, files)).ok).toBe(false);
    expect(waited()).toBeLessThan(60_000);
    expect(textAt(path)).toBe(OLD);
    folderHolds(path, 'a.scenario');
  });
});

test.runIf(isRoot && process.platform === 'linux')(
  'a disk that is really full keeps the old file',
  async (context) => {
    const disk = join(temporaryFolder(), 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      context.skip('no right to mount here; the same fault is injected above');
    }
    onTestFinished(() => {
      execFileSync('umount', [disk]);
    });
    const path = join(disk, 'a.scenario');
    writeFileSync(path, OLD);
    const written = await atomicWrite(path, new Uint8Array(200_000));
    expect(written).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(textAt(path)).toBe(OLD);
    folderHolds(path, 'a.scenario');
  },
);
