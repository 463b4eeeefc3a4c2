import { isTyped } from '#shared/analysis/attention.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { Fact } from '#shared/model/fact.ts';
import { type FactPlace, factPlaces } from '#shared/model/fact-places.ts';
import { factUse } from '#shared/model/fact-use.ts';
import { factStanding } from '#shared/model/fact-visibility.ts';
import type { ItemKey, LineItem } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';

/** A fact as it stood on a day. */
export interface SourceRow {
  readonly fact: Fact;
  /** The fact that had taken its place by then. */
  readonly supersededBy: string | null;
  readonly items: readonly ItemKey[];
  /** Deals that existed on the day. */
  readonly deals: readonly string[];
  /** Where it disagrees with another. */
  readonly dispute: FactPlace | null;
  readonly topic: string;
}

/** A row of typed values and what is behind them on a day. */
export interface TypedRow {
  readonly item: LineItem;
  /** `later`: it has sources, none of which was known. */
  readonly source: 'known' | 'later' | 'none';
}

/** The register of facts as it was known on a day. */
export interface SourceBook {
  readonly rows: readonly SourceRow[];
  readonly byId: ReadonlyMap<string, SourceRow>;
  readonly places: readonly FactPlace[];
  /** Places where facts in force say different numbers, widest first. */
  readonly disputes: readonly FactPlace[];
  readonly typed: readonly TypedRow[];
}

export function sourceBook(scenario: Scenario, asOf: IsoDate): SourceBook {
  const known = scenario.facts.filter(({ knownFrom }) => knownFrom <= asOf);
  const items = scenario.itemOrder.flatMap((key) => itemOf(scenario, key) ?? []);
  const successors = new Map(
    known.map(({ id }) => [id, factStanding(scenario.facts, id, asOf).supersededBy] as const),
  );
  const places = factPlaces(scenario, asOf);
  const disputes = places.filter(({ disagrees }) => disagrees).sort((a, b) => width(b) - width(a));
  const disputeOf = new Map(
    disputes.flatMap((place) => place.statements.map(({ fact }) => [fact.id, place] as const)),
  );
  const use = factUse(scenario);
  const deals = new Set(scenario.deals.filter((deal) => existsOn(deal, asOf)).map(({ id }) => id));
  const rows = known.map((fact) => ({
    fact,
    supersededBy: successors.get(fact.id) ?? null,
    items: use.get(fact.id)?.items ?? [],
    deals: (use.get(fact.id)?.deals ?? []).filter((id) => deals.has(id)),
    dispute: disputeOf.get(fact.id) ?? null,
    topic: topicOf(fact.id),
  }));
  const byId = new Map(rows.map((row) => [row.fact.id, row]));
  return { rows, byId, places, disputes, typed: typedRows(items, byId) };
}

function existsOn({ history }: Scenario['deals'][number], asOf: IsoDate): boolean {
  return history.some(({ from }) => from <= asOf);
}

/** Spread against the larger end, so that places in different units compare. */
function width({ low, high }: FactPlace): number {
  return (high - low) / Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE);
}

/** The letters in front of the number of an id: `BURN-V07` is about `BURN`, `S12` about `S`. */
function topicOf(id: string): string {
  return /^\p{L}+/u.exec(id)?.[0] ?? id;
}

function typedRows(items: readonly LineItem[], known: ReadonlyMap<string, SourceRow>): TypedRow[] {
  return items.filter(isTyped).map((item) => ({
    item,
    source: item.facts.some((id) => known.has(id)) ? 'known' : item.facts.length > 0 ? 'later' : 'none',
  }));
}
