import type { DealType } from '#shared/model/deal.ts';
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

/** Two parties between whom money goes both ways. */
export interface Pair extends RoundTrip {
  readonly supplier: string;
  readonly customer: string;
  readonly putIn: number;
  readonly purchases: number;
  readonly recycled: RecycledShare | null;
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
 * round trip first. What a customer has besides is known of `company` alone, which began with `opening`:
 * of others the register holds only some deals, so that they have no recycled share.
 */
export function pairsOf(flows: readonly Flow[], company: string, opening: number): Pair[] {
  const received = new Map<string, number>();
  for (const { payee, amount } of flows) received.set(payee, (received.get(payee) ?? 0) + amount);
  return sumsByPair(flows)
    .filter(({ putIn, purchases, buys }) => buys && putIn > 0 && purchases > 0)
    .map(({ supplier, customer, putIn, purchases }) => {
      const other = (received.get(customer) ?? 0) - putIn + opening;
      const recycled = customer === company ? recycledShare(putIn, purchases, other) : null;
      return { supplier, customer, putIn, purchases, ...roundTrip(putIn, purchases), recycled };
    })
    .sort((a, b) => b.roundTrip - a.roundTrip || b.purchases - a.purchases);
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
