import { CircleX, type LucideIcon, SquarePen, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CellAddress,
  overrideCells,
  setActiveCell,
  useChecks,
  useErrorCells,
  useScenario,
  useSession,
} from '#renderer/store/hooks.ts';

interface Concern {
  readonly id: 'checks' | 'errors' | 'overrides';
  readonly count: number;
  readonly first: CellAddress;
  readonly icon: LucideIcon;
}

/** What a reader should look at before trusting the figures. */
export function useConcerns(): readonly Concern[] {
  const scenario = useScenario((whole) => whole);
  const caseId = useSession((session) => session.caseId);
  const { failed } = useChecks();
  const errors = useErrorCells();
  const overrides = useMemo(() => overrideCells(scenario, caseId), [scenario, caseId]);
  return useMemo(
    () => [
      ...concern('checks', failed, CircleX),
      ...concern('errors', errors, TriangleAlert),
      ...concern('overrides', overrides, SquarePen),
    ],
    [failed, errors, overrides],
  );
}

function concern(id: Concern['id'], cells: readonly CellAddress[], icon: LucideIcon): Concern[] {
  const [first] = cells;
  return first ? [{ id, count: cells.length, first, icon }] : [];
}

export function OutlineAttention() {
  const { t } = useTranslation();
  const concerns = useConcerns();
  if (concerns.length === 0) return null;
  return (
    <>
      <h2 className="panel-outline-head">
        {t('outline.attention')} <span>{concerns.length}</span>
      </h2>
      <ul>
        {concerns.map(({ id, count, first, icon: Icon }) => (
          <li key={id} className="panel-outline-row">
            <button
              type="button"
              className="panel-outline-go panel-outline-go--first"
              onClick={() => setActiveCell(first, { reveal: true })}
            >
              <Icon size={13} strokeWidth={1.75} aria-hidden />
              <span className="panel-outline-text">{t(`outline.${id}`, { count })}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
