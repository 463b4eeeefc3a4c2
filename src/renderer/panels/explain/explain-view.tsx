import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CellAddress,
  cellName,
  currentSession,
  goToCell,
  openView,
  useSession,
} from '#renderer/store/hooks.ts';
import { placeOf } from '#renderer/store/value-place.ts';
import type { ValuePlace } from '#shared/analysis/viewed-model.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { CellBar } from './cell-bar.tsx';
import { CellHead } from './cell-head.tsx';
import { CellHistory } from './cell-history.tsx';
import { CellTree } from './cell-tree.tsx';
import { ErrorPage } from './error-page.tsx';
import { Feeds } from './feeds-list.tsx';
import { LoopPage, NoLoop } from './loop-page.tsx';
import { SourcesPane } from './sources-pane.tsx';
import { type ExplainContext, useExplain } from './use-explain.ts';
import { UsedIn } from './used-in.tsx';
import { WhyDifferent } from './why-different.tsx';
import './explain.css';
import './parts.css';
import './pages.css';

/** Where the value of a cell comes from, what it feeds, and what is said of it. */
export function ExplainView() {
  const context = useExplain();
  const explained = useSession((session) => session.explained);
  const active = useSession((session) => session.activeCell);
  const cell = explained ?? active;
  const { scenario } = context.calculated;
  const place = useMemo(() => cell && placeOf(scenario.timeline, cell), [scenario.timeline, cell]);
  useEscape();
  if (!cell || !place || !itemOf(scenario, cell.key)) return <NothingChosen />;
  return <ExplainedCell key={cellName(cell)} cell={cell} place={place} context={context} />;
}

function ExplainedCell({
  cell,
  place,
  context,
}: {
  readonly cell: CellAddress;
  readonly place: ValuePlace;
  readonly context: ExplainContext;
}) {
  const { t } = context.words;
  const explanation = useMemo(() => context.explain(place), [context, place]);
  return (
    <div className="panel-explain">
      <CellHead context={context} cell={explanation} />
      <div className="panel-explain-body">
        <section className="panel-explain-main" data-region="explain" aria-label={t('regions.tree')}>
          <CellBar context={context} cell={explanation} address={cell} onClose={close} />
          <div className="panel-explain-scroll">
            <ErrorPage context={context} cell={explanation} />
            <CellTree context={context} cell={explanation} />
            <Feeds context={context} place={place} />
          </div>
          <Keys />
        </section>
        <div className="panel-explain-sides" data-region="explain-sides">
          <section className="panel-explain-side" aria-label={t('regions.sources')}>
            <LoopPage context={context} cell={explanation} />
            <SourcesPane context={context} cell={explanation} />
          </section>
          <section className="panel-explain-side panel-explain-side--narrow" aria-label={t('regions.more')}>
            <CellHistory context={context} cell={explanation} />
            <WhyDifferent context={context} place={place} />
            <NoLoop cell={explanation} context={context} />
            <UsedIn context={context} itemKey={cell.key} />
          </section>
        </div>
      </div>
    </div>
  );
}

/** Back to where the person was in the grid. */
function close(): void {
  const { activeCell, explained } = currentSession();
  const cell = activeCell ?? explained;
  if (cell) goToCell(cell);
  else openView('model');
}

/** Escape closes the view, unless something open in it takes the key. */
function useEscape(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const { target } = event;
      const isTaken =
        target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]');
      if (!isTaken && !document.querySelector('[role="dialog"]')) close();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function NothingChosen() {
  const { t } = useTranslation('explain-view');
  return (
    <div className="panel-explain-empty">
      <h1>{t('empty.title')}</h1>
      <p>{t('empty.what')}</p>
      <button type="button" className="ui-link" onClick={() => openView('model')}>
        {t('empty.open')}
      </button>
    </div>
  );
}

function Keys() {
  const { t } = useTranslation('explain-view');
  return (
    <div className="panel-explain-keys" aria-hidden="true">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {t('keys.move')}
      </span>
      <span>
        <kbd className="ui-mirror">→</kbd> {t('keys.open')}
      </span>
      <span>
        <kbd>Enter</kbd> {t('keys.go')}
      </span>
      <span>
        <kbd>Shift</kbd> + <kbd>Enter</kbd> {t('keys.explain')}
      </span>
    </div>
  );
}
