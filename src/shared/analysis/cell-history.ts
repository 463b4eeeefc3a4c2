import type { IsoDate } from '#shared/model/date.ts';
import type { Fact } from '#shared/model/fact.ts';
import { isInForce } from '#shared/model/fact-conflicts.ts';
import { factStanding } from '#shared/model/fact-visibility.ts';
import type { DatedEntry } from '#shared/model/line-item.ts';
import { resolveItem } from '#shared/model/resolve-case.ts';
import { sourcesOfCell } from './cell-sources.ts';
import type { Explanation } from './explanation.ts';
import type { ViewedModel } from './viewed-model.ts';

/** Something that became known of a cell, or a dated value that came into force. */
export interface HistoryEntry {
  readonly from: IsoDate;
  /** In the unit of the row. */
  readonly value: DatedEntry['value'];
  /** null for a dated value of the row itself. */
  readonly fact: Fact | null;
  /** What had taken its place by the as-of date, as far as it is named. */
  readonly supersededBy: string | null;
  readonly isSuperseded: boolean;
}

/** What became known of a cell by the as-of date, newest first: facts that state it, and values dated in the row. */
export function historyOfCell(model: ViewedModel, cell: Explanation): HistoryEntry[] {
  const { scenario, asOf } = model;
  const facts = sourcesOfCell(model, cell).comparable.map(({ fact, statement }) => ({
    from: fact.knownFrom,
    value: statement.value,
    fact,
    supersededBy: factStanding(scenario.facts, fact.id, asOf).supersededBy,
    isSuperseded: !isInForce(scenario.facts, fact, asOf),
  }));
  return [...facts, ...typedEntries(model, cell)].sort(
    (a, b) => Number(a.from < b.from) - Number(a.from > b.from),
  );
}

/** Values of a constant that changes with the as-of date; what held before any day has no date to go to. */
function typedEntries({ scenario, chain, asOf }: ViewedModel, { place }: Explanation): HistoryEntry[] {
  const content = resolveItem(scenario, chain, place.key)?.content;
  if (content?.kind !== 'dated') return [];
  const known = content.entries.filter(({ from }) => from <= asOf);
  return known.flatMap(({ from, value }, at) =>
    from < FIRST_DAY
      ? []
      : [{ from, value, fact: null, supersededBy: null, isSuperseded: at < known.length - 1 }],
  );
}

/** Entries from here on are days of the record; an earlier one stands for `always`. */
const FIRST_DAY = '1900-01-01';
