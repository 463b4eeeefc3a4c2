import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { processTree } from '../../tools/driver.mjs';
import { electronBinary } from '../../tools/electron-binary.mjs';
import { temporaryFolder } from './harness.ts';

const NOBODY = 65534;
const LIMIT_MS = 40_000;
const asRoot = process.getuid?.() === 0;

/** Copies program and Electron to where a user without rights can read them. */
function copyForEverybody(folder: string): { electron: string; program: string } {
  const program = join(folder, 'program');
  mkdirSync(program);
  for (const name of ['package.json', 'out/main', 'out/preload', 'out/renderer', 'resources']) {
    cpSync(name, join(program, name), { recursive: true });
  }
  const dist = join(folder, 'electron');
  cpSync(dirname(electronBinary()?.path ?? ''), dist, { recursive: true });
  const helper = join(dist, 'chrome-sandbox');
  chownSync(helper, 0, 0);
  chmodSync(helper, 0o4755);
  chmodSync(folder, 0o755);
  return { electron: join(dist, 'electron'), program };
}

function startAsUser(folder: string): ChildProcess {
  const home = join(folder, 'home');
  mkdirSync(home);
  const { electron, program } = asRoot
    ? copyForEverybody(folder)
    : { electron: electronBinary()?.path ?? '', program: '.' };
  if (asRoot) chownSync(home, NOBODY, NOBODY);
  const drop = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  const [command = '', ...rest] = [
    ...(asRoot ? drop : []),
    'env',
    `HOME=${home}`,
    electron,
    program,
    `--user-data-dir=${join(home, 'headroom')}`,
  ];
  return spawn(command, rest, { stdio: ['ignore', 'ignore', 'pipe'] });
}

interface Confinement {
  readonly seccomp: string;
  readonly namespaces: number;
  readonly privileges: string;
}

/** How the kernel says that the page's process is held; undefined while there is none. */
function rendererOf(processId: number): Confinement | undefined {
  for (const id of processTree(processId)) {
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')) continue;
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '';
      return {
        seccomp: field('Seccomp'),
        namespaces: field('NSpid').split(/\s+/).length,
        privileges: field('NoNewPrivs'),
      };
    } catch {
      // It ended while it was looked at.
    }
  }
  return undefined;
}

// Tests that drive the program as root run without a sandbox and would not notice that it is gone.
it('the page of an ordinary user runs in the sandbox, or does not run at all', async () => {
  const child = startAsUser(temporaryFolder());
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  let ended = false;
  const end = new Promise<void>((done) =>
    child.once('exit', () => {
      ended = true;
      done();
    }),
  );
  const until = Date.now() + LIMIT_MS;
  let seen = rendererOf(child.pid ?? 0);
  while (!ended && seen?.seccomp !== '2' && Date.now() < until) {
    await pause(100);
    seen = rendererOf(child.pid ?? 0) ?? seen;
  }
  if (!ended) child.kill('SIGTERM');
  await end;
  const canMakeNamespaces = spawnSync('unshare', ['--user', '--pid', '--fork', 'true']).status === 0;
  if (seen === undefined && !canMakeNamespaces) {
    expect(errors).toMatch(/No usable sandbox|sandbox helper|SUID sandbox/);
    return;
  }
  expect(seen).toMatchObject({ seccomp: '2', privileges: '1' });
  expect(seen?.namespaces).toBeGreaterThan(1);
});
