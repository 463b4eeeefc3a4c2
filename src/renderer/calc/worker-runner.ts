import type { Runner, RunnerAnswer, RunnerEvents } from './runner.ts';
import { queue, type WorkerRequest, workerRequest } from './worker-request.ts';

/** A worker as its runner sees it. */
export interface WorkerPort {
  post(request: WorkerRequest): void;
  listen(listener: { answer(answer: RunnerAnswer): void; failed(message: string): void }): void;
  end(): void;
}

export interface WorkerEvents extends RunnerEvents {
  /** The worker ended with an error; nothing more comes from it. */
  readonly failed: (message: string) => void;
}

/** Calculates in a worker. One request is under way; what is asked meanwhile waits as few requests. */
export function createWorkerRunner(port: WorkerPort, { deliver, waiting, failed }: WorkerEvents): Runner {
  let line: readonly WorkerRequest[] = [];
  let busy = false;
  const next = () => {
    const [request, ...rest] = line;
    busy = request !== undefined;
    waiting(busy);
    if (!request) return;
    line = rest;
    port.post(request);
  };
  port.listen({
    answer(answer) {
      deliver(answer);
      next();
    },
    failed(message) {
      port.end();
      waiting(false);
      failed(message);
    },
  });
  return {
    send(request) {
      line = queue(line, workerRequest(request));
      if (!busy) next();
    },
    stop: () => port.end(),
  };
}
