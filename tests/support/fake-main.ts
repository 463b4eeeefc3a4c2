import type { MainClient } from '#renderer/main-client.ts';
import type { OpenedDocument, SavedDocument } from '#shared/ipc/answers.ts';
import type { AppError, Reply } from '#shared/ipc/errors.ts';

/** Stands in for the main process: answers as told and keeps what it was asked. */
export interface FakeMain {
  readonly asked: { readonly route: string; readonly request: unknown }[];
  /** What the next request of a route gets instead of its usual answer. */
  answer(route: keyof MainClient, reply: Reply<unknown>): void;
}

export const failure = (code: string): Reply<never> => ({
  ok: false,
  error: { code, params: {} } satisfies AppError,
});

export function installFakeMain(opened?: OpenedDocument): FakeMain {
  const asked: FakeMain['asked'] = [];
  const prepared = new Map<string, Reply<unknown>>();
  const saved: SavedDocument = {
    documentId: 'd',
    name: 'saved.scenario',
    savedAt: '2026-11-25T10:00:00Z',
    durable: true,
  };
  const usual: Partial<Record<keyof MainClient, unknown>> = {
    documentNew: opened ?? null,
    documentOpen: opened ?? null,
    documentOpenRecent: opened ?? null,
    documentSave: saved,
    documentSaveAs: saved,
    askToSave: 'cancel',
    recentDocuments: [],
  };
  const client = new Proxy({} as Record<string, unknown>, {
    get: (_, route: string) => (request: unknown) => {
      asked.push({ route, request });
      const reply = prepared.get(route) ?? { ok: true, data: usual[route as keyof MainClient] ?? null };
      prepared.delete(route);
      return Promise.resolve(reply);
    },
  });
  Object.defineProperty(window, 'headroom', { value: client, configurable: true });
  return { asked, answer: (route, reply) => prepared.set(route, reply) };
}
