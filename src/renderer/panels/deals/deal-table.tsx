import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { openDeal, useSession } from '#renderer/store/hooks.ts';
import { dateText } from '#shared/report/time-text.ts';
import { amountCell, termsText } from './deal-words.ts';
import { LevelMark } from './level-mark.tsx';
import { type RegisterRow, SORT_KEYS, type Sorting, type SortKey } from './register-rows.ts';

export interface DealTableProps {
  readonly rows: readonly RegisterRow[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

/** The register: a table whose ids are buttons; arrow keys go from one to the next. */
export function DealTable({ rows, sorting, onSort }: DealTableProps) {
  const { t } = useTranslation('deals');
  return (
    <table className="panel-deals-table" aria-label={t('register')}>
      <thead>
        <tr>
          {SORT_KEYS.map((key) => (
            <HeadCell key={key} column={key} sorting={sorting} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={moveFocus}>
        {rows.map((row) => (
          <DealRow key={row.deal.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function HeadCell({ column, sorting, onSort }: Omit<DealTableProps, 'rows'> & { readonly column: SortKey }) {
  const { t } = useTranslation('deals');
  const on = sorting.by === column;
  const order = sorting.descending ? 'descending' : 'ascending';
  // Up, down, and back to the order by direction.
  const next = on
    ? sorting.descending
      ? { by: null, descending: false }
      : { by: column, descending: true }
    : { by: column, descending: false };
  return (
    <th scope="col" data-column={column} aria-sort={on ? order : 'none'}>
      <button type="button" onClick={() => onSort(next)}>
        {t(`columns.${column}`)}
        {on && <span aria-hidden>{sorting.descending ? ' ↓' : ' ↑'}</span>}
      </button>
    </th>
  );
}

function DealRow({ row }: { readonly row: RegisterRow }) {
  const { t } = useTranslation('deals');
  const language = useSession((session) => session.language);
  const chosen = useSession((session) => session.chosenDeal === row.deal.id);
  const { deal } = row;
  return (
    <tr
      className={row.level === 'lapsed' ? 'panel-deals-row panel-deals-row--ended' : 'panel-deals-row'}
      data-chosen={chosen || undefined}
      onClick={() => openDeal(deal.id)}
    >
      <td>
        <button type="button" className="panel-deals-id" aria-pressed={chosen} data-deal={deal.id} dir="ltr">
          {deal.id}
        </button>
      </td>
      <td className="panel-deals-parties" title={`${deal.payer} → ${deal.payee}`}>
        <bdi className="panel-deals-payer">{deal.payer}</bdi> <span className="panel-deals-arrow">→</span>{' '}
        <bdi>{deal.payee}</bdi>
      </td>
      <td>{t(`type.${deal.type}`)}</td>
      <td data-column="amount">
        <Amount row={row} />
      </td>
      <td>
        <LevelMark level={row.level} />
      </td>
      <td data-column="since">{dateText(row.since, language)}</td>
      <td className="panel-deals-terms" title={termsText(row, t)}>
        <bdi>{termsText(row, t)}</bdi>
      </td>
    </tr>
  );
}

function Amount({ row }: { readonly row: RegisterRow }) {
  const text = amountCell(row);
  const figure = <span className={text.endsWith(')') ? '' : 'panel-deals-padded'}>{text}</span>;
  const unit = row.deal.unit === 'USD bn' || text === '' ? null : <small> {row.deal.unit}</small>;
  if (row.level !== 'lapsed')
    return (
      <>
        {figure}
        {unit}
      </>
    );
  return <s>{figure}</s>;
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.panel-deals-id')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  buttons[at + step]?.focus();
}
