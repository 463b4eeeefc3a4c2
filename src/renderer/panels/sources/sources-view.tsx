import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openFact, useAsOf, useScenario, useSession } from '#renderer/store/hooks.ts';
import { dateText } from '#shared/report/time-text.ts';
import { AttachDialog } from './attach-dialog.tsx';
import { CellTable } from './cell-list.tsx';
import { useCellLists } from './cell-lists.ts';
import { FactDialog } from './fact-dialog.tsx';
import { FactInspector } from './fact-inspector.tsx';
import { FactList } from './fact-list.tsx';
import { type SourceBook, sourceBook } from './source-book.ts';
import { filteredRows, type SourceFilter, useSourceFilter } from './source-filter.ts';
import { SourcesBar } from './sources-bar.tsx';
import { SourcesHead } from './sources-head.tsx';
import { SourcesRail } from './sources-rail.tsx';
import { useSourceKeys } from './use-source-keys.ts';
import './sources.css';
import './sources-list.css';
import './sources-inspector.css';

/** No fact has this id: choosing it closes the inspector. */
const NO_FACT = '';

type OpenDialog = 'add' | 'edit' | 'attach' | null;

/** The register of facts as it was known on the day: what it says, where it disagrees, what rests on it. */
export function SourcesView() {
  const { t } = useTranslation('sources');
  const scenario = useScenario((whole) => whole);
  const asOf = useAsOf();
  const book = useMemo(() => sourceBook(scenario, asOf), [scenario, asOf]);
  const [filter, setFilter] = useSourceFilter();
  const chosenId = useSession((session) => session.chosenFact);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const chosen = book.byId.get(chosenId ?? '');
  useSourceKeys({ searchField, filter, onFilter: setFilter, chosen: chosen?.fact });
  const close = useCallback(() => setDialog(null), []);
  return (
    <div className="panel-sources">
      <SourcesHead book={book} />
      <div className="panel-sources-body">
        <SourcesRail book={book} chosen={filter.chosen} onChoose={(one) => setFilter({ chosen: one })} />
        <section className="panel-sources-center" aria-label={t('list')} data-region="sources-list">
          <SourcesBar
            book={book}
            filter={filter}
            onFilter={setFilter}
            searchField={searchField}
            onAdd={() => setDialog('add')}
          />
          <List book={book} filter={filter} onFold={(folded) => setFilter({ folded })} />
          <Keys />
        </section>
        {chosenId && (
          <aside
            className="panel-sources-inspector"
            aria-label={t('inspector')}
            data-region="sources-inspector"
          >
            {chosen ? (
              <FactInspector
                key={chosen.fact.id}
                book={book}
                row={chosen}
                onEdit={() => setDialog('edit')}
                onAttach={() => setDialog('attach')}
                onClose={() => openFact(NO_FACT)}
              />
            ) : (
              <NotKnown id={chosenId} />
            )}
          </aside>
        )}
      </div>
      {dialog === 'add' && <FactDialog fact={null} onClose={close} onSaved={openFact} />}
      {dialog === 'edit' && chosen && <FactDialog fact={chosen.fact} onClose={close} onSaved={openFact} />}
      {dialog === 'attach' && chosen && <AttachDialog row={chosen} onClose={close} />}
    </div>
  );
}

/** A fact that is later than the day, or none of the document: it is not shown. */
function NotKnown({ id }: { readonly id: string }) {
  const { t } = useTranslation('sources');
  const language = useSession((session) => session.language);
  const day = dateText(useAsOf(), language);
  const exists = useScenario((scenario) => scenario.facts.some((fact) => fact.id === id));
  return <p className="panel-sources-empty">{exists ? t('notKnown', { id, day }) : t('noFact', { id })}</p>;
}

interface ListProps {
  readonly book: SourceBook;
  readonly filter: SourceFilter;
  readonly onFold: (folded: ReadonlySet<string>) => void;
}

function List({ book, filter, onFold }: ListProps) {
  const { t } = useTranslation('sources');
  const rows = useMemo(() => filteredRows(book.rows, filter), [book, filter]);
  const lists = useCellLists(book);
  if (filter.chosen.kind === 'cells') {
    const { id } = filter.chosen;
    const entries = lists[id];
    return (
      <div className="panel-sources-scroll">
        {entries.length > 0 ? (
          <CellTable entries={entries} label={t(`cells.${id}`)} />
        ) : (
          <p className="panel-sources-empty">{t(`noCells.${id}`)}</p>
        )}
      </div>
    );
  }
  return (
    <div className="panel-sources-scroll">
      {rows.length > 0 ? (
        <FactList book={book} rows={rows} filter={filter} onFold={onFold} />
      ) : (
        <p className="panel-sources-empty">{t(book.rows.length === 0 ? 'empty' : 'noMatch')}</p>
      )}
    </div>
  );
}

function Keys() {
  const { t } = useTranslation('sources');
  return (
    <footer className="panel-sources-keys">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {t('keys.move')}
      </span>
      <span>
        <kbd>Enter</kbd> {t('keys.go')}
      </span>
      <span>
        <kbd>Ctrl+C</kbd> {t('keys.copy')}
      </span>
      <span>
        <kbd>Esc</kbd> {t('keys.back')}
      </span>
    </footer>
  );
}
