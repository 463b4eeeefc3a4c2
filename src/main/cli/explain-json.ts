import type { CellContent } from '#shared/analysis/cell-content.ts';
import type { Contribution } from '#shared/analysis/contributions.ts';
import { countedAmount, type MatchedFlow } from '#shared/analysis/deal-flows.ts';
import type { ExplainedInput, Explanation, FactSeen } from '#shared/analysis/explanation.ts';
import type { ValuePlace } from '#shared/analysis/viewed-model.ts';
import type { ChangeCause, WhatChanged } from '#shared/analysis/what-changed.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { type CellJson, cellJson } from '../export/cell-json.ts';
import { reasonSentence } from './explain-words.ts';

/** What `explain --json` answers for one cell; inputs have the same shape. */
export interface ExplainedJson {
  readonly key: string;
  readonly period: string | null;
  readonly value: CellJson;
  readonly unit: string;
  readonly formula: string | null;
  readonly inputs: readonly ExplainedJson[];
  readonly [more: string]: unknown;
}

export function explainedJson(scenario: Scenario, node: Explanation): ExplainedJson {
  const { place, content, terms, notRead, expansion } = node;
  const [fact, ...others] = statedBy(node).map(factJson);
  return {
    key: place.key,
    period: periodOf(scenario, place),
    label: itemOf(scenario, place.key)?.label.en ?? place.key,
    value: cellJson(node.value),
    unit: node.unit,
    formula: formulaOf(content),
    content: contentJson(content),
    ...(node.assumption === null ? {} : { assumption: node.assumption }),
    ...(fact ? { fact } : {}),
    ...(others.length > 0 ? { otherFacts: others } : {}),
    ...conflictJson(node),
    ...(terms.length > 1 ? { terms } : {}),
    ...(notRead.length > 0 ? { notRead } : {}),
    ...(expansion === 'open' ? {} : { expansion }),
    inputs: node.inputs.flatMap((input) => inputJson(scenario, place, input)),
    ...loopJson(scenario, node),
    ...errorJson(scenario, node),
  };
}

/** `2030Q4` or `2030`. */
export function periodOf({ timeline }: Scenario, place: ValuePlace): string {
  return 'year' in place ? String(place.year) : periodNameAt(timeline, place.period);
}

/** Facts that a typed value of the row itself rests on, as far as they are known on the day. */
export function statedBy({ content, facts }: Explanation): readonly FactSeen[] {
  const isOwn =
    content !== null && content.kind !== 'override' && (!('by' in content) || content.by === null);
  return isOwn ? facts.filter(({ isVisible }) => isVisible) : [];
}

/** What sources in force say of this cell, where they disagree. */
function conflictJson({ conflict }: Explanation): object {
  if (!conflict) return {};
  const { period, unit, low, high, statements } = conflict;
  const facts = statements.map(({ fact, value }) => ({ id: fact.id, value }));
  return { conflict: { period, unit, low, high, facts } };
}

function factJson({ fact, isChosen }: FactSeen): object {
  const { id, statement, value, unit, status, knownFrom, confidence, source } = fact;
  return { id, statement, value, unit, status, knownFrom, confidence, source, isChosen };
}

/** A formula that stands in this cell; null for typed values and for years made of quarters. */
export function formulaOf(content: CellContent | null): string | null {
  return content?.kind === 'formula' || content?.kind === 'rate' ? content.formula : null;
}

function contentJson(content: CellContent | null): object | null {
  if (!content) return null;
  if (content.kind === 'year') return { kind: content.kind, rule: content.rule };
  const { kind, by } = content;
  return {
    kind,
    ...(kind === 'dated' ? { from: content.from } : {}),
    ...(kind === 'override' && content.formula !== null ? { insteadOf: content.formula } : {}),
    ...(by ? { case: by.caseId, reason: by.reason } : {}),
  };
}

function placesJson(scenario: Scenario, places: readonly ValuePlace[]): object[] {
  return places.map((place) => ({ key: place.key, period: periodOf(scenario, place) }));
}

function loopJson(scenario: Scenario, { loop }: Explanation): object {
  return loop ? { loop: { ...loop, chain: placesJson(scenario, loop.chain) } } : {};
}

function errorJson(scenario: Scenario, { error }: Explanation): object {
  if (!error) return {};
  const { code, reason, path, chain } = error;
  return {
    error: {
      code,
      reason: reason ? reasonSentence(reason) : null,
      path: placesJson(scenario, path),
      chain: placesJson(scenario, chain),
    },
  };
}

function inputJson(scenario: Scenario, reader: ValuePlace, input: ExplainedInput): ExplainedJson[] {
  switch (input.kind) {
    case 'cell':
      return [cellInputJson(scenario, input.cell, input.contribution)];
    case 'range':
      return input.cells.flatMap((one) =>
        one ? [{ ...cellInputJson(scenario, one.cell, one.contribution), range: input.text }] : [],
      );
    case 'deals':
      return [dealsJson(scenario, reader, input)];
    case 'outside':
    case 'unknown':
      return [
        { key: input.text, period: null, value: null, unit: '', formula: null, kind: input.kind, inputs: [] },
      ];
    default:
      return assertNever(input);
  }
}

function cellInputJson(
  scenario: Scenario,
  cell: Explanation,
  contribution: Contribution | null,
): ExplainedJson {
  return { ...explainedJson(scenario, cell), contribution };
}

function dealsJson(
  scenario: Scenario,
  reader: ValuePlace,
  { text, value, flows, cells, contribution }: Extract<ExplainedInput, { kind: 'deals' }>,
): ExplainedJson {
  return {
    key: 'DEALS',
    period: periodOf(scenario, reader),
    value: cellJson(value),
    unit: flows[0]?.unit ?? '',
    formula: text,
    kind: 'deals',
    contribution,
    inputs: [
      ...flows.map((flow) => flowJson(scenario, flow)),
      ...cells.map((one) => cellInputJson(scenario, one.cell, one.contribution)),
    ],
  };
}

function flowJson(scenario: Scenario, flow: MatchedFlow): ExplainedJson {
  const counted = countedAmount(flow);
  return {
    key: flow.deal,
    period: periodNameAt(scenario.timeline, flow.period),
    value: cellJson(flow.amount),
    unit: flow.unit,
    formula: null,
    kind: 'flow',
    counterparty: flow.counterparty,
    tranche: flow.tranche,
    level: flow.level,
    weight: cellJson(flow.weight),
    contribution: counted === null ? null : { kind: 'part', value: counted },
    inputs: [],
  };
}

/** What `--against` adds. */
export function changedJson(scenario: Scenario, against: string, changed: WhatChanged): object {
  return {
    against,
    before: cellJson(changed.before),
    after: cellJson(changed.after),
    leaves: changed.leaves.map(({ place, before, after, cause, periods, effect, path }) => ({
      key: place.key,
      period: periodOf(scenario, place),
      label: itemOf(scenario, place.key)?.label.en ?? place.key,
      before: cellJson(before),
      after: cellJson(after),
      effect,
      ...(periods.length > 0 ? { periods: periods.map((at) => periodNameAt(scenario.timeline, at)) } : {}),
      cause: causeJson(cause),
      path: placesJson(scenario, path),
    })),
  };
}

function causeJson(cause: ChangeCause): object {
  if (cause.kind !== 'content') return cause;
  return { kind: cause.kind, before: sideJson(cause.before), after: sideJson(cause.after) };
}

function sideJson(content: CellContent | null): object | null {
  return content && { ...contentJson(content), formula: formulaOf(content) };
}
