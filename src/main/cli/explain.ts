import { explainCell } from '#shared/analysis/explain.ts';
import type { ValuePlace } from '#shared/analysis/viewed-model.ts';
import { type WhatChanged, whatChanged } from '#shared/analysis/what-changed.ts';
import { createEngine } from '#shared/engine/engine.ts';
import type { CalculatedScenario } from '#shared/engine/explain-error.ts';
import type { Viewpoint } from '#shared/engine/results.ts';
import { isIsoDate } from '#shared/model/date.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { wrongUsage } from './cli-error.ts';
import type { Arguments, Command, Streams } from './command.ts';
import { asOfOption, caseNamed, caseOption, openDocument } from './documents.ts';
import type { ExitCode } from './exit-code.ts';
import { changedJson, explainedJson } from './explain-json.ts';
import { namedCell } from './explain-place.ts';
import { changedText, explainedText } from './explain-text.ts';

export const explainCommand: Command = {
  name: 'explain',
  usage: "FILE 'key[period]' [--case C] [--as-of D] [--depth N] [--against CASE|DATE] [--json]",
  summary: 'Shows the tree of a value: formulas, inputs, sources and the part each plays.',
  options: {
    '--case': 'C',
    '--as-of': 'D',
    '--depth': 'N',
    '--against': 'CASE|DATE',
    '--json': null,
  },
  positionals: ['FILE', 'a cell such as key[2027Q1]'],
  required: 2,
  run: explain,
};

async function explain(args: Arguments, { out }: Streams): Promise<ExitCode> {
  const [path = '', text = ''] = args.positionals;
  const depth = depthOption(args);
  const asOf = asOfOption(args);
  const { scenario } = await openDocument(path);
  const viewpoint = { caseId: caseOption(scenario, args), asOf };
  const { place, period } = namedCell(text, scenario, viewpoint);
  const calculated = calculatedFrom(scenario, viewpoint);
  const tree = explainCell(calculated, place, { depth });
  const against = args.option('--against');
  const changed = against === undefined ? null : comparedWith(calculated, against, place);
  if (!args.has('--json')) {
    await out(explainedText(scenario, tree));
    if (changed && against !== undefined) await out(changedText(scenario, against, changed));
    return 0;
  }
  const { caseId } = viewpoint;
  const head = { case: caseId, asOf: asOfDate(scenario, caseId, asOf) };
  const more = changed && against !== undefined ? { changed: changedJson(scenario, against, changed) } : {};
  await out(`${JSON.stringify({ ...explainedJson(scenario, tree), period, ...head, ...more })}\n`);
  return 0;
}

const DEEPEST = 100;

function depthOption(args: Arguments): number {
  const value = args.option('--depth');
  if (value === undefined) return 3;
  const depth = /^\d{1,3}$/.test(value) ? Number(value) : DEEPEST + 1;
  if (depth > DEEPEST)
    throw wrongUsage('option-invalid', { option: '--depth', value, allowed: `0–${DEEPEST}` });
  return depth;
}

function calculatedFrom(scenario: Scenario, viewpoint: Viewpoint): CalculatedScenario {
  const engine = createEngine(scenario, viewpoint);
  return { scenario, viewpoint, rows: engine.rows(), loops: engine.loops() };
}

/** From the other side to this one: the other case on the same day, or the same case on the other day. */
function comparedWith(calculated: CalculatedScenario, against: string, place: ValuePlace): WhatChanged {
  const { scenario, viewpoint } = calculated;
  const other = isIsoDate(against)
    ? { ...viewpoint, asOf: against }
    : { ...viewpoint, caseId: caseNamed(scenario, against) };
  return whatChanged(calculatedFrom(scenario, other), calculated, place);
}
