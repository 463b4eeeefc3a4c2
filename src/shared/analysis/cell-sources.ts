import type { Fact } from '#shared/model/fact.ts';
import { conflictsOf, type FactGroup, isAtColumn, isInForce } from '#shared/model/fact-conflicts.ts';
import { allows, type Statement, statementIn } from '#shared/model/fact-number.ts';
import { columnOfPeriod } from '#shared/model/fact-period.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { itemOf } from '#shared/model/scenario.ts';
import type { Explanation, FactSeen } from './explanation.ts';
import { columnOf, type ViewedModel } from './viewed-model.ts';

/** A fact whose number says something of this very cell. */
export interface CellFact extends FactSeen {
  readonly statement: Statement;
  /** Another fact has taken its place by the as-of date. */
  readonly isSuperseded: boolean;
}

/** What is said of a cell and of its row on the as-of date. */
export interface CellSources {
  /** Same quantity, same period; those in force first, in the order of the row. */
  readonly comparable: readonly CellFact[];
  /** At the row, but of another period or unit. */
  readonly others: readonly FactSeen[];
  /** The disagreement at this cell; null where there is none. */
  readonly conflict: FactGroup | null;
  /** Disagreements at other places of the row. */
  readonly elsewhere: readonly FactGroup[];
}

/** The facts at a cell, apart by whether they can be set against its value. Those not known yet are left out. */
export function sourcesOfCell(model: ViewedModel, cell: Explanation): CellSources {
  const { scenario, asOf } = model;
  const item = itemOf(scenario, cell.place.key);
  if (!item) return { comparable: [], others: [], conflict: null, elsewhere: [] };
  const column = columnOf(model, cell.place);
  const { conflict } = cell;
  const elsewhere = conflictsOf(scenario, item.key, asOf).filter((one) => !isAtColumn(one, item, column));
  const comparable: CellFact[] = [];
  const others: FactSeen[] = [];
  for (const seen of cell.facts.filter(({ isVisible }) => isVisible)) {
    const statement = statementIn(seen.fact, item.unit);
    const isDisputed = conflict !== null && holds(conflict, seen.fact);
    const isSaid =
      isDisputed || (isOfRow(model, item, seen.fact) && isOfCell(model, cell, seen.fact, column));
    if (statement && isSaid)
      comparable.push({ ...seen, statement, isSuperseded: !isInForce(scenario.facts, seen.fact, asOf) });
    else if (!elsewhere.some((one) => holds(one, seen.fact))) others.push(seen);
  }
  comparable.sort((a, b) => Number(a.isSuperseded) - Number(b.isSuperseded));
  return { comparable, others, conflict, elsewhere };
}

function holds({ statements }: FactGroup, { id }: Fact): boolean {
  return statements.some(({ fact }) => fact.id === id);
}

/**
 * A fact can stand behind several rows of one unit, such as a total and its parts: it states at most
 * the one that its measure names.
 */
function isOfRow({ scenario }: ViewedModel, item: LineItem, fact: Fact): boolean {
  const sharers = Object.values(scenario.items).filter(
    ({ unit, facts }) => facts.includes(fact.id) && statementIn(fact, unit) !== null,
  );
  return sharers.length <= 1 || fact.metric.toLowerCase().includes(item.label.en.toLowerCase());
}

/** A value that holds in all periods is stated by a fact of any, but not where it was assumed in its light. */
function isOfCell({ scenario }: ViewedModel, cell: Explanation, { period }: Fact, column: string): boolean {
  const { content, assumption, place } = cell;
  const isLasting = content?.kind === 'constant' || content?.kind === 'dated';
  if (isLasting && assumption === null) return true;
  const item = itemOf(scenario, place.key);
  return item !== undefined && columnOfPeriod(period, item, scenario.timeline) === column;
}

/** How the sources of a cell stand to its value, for the sentence over it. */
export type Verdict = 'none' | 'agree' | 'more' | 'less' | 'differ';

/** By the sources in force: one allows a value within its own range and what it may have rounded away. */
export function verdictOf(value: number, facts: readonly CellFact[]): Verdict {
  const live = facts.filter((one) => !one.isSuperseded).map(({ statement }) => statement);
  if (live.length === 0) return 'none';
  const apart = live.filter((one) => !allows(one, value));
  if (apart.length === 0) return 'agree';
  const above = apart.filter((one) => one.value > value).length;
  if (above === live.length) return 'more';
  return above === 0 && apart.length === live.length ? 'less' : 'differ';
}
