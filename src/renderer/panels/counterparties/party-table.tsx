import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelGlyph } from '#renderer/panels/deals/level-mark.tsx';
import { openParty, useScenario, useSession } from '#renderer/store/hooks.ts';
import type { PartyLine } from '#shared/finance/party-book.ts';
import { numberText } from '#shared/report/number-text.ts';
import { FigureCell } from './figure-cell.tsx';
import {
  columnKey,
  nextSorting,
  OPEN_LEVELS,
  PARTY_COLUMNS,
  type PartyColumn,
  type PartySorting,
  partyFigure,
} from './party-rows.ts';
import { moneyCell, percentCell } from './party-words.ts';

export interface PartyTableProps {
  readonly lines: readonly PartyLine[];
  readonly sorting: PartySorting | null;
  readonly onSort: (sorting: PartySorting) => void;
}

const BEFORE_OPEN = 4;
const FIGURES = PARTY_COLUMNS.filter((column) => column !== 'name');
const SHARES: readonly PartyColumn[] = ['obligations', 'funding'];

/** All counterparties; names are buttons, arrow keys go from one to the next. */
export function PartyTable({ lines, sorting, onSort }: PartyTableProps) {
  const { t } = useTranslation('counterparties');
  const company = useScenario((scenario) => scenario.company);
  return (
    <table className="panel-counterparties-table" aria-label={t('list')}>
      <thead>
        <tr>
          <td colSpan={BEFORE_OPEN} />
          <th scope="colgroup" colSpan={OPEN_LEVELS.length + 1}>
            {t('openWith', { company })}
          </th>
          <td colSpan={PARTY_COLUMNS.length - BEFORE_OPEN - OPEN_LEVELS.length - 1} />
        </tr>
        <tr>
          {PARTY_COLUMNS.map((column) => (
            <HeadCell key={column} column={column} sorting={sorting} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={moveFocus}>
        {lines.map((line) => (
          <PartyRow key={line.name} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function HeadCell({
  column,
  sorting,
  onSort,
}: Omit<PartyTableProps, 'lines'> & { readonly column: PartyColumn }) {
  const { t } = useTranslation('counterparties');
  const on = sorting?.by === column;
  const order = sorting?.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={on ? order : 'none'} {...(column !== 'name' && { 'data-figure': true })}>
      <button type="button" onClick={() => onSort(nextSorting(sorting, column))}>
        {OPEN_LEVELS.map((level) => level === column && <LevelGlyph key={level} level={level} />)}
        {t(columnKey(column))}
        {on && <span aria-hidden>{sorting.descending ? ' ↓' : ' ↑'}</span>}
      </button>
    </th>
  );
}

function PartyRow({ line }: { readonly line: PartyLine }) {
  const language = useSession((session) => session.language);
  const text = (column: (typeof FIGURES)[number]) => {
    const figure = partyFigure(line, column);
    if (SHARES.includes(column)) return percentCell(figure, language);
    return column === 'deals' ? numberText(figure ?? 0, 0) : moneyCell(figure);
  };
  return (
    <tr className="panel-counterparties-row" onClick={() => openParty(line.name)}>
      <th scope="row">
        <button type="button" className="panel-counterparties-name" data-party={line.name}>
          <bdi>{line.name}</bdi>
        </button>
      </th>
      {FIGURES.map((column) => (
        <FigureCell key={column} text={text(column)} />
      ))}
    </tr>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.panel-counterparties-name')];
  const at = names.indexOf(document.activeElement as HTMLElement);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: names.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  names[target]?.focus();
}
