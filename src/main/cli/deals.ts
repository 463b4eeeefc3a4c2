import { dealThread } from '#shared/analysis/deal-thread.ts';
import { createEngine } from '#shared/engine/engine.ts';
import type { CalculatedScenario } from '#shared/engine/explain-error.ts';
import type { Viewpoint } from '#shared/engine/results.ts';
import { withDelayedDeal, withoutDeals, withScaledDeal } from '#shared/finance/change-deals.ts';
import { dealStandings } from '#shared/finance/deal-standing.ts';
import { dealSummary } from '#shared/finance/deal-summary.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import { threadMessage } from '#shared/report/deal-sentences.ts';
import type { Arguments, Command, Streams } from './command.ts';
import { type DealsAnswer, dealJson, summaryJson, type ThreadJson } from './deals-json.ts';
import { type ColumnSpan, type DealEdits, dealEdits, isEdited, rangeOption } from './deals-options.ts';
import { dealsText } from './deals-text.ts';
import { asOfOption, caseOption, openDocument } from './documents.ts';
import { sentence } from './error-line.ts';
import type { ExitCode } from './exit-code.ts';

export const dealsCommand: Command = {
  name: 'deals',
  usage:
    'FILE [--as-of D] [--case C] [--cancel ID…] [--delay ID=2Q] [--scale ID=0.5] [--range 2026..2030] [--json]',
  summary: 'Shows how deals stand on a day, what they come to, and what follows when one is pulled.',
  options: {
    '--as-of': 'D',
    '--case': 'C',
    '--cancel': 'ID,ID',
    '--delay': 'ID=2Q',
    '--scale': 'ID=0.5',
    '--range': '2026..2030',
    '--json': null,
  },
  repeatable: ['--cancel', '--delay', '--scale'],
  positionals: ['FILE', 'ID'],
  required: 1,
  many: true,
  run: deals,
};

async function deals(args: Arguments, { out }: Streams): Promise<ExitCode> {
  const asOf = asOfOption(args);
  const { scenario } = await openDocument(args.positionals[0] ?? '');
  const viewpoint = { caseId: caseOption(scenario, args), asOf };
  const span = rangeOption(scenario, args);
  const edits = dealEdits(scenario, args);
  const after = calculatedFrom(withEdits(scenario, edits, viewpoint), viewpoint);
  const thread = isEdited(edits) ? threadJson(calculatedFrom(scenario, viewpoint), after, edits) : null;
  const answer = answerOf(after, span, thread);
  await out(args.has('--json') ? `${JSON.stringify(answer)}\n` : dealsText(answer));
  return 0;
}

function withEdits(
  scenario: Scenario,
  { cancelled, delayed, scaled }: DealEdits,
  { caseId, asOf }: Viewpoint,
): Scenario {
  const day = asOfDate(scenario, caseId, asOf);
  let edited = withoutDeals(scenario, new Set(cancelled));
  for (const [id, quarters] of delayed) edited = withDelayedDeal(edited, id, quarters, day);
  for (const [id, factor] of scaled) edited = withScaledDeal(edited, id, factor);
  return edited;
}

function calculatedFrom(scenario: Scenario, viewpoint: Viewpoint): CalculatedScenario {
  const engine = createEngine(scenario, viewpoint);
  return { scenario, viewpoint, rows: engine.rows(), loops: engine.loops() };
}

function answerOf(
  { scenario, viewpoint, rows }: CalculatedScenario,
  span: ColumnSpan,
  thread: readonly ThreadJson[] | null,
): DealsAnswer {
  const { caseId } = viewpoint;
  const asOf = asOfDate(scenario, caseId, viewpoint.asOf);
  const read = (key: string, period: number) => rows.get(key)?.periods[period] ?? null;
  const summary = dealSummary(scenario, { asOf, range: span }, read);
  return {
    asOf,
    case: scenario.cases.find((one) => one.id === caseId)?.name.en ?? null,
    caseId,
    deals: dealStandings(scenario, asOf, read).map(dealJson),
    ...summaryJson(scenario, span, summary),
    ...(thread ? { thread } : {}),
  };
}

function threadJson(
  before: CalculatedScenario,
  after: CalculatedScenario,
  { cancelled, delayed, scaled }: DealEdits,
): ThreadJson[] {
  const edited = new Set([...cancelled, ...delayed.keys(), ...scaled.keys()]);
  return dealThread(before, after, edited).map((step, index) => {
    const { kind, where, period, amount } = step;
    const { key, params } = threadMessage(step, before.scenario, 'en');
    return {
      order: index + 1,
      kind,
      where,
      ...(period === null ? {} : { period: periodNameAt(before.scenario.timeline, period) }),
      ...(amount === null ? {} : { amount }),
      sentence: sentence(key, params),
    };
  });
}
