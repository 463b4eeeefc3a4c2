import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { goToCell, openFact, useScenario, useSession } from '#renderer/store/hooks.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { dateText } from '#shared/report/time-text.ts';
import { unitText } from '#shared/report/unit-text.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { shownColumn } from './fact-cell.ts';
import { saysText, valueText } from './fact-words.ts';
import { type ListColumn, useListColumns } from './list-columns.ts';
import { moveAmong } from './move-among.ts';
import { PlaceNote, usePlaceTitle } from './place-words.tsx';
import type { SourceBook, SourceRow } from './source-book.ts';
import { groupedRows, type SourceFilter, type SourceGroup } from './source-filter.ts';
import { TierChip } from './tier-chip.tsx';

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
  const [table, columns] = useListColumns();
  return (
    <table ref={table} className="panel-sources-table" aria-label={t('list')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {groups === null ? (
        <tbody onKeyDown={moveAmong}>
          {rows.map((row) => (
            <FactRow key={row.fact.id} row={row} entry={row.fact.id === entry} columns={columns} />
          ))}
        </tbody>
      ) : (
        groups.map((group) => (
          <Group
            key={group.id}
            group={group}
            entry={entry}
            columns={columns}
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
  readonly columns: readonly ListColumn[];
  readonly group: SourceGroup;
  readonly entry: string | null;
  readonly closed: boolean;
  readonly onToggle: () => void;
}

function Group({ group, entry, closed, columns, onToggle }: GroupProps) {
  const { t } = useTranslation('sources');
  const { place, rows } = group;
  const title = usePlaceTitle(place);
  const Chevron = closed ? ChevronRight : ChevronDown;
  return (
    <tbody onKeyDown={moveAmong}>
      <tr className="panel-sources-group">
        <th scope="rowgroup" colSpan={columns.length}>
          <button type="button" aria-expanded={!closed} onClick={onToggle} data-sources-stop="">
            <Chevron size={13} className="ui-mirror" aria-hidden />
            <b dir="auto">{place ? title : t(group.id === ':used' ? 'group.used' : 'group.unused')}</b>{' '}
            <span>{place ? <PlaceNote place={place} /> : rows.length}</span>
          </button>
        </th>
      </tr>
      {!closed &&
        rows.map((row) => (
          <FactRow key={row.fact.id} row={row} entry={row.fact.id === entry} columns={columns} />
        ))}
    </tbody>
  );
}

interface FactRowProps {
  readonly row: SourceRow;
  readonly entry: boolean;
  readonly columns: readonly ListColumn[];
}

/** Renders again only when its own fact changes, is chosen, or is no longer. */
const FactRow = memo(function FactRow({ row, entry, columns }: FactRowProps) {
  const chosen = useSession((session) => session.chosenFact === row.fact.id);
  return (
    <tr
      className="panel-sources-row"
      data-chosen={chosen || undefined}
      data-old={row.supersededBy !== null || undefined}
      onClick={(event) => {
        openFact(row.fact.id);
        // From here on the arrow keys go on.
        event.currentTarget.querySelector('button')?.focus();
      }}
    >
      {columns.map((column) => (
        <td key={column} data-column={column}>
          {column === 'id' ? (
            <FactButton row={row} chosen={chosen} entry={entry} />
          ) : (
            <Content row={row} column={column} />
          )}
        </td>
      ))}
    </tr>
  );
});

interface ContentProps {
  readonly row: SourceRow;
  readonly column: Exclude<ListColumn, 'id'>;
}

function Content({ row, column }: ContentProps) {
  const { t } = useTranslation('sources');
  const language = useSession((session) => session.language);
  const { fact, supersededBy } = row;
  switch (column) {
    case 'says':
      return <Says row={row} />;
    case 'value': {
      const value = valueText(fact);
      return supersededBy === null ? value : <s>{value}</s>;
    }
    case 'unit':
      return <Cut text={fact.value === null ? t('statementOnly') : unitText(fact.unit, language)} />;
    case 'publisher':
      return <Cut text={fact.source.publisher} />;
    case 'known':
      return dateText(fact.knownFrom, language);
    case 'tier':
      return <TierChip tier={fact.tier} />;
    case 'cells':
      return <Uses row={row} />;
    default:
      return assertNever(column);
  }
}

function Says({ row }: { readonly row: SourceRow }) {
  const { t } = useTranslation('sources');
  const says = saysText(row.fact, t);
  return (
    <div className="panel-sources-says" title={says}>
      <bdi>{says}</bdi>
      {row.supersededBy !== null && (
        <span className="panel-sources-successor">{t('replacedBy', { id: row.supersededBy })}</span>
      )}
    </div>
  );
}

/** A text in its own direction that ends in an ellipsis where there is no room, whatever the direction around it. */
function Cut({ text }: { readonly text: string }) {
  return (
    <span dir="auto" className="panel-sources-cut" title={text}>
      {text}
    </span>
  );
}

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
