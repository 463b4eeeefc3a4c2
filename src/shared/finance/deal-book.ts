import type { IsoDate } from '#shared/model/date.ts';
import { BINDING_LEVELS, type BindingLevel, type Deal, type Tranche } from '#shared/model/deal.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { quarterEnd } from '#shared/model/period.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { quarterAt, type Timeline } from '#shared/model/timeline.ts';
import { type Amount, amountOf, type ReadItem } from './amount.ts';
import { capacityByQuarter } from './capacity.ts';
import { countItem, type DealsQuery } from './deals-query.ts';
import { dealLevel, trancheLevel } from './level.ts';
import {
  type DrivenSchedule,
  drivenFlow,
  drivenSchedule,
  fixedFlows,
  isDriven,
  isFixed,
  itemsOfTranche,
} from './schedule.ts';

/** The priced deals of the company, seen on a day. */
export interface DealBook {
  /** What `DEALS` gives in a period; `read` serves the line items it depends on. */
  amount(query: DealsQuery, period: number, read: ReadItem): Amount;
}

/** A level's index in each period; −1 where nothing flows. */
type Levels = Int8Array;

interface DrivenFlow {
  readonly schedule: DrivenSchedule;
  readonly levels: Levels;
}

/** What matches one query: fixed amounts summed by level, and what has to be read. */
interface Matched {
  readonly fixed: readonly Float64Array[];
  readonly driven: readonly DrivenFlow[];
}

/** A priced deal between the company and another counterparty. */
interface Side {
  readonly deal: Deal;
  readonly counterparty: string;
}

/** One tranche on the timeline, seen on a day. */
interface TrancheFlow {
  readonly side: Side;
  readonly direction: 'in' | 'out';
  readonly levels: Levels;
  readonly amounts: Float64Array | null;
  readonly schedule: DrivenSchedule | null;
}

function sidesOf(scenario: Pick<Scenario, 'deals' | 'company'>): Side[] {
  return scenario.deals
    .filter((deal) => deal.scope === 'priced' && isBetween(deal, scenario.company))
    .map((deal) => ({ deal, counterparty: deal.payer === scenario.company ? deal.payee : deal.payer }));
}

function isBetween(deal: Deal, company: string): boolean {
  return (deal.payer === company) !== (deal.payee === company);
}

function directionOf(deal: Deal, tranche: Tranche, company: string): 'in' | 'out' {
  return (deal.payee === company) !== (tranche.reverse === true) ? 'in' : 'out';
}

function isWanted(side: Side, query: DealsQuery): boolean {
  if (query.counterparty !== null && query.counterparty !== side.counterparty) return false;
  if (query.type === null) return true;
  return query.type === (query.direction === 'gw' ? side.deal.capacity?.tenure : side.deal.type);
}

/** Line items that a query reads, whatever the as-of date: weights, and what its tranches name. */
export function itemsOfQuery(scenario: Pick<Scenario, 'deals' | 'company'>, query: DealsQuery): ItemKey[] {
  const weights = query.binding === 'counted' ? BINDING_LEVELS.map(countItem) : [];
  if (query.direction === 'gw') return weights;
  const driven = sidesOf(scenario)
    .filter((side) => isWanted(side, query))
    .flatMap(({ deal }) =>
      deal.tranches.filter((tranche) => directionOf(deal, tranche, scenario.company) === query.direction),
    )
    .filter(isDriven)
    .flatMap(itemsOfTranche);
  return [...new Set([...weights, ...driven])];
}

/** Whether a deal can flow into what a query asks for, on whatever day and level. */
export function queryCovers(company: string, deal: Deal, query: DealsQuery): boolean {
  const [side] = sidesOf({ deals: [deal], company });
  if (!side || !isWanted(side, query)) return false;
  if (query.direction === 'gw') return deal.capacity !== undefined;
  return deal.tranches.some(
    (tranche) =>
      (isFixed(tranche) || isDriven(tranche)) && directionOf(deal, tranche, company) === query.direction,
  );
}

function levelIndex(level: BindingLevel | 'lapsed' | null): number {
  return level === null || level === 'lapsed' ? -1 : BINDING_LEVELS.indexOf(level);
}

function quarterEnds(timeline: Timeline): IsoDate[] {
  return Array.from({ length: timeline.periods }, (_, period) => quarterEnd(quarterAt(timeline, period)));
}

function levelsOf(deal: Deal, tranche: Tranche, ends: readonly IsoDate[], asOf: IsoDate): Levels {
  return Int8Array.from(ends, (end) => levelIndex(trancheLevel(deal, tranche, end, asOf)));
}

function addByLevel(sums: readonly Float64Array[], amounts: Float64Array, levels: Levels): void {
  for (let period = 0; period < amounts.length; period++) {
    const sum = sums[levels[period] ?? -1];
    if (sum) sum[period] = (sum[period] ?? 0) + (amounts[period] ?? 0);
  }
}

function emptySums(timeline: Timeline): Float64Array[] {
  return BINDING_LEVELS.map(() => new Float64Array(timeline.periods));
}

function matchCapacity(
  sides: readonly Side[],
  query: DealsQuery,
  timeline: Timeline,
  asOf: IsoDate,
): Matched {
  const fixed = emptySums(timeline);
  for (const side of sides) {
    const { capacity } = side.deal;
    if (!capacity || !isWanted(side, query)) continue;
    const level = levelIndex(dealLevel(side.deal, asOf));
    const levelAt = capacityByQuarter(capacity);
    const amounts = Float64Array.from({ length: timeline.periods }, (_, period) =>
      levelAt(quarterAt(timeline, period)),
    );
    addByLevel(fixed, amounts, new Int8Array(timeline.periods).fill(level));
  }
  return { fixed, driven: [] };
}

function trancheFlows(scenario: Scenario, sides: readonly Side[], asOf: IsoDate): TrancheFlow[] {
  const { timeline, company } = scenario;
  const ends = quarterEnds(timeline);
  return sides.flatMap((side) =>
    side.deal.tranches.map((tranche) => ({
      side,
      direction: directionOf(side.deal, tranche, company),
      levels: levelsOf(side.deal, tranche, ends, asOf),
      amounts: isFixed(tranche) ? fixedFlows(tranche, timeline) : null,
      schedule: isDriven(tranche) ? drivenSchedule(tranche, timeline) : null,
    })),
  );
}

function matchFlows(flows: readonly TrancheFlow[], query: DealsQuery, timeline: Timeline): Matched {
  const fixed = emptySums(timeline);
  const driven: DrivenFlow[] = [];
  for (const { side, direction, levels, amounts, schedule } of flows) {
    if (direction !== query.direction || !isWanted(side, query)) continue;
    if (amounts) addByLevel(fixed, amounts, levels);
    if (schedule) driven.push({ schedule, levels });
  }
  return { fixed, driven };
}

/** Opens the register on a day: what does not depend on line items is summed once per query. */
export function openDealBook(scenario: Scenario, asOf: IsoDate): DealBook {
  const { timeline } = scenario;
  const sides = sidesOf(scenario);
  const flows = trancheFlows(scenario, sides, asOf);
  const known = new Map<string, Matched>();
  const seen = new WeakMap<DealsQuery, Matched>();
  const match = (query: DealsQuery): Matched =>
    query.direction === 'gw'
      ? matchCapacity(sides, query, timeline, asOf)
      : matchFlows(flows, query, timeline);
  const matchedFor = (query: DealsQuery): Matched => {
    let matched = seen.get(query);
    if (matched) return matched;
    const name = JSON.stringify([query.direction, query.type, query.counterparty]);
    matched = known.get(name) ?? match(query);
    known.set(name, matched);
    seen.set(query, matched);
    return matched;
  };

  return {
    amount: (query, period, read) => sumOf(matchedFor(query), query, period, read),
  };
}

function sumOf(matched: Matched, query: DealsQuery, period: number, read: ReadItem): Amount {
  let total = 0;
  for (const [index, level] of BINDING_LEVELS.entries()) {
    if (query.binding !== null && query.binding !== 'counted' && query.binding !== level) continue;
    const amount = levelAmount(matched, index, period, read);
    if (typeof amount !== 'number') return amount;
    if (amount === 0) continue;
    const weight = query.binding === 'counted' ? amountOf(read(countItem(level), period)) : 1;
    if (typeof weight !== 'number') return weight;
    total += amount * weight;
  }
  return total;
}

function levelAmount(matched: Matched, level: number, period: number, read: ReadItem): Amount {
  let sum = matched.fixed[level]?.[period] ?? 0;
  for (const flow of matched.driven) {
    if (flow.levels[period] !== level) continue;
    const amount = drivenFlow(flow.schedule, period, read);
    if (typeof amount !== 'number') return amount;
    sum += amount;
  }
  return sum;
}
