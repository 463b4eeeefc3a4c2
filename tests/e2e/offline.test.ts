import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { processTree, quitProgram, reloadPage } from '../../tools/driver.mjs';
import { electronBinary } from '../../tools/electron-binary.mjs';
import { startProgram, temporaryFolder } from './harness.ts';
import { type InternetSocket, internetSockets } from './sockets.ts';

const OPENAI = resolve('resources', 'openai.scenario');
const EVERY_MS = 50;

/** Looks again and again until stopped; answers every socket it saw, each once. */
function watch(processId: number): () => InternetSocket[] {
  const seen = new Map<string, InternetSocket>();
  const look = () => {
    for (const socket of internetSockets(processId)) seen.set(JSON.stringify(socket), socket);
  };
  const timer = setInterval(look, EVERY_MS);
  return () => {
    clearInterval(timer);
    look();
    return [...seen.values()];
  };
}

describe('no network', () => {
  it('a watcher that sees nothing would prove nothing: it sees sockets of every kind', async () => {
    const tcp = createServer();
    await new Promise<void>((done) => tcp.listen(0, '127.0.0.1', done));
    const udp = createSocket('udp4');
    await new Promise<void>((done) => udp.bind(0, '127.0.0.1', done));
    const tables = new Set(internetSockets(process.pid).map((socket) => socket.table));
    tcp.close();
    udp.close();
    expect(tables).toContain('tcp');
    expect(tables).toContain('udp');
  });

  it('is used in a session of opening, editing and closing', async () => {
    const { app, page } = await startProgram({ document: OPENAI });
    const processId = app.process().pid ?? 0;
    // The driver itself speaks to two debugging ports of the program; nothing else may be open.
    const driver = new Set(
      internetSockets(processId)
        .filter((socket) => socket.listening)
        .map((socket) => socket.local),
    );
    expect(driver.size).toBeLessThanOrEqual(2);
    const stop = watch(processId);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await page.evaluate(() => window.headroom?.settingsSet({ language: 'ar' }));
    await reloadPage(app, page);
    await quitProgram(app);
    expect(stop().filter((socket) => !driver.has(socket.local))).toEqual([]);
  });

  it('is used from start to quit', async () => {
    const binary = electronBinary();
    const trace = join(temporaryFolder(), 'trace');
    const asRoot = process.getuid?.() === 0;
    const program = [
      binary?.path ?? '',
      '.',
      ...(asRoot ? ['--no-sandbox'] : []),
      `--user-data-dir=${temporaryFolder()}`,
      OPENAI,
    ];
    // With strace every call is seen, without it every socket that is open for longer than a blink.
    const strace = spawnSync('strace', ['-V']).status === 0;
    const tracing = ['strace', '-f', '-qq', '--trace=connect,sendto,sendmsg,sendmmsg', '-o', trace];
    const [command = '', ...rest] = strace ? [...tracing, ...program] : program;
    const child = spawn(command, rest, { stdio: 'ignore' });
    const ended = new Promise((done) => child.once('exit', done));
    const stop = watch(child.pid ?? 0);
    await pause(strace ? 9000 : 5000);
    // The program is what strace started, or what was started.
    const [tracer = 0, traced = 0] = processTree(child.pid ?? 0);
    process.kill(strace ? traced : tracer, 'SIGTERM');
    await ended;
    expect(stop()).toEqual([]);
    if (strace) {
      const lines = existsSync(trace) ? readFileSync(trace, 'utf8').split('\n') : [];
      expect(lines.filter((line) => line.includes('AF_UNIX')).length).toBeGreaterThan(0);
      expect(lines.filter((line) => line.includes('AF_INET'))).toEqual([]);
    }
  });
});
