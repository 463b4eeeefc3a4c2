import { patch } from '#shared/commands/revise.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { createInProcessRunner } from './in-process-runner.ts';
import type { RunnerAnswer } from './runner.ts';
import type { WorkerRequest } from './worker-request.ts';

/** The part of a runner that keeps its own copy of the document and answers each request once. */
export function createWorkerSide(answer: (answer: RunnerAnswer) => void): (request: WorkerRequest) => void {
  const inner = createInProcessRunner({ deliver: answer });
  let scenario: Scenario | null = null;
  return (request) => {
    if (request.type === 'look') {
      inner.send(request);
      return;
    }
    if (request.type === 'open') {
      scenario = request.scenario;
      inner.send(request);
      return;
    }
    if (!scenario) throw new Error('Runner was asked to update before a scenario was opened');
    scenario = patch(scenario, request.patches);
    inner.send({ ...request, scenario });
  };
}
