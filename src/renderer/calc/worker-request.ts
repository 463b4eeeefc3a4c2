import type { Scenario } from '#shared/model/scenario.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { RunnerRequest } from './runner.ts';

type Update = Extract<RunnerRequest, { type: 'update' }>;

/** What crosses to where a copy of the document is kept: of an edit only its patches. */
export type WorkerRequest = Exclude<RunnerRequest, Update> | Omit<Update, 'scenario'>;

export function workerRequest(request: RunnerRequest): WorkerRequest {
  if (request.type !== 'update') return request;
  const { type, patches, touched } = request;
  return { type, patches, touched };
}

/**
 * Lays a request over those that still wait: a new document replaces all of them, a look the look
 * before it, edits in a row become one. What is calculated in the end is the same.
 */
export function queue(waiting: readonly WorkerRequest[], next: WorkerRequest): readonly WorkerRequest[] {
  switch (next.type) {
    case 'open':
      return [next];
    case 'look':
      return [...waiting.filter(({ type }) => type !== 'look'), next];
    case 'update':
      return withUpdate(waiting, next);
    default:
      return assertNever(next);
  }
}

function withUpdate(
  waiting: readonly WorkerRequest[],
  next: Extract<WorkerRequest, { type: 'update' }>,
): readonly WorkerRequest[] {
  const last = waiting.at(-1);
  if (last?.type !== 'update') return [...waiting, next];
  const merged: WorkerRequest = {
    type: 'update',
    patches: [...last.patches, ...next.patches],
    touched: {
      items: [...new Set([...last.touched.items, ...next.touched.items])],
      everything: last.touched.everything || next.touched.everything,
    },
  };
  return [...waiting.slice(0, -1), merged];
}

/** Numbers that a recalculation of the whole document gives, quarters only. */
export function cellCount({ itemOrder, timeline }: Pick<Scenario, 'itemOrder' | 'timeline'>): number {
  return itemOrder.length * timeline.periods;
}
