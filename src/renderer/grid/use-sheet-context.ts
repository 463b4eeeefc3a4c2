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
  const groups = useMemo(() => yearGroups(timeline, asOf), [timeline, asOf]);
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
