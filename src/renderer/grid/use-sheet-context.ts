import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, type YearGroup, yearGroups } from '#renderer/store/columns.ts';
import {
  currentScenario,
  currentSession,
  rowValues,
  toggleFoldedRows,
  useAsOf,
  useScenario,
  useSession,
} from '#renderer/store/hooks.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { Timeline } from '#shared/model/timeline.ts';
import type { CellHintState, SheetContext } from './sheet-context.ts';
import { createSheetView, type SheetView } from './sheet-view.ts';
import type { Measure } from './text-measure.ts';

export interface SheetParts {
  readonly context: SheetContext;
  readonly groups: readonly YearGroup[];
  readonly hint: CellHintState | null;
  readonly isTyping: boolean;
}

/** The object that cells draw themselves from, and what it says beside a cell. */
export function useSheetContext(measure: Measure): SheetParts {
  const { t } = useTranslation('grid');
  const language = useSession((session) => session.language);
  const timeline = useScenario((scenario) => scenario.timeline);
  const asOf = useAsOf();
  const [hint, setHint] = useState<CellHintState | null>(null);
  const [isTyping, setTyping] = useState(false);
  const groups = useGroups(timeline, asOf);
  const columns = useRef<ReadonlyMap<string, Column>>(new Map());
  columns.current = useMemo(() => columnsById(groups), [groups]);
  const context = useMemo<SheetContext>(
    () => ({
      view: viewKeeper((scenario, session) =>
        createSheetView({ scenario, caseId: session.caseId, asOf: session.asOf, language, t, rowValues }),
      ),
      session: currentSession,
      column: (id) => columns.current.get(id),
      measure,
      hint: setHint,
      typing: setTyping,
      painter: { current: null },
      toggleFolded: toggleFoldedRows,
    }),
    [language, t, measure],
  );
  return { context, groups, hint, isTyping };
}

/** On most days the columns are what they were the day before: then they stay, and the grid keeps what it drew. */
function useGroups(timeline: Timeline, asOf: IsoDate): readonly YearGroup[] {
  const fresh = useMemo(() => yearGroups(timeline, asOf), [timeline, asOf]);
  const kept = useRef(fresh);
  if (kept.current !== fresh && JSON.stringify(kept.current) !== JSON.stringify(fresh)) kept.current = fresh;
  return kept.current;
}

function columnsById(groups: readonly YearGroup[]): ReadonlyMap<string, Column> {
  const all = groups.flatMap((group): Column[] => [...group.quarters, group.total]);
  return new Map(all.map((column) => [column.id, column]));
}

type MakeView = (
  scenario: ReturnType<typeof currentScenario>,
  session: ReturnType<typeof currentSession>,
) => SheetView;

/** Values arrive before React has rendered: cells always ask for the view of this very moment. */
function viewKeeper(make: MakeView): () => SheetView {
  let kept: SheetView | null = null;
  return () => {
    const scenario = currentScenario();
    const session = currentSession();
    const { caseId, asOf } = session;
    if (kept?.scenario !== scenario || kept.caseId !== caseId || kept.asOf !== asOf)
      kept = make(scenario, session);
    return kept;
  };
}
