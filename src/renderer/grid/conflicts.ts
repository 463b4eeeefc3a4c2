import type { Fact } from '#shared/model/fact.ts';
import { factStanding } from '#shared/model/fact-visibility.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';

/** Facts behind a row that disagree about one column, or about the row as a whole. */
export interface Conflict {
  readonly column: 'all' | string;
  readonly facts: readonly string[];
  readonly low: number;
  readonly high: number;
}

/** Where the facts of a row, as known on a day, say different numbers of the same thing in the row's unit. */
export function conflictsIn(scenario: Scenario, key: string, asOf: string): readonly Conflict[] {
  const item = itemOf(scenario, key);
  if (!item || item.facts.length < 2) return [];
  const byColumn = new Map<string, Fact[]>();
  for (const fact of factsInForce(scenario, item, asOf)) {
    const column = columnOf(item, fact.period);
    if (column !== null) byColumn.set(column, [...(byColumn.get(column) ?? []), fact]);
  }
  return [...byColumn].flatMap(([column, facts]) => {
    const bounds = facts.map(boundsOf);
    const apart = Math.max(...bounds.map(([low]) => low)) - Math.min(...bounds.map(([, high]) => high));
    const low = Math.min(...bounds.map(([least]) => least));
    const high = Math.max(...bounds.map(([, most]) => most));
    const disagree = apart > 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
    return disagree ? [{ column, facts: facts.map(({ id }) => id), low, high }] : [];
  });
}

function factsInForce({ facts }: Scenario, item: LineItem, asOf: string): Fact[] {
  return item.facts.flatMap((id) => {
    const fact = facts.find((one) => one.id === id);
    const { visible, supersededBy } = factStanding(facts, id, asOf);
    const counts = fact && fact.value !== null && fact.unit === item.unit && fact.status !== 'superseded';
    return counts && visible && supersededBy === null ? [fact] : [];
  });
}

/** Facts of any period speak of a value that holds in all; of a series only those of a quarter or a year. */
function columnOf({ content }: LineItem, period: string): string | null {
  if (content.kind === 'constant' || content.kind === 'dated') return 'all';
  const [, year, quarter] = /^\s*(\d{4})(?:\s*Q([1-4]))?\s*$/i.exec(period) ?? [];
  return year === undefined ? null : quarter === undefined ? year : `${year}Q${quarter}`;
}

function boundsOf({ value, low, high }: Fact): readonly [low: number, high: number] {
  const known = [value, low, high].filter((one) => typeof one === 'number');
  return [Math.min(...known), Math.max(...known)];
}
