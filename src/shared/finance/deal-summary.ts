import type { IsoDate } from '#shared/model/date.ts';
import { BINDING_LEVELS, type BindingLevel } from '#shared/model/deal.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { quarterEnd } from '#shared/model/period.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { quarterAt } from '#shared/model/timeline.ts';
import { amountOf, type ReadItem } from './amount.ts';
import { type Concentration, concentration } from './concentration.ts';
import { type Cycling, cyclingIndex } from './cycling-index.ts';
import { currencyOf, flowsAtLevel, type LevelChoice } from './flow-choice.ts';
import { type Cycle, cyclesOf, flowMatrix } from './flow-matrix.ts';
import { type Flow, flowsOf, type UnreadFlow } from './flows.ts';
import { betweenWholes, wholeParties } from './parties.ts';
import { type Pair, pairsOf } from './round-trips.ts';

/** Columns looked at, both ends included. */
export interface ColumnRange {
  readonly from: number;
  readonly to: number;
}

export type ByLevel = Readonly<Record<BindingLevel, number>>;

/** Both sides of a party's book with the company. */
export interface Exposure {
  readonly name: string;
  /** What it pays the company, by level. */
  readonly in: ByLevel;
  /** What the company pays it, by level. */
  readonly out: ByLevel;
  /** What of both is still to come, and the larger of the two: as much hangs on either of them. */
  readonly open: { readonly in: number; readonly out: number; readonly larger: number };
}

/** One rung of the gap ladder. */
export interface Rung {
  readonly level: BindingLevel;
  /** Part of the need that money of this level covers; null where the scenario has no such row. */
  readonly cover: number | null;
  readonly gapLeft: number | null;
}

/** What the deals of a scenario come to in a range of quarters, seen on a day. */
export interface DealSummary {
  readonly ladder: readonly Rung[];
  /** The need if no money at all counted. */
  readonly gapNone: number | null;
  readonly counterparties: readonly Exposure[];
  readonly pairs: readonly Pair[];
  readonly cycles: readonly Cycle[];
  /** Of the company and all who pay it or are paid by it. */
  readonly cycling: Cycling;
  readonly concentration: {
    /** By who pays the company, its customers left out. */
    readonly funding: Concentration | null;
    /** By whom the company pays, of all it has to pay for computing, chips and shares of revenue. */
    readonly obligations: Concentration | null;
  };
  /** Flows that could not be counted since what they follow has an error. */
  readonly unread: readonly UnreadFlow[];
  /** Between whole parties, in the currency of the company: at full amount, and as they are counted. */
  readonly flows: { readonly full: readonly Flow[]; readonly counted: readonly Flow[] };
}

/** From where the deals are looked at. */
export interface DealViewpoint {
  readonly asOf: IsoDate;
  readonly range: ColumnRange;
  /** As the scenario counts them when absent. */
  readonly level?: LevelChoice;
}

/**
 * Ladder, exposures, round trips, cycles and concentration. Amounts are in the currency of the company;
 * deals in other units (shares) are in the register only. Exposures are at full amount by level; pairs,
 * cycles and concentration count the chosen level. `read` gives calculated cells.
 */
export function dealSummary(
  scenario: Scenario,
  { asOf, range, level = 'counted' }: DealViewpoint,
  read: ReadItem,
): DealSummary {
  const record = flowsOf(scenario, asOf, read);
  const whole = wholeParties(scenario.deals);
  const unit = currencyOf(scenario);
  const inRange = record.flows.filter(
    ({ period, deal }) => period >= range.from && period <= range.to && deal.unit === unit,
  );
  const full = betweenWholes(inRange, whole);
  const counted = flowsAtLevel(full, level, read);
  const { company } = scenario;
  const own = counted.filter((flow) => isOfCompany(flow, company) && !isLending(flow, company));
  const matrix = flowMatrix(own);
  return {
    ...ladderOf(scenario, read),
    counterparties: exposuresTo(
      company,
      full.filter((flow) => !isForecastSale(scenario, flow, asOf)),
    ),
    pairs: pairsOf(counted, company, openingCash(scenario, range, read)),
    cycles: cyclesOf(flowMatrix(counted)),
    cycling: cyclingIndex(matrix.amounts),
    concentration: concentrations(scenario, own, { range, read }),
    unread: record.unread,
    flows: { full, counted },
  };
}

function isOfCompany({ payer, payee }: Flow, company: string): boolean {
  return payer === company || payee === company;
}

/** Money that the company lends, and its return: neither funding nor an obligation. */
function isLending({ deal }: Flow, company: string): boolean {
  return deal.type === 'loan' && deal.payer === company;
}

/** A row that sales are forecast in is no promise of those who buy: only what is settled stands in a book. */
function isForecastSale(
  { timeline }: Scenario,
  { deal, tranche, period, level }: Flow,
  asOf: IsoDate,
): boolean {
  if (level !== 'cash' || deal.tranches[tranche]?.kind !== 'item') return false;
  return quarterEnd(quarterAt(timeline, period)) > asOf;
}

/** What each party pays the company and is paid by it, by level; the largest first. */
export function exposuresTo(company: string, flows: readonly Flow[]): Exposure[] {
  const books = new Map<string, { in: Record<BindingLevel, number>; out: Record<BindingLevel, number> }>();
  for (const flow of flows) {
    if (!isOfCompany(flow, company)) continue;
    const name = flow.payer === company ? flow.payee : flow.payer;
    const book = books.get(name) ?? { in: noAmounts(), out: noAmounts() };
    books.set(name, book);
    const side = flow.payee === company ? book.in : book.out;
    side[flow.level] += flow.amount;
  }
  const size = ({ in: a, out: b }: Exposure) => Math.max(totalOf(a), totalOf(b));
  return [...books]
    .map(([name, book]) => ({ name, ...book, open: openOf(book) }))
    .sort((a, b) => size(b) - size(a));
}

function openOf(book: Pick<Exposure, 'in' | 'out'>): Exposure['open'] {
  const toPay = totalOf(book.in) - book.in.cash;
  const owed = totalOf(book.out) - book.out.cash;
  return { in: toPay, out: owed, larger: Math.max(toPay, owed) };
}

function noAmounts(): Record<BindingLevel, number> {
  return { cash: 0, signed: 0, conditional: 0, announced: 0, rumoured: 0 };
}

export function totalOf(amounts: ByLevel): number {
  return BINDING_LEVELS.reduce((sum, level) => sum + amounts[level], 0);
}

function ladderOf(scenario: Scenario, read: ReadItem): Pick<DealSummary, 'ladder' | 'gapNone'> {
  const roles = scenario.presentation.funding?.ladder;
  const last = scenario.timeline.periods - 1;
  const value = (key: ItemKey | undefined) => {
    const found = key === undefined ? null : read(key, last);
    return typeof found === 'number' ? found : null;
  };
  const ladder = BINDING_LEVELS.map((level) => ({
    level,
    cover: value(roles?.layers[level]),
    gapLeft: value(roles?.needUpTo[level]),
  }));
  return { ladder, gapNone: value(roles?.needWithNone) };
}

function openingCash({ presentation }: Scenario, { from }: ColumnRange, read: ReadItem): number {
  const key = presentation.funding?.cashOpen;
  const value = key === undefined ? 0 : amountOf(read(key, from));
  return typeof value === 'number' ? value : 0;
}

function concentrations(
  { company, presentation }: Scenario,
  flows: readonly Flow[],
  { range, read }: { readonly range: ColumnRange; readonly read: ReadItem },
): DealSummary['concentration'] {
  const funding = new Map<string, number>();
  const obligations = new Map<string, number>();
  const add = (sums: Map<string, number>, name: string, amount: number) =>
    sums.set(name, (sums.get(name) ?? 0) + amount);
  for (const { payer, payee, deal, tranche, amount } of flows) {
    const paidBack = deal.tranches[tranche]?.reverse === true;
    if (payee === company && deal.type !== 'revenue') add(funding, payer, amount);
    if (payer === company && !paidBack) add(obligations, payee, amount);
  }
  const keys = (presentation.funding?.obligations ?? [])
    .filter(({ group }) => group !== 'operations')
    .flatMap(({ items }) => items);
  const rows = keys.length > 0 ? sumOfRows(keys, range, read) : sum(obligations);
  return {
    funding: concentration(funding, sum(funding)),
    obligations: rows === null ? null : concentration(obligations, rows),
  };
}

/** null where a cell has an error. */
function sumOfRows(keys: readonly ItemKey[], { from, to }: ColumnRange, read: ReadItem): number | null {
  let total = 0;
  for (const key of keys) {
    for (let period = from; period <= to; period++) {
      const amount = amountOf(read(key, period));
      if (typeof amount !== 'number') return null;
      total += amount;
    }
  }
  return total;
}

function sum(amounts: ReadonlyMap<string, number>): number {
  return [...amounts.values()].reduce((total, amount) => total + amount, 0);
}
