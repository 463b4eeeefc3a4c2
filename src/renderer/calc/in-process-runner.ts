import { createEngine, type Engine } from '#shared/engine/engine.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { Runner, RunnerAnswer, RunnerEvents, RunnerRequest } from './runner.ts';

/** Calculates in this thread and answers before `send` returns. */
export function createInProcessRunner({ deliver }: Pick<RunnerEvents, 'deliver'>): Runner {
  let engine: Engine | null = null;
  return {
    send(request) {
      if (request.type === 'open') {
        engine = createEngine(request.scenario, request.viewpoint);
        deliver(everything(engine));
        return;
      }
      if (!engine) throw new Error(`Runner was asked to ${request.type} before a scenario was opened`);
      deliver({ replaces: false, changes: answerOf(engine, request) });
    },
    stop: () => {
      engine = null;
    },
  };
}

function everything(engine: Engine): RunnerAnswer {
  return { replaces: true, changes: { rows: new Map(engine.rows()), removed: [], loops: engine.loops() } };
}

function answerOf(engine: Engine, request: Exclude<RunnerRequest, { type: 'open' }>) {
  switch (request.type) {
    case 'update':
      return engine.update(request.scenario, request.touched);
    case 'look':
      return engine.look(request.viewpoint);
    default:
      return assertNever(request);
  }
}
