import type { IsoDate } from '#shared/model/date.ts';
import type { BindingLevel, Deal, Tranche } from '#shared/model/deal.ts';
import { quarterEnd } from '#shared/model/period.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { quarterAt, type Timeline } from '#shared/model/timeline.ts';
import type { ErrorValue } from '#shared/model/value.ts';
import { type Amount, amountOf, type ReadItem } from './amount.ts';
import { trancheLevel } from './level.ts';
import { drivenFlow, drivenSchedule, fixedFlows, isDriven, isFixed } from './schedule.ts';

/** An amount that leaves one party and reaches another in a quarter, in the unit of its deal. */
export interface Flow {
  readonly period: number;
  readonly deal: Deal;
  /** Place in the tranches of the deal. */
  readonly tranche: number;
  readonly payer: string;
  readonly payee: string;
  readonly amount: number;
  readonly level: BindingLevel;
}

/** A flow whose amount follows a line item that has an error there. */
export interface UnreadFlow {
  readonly deal: Deal;
  readonly tranche: number;
  readonly period: number;
  readonly error: ErrorValue;
}

export interface FlowRecord {
  readonly flows: readonly Flow[];
  /** Not counted as nothing: whoever adds up has to say that these are missing. */
  readonly unread: readonly UnreadFlow[];
}

/**
 * Double entry: every flow of the register on the timeline as it stood on a day, between any two
 * parties, priced or memo. What falls outside the timeline makes no flow. `read` serves the line items
 * that tranches follow.
 */
export function flowsOf(
  scenario: Pick<Scenario, 'deals' | 'timeline'>,
  asOf: IsoDate,
  read: ReadItem,
): FlowRecord {
  const flows: Flow[] = [];
  const unread: UnreadFlow[] = [];
  for (const deal of scenario.deals) {
    for (const [index, tranche] of deal.tranches.entries()) {
      const amountAt = amountsOf(tranche, scenario.timeline, read);
      for (let period = 0; period < scenario.timeline.periods; period++) {
        const level = trancheLevel(deal, tranche, quarterEnd(quarterAt(scenario.timeline, period)), asOf);
        if (level === null) continue;
        const amount = amountAt(period);
        if (typeof amount !== 'number') unread.push({ deal, tranche: index, period, error: amount });
        else if (amount !== 0)
          flows.push({ ...partiesOf(deal, tranche), deal, tranche: index, period, amount, level });
      }
    }
  }
  return { flows, unread };
}

function partiesOf({ payer, payee }: Deal, { reverse }: Tranche): Pick<Flow, 'payer' | 'payee'> {
  return reverse === true ? { payer: payee, payee: payer } : { payer, payee };
}

function amountsOf(tranche: Tranche, timeline: Timeline, read: ReadItem): (period: number) => Amount {
  if (isFixed(tranche)) {
    const fixed = fixedFlows(tranche, timeline);
    return (period) => fixed[period] ?? 0;
  }
  if (isDriven(tranche)) {
    const schedule = drivenSchedule(tranche, timeline);
    return (period) => drivenFlow(schedule, period, read);
  }
  if (tranche.kind === 'item') return (period) => amountOf(read(tranche.item, period));
  return () => 0;
}

/** What came in less what went out, by party and period: over all parties it is nothing in every period. */
export function netByParty(flows: readonly Flow[], periods: number): ReadonlyMap<string, Float64Array> {
  const nets = new Map<string, Float64Array>();
  const add = (party: string, period: number, amount: number) => {
    const net = nets.get(party) ?? new Float64Array(periods);
    net[period] = (net[period] ?? 0) + amount;
    nets.set(party, net);
  };
  for (const { payer, payee, period, amount } of flows) {
    add(payer, period, -amount);
    add(payee, period, amount);
  }
  return nets;
}
