import type { Concentration } from '#shared/finance/concentration.ts';
import type { DealStanding } from '#shared/finance/deal-standing.ts';
import type { DealSummary } from '#shared/finance/deal-summary.ts';
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

/** A standing in the words of the command line. */
export function dealJson(standing: DealStanding): DealJson {
  const { deal, level, since, amount, paid, replacedBy } = standing;
  const { id, payer: from, payee: to, type, unit, scope } = deal;
  return {
    ...{ id, from, to, type, amount, unit, level },
    status: statusOf(standing),
    since,
    paid,
    ...(replacedBy === null ? {} : { replacedBy }),
    scope,
  };
}

function statusOf({ level, isWhole, replacedBy }: DealStanding): DealJson['status'] {
  if (level === 'lapsed') return replacedBy === null ? 'ended' : 'replaced';
  return isWhole ? 'paid' : 'in force';
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
