import type { Runner, RunnerEvents } from './runner.ts';
import { workerRequest } from './worker-request.ts';
import { createWorkerSide } from './worker-side.ts';

/**
 * Calculates in this thread but as a worker does: on its own copy, and cloning all that crosses. What
 * cannot cross, or what relies on identity across the border, fails here without a worker.
 */
export function createCloningRunner({ deliver }: Pick<RunnerEvents, 'deliver'>): Runner {
  const serve = createWorkerSide((answer) => deliver(structuredClone(answer)));
  return { send: (request) => serve(structuredClone(workerRequest(request))), stop: () => undefined };
}
