export const SCHEME = 'app';
export const HOST = 'bundle';
export const PAGE_URL = `${SCHEME}://${HOST}/index.html`;

/** Where the development server may serve the page from; null in every build that is not development. */
export type DevelopmentOrigin = string | null;

/**
 * Is this address the program's own page? Compares protocol and host: `URL.origin` is the string
 * 'null' for own schemes, so comparing origins would let every own scheme through.
 */
export function isOwnPage(address: string, development: DevelopmentOrigin): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol === `${SCHEME}:`) return url.host === HOST;
  return development !== null && url.origin === development;
}

/** May the page load this? Its own files, and what it made itself. */
export function isOwnRequest(address: string, development: DevelopmentOrigin): boolean {
  if (address.startsWith('data:') || address.startsWith('blob:')) return true;
  const socket = development?.replace(/^http/, 'ws') ?? null;
  return isOwnPage(address, development) || (socket !== null && address.startsWith(`${socket}/`));
}
