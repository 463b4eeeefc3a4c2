import type { IsoDate } from '#shared/model/date.ts';
import type { BindingLevel, Deal, Tranche } from '#shared/model/deal.ts';
import { quarterEnd } from '#shared/model/period.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { quarterAt, type Timeline } from '#shared/model/timeline.ts';
import type { ReadItem } from './amount.ts';
import { type Flow, flowsOf } from './flows.ts';
import { knownAmount } from './known-deal.ts';
import { dealLevel } from './level.ts';

/** A deal as a whole on a day. */
export interface DealStanding {
  readonly deal: Deal;
  /** `cash` also where every part of its known amount is paid, whatever its last status says. */
  readonly level: BindingLevel | 'lapsed';
  /** First day of that level: of the status, or of the payment that made it whole. */
  readonly since: IsoDate;
  /** As far as it was published by the day. */
  readonly amount: number | null;
  /** Paid or settled by the day, repayments left out, in the unit of the deal. */
  readonly paid: number;
  /** That is the whole of a known amount. */
  readonly isWhole: boolean;
  /** Some of that follows from reported cash; no source states it. */
  readonly inferred: boolean;
  /** Id of the deal in its place, once that existed. */
  readonly replacedBy: string | null;
}

/** What a register is read from. */
export type DealRegister = Pick<Scenario, 'deals' | 'facts' | 'timeline'>;

const NOTHING = 1e-9;

/**
 * Deals known on a day, in the order of the register. Levels belong to flows (model.md §5.2), and a paid
 * flow is cash before anything its history says: so a deal that is paid in whole is cash, and one that
 * is paid in part stands where its last status has it. `read` gives calculated cells.
 */
export function dealStandings(register: DealRegister, asOf: IsoDate, read: ReadItem): DealStanding[] {
  return register.deals.flatMap((deal) => {
    const level = dealLevel(deal, asOf);
    if (level === null) return [];
    const { flows } = flowsOf({ deals: [deal], timeline: register.timeline }, asOf, read);
    const payments = paymentsOf(deal, flows, register.timeline, asOf);
    return [standingOf(deal, level, { register, asOf, payments })];
  });
}

interface Payment {
  readonly amount: number;
  readonly inferred: boolean;
  /** null for what was paid before the timeline. */
  readonly day: IsoDate | null;
}

interface Known {
  readonly register: DealRegister;
  readonly asOf: IsoDate;
  readonly payments: readonly Payment[];
}

function standingOf(deal: Deal, level: BindingLevel | 'lapsed', known: Known): DealStanding {
  const { register, asOf, payments } = known;
  const amount = knownAmount(deal, asOf, register);
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0);
  const isWhole = level !== 'lapsed' && amount !== null && paid > 0 && paid >= amount - NOTHING;
  const stated = statedSince(deal, level, asOf);
  const last = payments.flatMap(({ day }) => (day === null ? [] : [day])).sort();
  return {
    deal,
    level: isWhole ? 'cash' : level,
    since: isWhole && level !== 'cash' ? (last.at(-1) ?? stated) : stated,
    amount,
    paid,
    isWhole,
    inferred: payments.some(({ inferred }) => inferred),
    replacedBy: level === 'lapsed' ? successorOf(deal, register.deals, asOf) : null,
  };
}

function successorOf({ supersededBy }: Deal, deals: readonly Deal[], asOf: IsoDate): string | null {
  const next = deals.find(({ id }) => id === supersededBy);
  return next !== undefined && dealLevel(next, asOf) !== null ? next.id : null;
}

function paymentsOf(deal: Deal, flows: readonly Flow[], timeline: Timeline, asOf: IsoDate): Payment[] {
  const onTimeline = flows.flatMap((flow) => {
    const tranche = deal.tranches[flow.tranche];
    if (flow.level !== 'cash' || tranche === undefined || tranche.reverse === true) return [];
    const end = quarterEnd(quarterAt(timeline, flow.period));
    // A row goes on into the forecast: only what its quarters brought by the day is paid.
    if (tranche.kind === 'item' && end > asOf) return [];
    return [paymentOf(tranche, flow.amount, end < asOf ? end : asOf)];
  });
  const before = deal.tranches.flatMap((tranche) => {
    const counts = tranche.kind === 'before' && tranche.reverse !== true;
    const isKnown = tranche.since === undefined || tranche.since <= asOf;
    return counts && isKnown ? [{ amount: tranche.amount, inferred: false, day: null }] : [];
  });
  return [...before, ...onTimeline];
}

function paymentOf(tranche: Tranche, amount: number, end: IsoDate): Payment {
  if (tranche.kind !== 'dated') return { amount, inferred: false, day: end };
  return { amount, inferred: tranche.inferred === true, day: tranche.paid ?? end };
}

/** The first entry of the latest stretch at this level: an entry may repeat it, with another source. */
function statedSince({ history, announced }: Deal, level: BindingLevel | 'lapsed', asOf: IsoDate): IsoDate {
  const known = history.filter((entry) => entry.from <= asOf);
  const before = known.findLastIndex((entry) => entry.level !== level);
  return known[before + 1]?.from ?? announced;
}
