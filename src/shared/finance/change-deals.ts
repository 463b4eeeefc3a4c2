import type { IsoDate } from '#shared/model/date.ts';
import type { Deal, DealCapacity, Tranche } from '#shared/model/deal.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import {
  parsePeriodName,
  periodNameOf,
  quarterAtOrdinal,
  quarterEnd,
  quarterOrdinal,
} from '#shared/model/period.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { firstOrdinal, type Timeline } from '#shared/model/timeline.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { capacityByQuarter } from './capacity.ts';
import { withLaterRow, withMultipleRow } from './derived-rows.ts';
import { trancheLevel } from './level.ts';
import { fixedFlows } from './schedule.ts';

/** The scenario as if these deals did not exist: their flows and their capacity are gone. */
export function withoutDeals(scenario: Scenario, ids: ReadonlySet<string>): Scenario {
  return { ...scenario, deals: scenario.deals.filter(({ id }) => !ids.has(id)) };
}

/**
 * A deal of `factor` times the size, capacity included. What is paid is paid: paid slices keep their
 * amount. A slice per unit of the deal's own capacity shrinks with that; its rate stays. Rates that are
 * line items are multiplied in a row of their own. A slice that is a line item stays: others read it, too.
 */
export function withScaledDeal(scenario: Scenario, id: string, factor: number): Scenario {
  return changed(scenario, id, (deal, before) => {
    const [tranches, after] = eachInTurn(deal, before, (tranche, on) =>
      scaled(tranche, { factor, byCapacity: deal.capacity !== undefined }, on),
    );
    const capacity = deal.capacity && { ...deal.capacity, yearEnd: times(deal.capacity.yearEnd, factor) };
    const amount = deal.amount === null ? null : deal.amount * factor;
    return [{ ...deal, amount, tranches, ...(capacity && { capacity }) }, after];
  });
}

/**
 * A deal whose slices fall due `quarters` (0 or more) later, said on a day: what is paid or settled by
 * then stays, and so does a slice that is a line item: others read it, too. A slice that follows a line item follows a row that lies behind it; per
 * unit of the deal's own capacity it moves with that. Yearly amounts move by the quarter, as equal parts
 * of their years; capacity is on straight lines between the moved year ends.
 */
export function withDelayedDeal(
  scenario: Scenario,
  id: string,
  quarters: number,
  asOf: IsoDate = scenario.timeline.asOf,
): Scenario {
  if (quarters === 0) return scenario;
  return changed(scenario, id, (deal, before) => {
    const [tranches, after] = eachInTurn(deal, before, (tranche, on) =>
      delayed(tranche, { quarters, deal, asOf }, on),
    );
    const capacity = deal.capacity && delayedCapacity(deal.capacity, quarters);
    return [{ ...deal, tranches, ...(capacity && { capacity }) }, after];
  });
}

/** What became of a part, and the scenario with the rows that it needs. */
type Changed<T> = readonly [T, Scenario];

function changed(
  scenario: Scenario,
  id: string,
  change: (deal: Deal, before: Scenario) => Changed<Deal>,
): Scenario {
  const deal = scenario.deals.find((one) => one.id === id);
  if (!deal) return scenario;
  const [edited, after] = change(deal, scenario);
  return { ...after, deals: after.deals.map((one) => (one.id === id ? edited : one)) };
}

function eachInTurn(
  { tranches }: Deal,
  before: Scenario,
  change: (tranche: Tranche, on: Scenario) => Changed<Tranche>,
): Changed<Tranche[]> {
  const edited: Tranche[] = [];
  let scenario = before;
  for (const tranche of tranches) {
    const [one, after] = change(tranche, scenario);
    edited.push(one);
    scenario = after;
  }
  return [edited, scenario];
}

function times(values: Readonly<Record<string, number>>, factor: number): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([year, value]) => [year, value * factor]));
}

interface Scaling {
  readonly factor: number;
  readonly byCapacity: boolean;
}

function scaled(tranche: Tranche, { factor, byCapacity }: Scaling, on: Scenario): Changed<Tranche> {
  switch (tranche.kind) {
    case 'dated':
      return [tranche.paid === undefined ? { ...tranche, amount: tranche.amount * factor } : tranche, on];
    case 'linear':
    case 'event':
      return [{ ...tranche, amount: tranche.amount * factor }, on];
    case 'annual':
      return [{ ...tranche, byYear: times(tranche.byYear, factor), beyond: tranche.beyond * factor }, on];
    case 'quarters':
      return [{ ...tranche, amounts: tranche.amounts.map((amount) => amount * factor) }, on];
    case 'per unit': {
      const [rate, after] = byCapacity ? [tranche.rate, on] : scaledRate(tranche.rate, factor, on);
      return [{ ...tranche, rate, cap: tranche.cap * factor }, after];
    }
    case 'item':
    case 'before':
      return [tranche, on];
    default:
      return assertNever(tranche);
  }
}

function scaledRate(rate: number | ItemKey, factor: number, on: Scenario): Changed<number | ItemKey> {
  if (typeof rate === 'number') return [rate * factor, on];
  if (factor === 1) return [rate, on];
  const { key, scenario } = withMultipleRow(on, rate, factor);
  return [key, scenario];
}

interface Delay {
  readonly quarters: number;
  readonly deal: Deal;
  readonly asOf: IsoDate;
}

function delayed(tranche: Tranche, delay: Delay, on: Scenario): Changed<Tranche> {
  const { quarters } = delay;
  switch (tranche.kind) {
    case 'dated':
      return [tranche.paid === undefined ? { ...tranche, at: later(tranche.at, quarters) } : tranche, on];
    case 'linear':
    case 'quarters':
    case 'annual':
      return [delayedSchedule(tranche, delay, on.timeline), on];
    case 'event': {
      const { key, scenario } = withLaterRow(on, tranche.item, quarters);
      return [{ ...tranche, item: key, last: later(tranche.last, quarters) }, scenario];
    }
    case 'per unit':
      return delayedPerUnit(tranche, delay, on);
    case 'item':
    case 'before':
      return [tranche, on];
    default:
      return assertNever(tranche);
  }
}

function delayedPerUnit(
  tranche: Extract<Tranche, { kind: 'per unit' }>,
  { quarters, deal }: Delay,
  on: Scenario,
): Changed<Tranche> {
  if (deal.capacity) return [tranche, on];
  const item = withLaterRow(on, tranche.item, quarters);
  if (typeof tranche.rate === 'number') return [{ ...tranche, item: item.key }, item.scenario];
  const rate = withLaterRow(item.scenario, tranche.rate, quarters);
  return [{ ...tranche, item: item.key, rate: rate.key }, rate.scenario];
}

function later(name: string, quarters: number): string {
  const quarter = parsePeriodName(name);
  return quarter ? periodNameOf(quarterAtOrdinal(quarterOrdinal(quarter) + quarters)) : name;
}

type Schedule = Extract<Tranche, { kind: 'linear' | 'annual' | 'quarters' }>;

/** A schedule without settled quarters moves as it is, but for years: they no longer hold equal quarters. */
function delayedSchedule(tranche: Schedule, { quarters, deal, asOf }: Delay, timeline: Timeline): Tranche {
  const start = parsePeriodName(tranche.start);
  if (!start) return tranche;
  const first = quarterOrdinal(start);
  const flows = [
    ...fixedFlows(tranche, { ...timeline, start: tranche.start, periods: lengthOf(tranche, timeline) }),
  ];
  const isSettled = flows.map(
    (_, index) => trancheLevel(deal, tranche, quarterEnd(quarterAtOrdinal(first + index)), asOf) === 'cash',
  );
  if (tranche.kind !== 'annual' && !isSettled.includes(true))
    return { ...tranche, start: later(tranche.start, quarters) };
  const amounts = Array.from({ length: flows.length + quarters }, () => 0);
  for (const [index, flow] of flows.entries()) {
    const at = isSettled[index] ? index : index + quarters;
    amounts[at] = (amounts[at] ?? 0) + flow;
  }
  if (tranche.kind === 'annual') amounts.push(tranche.beyond);
  return { ...termsOf(tranche), kind: 'quarters', start: tranche.start, amounts };
}

/** Quarters from the start to the last; of yearly amounts to the end of the timeline at least. */
function lengthOf(tranche: Schedule, timeline: Timeline): number {
  switch (tranche.kind) {
    case 'linear':
      return tranche.quarters;
    case 'quarters':
      return tranche.amounts.length;
    case 'annual': {
      const lastYear = Math.max(...Object.keys(tranche.byYear).map(Number));
      const end = Math.max((lastYear + 1) * 4, firstOrdinal(timeline) + timeline.periods);
      const start = parsePeriodName(tranche.start);
      return start ? Math.max(0, end - quarterOrdinal(start)) : 0;
    }
    default:
      return assertNever(tranche);
  }
}

function termsOf({ since, level, reverse }: Schedule): Pick<Schedule, 'since' | 'level' | 'reverse'> {
  return {
    ...(since !== undefined && { since }),
    ...(level !== undefined && { level }),
    ...(reverse !== undefined && { reverse }),
  };
}

/** Year ends hold what the quarter so much earlier held. */
function delayedCapacity(capacity: DealCapacity, quarters: number): DealCapacity {
  const levelAt = capacityByQuarter(capacity);
  const years = Object.keys(capacity.yearEnd).map(Number);
  const [first, last] = [Math.min(...years), Math.max(...years) + Math.ceil(quarters / 4)];
  const yearEnd: Record<string, number> = {};
  for (let year = first; year <= last; year++)
    yearEnd[year] = levelAt(quarterAtOrdinal(year * 4 + 3 - quarters));
  return {
    ...capacity,
    yearEnd,
    ...(capacity.start !== undefined && { start: later(capacity.start, quarters) }),
  };
}
