import { describe, expect, it } from 'vitest';
import type { RunnerAnswer } from '#renderer/calc/runner.ts';
import { queue, type WorkerRequest } from '#renderer/calc/worker-request.ts';
import { createWorkerRunner, type WorkerPort } from '#renderer/calc/worker-runner.ts';
import { createWorkerSide } from '#renderer/calc/worker-side.ts';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { buildCase, buildItem, buildScenario, byPeriod, constant, formula } from '#tests/support/builders.ts';

const start = buildScenario(
  [
    buildItem('price', byPeriod(1, 2, 3, 4)),
    buildItem('amount', constant(10)),
    buildItem('revenue', formula('price * amount')),
  ],
  { cases: [buildCase('high', { amount: { content: constant(20) } })] },
);
const first = start.timeline.start;
const viewpoint = { caseId: null, asOf: null };

/** A worker whose answers come only when asked for, as if it were slow. */
function slowWorker() {
  const requests: WorkerRequest[] = [];
  let listener: Parameters<WorkerPort['listen']>[0] | null = null;
  let ended = false;
  const port: WorkerPort = {
    post: (request) => requests.push(structuredClone(request)),
    listen: (given) => {
      listener = given;
    },
    end: () => {
      ended = true;
    },
  };
  const serve = createWorkerSide((answer) => listener?.answer(structuredClone(answer)));
  const fail = (message: string) => listener?.failed(message);
  let served = 0;
  const answerNext = () => {
    const request = requests[served];
    served += 1;
    if (request) serve(request);
  };
  return { port, requests, answerNext, fail, hasEnded: () => ended };
}

function edited(scenario: Scenario, value: number) {
  const applied = applyCommand(scenario, {
    type: 'setCells',
    cells: [{ key: 'price', at: first, value }],
    caseId: null,
  });
  if (!applied.ok) throw new Error(applied.error.code);
  const { patches, touched } = applied.value.change;
  return { type: 'update', scenario: applied.value.scenario, patches, touched } as const;
}

function open() {
  const worker = slowWorker();
  const answers: RunnerAnswer[] = [];
  const states: boolean[] = [];
  const failures: string[] = [];
  const runner = createWorkerRunner(worker.port, {
    deliver: (answer) => answers.push(answer),
    waiting: (waits) => states.push(waits),
    failed: (message) => failures.push(message),
  });
  runner.send({ type: 'open', scenario: start, viewpoint });
  return { ...worker, runner, answers, states, failures };
}

const revenueOf = (answer: RunnerAnswer | undefined) => answer?.changes.rows.get('revenue')?.periods[0];

describe('worker runner', () => {
  it('keeps one request under way and gives the last state of everything typed meanwhile', () => {
    const { runner, requests, answerNext, answers, states } = open();
    const one = edited(start, 5);
    runner.send(one);
    runner.send(edited(one.scenario, 7));
    expect(requests.map(({ type }) => type)).toEqual(['open']);
    answerNext();
    expect(requests.map(({ type }) => type)).toEqual(['open', 'update']);
    answerNext();
    expect(answers.map(revenueOf)).toEqual([10, 70]);
    expect(states.at(-1)).toBe(false);
    expect(states.slice(0, -1)).not.toContain(false);
  });

  it('never sends the document again for an edit', () => {
    const { runner, requests, answerNext } = open();
    answerNext();
    runner.send(edited(start, 5));
    expect(Object.keys(requests[1] ?? {}).sort()).toEqual(['patches', 'touched', 'type']);
  });

  it('says that the worker ended, and waits no longer', () => {
    const { fail, hasEnded, failures, states } = open();
    fail('out of memory');
    expect(hasEnded()).toBe(true);
    expect(failures).toEqual(['out of memory']);
    expect(states.at(-1)).toBe(false);
  });

  it('forgets what waits when another document is opened', () => {
    const { runner, answerNext, answers } = open();
    runner.send(edited(start, 5));
    runner.send({ type: 'look', viewpoint: { caseId: 'high', asOf: null } });
    const other = buildScenario([buildItem('revenue', constant(1))]);
    runner.send({ type: 'open', scenario: other, viewpoint });
    answerNext();
    answerNext();
    expect(answers.map(revenueOf)).toEqual([10, 1]);
  });
});

describe('queue of a worker', () => {
  const look = (caseId: string | null): WorkerRequest => ({
    type: 'look',
    viewpoint: { caseId, asOf: null },
  });
  const update = (...items: string[]): Extract<WorkerRequest, { type: 'update' }> => ({
    type: 'update',
    patches: items.map((item) => ({ op: 'replace', path: [item], value: 1 })),
    touched: { items, everything: false },
  });

  it('keeps only the last look, after the edits that came before it', () => {
    expect(queue(queue(queue([], look('a')), update('x')), look('b'))).toEqual([update('x'), look('b')]);
  });

  it('makes edits in a row one, in their order, and remembers when one touched everything', () => {
    const everything: WorkerRequest = {
      type: 'update',
      patches: [],
      touched: { items: [], everything: true },
    };
    expect(queue(queue(queue([], update('x')), everything), update('x', 'y'))).toEqual([
      {
        type: 'update',
        patches: [...update('x', 'x', 'y').patches],
        touched: { items: ['x', 'y'], everything: true },
      },
    ]);
  });
});
