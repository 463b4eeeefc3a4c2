import type { Tranche } from '#shared/model/deal.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { parsePeriodName, quarterOrdinal } from '#shared/model/period.ts';
import { firstOrdinal, type Timeline } from '#shared/model/timeline.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { type Amount, amountOf, type ReadItem } from './amount.ts';

/** Kinds whose flows follow from the tranche alone. */
export type FixedTranche = Extract<Tranche, { kind: 'dated' | 'linear' | 'annual' | 'quarters' }>;

/** Kinds whose flows follow from a line item. */
export type DrivenTranche = Extract<Tranche, { kind: 'per unit' | 'event' }>;

export function isFixed(tranche: Tranche): tranche is FixedTranche {
  const { kind } = tranche;
  return kind === 'dated' || kind === 'linear' || kind === 'annual' || kind === 'quarters';
}

export function isDriven(tranche: Tranche): tranche is DrivenTranche {
  return tranche.kind === 'per unit' || tranche.kind === 'event';
}

/** Line items that a tranche reads. */
export function itemsOfTranche(tranche: Tranche): ItemKey[] {
  if (tranche.kind === 'item' || tranche.kind === 'event') return [tranche.item];
  if (tranche.kind !== 'per unit') return [];
  return typeof tranche.rate === 'string' ? [tranche.item, tranche.rate] : [tranche.item];
}

/** Flow of a fixed tranche by the ordinal of a quarter, inside the timeline or not. */
function flowByOrdinal(tranche: FixedTranche): (ordinal: number) => number {
  switch (tranche.kind) {
    case 'dated': {
      const at = ordinalOf(tranche.at);
      return (ordinal) => (ordinal === at ? tranche.amount : 0);
    }
    case 'linear': {
      const start = ordinalOf(tranche.start);
      const end = start + tranche.quarters;
      return (ordinal) => (ordinal >= start && ordinal < end ? tranche.amount / tranche.quarters : 0);
    }
    case 'quarters': {
      const start = ordinalOf(tranche.start);
      return (ordinal) => tranche.amounts[ordinal - start] ?? 0;
    }
    case 'annual': {
      const start = ordinalOf(tranche.start);
      return (ordinal) => (ordinal < start ? 0 : annualFlow(tranche.byYear, start, ordinal));
    }
    default:
      return assertNever(tranche);
  }
}

/** Amount of the year, equal over its quarters from the start on. */
function annualFlow(byYear: Readonly<Record<string, number>>, start: number, ordinal: number): number {
  const year = Math.floor(ordinal / 4);
  const amount = Object.hasOwn(byYear, String(year)) ? (byYear[String(year)] ?? 0) : 0;
  return amount / ((year + 1) * 4 - Math.max(start, year * 4));
}

function ordinalOf(name: string): number {
  const quarter = parsePeriodName(name);
  return quarter ? quarterOrdinal(quarter) : Number.NaN;
}

/** Flows of a fixed tranche, one per period of the timeline. */
export function fixedFlows(tranche: FixedTranche, timeline: Timeline): Float64Array {
  const first = firstOrdinal(timeline);
  const flow = flowByOrdinal(tranche);
  const flows = new Float64Array(timeline.periods);
  for (let period = 0; period < flows.length; period++) flows[period] = flow(first + period);
  return flows;
}

/** Amount of a fixed tranche. */
export function trancheAmount(tranche: FixedTranche): number {
  switch (tranche.kind) {
    case 'dated':
    case 'linear':
      return tranche.amount;
    case 'quarters':
      return tranche.amounts.reduce((sum, amount) => sum + amount, 0);
    case 'annual':
      return Object.values(tranche.byYear).reduce((sum, amount) => sum + amount, tranche.beyond);
    default:
      return assertNever(tranche);
  }
}

/** What a fixed tranche pays outside the timeline: flows and remainder sum to its amount. */
export function trancheRemainder(tranche: FixedTranche, timeline: Timeline): number {
  return fixedFlows(tranche, timeline).reduce((rest, flow) => rest - flow, trancheAmount(tranche));
}

/**
 * Flow of a tranche that follows a line item. Before the timeline the item counts as 0.
 * `per unit`: rate × rise of the item, cumulatively at most the cap.
 * `event`: the amount where the item first leaves 0, if that is not after the last column.
 */
export function drivenFlow(flow: DrivenSchedule, period: number, read: ReadItem): Amount {
  const { tranche } = flow;
  return tranche.kind === 'event'
    ? eventFlow(tranche, flow.last, period, read)
    : perUnitFlow(tranche, period, read);
}

/** A driven tranche on a timeline. */
export interface DrivenSchedule {
  readonly tranche: DrivenTranche;
  /** Last column in which an event still counts. */
  readonly last: number;
}

export function drivenSchedule(tranche: DrivenTranche, timeline: Timeline): DrivenSchedule {
  const isEvent = tranche.kind === 'event';
  const last = isEvent ? ordinalOf(tranche.last) - firstOrdinal(timeline) : Number.POSITIVE_INFINITY;
  return { tranche, last };
}

function eventFlow(
  tranche: Extract<Tranche, { kind: 'event' }>,
  last: number,
  period: number,
  read: ReadItem,
): Amount {
  if (!(period <= last)) return 0;
  for (let at = 0; at <= period; at++) {
    const state = amountOf(read(tranche.item, at));
    if (typeof state !== 'number') return state;
    if (state !== 0) return at === period ? tranche.amount : 0;
  }
  return 0;
}

function perUnitFlow(
  tranche: Extract<Tranche, { kind: 'per unit' }>,
  period: number,
  read: ReadItem,
): Amount {
  let [before, drawn, flow] = [0, 0, 0];
  for (let at = 0; at <= period; at++) {
    const level = amountOf(read(tranche.item, at));
    if (typeof level !== 'number') return level;
    const rate = typeof tranche.rate === 'number' ? tranche.rate : amountOf(read(tranche.rate, at));
    if (typeof rate !== 'number') return rate;
    flow = Math.min(rate * Math.max(0, level - before), tranche.cap - drawn);
    drawn += flow;
    before = level;
  }
  return flow;
}
