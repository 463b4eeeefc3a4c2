import type { HeadroomApi } from '#shared/ipc/contract.ts';

/** What the preload script offers: the only way out of this window. */
export type MainClient = HeadroomApi<File>;

declare global {
  interface Window {
    readonly headroom?: MainClient;
  }
}

/** Throws when the page runs outside the program, where there is no main process. */
export function mainClient(): MainClient {
  if (!window.headroom) throw new Error('window.headroom is missing: the preload script did not run');
  return window.headroom;
}
