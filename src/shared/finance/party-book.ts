import type { IsoDate } from '#shared/model/date.ts';
import { BINDING_LEVELS } from '#shared/model/deal.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { type ByLevel, type DealSummary, type Exposure, totalOf } from './deal-summary.ts';
import type { Cycle } from './flow-matrix.ts';
import type { Flow } from './flows.ts';
import { dealLevel } from './level.ts';
import { wholeParties } from './parties.ts';
import type { Pair } from './round-trips.ts';

/** Both sides of a party over a range, in the currency of the company. */
export interface TwoSides {
  readonly in: number;
  readonly out: number;
  /** `in` less `out`: over all parties it is nothing. */
  readonly net: number;
}

/** A counterparty among the others. */
export interface PartyLine {
  readonly name: string;
  /** Against everybody in the register, as the chosen level counts it. */
  readonly sides: TwoSides;
  /** With the company, at full amount; null where no money goes between them. */
  readonly exposure: Exposure | null;
  /** Deals in force. */
  readonly deals: number;
  /** With the company; null where money does not go both ways. */
  readonly roundTrip: number | null;
  /** Share of what the company gets and owes, 0 to 1; null where it has no part in it. */
  readonly funding: number | null;
  readonly obligations: number | null;
}

/** Every party with a deal known on the day, by the size of what it pays and receives. */
export function partyLines(
  { deals, company }: Pick<Scenario, 'deals' | 'company'>,
  asOf: IsoDate,
  summary: DealSummary,
): PartyLine[] {
  const whole = wholeParties(deals);
  const counts = new Map<string, number>();
  for (const deal of deals) {
    const level = dealLevel(deal, asOf);
    if (level === null) continue;
    for (const name of new Set([whole(deal.payer), whole(deal.payee)]))
      counts.set(name, (counts.get(name) ?? 0) + (level === 'lapsed' ? 0 : 1));
  }
  const { funding, obligations } = summary.concentration;
  const shareIn = (book: typeof funding, name: string) =>
    book?.shares.find((one) => one.name === name)?.share ?? null;
  return [...counts]
    .map(([name, count]) => ({
      name,
      sides: sidesOf(summary.flows.counted, name),
      exposure: summary.counterparties.find((one) => one.name === name) ?? null,
      deals: count,
      roundTrip: tripWith(company, name, summary.pairs),
      funding: shareIn(funding, name),
      obligations: shareIn(obligations, name),
    }))
    .sort((a, b) => sizeOf(b.sides) - sizeOf(a.sides) || b.deals - a.deals);
}

const sizeOf = (sides: TwoSides): number => sides.in + sides.out;

function tripWith(company: string, name: string, pairs: readonly Pair[]): number | null {
  const between = pairs.filter(
    ({ supplier, customer }) =>
      (supplier === name && customer === company) || (supplier === company && customer === name),
  );
  return between.length > 0 ? between.reduce((sum, { roundTrip }) => sum + roundTrip, 0) : null;
}

/** What a party receives and pays. */
export function sidesOf(flows: readonly Flow[], party: string): TwoSides {
  let [paidIn, paidOut] = [0, 0];
  for (const { payer, payee, amount } of flows) {
    if (payee === party) paidIn += amount;
    if (payer === party) paidOut += amount;
  }
  return { in: paidIn, out: paidOut, net: paidIn - paidOut };
}

/** Both sides in each group of columns, such as the quarters of a year. */
export function sidesByPeriod(
  flows: readonly Flow[],
  party: string,
  groups: readonly (readonly number[])[],
): TwoSides[] {
  const own = flows.filter(({ payer, payee }) => payer === party || payee === party);
  return groups.map((columns) =>
    sidesOf(
      own.filter(({ period }) => columns.includes(period)),
      party,
    ),
  );
}

/** The ways of money round that a party is on, the widest first. */
export function cyclesWith(cycles: readonly Cycle[], party: string): Cycle[] {
  return cycles.filter(({ parties }) => parties.includes(party));
}

/** What is still to come on the larger side of an exposure, by level; the levels add up to it. */
export function openByLevel(exposure: Exposure): ByLevel {
  const { in: toPay, out: owed } = exposure.open;
  return { ...(owed > toPay ? exposure.out : exposure.in), cash: 0 };
}

/** Each level's part of some money, firm to soft, 0 to 1; nothing of nothing. */
export function levelShares(amounts: ByLevel): { readonly level: keyof ByLevel; readonly share: number }[] {
  const total = totalOf(amounts);
  if (!(total > 0)) return [];
  return BINDING_LEVELS.filter((level) => amounts[level] > 0).map((level) => ({
    level,
    share: amounts[level] / total,
  }));
}
