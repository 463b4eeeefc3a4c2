import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { goToCell, openFact, useScenario, useSession } from '#renderer/store/hooks.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { dateText } from '#shared/report/time-text.ts';
import { shownColumn } from './fact-cell.ts';
import { saysText, valueText } from './fact-words.ts';
import { moveAmong } from './move-among.ts';
import { PlaceNote, usePlaceTitle } from './place-words.tsx';
import type { SourceBook, SourceRow } from './source-book.ts';
import { groupedRows, type SourceFilter, type SourceGroup } from './source-filter.ts';
import { TierChip } from './tier-chip.tsx';

const COLUMNS = ['id', 'says', 'value', 'unit', 'publisher', 'known', 'tier', 'cells'] as const;

export interface FactListProps {
  readonly book: SourceBook;
  readonly rows: readonly SourceRow[];
  readonly filter: SourceFilter;
  readonly onFold: (folded: ReadonlySet<string>) => void;
}

/** The facts as a table, under heads that fold; arrow keys go from one to the next, Enter to its cell. */
export function FactList({ book, rows, filter, onFold }: FactListProps) {
  const { t } = useTranslation('sources');
  const groups = useMemo(
    () => (filter.grouped ? groupedRows(rows, book) : null),
    [filter.grouped, rows, book],
  );
  const fold = (id: string) => {
    const next = new Set(filter.folded);
    if (!next.delete(id)) next.add(id);
    onFold(next);
  };
  const entry = useEntry(rows);
  return (
    <table className="panel-sources-table" aria-label={t('list')}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {groups === null ? (
        <tbody onKeyDown={moveAmong}>
          {rows.map((row) => (
            <FactRow key={row.fact.id} row={row} entry={row.fact.id === entry} />
          ))}
        </tbody>
      ) : (
        groups.map((group) => (
          <Group
            key={group.id}
            group={group}
            entry={entry}
            closed={filter.folded.has(group.id)}
            onToggle={() => fold(group.id)}
          />
        ))
      )}
    </table>
  );
}

/** The row that Tab leads to: the chosen one, or the first. */
function useEntry(rows: readonly SourceRow[]): string | null {
  const chosen = useSession((session) => session.chosenFact);
  return rows.some(({ fact }) => fact.id === chosen) ? chosen : (rows[0]?.fact.id ?? null);
}

interface GroupProps {
  readonly group: SourceGroup;
  readonly entry: string | null;
  readonly closed: boolean;
  readonly onToggle: () => void;
}

function Group({ group, entry, closed, onToggle }: GroupProps) {
  const { t } = useTranslation('sources');
  const { place, rows } = group;
  const title = usePlaceTitle(place);
  const Chevron = closed ? ChevronRight : ChevronDown;
  return (
    <tbody onKeyDown={moveAmong}>
      <tr className="panel-sources-group">
        <th scope="rowgroup" colSpan={COLUMNS.length}>
          <button type="button" aria-expanded={!closed} onClick={onToggle} data-sources-stop="">
            <Chevron size={13} className="ui-mirror" aria-hidden />
            <b dir="auto">{place ? title : t(group.id === ':used' ? 'group.used' : 'group.unused')}</b>{' '}
            <span>{place ? <PlaceNote place={place} /> : rows.length}</span>
          </button>
        </th>
      </tr>
      {!closed && rows.map((row) => <FactRow key={row.fact.id} row={row} entry={row.fact.id === entry} />)}
    </tbody>
  );
}

/** Renders again only when its own fact changes, is chosen, or is no longer. */
const FactRow = memo(function FactRow({ row, entry }: { readonly row: SourceRow; readonly entry: boolean }) {
  const { t } = useTranslation('sources');
  const language = useSession((session) => session.language);
  const chosen = useSession((session) => session.chosenFact === row.fact.id);
  const { fact, supersededBy } = row;
  const value = valueText(fact);
  const says = saysText(fact, t);
  return (
    <tr
      className="panel-sources-row"
      data-chosen={chosen || undefined}
      data-old={supersededBy !== null || undefined}
      onClick={(event) => {
        openFact(fact.id);
        // From here on the arrow keys go on.
        event.currentTarget.querySelector('button')?.focus();
      }}
    >
      <td data-column="id">
        <FactButton row={row} chosen={chosen} entry={entry} />
      </td>
      <td data-column="says" title={says}>
        <div className="panel-sources-says">
          <bdi>{says}</bdi>
          {supersededBy !== null && (
            <span className="panel-sources-successor">{t('replacedBy', { id: supersededBy })}</span>
          )}
        </div>
      </td>
      <td data-column="value">{supersededBy === null ? value : <s>{value}</s>}</td>
      <td data-column="unit" title={fact.unit}>
        <bdi>{fact.value === null ? t('statementOnly') : fact.unit}</bdi>
      </td>
      <td data-column="publisher" title={fact.source.publisher}>
        <bdi>{fact.source.publisher}</bdi>
      </td>
      <td data-column="known">{dateText(fact.knownFrom, language)}</td>
      <td data-column="tier">
        <TierChip tier={fact.tier} />
      </td>
      <td data-column="cells">
        <Uses row={row} />
      </td>
    </tr>
  );
});

function Uses({ row }: { readonly row: SourceRow }) {
  const { t } = useTranslation('sources');
  if (row.items.length > 0) return row.items.length;
  const words = row.deals.length > 0 ? t('deals', { count: row.deals.length }) : t('none');
  return <span className="panel-sources-faint">{words}</span>;
}

interface FactButtonProps {
  readonly row: SourceRow;
  readonly chosen: boolean;
  readonly entry: boolean;
}

function FactButton({ row, chosen, entry }: FactButtonProps) {
  const item = useScenario((scenario) => itemOf(scenario, row.items[0] ?? ''));
  const timeline = useScenario((scenario) => scenario.timeline);
  const go = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || !item) return;
    event.preventDefault();
    goToCell({ key: item.key, column: shownColumn(item, row.fact, timeline) });
  };
  return (
    <button
      type="button"
      className="panel-sources-id"
      dir="ltr"
      aria-pressed={chosen}
      tabIndex={entry ? 0 : -1}
      data-sources-stop={row.fact.id}
      onKeyDown={go}
    >
      {row.fact.id}
    </button>
  );
}
