import type { Concentration } from '#shared/finance/concentration.ts';
import type { DealSummary } from '#shared/finance/deal-summary.ts';
import type { Flow } from '#shared/finance/flows.ts';
import { knownAmount } from '#shared/finance/known-deal.ts';
import { dealLevel } from '#shared/finance/level.ts';
import type { Pair } from '#shared/finance/round-trips.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { BindingLevel, Deal } from '#shared/model/deal.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import type { ColumnSpan } from './deals-options.ts';

/** A deal as it stood on the day. */
export interface DealJson {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: string;
  /** As far as it was published by the day. */
  readonly amount: number | null;
  readonly unit: string;
  readonly level: BindingLevel | 'lapsed';
  /** `paid` in whole, else `in force`; of lapsed ones `ended`, or `replaced` by another deal. */
  readonly status: 'in force' | 'paid' | 'ended' | 'replaced';
  readonly since: IsoDate;
  /** Paid or settled by the day, repayments left out. */
  readonly paid: number;
  readonly replacedBy?: string;
  readonly scope: Deal['scope'];
}

/** Deals known on the day, in the order of the register. `flows` are those of the same day. */
export function dealsOn(scenario: Scenario, asOf: IsoDate, flows: readonly Flow[]): DealJson[] {
  const paid = new Map<string, number>();
  for (const { deal, payer, level, amount } of flows) {
    if (level === 'cash' && payer === deal.payer) paid.set(deal.id, (paid.get(deal.id) ?? 0) + amount);
  }
  return scenario.deals.flatMap((deal) => {
    const level = dealLevel(deal, asOf);
    return level === null ? [] : [dealJson(deal, { level, asOf, scenario, paid: paid.get(deal.id) ?? 0 })];
  });
}

interface Standing {
  readonly level: BindingLevel | 'lapsed';
  readonly asOf: IsoDate;
  readonly scenario: Scenario;
  /** On the timeline. */
  readonly paid: number;
}

function dealJson(deal: Deal, { level, asOf, scenario, paid: onTimeline }: Standing): DealJson {
  const { id, payer: from, payee: to, type, unit, scope } = deal;
  const amount = knownAmount(deal, asOf, scenario);
  const replacedBy = level === 'lapsed' ? deal.supersededBy : undefined;
  const paid = onTimeline + paidBefore(deal);
  return {
    ...{ id, from, to, type, amount, unit, level },
    status: statusOf(level, replacedBy, amount !== null && paid > 0 && paid >= amount - NOTHING),
    since: sinceOf(deal, level, asOf),
    paid,
    ...(replacedBy === undefined ? {} : { replacedBy }),
    scope,
  };
}

const NOTHING = 1e-9;

function paidBefore({ tranches }: Deal): number {
  return tranches.reduce((sum, one) => sum + (one.kind === 'before' ? one.amount : 0), 0);
}

function statusOf(
  level: BindingLevel | 'lapsed',
  replacedBy: string | undefined,
  isPaid: boolean,
): DealJson['status'] {
  if (level === 'lapsed') return replacedBy === undefined ? 'ended' : 'replaced';
  return isPaid ? 'paid' : 'in force';
}

/** The first entry of the latest stretch at this level: an entry may repeat it, with another source. */
function sinceOf({ history, announced }: Deal, level: BindingLevel | 'lapsed', asOf: IsoDate): IsoDate {
  const known = history.filter((entry) => entry.from <= asOf);
  const before = known.findLastIndex((entry) => entry.level !== level);
  return known[before + 1]?.from ?? announced;
}

/** The part of `deals --json` that `finance` sums up. */
export function summaryJson(
  { timeline }: Scenario,
  { from, to }: ColumnSpan,
  summary: DealSummary,
): SummaryJson {
  const { ladder, gapNone, counterparties, pairs, cycles, cycling, concentration, unread } = summary;
  return {
    ladder,
    gapNone,
    range: [periodNameAt(timeline, from), periodNameAt(timeline, to)],
    counterparties,
    pairs,
    cycles,
    cyclingIndex: cycling.index,
    concentration: {
      funding: concentration.funding?.herfindahl ?? null,
      obligations: concentration.obligations?.herfindahl ?? null,
    },
    shares: {
      funding: concentration.funding?.shares ?? [],
      obligations: concentration.obligations?.shares ?? [],
    },
    unread: unread.map(({ deal, tranche, period, error }) => ({
      id: deal.id,
      tranche,
      period: periodNameAt(timeline, period),
      error: error.code,
    })),
  };
}

/** One step of what follows when a deal is pulled. */
export interface ThreadJson {
  readonly order: number;
  readonly kind: string;
  readonly where: string;
  readonly period?: string;
  readonly amount?: number;
  readonly sentence: string;
}

/** What `deals --json` answers. */
export interface DealsAnswer extends SummaryJson {
  readonly asOf: IsoDate;
  /** Name of the case; null for the base. */
  readonly case: string | null;
  readonly caseId: string | null;
  readonly deals: readonly DealJson[];
  readonly thread?: readonly ThreadJson[];
}

interface SummaryJson {
  readonly ladder: DealSummary['ladder'];
  readonly gapNone: number | null;
  readonly range: readonly string[];
  readonly counterparties: DealSummary['counterparties'];
  readonly pairs: readonly Pair[];
  readonly cycles: DealSummary['cycles'];
  readonly cyclingIndex: number;
  /** Herfindahl indices. */
  readonly concentration: { readonly funding: number | null; readonly obligations: number | null };
  readonly shares: { readonly funding: Shares; readonly obligations: Shares };
  readonly unread: readonly {
    readonly id: string;
    readonly tranche: number;
    readonly period: string;
    readonly error: string;
  }[];
}

type Shares = Concentration['shares'];
