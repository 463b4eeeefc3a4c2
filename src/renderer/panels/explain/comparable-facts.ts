import type { Explanation, FactSeen } from '#shared/analysis/explanation.ts';
import type { ValuePlace, ViewedModel } from '#shared/analysis/viewed-model.ts';
import type { Fact } from '#shared/model/fact.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { periodIndex, type Timeline } from '#shared/model/timeline.ts';

/** A fact whose number says something of this very cell. */
export interface ComparableFact extends FactSeen {
  readonly number: number;
  /** Another fact has taken its place by the as-of date. */
  readonly isSuperseded: boolean;
}

export interface CellFacts {
  /** Same unit, same period; the chosen one first. */
  readonly comparable: readonly ComparableFact[];
  /** At the row, known on the day, but of another period or unit. */
  readonly others: readonly FactSeen[];
}

/** The facts at a cell, apart by whether they can be set against its value. Those not known yet are left out. */
export function factsOfCell(model: ViewedModel, cell: Explanation): CellFacts {
  const { scenario } = model;
  const item = itemOf(scenario, cell.place.key);
  const comparable: ComparableFact[] = [];
  const others: FactSeen[] = [];
  for (const seen of cell.facts.filter(({ isVisible }) => isVisible)) {
    const { value, unit, period } = seen.fact;
    const isSame =
      unit === item?.unit &&
      isOfRow(model, item, seen.fact) &&
      (isLasting(cell) || states(scenario.timeline, item, period, cell.place));
    if (value !== null && isSame)
      comparable.push({ ...seen, number: value, isSuperseded: isSuperseded(model, seen.fact) });
    else others.push(seen);
  }
  return { comparable, others };
}

function isSuperseded({ scenario, asOf }: ViewedModel, { status, supersededBy }: Fact): boolean {
  if (status === 'superseded') return true;
  const by = scenario.facts.find(({ id }) => id === supersededBy);
  return by !== undefined && by.knownFrom <= asOf;
}

/**
 * A fact can stand behind several rows of one unit, such as a total and its parts: it states at most
 * the one that its measure names.
 */
function isOfRow({ scenario }: ViewedModel, item: LineItem, { id, metric }: Fact): boolean {
  const sharers = Object.values(scenario.items).filter(
    ({ unit, facts }) => unit === item.unit && facts.includes(id),
  );
  return sharers.length <= 1 || metric.toLowerCase().includes(item.label.en.toLowerCase());
}

/** A value that holds in all periods is stated by a fact of any, but not where it was assumed in its light. */
function isLasting({ content, assumption }: Explanation): boolean {
  if (assumption !== null) return false;
  return content?.kind === 'constant' || content?.kind === 'dated';
}

/** Whether a period as sources write it is the column of a place. */
function states(timeline: Timeline, item: LineItem, period: string, place: ValuePlace): boolean {
  const quarter = /^(\d{4})-?Q([1-4])$/.exec(period);
  if (quarter) return !('year' in place) && periodIndex(timeline, period.replace('-', '')) === place.period;
  const year = /^(\d{4})(?: \([^)]*\))?$/.exec(period);
  if (year) return 'year' in place && place.year === Number(year[1]);
  const day = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(period);
  if (!day || item.aggregation !== 'end' || 'year' in place) return false;
  const name = `${day[1]}Q${Math.ceil(Number(day[2]) / 3)}`;
  return periodIndex(timeline, name) === place.period;
}

/** How the sources of a cell stand to its value, for the sentence over it. */
export type Verdict = 'none' | 'agree' | 'more' | 'less' | 'differ';

/** Closer than this counts as the same: sources round. */
const SAME = 0.005;

export function verdictOf(value: number, facts: readonly ComparableFact[]): Verdict {
  const live = facts.filter((one) => !one.isSuperseded);
  const above = live.filter(({ number }) => number - value > SAME * Math.abs(value)).length;
  const below = live.filter(({ number }) => value - number > SAME * Math.abs(value)).length;
  if (live.length === 0) return 'none';
  if (above === 0 && below === 0) return 'agree';
  if (above === live.length) return 'more';
  return below === live.length ? 'less' : 'differ';
}
