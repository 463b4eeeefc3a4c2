import { BINDING_LEVELS, type BindingLevel } from '#shared/model/deal.ts';
import type { LadderRoles } from '#shared/model/presentation.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodNameAt, quarterAt } from '#shared/model/timeline.ts';
import type { LeftOut } from './chart-series.ts';
import { NOTHING } from './headline.ts';
import { numberAt, type Rows, type SourceCell, troubleCell } from './row-reading.ts';

/** The need that is left when money up to and including `step` counts. */
export interface Rung {
  readonly step: 'none' | BindingLevel;
  readonly need: number;
  readonly needCells: readonly SourceCell[];
  /** What this step covers; negative where it makes the need larger; null on the first rung. */
  readonly cover: number | null;
  readonly coverCells: readonly SourceCell[];
}

export type LadderMessage =
  | { readonly kind: 'neutral' }
  | { readonly kind: 'signed leaves'; readonly need: number }
  | { readonly kind: 'signed covers'; readonly to: number };

export interface LadderChart {
  readonly kind: 'gap-ladder';
  readonly unit: string;
  /** Last year of the horizon. */
  readonly to: number;
  readonly rungs: readonly Rung[];
  readonly leftOut: LeftOut;
  readonly message: LadderMessage;
}

/** The gap as softer and softer money is counted. null without roles. */
export function ladderChart(scenario: Scenario, rows: Rows): LadderChart | null {
  const roles = scenario.presentation.funding;
  if (!roles) return null;
  const last = scenario.timeline.periods - 1;
  const column = periodNameAt(scenario.timeline, last);
  const to = quarterAt(scenario.timeline, last).year;
  const rungs: Rung[] = [];
  const broken: SourceCell[] = [];
  for (const step of ['none', ...BINDING_LEVELS] as const) {
    const cells = cellsOf(roles.ladder, step, column);
    const missing = cells.find((cell) => numberAt(rows, cell.key, last) === undefined);
    if (missing) broken.push(troubleCell(scenario.timeline, rows.get(missing.key)?.periods[last], missing));
    else rungs.push(rungOf(rows, step, cells, last));
  }
  return {
    kind: 'gap-ladder',
    unit: itemOf(scenario, roles.ladder.needWithNone)?.unit ?? '',
    to,
    rungs,
    leftOut: { count: broken.length, of: BINDING_LEVELS.length + 1, unit: 'levels', cells: broken },
    message: messageOf(rungs, to),
  };
}

function cellsOf(ladder: LadderRoles, step: Rung['step'], column: string): SourceCell[] {
  if (step === 'none') return [{ key: ladder.needWithNone, column }];
  return [
    { key: ladder.needUpTo[step], column },
    { key: ladder.layers[step], column },
  ];
}

function rungOf(rows: Rows, step: Rung['step'], cells: readonly SourceCell[], last: number): Rung {
  const [needCell, coverCell] = cells;
  return {
    step,
    need: needCell ? (numberAt(rows, needCell.key, last) ?? 0) : 0,
    needCells: needCell ? [needCell] : [],
    cover: coverCell ? (numberAt(rows, coverCell.key, last) ?? null) : null,
    coverCells: coverCell ? [coverCell] : [],
  };
}

function messageOf(rungs: readonly Rung[], to: number): LadderMessage {
  const signed = rungs.find((rung) => rung.step === 'signed');
  if (!signed) return { kind: 'neutral' };
  return signed.need > NOTHING ? { kind: 'signed leaves', need: signed.need } : { kind: 'signed covers', to };
}
