import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { setAsOf, useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { type HistoryEntry, historyOfCell } from '#shared/analysis/cell-history.ts';
import type { Explanation } from '#shared/analysis/explanation.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import { dateText } from '#shared/report/time-text.ts';
import type { ExplainContext } from './use-explain.ts';
import { bareValue, shownValue } from './words.ts';
import './history.css';

interface HistoryProps {
  readonly context: ExplainContext;
  readonly cell: Explanation;
}

/** What was known of the cell, newest first; choosing a line shows the document as of that day. */
export function CellHistory({ context, cell }: HistoryProps) {
  const { words, model } = context;
  const { t } = useTranslation('conflicts');
  const { language } = words;
  const entries = historyOfCell(model, cell);
  const day = dateText(model.asOf, language);
  return (
    <section>
      <header className="panel-explain-title">
        <h2>{t('history.title')}</h2>
        <History size={14} className="panel-explain-history-icon" aria-hidden />
      </header>
      <ol className="panel-explain-history">
        <li data-now="true">
          <b className="ui-number">{bareValue(words, cell.value, cell.place.key)}</b>
          <span>{t('history.now', { day })}</span>
        </li>
        {entries.map((entry) => (
          <Entry key={`${entry.from} ${entry.fact?.id ?? ''}`} context={context} cell={cell} entry={entry} />
        ))}
      </ol>
      {entries.length === 0 && <p className="panel-explain-part">{t('history.none', { day })}</p>}
      <Latest />
    </section>
  );
}

interface EntryProps extends HistoryProps {
  readonly entry: HistoryEntry;
}

function Entry({ context: { words, model }, cell, entry }: EntryProps) {
  const { t } = useTranslation('conflicts');
  const { fact, from, value, supersededBy, isSuperseded } = entry;
  const day = dateText(from, words.language);
  const name = fact ? t('history.asOf', { id: fact.id, day }) : t('history.asOfTyped', { day });
  return (
    <li data-old={isSuperseded || undefined}>
      <span className="panel-explain-history-line">
        <b className="ui-number">
          {typeof value === 'number' ? shownValue(words, value, cell.place.key) : ''}
        </b>
        <button
          type="button"
          className="ui-link"
          aria-label={name}
          aria-current={from === model.asOf ? 'date' : undefined}
          onClick={() => setAsOf(from)}
        >
          {day}
        </button>
      </span>
      <span>
        {fact ? (
          <>
            <bdi>{fact.id}</bdi> <bdi>{fact.source.publisher}</bdi>
          </>
        ) : (
          t('history.typed')
        )}
      </span>
      {isSuperseded && (
        <span className="panel-explain-note">
          {supersededBy === null ? t('history.superseded') : t('history.replacedBy', { id: supersededBy })}
        </span>
      )}
    </li>
  );
}

/** The way back from a day that was chosen. */
function Latest() {
  const { t } = useTranslation('conflicts');
  const language = useSession((session) => session.language);
  const caseId = useSession((session) => session.caseId);
  const chosen = useSession((session) => session.asOf);
  const own = useScenario((scenario) => asOfDate(scenario, caseId, null));
  if (chosen === null || chosen === own) return null;
  return (
    <div className="panel-explain-use-actions">
      <Button small onPress={() => setAsOf(null)}>
        {t('history.latest', { day: dateText(own, language) })}
      </Button>
    </div>
  );
}
