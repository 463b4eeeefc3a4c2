import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

const HEADROOM = join(import.meta.dirname, '../../../tools/headroom.mjs');
const SCENARIO = join(import.meta.dirname, '../../../resources/openai.scenario');
const run = (...args: string[]) => spawnSync(process.execPath, [HEADROOM, ...args], { encoding: 'utf8' });

describe('the built program', { timeout: 60_000 }, () => {
  test('exit codes reach the shell', () => {
    expect(run('eval', '1+1')).toMatchObject({ status: 0, stdout: '2\n', stderr: '' });
    expect(run('clac').status).toBe(2);
    expect(run('verify', '/nowhere/a.scenario').status).toBe(3);
    expect(run('new', '--template', 'blank', '-o', '/nowhere/a.scenario').status).toBe(4);
  });

  test('a line is answered before the next is written: another program can talk to it', async () => {
    const child = spawn(process.execPath, [HEADROOM, 'eval', '--json']);
    onTestFinished(() => {
      child.kill();
    });
    child.stdout.setEncoding('utf8');
    for (const [formula, answer] of [
      ['1+1', '{"value":2}\n'],
      ['"x"&1', '{"value":"x1"}\n'],
    ]) {
      child.stdin.write(`${formula}\n`);
      const [text] = await once(child.stdout, 'data');
      expect(text).toBe(answer);
    }
    child.stdin.end();
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
  });

  test('a reader that closes the pipe ends it in peace', async () => {
    const child = spawn(process.execPath, [HEADROOM, 'eval', '--json']);
    onTestFinished(() => {
      child.kill();
    });
    let errors = '';
    child.stderr.on('data', (text) => {
      errors += text;
    });
    child.stdin.on('error', () => undefined);
    child.stdin.write('1\n');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const ended = once(child, 'close');
    child.stdin.end('2\n'.repeat(50_000));
    const [code] = await ended;
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
  });

  test.runIf(existsSync('/dev/full'))('output that does not arrive is an error with code 4', () => {
    const full = openSync('/dev/full', 'w');
    const ran = spawnSync(process.execPath, [HEADROOM, 'calc', SCENARIO, '--json'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    expect(ran.status).toBe(4);
    expect(ran.stderr).toMatch(/^headroom: output-closed: [^\n]*ENOSPC[^\n]*\n$/);
  });

  test('it works from any folder', () => {
    const ran = spawnSync(process.execPath, [HEADROOM, 'verify', SCENARIO], { encoding: 'utf8', cwd: '/' });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
  });
});
