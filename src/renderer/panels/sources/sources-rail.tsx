import { CircleSlash, History, Link2, type LucideIcon, Split, SquarePen } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCellLists } from './cell-lists.ts';
import type { SourceBook } from './source-book.ts';
import { CELL_LISTS, type Chosen, inRail, SHOWS, TIERS } from './source-filter.ts';

export interface RailProps {
  readonly book: SourceBook;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

const ICONS: Readonly<Partial<Record<string, LucideIcon>>> = {
  disagree: Split,
  used: Link2,
  unused: CircleSlash,
  superseded: History,
  noSource: SquarePen,
  assumptions: SquarePen,
  overrides: SquarePen,
};

/** What the list shows, with how many there are of each. */
export function SourcesRail({ book, chosen, onChoose }: RailProps) {
  const { t } = useTranslation('sources');
  const lists = useCellLists(book);
  const topics = useMemo(() => [...new Set(book.rows.map(({ topic }) => topic))], [book]);
  const line = (one: Chosen, text: string, count = countOf(book, one)) => (
    <Line
      key={`${one.kind} ${one.id}`}
      id={one.id}
      text={text}
      count={count}
      on={one.kind === chosen.kind && one.id === chosen.id}
      onPress={() => onChoose(one)}
    />
  );
  return (
    <nav className="panel-sources-rail" aria-label={t('rail.label')} data-region="sources-rail">
      <Part title={t('rail.show')}>{SHOWS.map((id) => line({ kind: 'show', id }, t(`show.${id}`)))}</Part>
      <Part title={t('rail.cells')}>
        {CELL_LISTS.map((id) => line({ kind: 'cells', id }, t(`cells.${id}`), lists[id].length))}
      </Part>
      {topics.length > 0 && (
        <Part title={t('rail.about')}>
          {topics.map((id) => line({ kind: 'topic', id }, t(`topic.${id}`, { defaultValue: id })))}
        </Part>
      )}
      <Part title={t('rail.tier')}>
        {TIERS.map((id) => line({ kind: 'tier', id }, t(`rail.tiers.${id}`)))}
      </Part>
    </nav>
  );
}

function countOf({ rows }: SourceBook, chosen: Chosen): number {
  return rows.filter((row) => inRail(row, chosen)).length;
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="panel-sources-rail-part">
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

interface LineProps {
  readonly id: string;
  readonly text: string;
  readonly count: number;
  readonly on: boolean;
  readonly onPress: () => void;
}

function Line({ id, text, count, on, onPress }: LineProps) {
  const Icon = ICONS[id];
  return (
    <li>
      <button type="button" className="panel-sources-line" aria-pressed={on} onClick={onPress}>
        {Icon && <Icon size={13} strokeWidth={1.75} aria-hidden />}
        <span className="panel-sources-line-text">{text}</span>
        <span className="panel-sources-line-count">{count}</span>
      </button>
    </li>
  );
}
