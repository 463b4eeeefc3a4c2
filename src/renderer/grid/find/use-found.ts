import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Finding, findIn, findingStore } from '#renderer/store/finding.ts';
import { useAllRows, useScenario, useSession, useViewpoint } from '#renderer/store/hooks.ts';
import type { FindHit } from '#shared/analysis/find-texts.ts';

export interface Found {
  readonly finding: Finding;
  readonly hits: readonly FindHit[];
}

const NO_HITS: readonly FindHit[] = [];

/** What the open bar finds now; nothing while it is closed. */
export function useFound(): Found {
  const finding = useStore(findingStore);
  const { open, text, where, matchCase, wholeWord } = finding;
  const wanted = useDeferredValue(text);
  const scenario = useScenario((whole) => whole);
  const rows = useAllRows();
  const language = useSession((session) => session.language);
  const { caseId, asOf } = useViewpoint();
  // Texts do not change with values.
  const values = where.has('values') ? rows : null;
  const hits = useMemo(() => {
    if (open === null) return NO_HITS;
    const view = { scenario, rows: values ?? new Map(), caseId, asOf, language };
    return findIn(view, { ...findingStore.getState(), text: wanted, where, matchCase, wholeWord });
  }, [open, wanted, where, matchCase, wholeWord, scenario, values, caseId, asOf, language]);
  return { finding, hits };
}
