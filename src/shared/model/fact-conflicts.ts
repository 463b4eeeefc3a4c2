import type { IsoDate } from './date.ts';
import type { Fact } from './fact.ts';
import { type Statement, sameNumber, statementIn } from './fact-number.ts';
import { columnOfPeriod, periodKey } from './fact-period.ts';
import { factStanding } from './fact-visibility.ts';
import type { ItemKey, LineItem } from './line-item.ts';
import { itemOf, type Scenario } from './scenario.ts';

/** What the facts of a row say of one cell, or of the whole row, as it was known on a day. */
export interface FactGroup {
  readonly item: ItemKey;
  readonly unit: string;
  /** As the first fact writes it. */
  readonly period: string;
  /** Where in the row: all of it, or one column; null where it has no column, such as a sum over years. */
  readonly column: 'all' | string | null;
  /** In the order of the row, the chosen one first. Superseded ones are among them. */
  readonly statements: readonly Statement[];
  /** Least and largest number that any of them names. */
  readonly low: number;
  readonly high: number;
  /** Two facts in force say different numbers. */
  readonly disagrees: boolean;
}

type Register = Pick<Scenario, 'facts' | 'items' | 'timeline'>;

/**
 * Where the facts of a row disagree on a day: they speak of the same subject and period in units
 * that convert, both are in force, and their numbers differ by more than the digits quoted hide.
 * A row with one value for all periods takes facts of any period.
 */
export function conflictsOf(scenario: Scenario, key: ItemKey, asOf: IsoDate): FactGroup[] {
  const item = itemOf(scenario, key);
  if (!item || item.facts.length < 2) return [];
  return factGroups(scenario, item, asOf).filter(({ disagrees }) => disagrees);
}

/** Whether a group speaks of a column: its own, a quarter of its year where the year is typed as one, or any. */
export function isAtColumn({ column }: FactGroup, { content }: LineItem, at: string): boolean {
  if (column === 'all' || column === at) return true;
  return column !== null && content.kind === 'byYear' && at.startsWith(`${column}Q`);
}

/** The facts of a row that were known on a day, by what they speak of. */
export function factGroups(scenario: Register, item: LineItem, asOf: IsoDate): FactGroup[] {
  const { kind } = item.content;
  const isWhole = kind === 'constant' || kind === 'dated';
  const ofInputs = new Set(inputFacts(scenario, item));
  const held = item.facts.flatMap((id) => {
    const fact = ofInputs.has(id) ? undefined : scenario.facts.find((one) => one.id === id);
    const statement = fact && fact.knownFrom <= asOf ? statementIn(fact, item.unit) : null;
    return statement ?? [];
  });
  const groups = bucketed(held, ({ fact }) =>
    [subjectOf(fact), isWhole ? '' : periodKey(fact.period)].join('|'),
  );
  return groups.map((statements) => {
    const period = statements[0]?.fact.period ?? '';
    const column = isWhole ? 'all' : columnOfPeriod(period, item, scenario.timeline);
    const { key, unit } = item;
    return { item: key, unit, period, column, ...spreadOf(scenario.facts, statements, asOf) };
  });
}

/** Facts of typed rows that the formula of a row reads: named at the row too, they speak of its inputs. */
function inputFacts({ items }: Register, { key, content }: LineItem): readonly string[] {
  if (content.kind !== 'formula') return [];
  const names = new Set(content.formula.match(/[\p{L}_][\p{L}\p{N}_.]*/gu));
  return [...names].flatMap((name) => {
    const input = name !== key && Object.hasOwn(items, name) ? items[name] : undefined;
    return input && input.content.kind !== 'formula' ? input.facts : [];
  });
}

/** Statements of one quantity, how far they reach, and whether those in force disagree. */
export function spreadOf(
  facts: readonly Fact[],
  statements: readonly Statement[],
  asOf: IsoDate,
): Pick<FactGroup, 'statements' | 'low' | 'high' | 'disagrees'> {
  const live = statements.filter(({ fact }) => isInForce(facts, fact, asOf));
  return {
    statements,
    low: Math.min(...statements.map(({ low }) => low)),
    high: Math.max(...statements.map(({ high }) => high)),
    disagrees: live.some((one, at) => live.slice(at + 1).some((other) => !sameNumber(one, other))),
  };
}

/** Known on a day, and no other fact had taken its place. Some are called superseded without saying by what. */
export function isInForce(facts: readonly Fact[], fact: Fact, asOf: IsoDate): boolean {
  if (fact.status === 'superseded' && fact.supersededBy === undefined) return false;
  const { visible, supersededBy } = factStanding(facts, fact.id, asOf);
  return visible && supersededBy === null;
}

/** Whom a fact is about, and whether it gives a level or a change of it: the two do not compare. */
export function subjectOf({ subject, metric }: Fact): string {
  const isChange = /^(?:increase|rise|fall|decrease|change)\b|\bgrowth\b/i.test(metric);
  return `${bare(subject).toLowerCase()}${isChange ? ' change' : ''}`;
}

/** Without what stands in parentheses: mostly who says so. */
export function bare(text: string): string {
  return text
    .replace(/\([^)]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export function bucketed<T>(things: readonly T[], keyOf: (thing: T) => string): (readonly T[])[] {
  const buckets = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(thing);
    else buckets.set(key, [thing]);
  }
  return [...buckets.values()];
}
