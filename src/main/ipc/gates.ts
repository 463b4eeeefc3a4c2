import type { WebFrameMain } from 'electron';
import type { z } from 'zod';
import { type DevelopmentOrigin, isOwnPage } from '#main/page-origin.ts';
import { REQUESTS, type RequestOf, type Route } from '#shared/ipc/contract.ts';
import { failure, type Reply } from '#shared/ipc/errors.ts';

/** First gate: only the program's own page, and no frame inside of it, may ask for anything. */
export function isOwnFrame(
  frame: Pick<WebFrameMain, 'url' | 'parent'> | null,
  development: DevelopmentOrigin,
): boolean {
  return frame !== null && frame.parent === null && isOwnPage(frame.url, development);
}

/** Second gate: the request in the shape of its route, or `bad-request` with the place that is wrong. */
export function checkRequest<R extends Route>(route: R, request: unknown): Reply<RequestOf<R>> {
  const schema = REQUESTS[route] as unknown as z.ZodType<RequestOf<R>>;
  const parsed = schema.safeParse(request);
  if (parsed.success) return { ok: true, data: parsed.data };
  const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  return { ok: false, error: failure('bad-request', { route, where }) };
}
