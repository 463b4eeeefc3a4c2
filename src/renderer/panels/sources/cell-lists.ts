import { useMemo } from 'react';
import { overrideCells, useScenario, useSession } from '#renderer/store/hooks.ts';
import { caseChain } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import type { SourceBook } from './source-book.ts';
import type { CellList } from './source-filter.ts';

/** A row of the model, or one of its cells, that does not rest on a source alone. */
export interface CellEntry {
  readonly key: string;
  readonly column: string;
  /** Why the value was chosen, as the document says. */
  readonly reason: string;
  /** Its sources are all later than the day. */
  readonly later: boolean;
}

/** Typed rows without a source, rows that are called assumptions, and cells that are overridden. */
export function useCellLists({ typed }: SourceBook): Readonly<Record<CellList, readonly CellEntry[]>> {
  const scenario = useScenario((whole) => whole);
  const caseId = useSession((session) => session.caseId);
  return useMemo(() => {
    const column = periodNameAt(scenario.timeline, 0);
    const entries = typed.map(({ item, source }) => ({
      entry: { key: item.key, column, reason: item.assumption ?? '', later: source === 'later' },
      source,
    }));
    return {
      noSource: entries.flatMap(({ entry, source }) => (source === 'known' ? [] : [entry])),
      assumptions: entries.flatMap(({ entry }) => (entry.reason === '' ? [] : [entry])),
      overrides: overrideCells(scenario, caseId).map((cell) => ({
        ...cell,
        reason: overrideReason(scenario, caseId, cell.key),
        later: false,
      })),
    };
  }, [scenario, typed, caseId]);
}

/** The reason in the nearest case that replaces something in the row. */
function overrideReason(scenario: Scenario, caseId: string | null, key: string): string {
  for (const { overrides } of caseChain(scenario, caseId)) {
    const own = Object.hasOwn(overrides, key) ? overrides[key] : undefined;
    if (own) return own.reason;
  }
  return itemOf(scenario, key)?.note ?? '';
}
