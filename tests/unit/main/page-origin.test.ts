import { describe, expect, it } from 'vitest';
import { isOwnPage, isOwnRequest } from '#main/page-origin.ts';

describe('own page', () => {
  // `new URL('app://x/').origin` is the string 'null' for every own scheme: comparing origins lets all in.
  it.each([
    ['app://bundle/index.html', true],
    ['app://bundle/', true],
    ['app://other/index.html', false],
    ['app://bundle.evil/index.html', false],
    ['other://bundle/index.html', false],
    ['https://bundle/index.html', false],
    ['file:///bundle/index.html', false],
    ['about:blank', false],
    ['data:text/html,x', false],
    ['null', false],
    ['', false],
  ])('%s: %s', (address, own) => {
    expect(isOwnPage(address, null)).toBe(own);
  });

  it('knows the development server only when it is told of one', () => {
    expect(isOwnPage('http://localhost:5173/', null)).toBe(false);
    expect(isOwnPage('http://localhost:5173/', 'http://localhost:5173')).toBe(true);
    expect(isOwnPage('http://localhost:51730/', 'http://localhost:5173')).toBe(false);
  });
});

describe('own request', () => {
  it.each([
    ['app://bundle/assets/index.js', true],
    ['data:image/png;base64,AAAA', true],
    ['blob:app://bundle/1234', true],
    ['https://example.org/', false],
    ['http://127.0.0.1/', false],
    ['ws://localhost:5173/', false],
    ['app://elsewhere/x.js', false],
    ['file:///etc/passwd', false],
    ['devtools://devtools/x', false],
  ])('%s: %s', (address, allowed) => {
    expect(isOwnRequest(address, null)).toBe(allowed);
  });
});
