import type { IsoDate } from '#shared/model/date.ts';
import { BINDING_LEVELS, type Tranche } from '#shared/model/deal.ts';
import type { FactStatus } from '#shared/model/fact.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { lastActualIndex } from '#shared/model/timeline.ts';
import type { Flow } from './flows.ts';

/** Why a flow rests on an estimate, in the order in which the reasons are looked for. */
export const ESTIMATE_REASONS = ['soft', 'modelled', 'inferred', 'estimated'] as const;
export type EstimateReason = (typeof ESTIMATE_REASONS)[number];

/** What the amount of a flow rests on; `spread` is a stated total whose split over time is assumed. */
export type Basis = EstimateReason | 'spread' | 'stated';

/** How much of some money rests on what. */
export interface Estimates {
  readonly total: number;
  /** On any of the reasons. */
  readonly estimated: number;
  readonly byReason: Readonly<Record<EstimateReason, number>>;
  /** Not among `estimated`: it matters where a part of the time is looked at. */
  readonly spread: number;
}

const FIRM = BINDING_LEVELS.indexOf('signed');
const NO_STATEMENTS: readonly FactStatus[] = ['analyst estimate', 'projection'];

/**
 * Tells what a flow rests on, as known on a day. The first that holds: `soft`, its level is below
 * signed; `modelled`, it follows a row in a quarter that is not reported; `inferred`, no source states
 * the payment; `estimated`, all known facts of the deal are estimates or projections; `spread`, only
 * the total is published. The model's description labels each of these and defines no share of
 * estimates; this is the definition.
 */
export function basisReader(
  scenario: Pick<Scenario, 'facts' | 'timeline'>,
  asOf: IsoDate,
): (flow: Flow) => Basis {
  const known = new Map(
    scenario.facts.flatMap((fact) => (fact.knownFrom <= asOf ? [[fact.id, fact.status] as const] : [])),
  );
  const lastActual = lastActualIndex(scenario.timeline, asOf);
  const isEstimated = (ids: readonly string[]) => {
    const statuses = ids.flatMap((id) => known.get(id) ?? []);
    return statuses.length > 0 && statuses.every((status) => NO_STATEMENTS.includes(status));
  };
  return ({ deal, tranche: index, level, period }) => {
    const tranche = deal.tranches[index];
    if (BINDING_LEVELS.indexOf(level) > FIRM) return 'soft';
    if (tranche && followsRow(tranche) && period > lastActual) return 'modelled';
    if (tranche?.kind === 'dated' && tranche.inferred === true) return 'inferred';
    if (isEstimated(deal.facts)) return 'estimated';
    return tranche && isSpread(tranche) ? 'spread' : 'stated';
  };
}

function followsRow({ kind }: Tranche): boolean {
  return kind === 'per unit' || kind === 'event' || kind === 'item';
}

function isSpread({ kind }: Tranche): boolean {
  return kind === 'linear' || kind === 'annual' || kind === 'quarters';
}

/** Adds up flows by what they rest on; amounts as the flows carry them. */
export function estimatesIn(flows: readonly Flow[], basisOf: (flow: Flow) => Basis): Estimates {
  const sums = { soft: 0, modelled: 0, inferred: 0, estimated: 0, spread: 0, stated: 0 };
  for (const flow of flows) sums[basisOf(flow)] += flow.amount;
  const { soft, modelled, inferred, estimated, spread, stated } = sums;
  const all = soft + modelled + inferred + estimated;
  return {
    total: all + spread + stated,
    estimated: all,
    byReason: { soft, modelled, inferred, estimated },
    spread,
  };
}

/** 0 to 1; null where there is no money. */
export function estimatedShare({ total, estimated }: Estimates): number | null {
  return total > 0 ? estimated / total : null;
}
