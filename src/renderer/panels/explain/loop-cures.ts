import type { LoopSeen } from '#shared/analysis/explanation.ts';
import type { ViewedModel } from '#shared/analysis/viewed-model.ts';
import type { CellPlace, LoopReport } from '#shared/engine/results.ts';
import { referencesOf } from '#shared/formula/references.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { isErrorValue } from '#shared/model/value.ts';

/** A change of one formula that opens a loop, or makes it settle. */
export interface Cure {
  readonly kind: 'opening' | 'average';
  /** The row whose formula to change. */
  readonly key: string;
  /** The row that it reads within the period. */
  readonly read: string;
  /** Its formula after the change. */
  readonly formula: string;
}

/**
 * Where a loop is best opened: at a formula that reads a balance within its own period, else at the
 * first formula that reads the next of the chain so. Empty where the chain closes otherwise.
 */
export function curesOf(model: ViewedModel, chain: readonly CellPlace[]): Cure[] {
  const links = chain.flatMap((reader, index) => {
    const read = chain[(index + 1) % chain.length] ?? reader;
    const spans = read.period === reader.period ? readsWithin(model, reader, read.key) : [];
    return spans.length > 0 ? [{ reader, read: read.key, spans }] : [];
  });
  const isBalance = (key: string) => itemOf(model.scenario, key)?.aggregation === 'end';
  const link =
    links.find(({ reader, read }) => isBalance(read) && !isBalance(reader.key)) ??
    links.find(({ read }) => isBalance(read)) ??
    links[0];
  if (!link) return [];
  const { reader, read, spans } = link;
  const cure = (kind: Cure['kind'], text: string): Cure => {
    return { kind, key: reader.key, read, formula: replaced(formulaAt(model, reader), spans, text) };
  };
  const opening = cure('opening', `${read}[-1]`);
  // The row itself is no balance to average, and a mean in place of a mean changes nothing.
  const canAverage = read !== reader.key && !readsBefore(model, reader, read);
  return canAverage ? [opening, cure('average', `AVERAGE(${read}[-1], ${read})`)] : [opening];
}

function formulaAt(model: ViewedModel, place: CellPlace): string {
  const content = model.content(place);
  return content?.kind === 'formula' ? content.formula : '';
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function readsWithin(model: ViewedModel, reader: CellPlace, name: string): readonly Span[] {
  const expression = model.parse(formulaAt(model, reader));
  if (!expression) return [];
  return referencesOf(expression).flatMap((one) => (one.name === name && !one.time ? [one.span] : []));
}

function readsBefore(model: ViewedModel, reader: CellPlace, name: string): boolean {
  const expression = model.parse(formulaAt(model, reader));
  return expression !== null && referencesOf(expression).some((one) => one.name === name && one.time);
}

function replaced(text: string, spans: readonly Span[], by: string): string {
  let done = '';
  let at = 0;
  for (const { start, end } of spans) {
    done += text.slice(at, start) + by;
    at = end;
  }
  return done + text.slice(at);
}

/** Periods of a loop that came out alike, from the first to the last of a run. */
export interface LoopRun {
  readonly isSolved: boolean;
  readonly from: number;
  readonly to: number;
}

/** How a loop came out over time: a period in which one of its cells shows `#LOOP!` has no solution. */
export function runsOf(model: ViewedModel, { keys, periods }: LoopReport): LoopRun[] {
  const runs: LoopRun[] = [];
  for (const period of periods) {
    const isSolved = !keys.some((key) => isLoopError(model, { key, period }));
    const last = runs.at(-1);
    if (last && last.isSolved === isSolved && last.to === period - 1)
      runs[runs.length - 1] = { ...last, to: period };
    else runs.push({ isSolved, from: period, to: period });
  }
  return runs;
}

function isLoopError(model: ViewedModel, { key, period }: CellPlace): boolean {
  const value = model.quarter(key, period);
  return isErrorValue(value) && value.code === '#LOOP!';
}

/** How the loop of a cell came out in the cell's own period. */
export function statusHere(model: ViewedModel, { status, chain }: LoopSeen): LoopSeen['status'] | 'solved' {
  if (status === 'linear-exact' || status === 'converged') return status;
  return chain.some((cell) => isLoopError(model, cell)) ? status : 'solved';
}
