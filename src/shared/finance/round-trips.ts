import { BINDING_LEVELS, type BindingLevel, type DealType } from '#shared/model/deal.ts';
import type { Flow } from './flows.ts';

/** What part of what a supplier sells to a customer it has paid for itself. */
export interface RoundTrip {
  /** MIN of both ways. */
  readonly roundTrip: number;
  /** What the customer pays beyond what it was given. */
  readonly net: number;
  /** Round trip by purchases, 0 to 1; null without purchases. */
  readonly share: number | null;
}

/** A puts 30 into B, B buys for 50 from A: round trip 30, net 20, share 0.6. */
export function roundTrip(putIn: number, purchases: number): RoundTrip {
  const both = Math.min(putIn, purchases);
  return { roundTrip: both, net: purchases - putIn, share: purchases > 0 ? both / purchases : null };
}

/** Share of a supplier's sales that is its own money come back: a band, each side 0 to 1. */
export interface RecycledShare {
  readonly lower: number;
  readonly proportional: number;
  readonly upper: number;
}

/**
 * Upper: the supplier's money goes to it first. Proportional: every payment has the same mix of all the
 * customer has. Lower: the customer's other money goes to the supplier first. null without purchases.
 */
export function recycledShare(putIn: number, purchases: number, other: number): RecycledShare | null {
  if (!(purchases > 0)) return null;
  const upper = Math.min(putIn, purchases) / purchases;
  const proportional = putIn + other > 0 ? putIn / (putIn + other) : 0;
  const lower = Math.min(upper, Math.max(0, purchases - other) / purchases);
  return { lower, proportional, upper };
}

/** Who sells to whom. */
export interface PairName {
  readonly supplier: string;
  readonly customer: string;
}

/** Two parties between whom money goes both ways. */
export interface Pair extends PairName, RoundTrip {
  readonly putIn: number;
  readonly purchases: number;
  readonly recycled: RecycledShare | null;
  /** All money of the customer is known; else the lower sides of the share are the most they can be. */
  readonly resourcesKnown: boolean;
}

const PURCHASES: readonly DealType[] = ['purchase commitment', 'lease', 'revenue'];

/** What a customer pays its supplier: purchases, rent, revenue shares, and what was lent going back. */
function isPayment({ deal, payer }: Flow): boolean {
  return PURCHASES.includes(deal.type) || payer !== deal.payer;
}

interface Sums {
  readonly supplier: string;
  readonly customer: string;
  putIn: number;
  purchases: number;
  /** Something was bought: a loan that is only paid back makes no supplier. */
  buys: boolean;
}

/**
 * Every pair in which a supplier has put money into its customer and been paid by it, the largest
 * round trip first. Of `company`, which began with `opening`, all money is known; of others the register
 * holds only some deals, so that the lower and the proportional share are the most they can be.
 */
export function pairsOf(flows: readonly Flow[], company: string, opening: number): Pair[] {
  const moneyOf = moneyBeside(flows, company, opening);
  return sumsByPair(flows)
    .filter(({ putIn, purchases, buys }) => buys && putIn > 0 && purchases > 0)
    .map(({ supplier, customer, putIn, purchases }) => ({
      ...{ supplier, customer, putIn, purchases },
      ...roundTrip(putIn, purchases),
      recycled: recycledShare(putIn, purchases, moneyOf(customer, putIn)),
      resourcesKnown: customer === company,
    }))
    .sort((a, b) => b.roundTrip - a.roundTrip || b.purchases - a.purchases);
}

/**
 * What a customer has besides what one supplier put into it: what others pay it, and its opening cash.
 * At least what it paid beyond that: money that no deal explains was there all the same.
 */
function moneyBeside(
  flows: readonly Flow[],
  company: string,
  opening: number,
): (customer: string, putIn: number) => number {
  const received = new Map<string, number>();
  const paid = new Map<string, number>();
  for (const { payer, payee, amount } of flows) {
    received.set(payee, (received.get(payee) ?? 0) + amount);
    paid.set(payer, (paid.get(payer) ?? 0) + amount);
  }
  return (customer, putIn) => {
    const had = (received.get(customer) ?? 0) + (customer === company ? opening : 0);
    return Math.max(had, paid.get(customer) ?? 0) - putIn;
  };
}

/** How much of all that a party sells is its own money come back. */
export interface RecycledSales {
  readonly supplier: string;
  readonly purchases: number;
  /** Weighted by what each customer buys; null without purchases. */
  readonly share: RecycledShare | null;
  /** False where a customer it funds is not the company: the lower sides are then the most they can be. */
  readonly resourcesKnown: boolean;
}

/** Sums the bands of a supplier's pairs over all its customers; those it never funded count as nothing recycled. */
export function recycledSales(
  flows: readonly Flow[],
  pairs: readonly Pair[],
  supplier: string,
): RecycledSales {
  const purchases = sumsByPair(flows).reduce(
    (sum, one) => sum + (one.supplier === supplier && one.buys ? one.purchases : 0),
    0,
  );
  const own = pairs.filter((pair) => pair.supplier === supplier);
  const part = (side: keyof RecycledShare) =>
    own.reduce((sum, pair) => sum + (pair.recycled?.[side] ?? 0) * pair.purchases, 0) / purchases;
  const share =
    purchases > 0 ? { lower: part('lower'), proportional: part('proportional'), upper: part('upper') } : null;
  return { supplier, purchases, share, resourcesKnown: own.every(({ resourcesKnown }) => resourcesKnown) };
}

/** The flows behind a pair, both ways. */
export function flowsOfPair(flows: readonly Flow[], { supplier, customer }: PairName): Flow[] {
  return flows.filter((flow) => {
    const [seller, buyer] = isPayment(flow) ? [flow.payee, flow.payer] : [flow.payer, flow.payee];
    return seller === supplier && buyer === customer;
  });
}

/** One pair in each group of columns, such as the quarters of a year. */
export function roundTripsByPeriod(
  flows: readonly Flow[],
  pair: PairName,
  groups: readonly (readonly number[])[],
): RoundTrip[] {
  const own = flowsOfPair(flows, pair);
  return groups.map((columns) => roundTripOf(own.filter(({ period }) => columns.includes(period))));
}

/** One pair, counting only what is at least as firm as each level, at the amounts of the flows. */
export function roundTripsByLevel(
  flows: readonly Flow[],
  pair: PairName,
): Readonly<Record<BindingLevel, RoundTrip>> {
  const own = flowsOfPair(flows, pair);
  const upTo = (softest: BindingLevel) =>
    roundTripOf(own.filter(({ level }) => BINDING_LEVELS.indexOf(level) <= BINDING_LEVELS.indexOf(softest)));
  return {
    cash: upTo('cash'),
    signed: upTo('signed'),
    conditional: upTo('conditional'),
    announced: upTo('announced'),
    rumoured: upTo('rumoured'),
  };
}

function roundTripOf(flows: readonly Flow[]): RoundTrip {
  let [putIn, purchases] = [0, 0];
  for (const flow of flows) {
    if (isPayment(flow)) purchases += flow.amount;
    else putIn += flow.amount;
  }
  return roundTrip(putIn, purchases);
}

function sumsByPair(flows: readonly Flow[]): Sums[] {
  const sums = new Map<string, Sums>();
  const pairOf = (supplier: string, customer: string) => {
    const name = JSON.stringify([supplier, customer]);
    const pair = sums.get(name) ?? { supplier, customer, putIn: 0, purchases: 0, buys: false };
    sums.set(name, pair);
    return pair;
  };
  for (const flow of flows) {
    const { deal, payer, payee, amount } = flow;
    const pair = isPayment(flow) ? pairOf(payee, payer) : pairOf(payer, payee);
    if (isPayment(flow)) pair.purchases += amount;
    else pair.putIn += amount;
    pair.buys ||= PURCHASES.includes(deal.type);
  }
  return [...sums.values()];
}
