import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveBundle } from '#main/bundle-protocol.ts';

let folder: string;
let bundle: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'headroom-bundle-'));
  bundle = join(folder, 'bundle');
  mkdirSync(join(bundle, 'assets'), { recursive: true });
  writeFileSync(join(bundle, 'index.html'), '<!doctype html>page');
  writeFileSync(join(bundle, 'assets', 'a b.js'), 'script');
  writeFileSync(join(bundle, 'assets', 'notes.txt'), 'notes');
  writeFileSync(join(folder, 'secret.json'), '{}');
  mkdirSync(join(folder, 'bundle-beside'));
  writeFileSync(join(folder, 'bundle-beside', 'x.js'), 'beside');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function get(url: string, method = 'GET'): Promise<Response> {
  return serveBundle({ method, url }, bundle, 'the-nonce');
}

describe('app://bundle', () => {
  it.each([
    ['app://bundle/', 'page'],
    ['app://bundle/index.html', 'page'],
    ['app://bundle/assets/a%20b.js', 'script'],
    ['app://bundle/assets/a%20b.js?v=1#x', 'script'],
  ])('serves %s', async (url, text) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(text);
  });

  it('gives every file its media type, the policy with the nonce, and forbids guessing', async () => {
    const { headers } = await get('app://bundle/index.html');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("style-src 'self' 'nonce-the-nonce'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });

  // Each of these reached a file outside of the folder, or of a kind never meant to be served, in some program.
  it.each([
    'app://bundle/../secret.json',
    'app://bundle/%2e%2e/secret.json',
    'app://bundle/..%2fsecret.json',
    'app://bundle/assets/..%2f..%2fsecret.json',
    'app://bundle/..%5csecret.json',
    'app://bundle/..%2fbundle-beside%2fx.js',
    'app://bundle/%00index.html',
    'app://bundle/index.html%00.js',
    'app://bundle/%E0%A4%A',
    'app://other/index.html',
    'file:///index.html',
    'app://bundle/assets/notes.txt',
    'app://bundle/assets',
    'app://bundle/missing.js',
    'not an address',
  ])('refuses %s', async (url) => {
    const response = await get(url);
    expect([403, 404]).toContain(response.status);
    expect(await response.text()).toBe('');
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('refuses %s', async (method) => {
    expect((await get('app://bundle/index.html', method)).status).toBe(405);
  });
});
