import type { CellContent, SaidBy } from '#shared/analysis/cell-content.ts';
import type { Contribution } from '#shared/analysis/contributions.ts';
import type { MatchedFlow } from '#shared/analysis/deal-flows.ts';
import type { ExplainedInput, Explanation } from '#shared/analysis/explanation.ts';
import type { ValuePlace } from '#shared/analysis/viewed-model.ts';
import type { ChangeCause, ChangeLeaf, WhatChanged } from '#shared/analysis/what-changed.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import type { CellValue } from '#shared/model/value.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { cellPlain } from '../export/cell-json.ts';
import { formulaOf, periodOf, statedBy } from './explain-json.ts';
import { reasonSentence, words } from './explain-words.ts';

const SHOWN_DIGITS = 6;
/** Texts of a file must not steer the terminal, nor turn the line around. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The tree as indented lines. */
export function explainedText(scenario: Scenario, root: Explanation): string {
  const lines: string[] = [];
  addCell(lines, scenario, root, { depth: 0, contribution: null });
  return lines.join('');
}

interface Standing {
  readonly depth: number;
  readonly contribution: Contribution | null;
}

function line(depth: number, text: string): string {
  return `${'  '.repeat(depth)}${text.replaceAll(INVISIBLE, ' ')}\n`;
}

function addCell(lines: string[], scenario: Scenario, node: Explanation, standing: Standing): void {
  const { depth, contribution } = standing;
  const head = `${nameOf(scenario, node.place)}: ${plain(node.value, node.unit)}${part(contribution)}`;
  if (node.expansion === 'repeated') {
    lines.push(line(depth, `${head}  ${words('repeated')}`));
    return;
  }
  lines.push(line(depth, head));
  for (const note of notesOf(scenario, node)) lines.push(line(depth + 1, `· ${note}`));
  for (const input of node.inputs) addInput(lines, scenario, input, depth + 1);
}

function nameOf(scenario: Scenario, place: ValuePlace): string {
  return `${place.key}[${periodOf(scenario, place)}]`;
}

function plain(value: CellValue, unit: string): string {
  if (value === null) return words('blank');
  const shown =
    typeof value === 'number' ? String(Number(value.toPrecision(SHOWN_DIGITS))) : cellPlain(value);
  return unit === '' || typeof value !== 'number' ? shown : `${shown} ${unit}`;
}

function part(contribution: Contribution | null): string {
  return contribution ? `  (${words(contribution.kind, { value: plain(contribution.value, '') })})` : '';
}

function conflictNotes({ conflict }: Explanation): string[] {
  if (!conflict) return [];
  const said = conflict.statements.map(({ fact, value }) => `${fact.id} ${plain(value, '')}`).join(', ');
  return [words('conflict', { said, unit: conflict.unit })];
}

function notesOf(scenario: Scenario, node: Explanation): string[] {
  const chosen = statedBy(node).map(({ fact, isChosen }) => {
    const { publisher, date } = fact.source;
    return words(isChosen ? 'fact' : 'other-fact', {
      id: fact.id,
      publisher,
      date,
      statement: fact.statement,
    });
  });
  return [
    ...contentNotes(node.content),
    ...(node.assumption === null ? [] : [words('assumption', { text: node.assumption })]),
    ...chosen,
    ...conflictNotes(node),
    ...node.notRead.map((text) => words('not-read', { text })),
    ...loopNotes(scenario, node),
    ...errorNotes(scenario, node),
    ...(node.expansion === 'deeper' ? [words('deeper')] : []),
  ];
}

function contentNotes(content: CellContent | null): string[] {
  if (!content) return [];
  if (content.kind === 'year') return [words(`year-${content.rule}`)];
  const formula = formulaOf(content);
  const by = saidBy(content.by);
  if (formula !== null)
    return [`= ${formula}${by}`, ...(content.kind === 'rate' ? [words('year-rate')] : [])];
  if (content.kind !== 'override') return [`${words(content.kind)}${by}`];
  return [
    `${words('override')}${by}`,
    ...(content.formula === null ? [] : [words('instead', { formula: content.formula })]),
  ];
}

function saidBy(by: SaidBy | null): string {
  return by ? ` ${words('by-case', { case: by.caseId, reason: by.reason })}` : '';
}

function wayOf(scenario: Scenario, places: readonly ValuePlace[]): string {
  return places.map((place) => nameOf(scenario, place)).join(' → ');
}

const LONGEST_WAY = 7;

/** Both ends of a long way; `--json` has all of it. */
function shortWay(scenario: Scenario, places: readonly ValuePlace[]): string {
  if (places.length <= LONGEST_WAY) return wayOf(scenario, places);
  return `${wayOf(scenario, places.slice(0, 2))} → … → ${wayOf(scenario, places.slice(-4))}`;
}

function loopNotes(scenario: Scenario, { loop }: Explanation): string[] {
  return loop ? [words('loop', { status: loop.status, chain: wayOf(scenario, loop.chain) })] : [];
}

function errorNotes(scenario: Scenario, { error }: Explanation): string[] {
  if (!error) return [];
  const reason = error.reason ? reasonSentence(error.reason) : error.code;
  return [words('error', { reason, path: wayOf(scenario, error.path) })];
}

function addInput(lines: string[], scenario: Scenario, input: ExplainedInput, depth: number): void {
  switch (input.kind) {
    case 'cell':
      addCell(lines, scenario, input.cell, { depth, contribution: input.contribution });
      return;
    case 'range':
      lines.push(line(depth, `${input.text}${part(input.contribution)}`));
      for (const one of input.cells) if (one) addInput(lines, scenario, one, depth + 1);
      return;
    case 'deals':
      lines.push(line(depth, `${input.text}: ${plain(input.value, '')}${part(input.contribution)}`));
      for (const flow of input.flows) lines.push(line(depth + 1, flowText(scenario, flow)));
      for (const one of input.cells) addInput(lines, scenario, one, depth + 1);
      return;
    case 'outside':
      lines.push(line(depth, words('outside', { text: input.text })));
      return;
    case 'unknown':
      lines.push(line(depth, words('unknown', { text: input.text })));
      return;
    default:
      assertNever(input);
  }
}

function flowText({ timeline }: Scenario, flow: MatchedFlow): string {
  const { deal, counterparty, level, amount, unit, weight, weightKey } = flow;
  const counted = weightKey === null ? '' : ` × ${plain(weight, '')}`;
  const period = periodNameAt(timeline, flow.period);
  return `${deal} ${counterparty}, ${level}, ${period}: ${plain(amount, unit)}${counted}`;
}

/** What `--against` adds to the tree. */
export function changedText(scenario: Scenario, against: string, changed: WhatChanged): string {
  const [before, after] = [plain(changed.before, ''), plain(changed.after, '')];
  const head = line(0, words('against', { against, before, after }));
  if (changed.leaves.length === 0) return head + line(1, words('same'));
  return head + changed.leaves.map((leaf) => leafText(scenario, leaf)).join('');
}

function leafText(scenario: Scenario, { place, before, after, effect, cause, path }: ChangeLeaf): string {
  const share = effect === null ? '' : `  (${words('effect-on', { value: plain(effect, '') })})`;
  const head = `${nameOf(scenario, place)}: ${plain(before, '')} → ${plain(after, '')}${share}`;
  const notes = [...causeNotes(cause), ...(path.length > 1 ? [shortWay(scenario, path)] : [])];
  return line(1, head) + notes.map((note) => line(2, `· ${note}`)).join('');
}

function causeNotes(cause: ChangeCause): string[] {
  if (cause.kind === 'viewpoint') return [words('viewpoint')];
  if (cause.kind === 'content') return contentNotes(cause.after);
  return cause.deals.map(({ deal, before, after }) => {
    const side = (one: typeof before): string =>
      one ? `${one.level} ${plain(one.amount, '')}` : words('no-flow');
    return `${deal}: ${side(before)} → ${side(after)}`;
  });
}
