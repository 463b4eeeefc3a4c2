import { createInProcessRunner } from './in-process-runner.ts';
import type { Runner, RunnerEvents } from './runner.ts';
import { cellCount } from './worker-request.ts';
import { createWorkerRunner, type WorkerPort } from './worker-runner.ts';

/** From here on a recalculation can outlast a frame; see docs/decisions/0006. */
export const CELLS_FOR_WORKER = 40_000;

export interface SizedEvents extends RunnerEvents {
  /** The worker is gone: a new runner has to take over. */
  readonly failed: (message: string) => void;
}

/** In this thread while the document is small, in a worker when it was large at opening. */
export function createSizedRunner(events: SizedEvents, startWorker: () => WorkerPort): Runner {
  let runner: Runner = createInProcessRunner(events);
  return {
    send(request) {
      if (request.type === 'open') {
        runner.stop();
        const large = cellCount(request.scenario) >= CELLS_FOR_WORKER;
        runner = large ? createWorkerRunner(startWorker(), events) : createInProcessRunner(events);
      }
      runner.send(request);
    },
    stop: () => runner.stop(),
  };
}
