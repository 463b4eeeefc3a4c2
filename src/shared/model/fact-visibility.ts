import type { IsoDate } from './date.ts';
import type { Fact } from './fact.ts';
import type { LineItem } from './line-item.ts';

/** How a fact stands on a day. */
export interface FactStanding {
  readonly visible: boolean;
  /** The fact that had taken its place by then; null for none. */
  readonly supersededBy: string | null;
}

/** A fact is visible from the day it could be known, and superseded once its successor is visible. */
export function factStanding(facts: readonly Fact[], id: string, asOf: IsoDate): FactStanding {
  const fact = facts.find((one) => one.id === id);
  const visible = fact !== undefined && fact.knownFrom <= asOf;
  const successor = facts.find((one) => one.id === fact?.supersededBy);
  const isReplaced = visible && successor !== undefined && successor.knownFrom <= asOf;
  return { visible, supersededBy: isReplaced ? successor.id : null };
}

/** The fact in force at the end of a chain of successors on a day; null where the first is not visible. */
export function followChain(facts: readonly Fact[], id: string, asOf: IsoDate): Fact | null {
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    const { visible, supersededBy } = factStanding(facts, at, asOf);
    if (!visible) return null;
    if (supersededBy === null || seen.has(supersededBy)) return facts.find((one) => one.id === at) ?? null;
    seen.add(supersededBy);
    at = supersededBy;
  }
}

/** False for a typed row all of whose facts are later than the day: it is marked as not yet known. */
export function isKnown(item: Pick<LineItem, 'facts'>, facts: readonly Fact[], asOf: IsoDate): boolean {
  if (item.facts.length === 0) return true;
  return item.facts.some((id) => factStanding(facts, id, asOf).visible);
}
