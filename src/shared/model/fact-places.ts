import type { IsoDate } from './date.ts';
import type { Fact } from './fact.ts';
import { bare, bucketed, factGroups, spreadOf, subjectOf } from './fact-conflicts.ts';
import { type Statement, statementIn } from './fact-number.ts';
import { periodKey } from './fact-period.ts';
import type { ItemKey, LineItem } from './line-item.ts';
import { itemOf, type Scenario } from './scenario.ts';

/** What several facts state a number of: one cell of a row, or one measure of one subject in one period. */
export interface FactPlace {
  /** Id of its first fact. */
  readonly id: string;
  /** The row that holds most of these facts; null where none does. */
  readonly item: ItemKey | null;
  readonly unit: string;
  /** The chosen one of the row first, else as registered. */
  readonly statements: readonly Statement[];
  /** Least and largest number that any of them names. */
  readonly low: number;
  readonly high: number;
  /** Two facts in force say different numbers. */
  readonly disagrees: boolean;
}

/** Facts that meet in a row or in a measure. */
interface Meeting {
  readonly item: LineItem | null;
  readonly statements: readonly Statement[];
  readonly disagrees: boolean;
}

/**
 * All facts with a number that were known on a day, each in one place. They meet in rows, as
 * `conflictsOf` says, and outside rows where subject, measure, unit and period are the same.
 */
export function factPlaces(scenario: Scenario, asOf: IsoDate): FactPlace[] {
  const known = scenario.facts.filter(({ knownFrom, value }) => knownFrom <= asOf && value !== null);
  const meetings = [...rowMeetings(scenario, asOf), ...measureMeetings(known, scenario, asOf)];
  return united(meetings, known).map(({ ids, met }) => placeOf(scenario, ids, met, asOf));
}

function rowMeetings(scenario: Scenario, asOf: IsoDate): Meeting[] {
  return scenario.itemOrder.flatMap((key) => {
    const item = itemOf(scenario, key);
    if (!item || item.facts.length === 0) return [];
    return factGroups(scenario, item, asOf).map(({ statements, disagrees }) => ({
      item,
      statements,
      disagrees,
    }));
  });
}

function measureMeetings(known: readonly Fact[], { facts }: Scenario, asOf: IsoDate): Meeting[] {
  const keyOf = (fact: Fact) =>
    [subjectOf(fact), measureOf(fact), fact.unit.trim().toLowerCase(), periodKey(fact.period)].join('|');
  return bucketed(known, keyOf).map((group) => {
    const statements = group.flatMap((fact) => statementIn(fact, fact.unit) ?? []);
    return { item: null, statements, disagrees: spreadOf(facts, statements, asOf).disagrees };
  });
}

/** What is measured, without who says so and for when: `revenue forecast (2026-Q1 vintage)` is `revenue`. */
function measureOf({ metric, period }: Fact): string {
  const name = bare(metric).toLowerCase();
  const timeless = name.endsWith(` ${period.toLowerCase()}`) ? name.slice(0, -period.length) : name;
  return timeless.replace(/\bforecast\b/g, '').trim();
}

interface Group {
  readonly ids: ReadonlySet<string>;
  readonly met: readonly Meeting[];
}

/** Meetings that share a fact become one, in the order of the register. */
function united(meetings: readonly Meeting[], known: readonly Fact[]): Group[] {
  const groupOf = new Map<string, Set<string>>();
  for (const { statements } of meetings) {
    const ids = statements.map(({ fact }) => fact.id);
    const all = new Set(ids.flatMap((id) => [id, ...(groupOf.get(id) ?? [])]));
    for (const id of all) groupOf.set(id, all);
  }
  const met = bucketed(meetings, ({ statements }) => firstOf(groupOf.get(statements[0]?.fact.id ?? '')));
  const metOf = new Map(
    met.map((some) => [groupOf.get(some[0]?.statements[0]?.fact.id ?? ''), some] as const),
  );
  const groups = new Set(known.flatMap(({ id }) => groupOf.get(id) ?? []));
  return [...groups].map((ids) => ({ ids, met: metOf.get(ids) ?? [] }));
}

function firstOf(ids: ReadonlySet<string> | undefined): string {
  return [...(ids ?? [])][0] ?? '';
}

function placeOf(
  scenario: Scenario,
  ids: ReadonlySet<string>,
  met: readonly Meeting[],
  asOf: IsoDate,
): FactPlace {
  const item = homeOf(met);
  const registered = scenario.facts.filter(({ id }) => ids.has(id));
  const unit = item?.unit ?? registered[0]?.unit ?? '';
  const rank = ({ fact }: Statement) => {
    const at = item?.facts.indexOf(fact.id) ?? -1;
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  const statements = registered
    .flatMap((fact) => statementIn(fact, unit) ?? [])
    .sort((a, b) => rank(a) - rank(b));
  const { low, high } = spreadOf(scenario.facts, statements, asOf);
  const disagrees = met.some((one) => one.disagrees);
  return { id: registered[0]?.id ?? '', item: item?.key ?? null, unit, statements, low, high, disagrees };
}

/** The row where most of them meet. A lone fact belongs to the row that has chosen it: further down it is an input of something else. */
function homeOf(met: readonly Meeting[]): LineItem | null {
  let home: LineItem | null = null;
  let most = 0;
  for (const { item, statements } of met) {
    const counts = statements.length > 1 || item?.facts[0] === statements[0]?.fact.id;
    if (item && counts && statements.length > most) [home, most] = [item, statements.length];
  }
  return home;
}
