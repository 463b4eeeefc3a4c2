import type { IsoDate } from '#shared/model/date.ts';
import { BINDING_LEVELS, type BindingLevel, type Deal, type Tranche } from '#shared/model/deal.ts';

/** How a deal stands on a day; null before it exists. */
export function dealLevel(deal: Pick<Deal, 'history'>, on: IsoDate): BindingLevel | 'lapsed' | null {
  let level: BindingLevel | 'lapsed' | null = null;
  for (const entry of deal.history) {
    if (entry.from <= on) level = entry.level;
  }
  return level;
}

function isAlive(deal: Pick<Deal, 'history'>, tranche: Tranche, on: IsoDate): boolean {
  const level = dealLevel(deal, on);
  return level !== null && level !== 'lapsed' && (tranche.since === undefined || tranche.since <= on);
}

function softer(a: BindingLevel, b: BindingLevel): BindingLevel {
  return BINDING_LEVELS.indexOf(a) > BINDING_LEVELS.indexOf(b) ? a : b;
}

/**
 * Binding level of a tranche's flow in a quarter, seen on a day; null when there is no flow.
 * In this order: no deal and no tranche before its first day; paid is cash, even after the deal
 * lapsed; a commitment is settled when its quarter has ended; else the level of the deal, or of the
 * slice where that is softer.
 */
export function trancheLevel(
  deal: Pick<Deal, 'history' | 'type'>,
  tranche: Tranche,
  quarterEnd: IsoDate,
  asOf: IsoDate,
): BindingLevel | null {
  const level = dealLevel(deal, asOf);
  if (level === null || (tranche.since !== undefined && tranche.since > asOf)) return null;
  if (tranche.kind === 'dated' && tranche.paid !== undefined && tranche.paid <= asOf) return 'cash';
  if (deal.type === 'purchase commitment' && quarterEnd <= asOf && isAlive(deal, tranche, quarterEnd)) {
    return 'cash';
  }
  if (level === 'lapsed') return null;
  return tranche.level ? softer(level, tranche.level) : level;
}
