import { createInProcessRunner } from './in-process-runner.ts';
import type { Deliver, Runner } from './runner.ts';

/**
 * Calculates in this thread but clones all that crosses, as a worker does: what cannot
 * cross, or what relies on identity across the border, fails here without a worker.
 */
export function createCloningRunner(deliver: Deliver): Runner {
  const inner = createInProcessRunner((answer) => deliver(structuredClone(answer)));
  return { send: (request) => inner.send(structuredClone(request)) };
}
