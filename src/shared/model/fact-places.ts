import type { Fact } from './fact.ts';
import type { ItemKey, LineItem } from './line-item.ts';
import { sameUnit } from './same-unit.ts';

/** What several facts state a number of: one cell of a row, or one measure of one subject in one period. */
export interface Place {
  /** Id of its first fact. */
  readonly id: string;
  /** The row that holds most of these facts in its own unit; null where none does. */
  readonly item: ItemKey | null;
  /** The chosen one of the row first, else as registered. */
  readonly facts: readonly Fact[];
  /** Least and largest number that any of them names. */
  readonly low: number;
  readonly high: number;
  /** Two facts in force have no number in common. */
  readonly disagrees: boolean;
}

/** A fact that states a number. */
type NumberFact = Fact & { readonly value: number };

function isNumberFact(fact: Fact): fact is NumberFact {
  return fact.value !== null;
}

/** Numbers that a fact allows. */
export function boundsOf({ value, low, high }: NumberFact): readonly [low: number, high: number] {
  return [Math.min(value, low ?? value, high ?? value), Math.max(value, low ?? value, high ?? value)];
}

/**
 * Sorts facts by what they state. Facts meet in a row whose unit they have (in a series only those
 * of the same period), and outside rows where subject, measure, unit and period are the same.
 * `inForce` says which of them count when it is asked whether they disagree.
 */
export function placesOf(
  facts: readonly Fact[],
  items: readonly LineItem[],
  inForce: (id: string) => boolean,
): Place[] {
  const numbers = facts.filter(isNumberFact);
  const byId = new Map(numbers.map((fact) => [fact.id, fact]));
  const groups = joined([...rowBuckets(items, byId), ...measureBuckets(numbers)], numbers);
  return groups.map((group) => placeOf(group, items, inForce));
}

function placeOf(
  group: readonly NumberFact[],
  items: readonly LineItem[],
  inForce: (id: string) => boolean,
): Place {
  const row = rowOfGroup(group, items);
  const rank = (id: string) => {
    const at = row?.facts.indexOf(id) ?? -1;
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  const facts = [...group].sort((a, b) => Number(rank(a.id) > rank(b.id)) - Number(rank(a.id) < rank(b.id)));
  const bounds = group.map(boundsOf);
  return {
    id: group[0]?.id ?? '',
    item: row?.key ?? null,
    facts,
    low: Math.min(...bounds.map(([low]) => low)),
    high: Math.max(...bounds.map(([, high]) => high)),
    disagrees: areApart(group.filter(({ id }) => inForce(id)).map(boundsOf)),
  };
}

/** True when the largest lower bound lies above the least upper one: those two share no number. */
function areApart(bounds: readonly (readonly [number, number])[]): boolean {
  const low = Math.max(...bounds.map(([least]) => least));
  const high = Math.min(...bounds.map(([, most]) => most));
  return bounds.length > 1 && low - high > 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
}

/** A lone fact belongs to the row that has chosen it; a single mention further down is an input of something else. */
function rowOfGroup(group: readonly NumberFact[], items: readonly LineItem[]): LineItem | undefined {
  let best: LineItem | undefined;
  let most = 0;
  for (const item of items) {
    const held = group.filter((fact) => item.facts.includes(fact.id) && sameUnit(fact.unit, item.unit));
    const counts = held.length > 1 || held.some(({ id }) => item.facts[0] === id);
    if (counts && held.length > most) [best, most] = [item, held.length];
  }
  return best;
}

function rowBuckets(
  items: readonly LineItem[],
  byId: ReadonlyMap<string, NumberFact>,
): (readonly NumberFact[])[] {
  return items.flatMap((item) => {
    const held = item.facts.flatMap((id) => {
      const fact = byId.get(id);
      return fact && sameUnit(fact.unit, item.unit) ? [fact] : [];
    });
    const { kind } = item.content;
    if (kind === 'constant' || kind === 'dated') return [held];
    // A formula may name facts about its inputs: there only those of the same measure meet.
    return bucketed(held, (fact) => (kind === 'formula' ? `${measure(fact)}|${fact.period}` : fact.period));
  });
}

function measureBuckets(facts: readonly NumberFact[]): (readonly NumberFact[])[] {
  return bucketed(facts, (fact) =>
    [bare(fact.subject), measure(fact), fact.unit.trim(), fact.period.trim()].join('|').toLowerCase(),
  );
}

function bucketed(
  facts: readonly NumberFact[],
  keyOf: (fact: NumberFact) => string,
): (readonly NumberFact[])[] {
  const buckets = new Map<string, NumberFact[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    buckets.set(key, [...(buckets.get(key) ?? []), fact]);
  }
  return [...buckets.values()];
}

/** What is measured, without who says so, as of when, and for when: `revenue forecast (2026-Q1 vintage)` is `revenue`. */
function measure({ metric, period }: NumberFact): string {
  const name = bare(metric).toLowerCase();
  const timeless = name.endsWith(` ${period.toLowerCase()}`) ? name.slice(0, -period.length) : name;
  return timeless.replace(/\bforecast\b/g, '').trim();
}

function bare(text: string): string {
  return text
    .replace(/\([^)]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Buckets that share a fact become one; facts in none stand alone. In the order of the register. */
function joined(
  buckets: readonly (readonly NumberFact[])[],
  facts: readonly NumberFact[],
): (readonly NumberFact[])[] {
  const groupOf = new Map<string, Set<string>>(facts.map(({ id }) => [id, new Set([id])]));
  for (const bucket of buckets) {
    const all = new Set(bucket.flatMap(({ id }) => [...(groupOf.get(id) ?? [])]));
    for (const id of all) groupOf.set(id, all);
  }
  return [...new Set(groupOf.values())].map((ids) => facts.filter(({ id }) => ids.has(id)));
}
