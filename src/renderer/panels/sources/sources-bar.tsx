import { ChevronDown, Plus, Search, X } from 'lucide-react';
import { type RefObject, useMemo } from 'react';
import { Button as AriaButton, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { shortcutText } from '#renderer/actions/shortcut.ts';
import { useAsOf, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Menu, MenuItem, MenuPopover } from '#renderer/ui/menu.tsx';
import { dateText } from '#shared/report/time-text.ts';
import type { SourceBook } from './source-book.ts';
import type { SourceFilter } from './source-filter.ts';

export interface BarProps {
  readonly book: SourceBook;
  readonly filter: SourceFilter;
  readonly onFilter: (part: Partial<SourceFilter>) => void;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly onAdd: () => void;
}

/** Search, grouping and publisher of the list. The day is that of the toolbar. */
export function SourcesBar({ book, filter, onFilter, searchField, onAdd }: BarProps) {
  const { t } = useTranslation('sources');
  const language = useSession((session) => session.language);
  const day = dateText(useAsOf(), language);
  return (
    <div className="panel-sources-bar">
      <SearchField filter={filter} onFilter={onFilter} field={searchField} />
      <button
        type="button"
        className="panel-sources-chip"
        aria-pressed={filter.grouped}
        onClick={() => onFilter({ grouped: !filter.grouped })}
      >
        {t('grouped')}
        {filter.grouped && <X size={11} aria-hidden />}
      </button>
      <PublisherChip book={book} filter={filter} onFilter={onFilter} />
      <span className="panel-sources-day">{t('knownBy', { day })}</span>
      <span className="panel-grow" />
      <Button small onPress={onAdd}>
        <Plus size={13} strokeWidth={1.75} aria-hidden />
        {t('addFact')}
      </Button>
    </div>
  );
}

interface SearchFieldProps extends Pick<BarProps, 'filter' | 'onFilter'> {
  readonly field: RefObject<HTMLInputElement | null>;
}

function SearchField({ filter, onFilter, field }: SearchFieldProps) {
  const { t } = useTranslation('sources');
  const os = useSession((session) => session.platform.os);
  return (
    <div className="panel-sources-search">
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <input
        ref={field}
        type="text"
        dir="auto"
        aria-label={t('find')}
        placeholder={t('find')}
        value={filter.search}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onFilter({ search: event.target.value })}
      />
      {filter.search === '' ? (
        <kbd aria-hidden>{shortcutText({ code: 'KeyF', ctrl: true }, os)}</kbd>
      ) : (
        <button type="button" aria-label={t('clearSearch')} onClick={() => onFilter({ search: '' })}>
          <X size={13} aria-hidden />
        </button>
      )}
    </div>
  );
}

function PublisherChip({ book, filter, onFilter }: Pick<BarProps, 'book' | 'filter' | 'onFilter'>) {
  const { t } = useTranslation('sources');
  const publishers = useMemo(() => publisherCounts(book), [book]);
  const { publisher } = filter;
  return (
    <span className="panel-sources-chip panel-sources-chip--menu" data-on={publisher !== null || undefined}>
      <MenuTrigger>
        <AriaButton className="panel-sources-chip-button">
          <span>{t('publisher', { name: publisher ?? t('allPublishers') })}</span>
          {publisher === null && <ChevronDown size={12} aria-hidden />}
        </AriaButton>
        <MenuPopover>
          <Menu
            aria-label={t('columns.publisher')}
            selectionMode="single"
            selectedKeys={publisher === null ? [] : [publisher]}
            onAction={(key) => onFilter({ publisher: String(key) })}
          >
            {publishers.map(([name, count]) => (
              <MenuItem key={name} id={name} text={name} hint={count} selectable />
            ))}
          </Menu>
        </MenuPopover>
      </MenuTrigger>
      {publisher !== null && (
        <AriaButton
          className="panel-sources-chip-clear"
          aria-label={t('clearPublisher')}
          onPress={() => onFilter({ publisher: null })}
        >
          <X size={11} aria-hidden />
        </AriaButton>
      )}
    </span>
  );
}

/** By name; only those with a fact known on the day. */
function publisherCounts({ rows }: SourceBook): [name: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { fact } of rows) {
    const { publisher } = fact.source;
    counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a.localeCompare(b, 'en'));
}
