import { contentAt } from '#shared/analysis/cell-content.ts';
import type { ValuePlace } from '#shared/analysis/viewed-model.ts';
import type { Viewpoint } from '#shared/engine/results.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { asOfDate, caseChain } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodIndex, periodNameAt, periodsOfYear } from '#shared/model/timeline.ts';
import { inputRefused, wrongUsage } from './cli-error.ts';
import { unknownItem } from './documents.ts';
import { readTime } from './typed-input.ts';

const CELL = /^\s*([^[\]=\s]+)\s*(?:\[\s*([^[\]]*?)\s*\]\s*)?$/u;

/** A cell that a command names, and how it was named: null for a constant without a period. */
export interface NamedCell {
  readonly place: ValuePlace;
  readonly period: string | null;
}

/** Reads `key[2027Q1]`, `key[2027]`, and `key` for a row that holds one value in all periods. */
export function namedCell(text: string, scenario: Scenario, viewpoint: Viewpoint): NamedCell {
  const match = CELL.exec(text);
  const key = match?.[1];
  if (key === undefined) throw wrongUsage('cell-malformed', { text });
  const item = itemOf(scenario, key);
  if (!item) throw unknownItem(scenario, key);
  if (item.role === 'header') throw inputRefused('header-has-no-values', { key });
  const written = match?.[2];
  if (written === undefined) return constantCell(key, scenario, viewpoint);
  const time = readTime(written);
  if (time === undefined) throw wrongUsage('cell-malformed', { text });
  return { place: placeAt(scenario, key, time), period: time };
}

function placeAt({ timeline }: Scenario, key: ItemKey, time: string): ValuePlace {
  const column = periodIndex(timeline, time);
  const isInside =
    column === null
      ? periodsOfYear(timeline, Number(time)).length > 0
      : column >= 0 && column < timeline.periods;
  if (!isInside) {
    const [first, last] = [periodNameAt(timeline, 0), periodNameAt(timeline, timeline.periods - 1)];
    throw inputRefused('cell-outside', { period: time, first, last });
  }
  return column === null ? { key, year: Number(time) } : { key, period: column };
}

function constantCell(key: ItemKey, scenario: Scenario, { caseId, asOf }: Viewpoint): NamedCell {
  const chain = caseChain(scenario, caseId);
  const day = asOfDate(scenario, caseId, asOf);
  for (let period = 0; period < scenario.timeline.periods; period++) {
    const kind = contentAt(scenario, chain, day, { key, period })?.kind;
    if (kind !== 'constant' && kind !== 'dated') {
      throw wrongUsage('cell-without-period', {
        key,
        example: periodNameAt(scenario.timeline, scenario.timeline.periods - 1),
      });
    }
  }
  return { place: { key, period: 0 }, period: null };
}
