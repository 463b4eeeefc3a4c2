import { ipcMain, type WebContents } from 'electron';
import type { DevelopmentOrigin } from '#main/page-origin.ts';
import { type AnswerOf, REQUESTS, type RequestOf, type Route } from '#shared/ipc/contract.ts';
import { failure, type Reply } from '#shared/ipc/errors.ts';
import { checkRequest, isOwnFrame } from './gates.ts';

/** One handler for each route; a route without one does not compile. */
export type Handlers = {
  readonly [R in Route]: (request: RequestOf<R>, sender: WebContents) => Promise<Reply<AnswerOf<R>>>;
};

export interface RouterOptions {
  readonly handlers: Handlers;
  readonly development: DevelopmentOrigin;
  readonly report: (error: unknown) => void;
}

/** Registers every route behind its two gates: who sent it, and does it have the shape of the route. */
export function registerRoutes({ handlers, development, report }: RouterOptions): void {
  for (const route of Object.keys(REQUESTS) as Route[]) {
    const handle = handlers[route] as (request: unknown, sender: WebContents) => Promise<Reply<unknown>>;
    ipcMain.handle(`headroom:${route}`, async (event, request: unknown): Promise<Reply<unknown>> => {
      if (!isOwnFrame(event.senderFrame, development)) return { ok: false, error: failure('denied') };
      const checked = checkRequest(route, request);
      if (!checked.ok) return checked;
      try {
        return await handle(checked.data, event.sender);
      } catch (error) {
        report(error);
        return { ok: false, error: failure('unexpected', { route }) };
      }
    });
  }
}
