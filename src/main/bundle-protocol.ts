import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { HOST, SCHEME } from './page-origin.ts';

/** What the page is made of; anything else is refused, whatever lies in the folder. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Answers `app://bundle/…` from one folder: GET only, no way out of it, known kinds of file only. */
export async function serveBundle(
  request: { readonly method: string; readonly url: string },
  folder: string,
  styleNonce: string,
): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const path = pathInside(request.url, folder);
  if (path === null) return refusal(403);
  const mediaType = MEDIA_TYPES[extname(path).toLowerCase()];
  if (mediaType === undefined) return refusal(403);
  try {
    return new Response(new Uint8Array(await readFile(path)), { headers: headers(mediaType, styleNonce) });
  } catch {
    return refusal(404);
  }
}

function pathInside(address: string, folder: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${SCHEME}:` || url.host !== HOST) return null;
  const path = decoded(url.pathname);
  if (path === null || path.includes('\0') || path.includes('\\')) return null;
  const full = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  const inside = relative(folder, full);
  return inside === '' || inside.startsWith(`..${sep}`) || inside === '..' || isAbsolute(inside)
    ? null
    : full;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function headers(mediaType: string, styleNonce: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-security-policy': contentSecurityPolicy(styleNonce),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: { 'content-security-policy': "default-src 'none'" } });
}
