import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { app, nativeTheme, protocol } from 'electron';
import { serveBundle } from './bundle-protocol.ts';
import { type DevelopmentOrigin, SCHEME } from './page-origin.ts';
import { scenarioFiles } from './scenario-files.ts';
import type { WindowOptions } from './window.ts';

const BACKGROUND = { light: '#f3f4f6', dark: '#101317' } as const;

/** Fresh for every start: marks the style elements that the page's libraries may add. */
export const styleNonce = randomBytes(16).toString('base64url');

const built = dirname(import.meta.dirname);

/** Reads and writes scenarios, the shipped ones among them. */
export const files = scenarioFiles(join(dirname(built), 'resources'), app.getVersion());

/** Answers the page's requests for its own files. */
export function servePage(): void {
  protocol.handle(SCHEME, (request) => serveBundle(request, join(built, 'renderer'), styleNonce));
}

export function windowOptions(development: DevelopmentOrigin): WindowOptions {
  return {
    preload: join(built, 'preload', 'preload.cjs'),
    devTools: !app.isPackaged,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    development,
  };
}
