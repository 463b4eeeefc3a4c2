import { useTranslation } from 'react-i18next';
import { explainCell, openFact } from '#renderer/store/hooks.ts';
import type { FactGroup } from '#shared/model/fact-conflicts.ts';
import { shownValue, type Words } from './words.ts';

interface ElsewhereProps {
  readonly words: Words;
  readonly conflicts: readonly FactGroup[];
}

/** Places of the row, other than this cell, where its sources disagree: other periods, and sums over several. */
export function Elsewhere({ words, conflicts }: ElsewhereProps) {
  const { t } = useTranslation('conflicts');
  return (
    <div className="panel-explain-part">
      <h3>{t('elsewhere')}</h3>
      <ul className="panel-explain-facts">
        {conflicts.map((one) => (
          <li key={one.period}>
            <PlaceName words={words} conflict={one} />
            <br />
            {one.statements.map(({ fact, value }) => (
              <span key={fact.id} className="panel-explain-said">
                <button
                  type="button"
                  className="ui-link"
                  aria-label={words.t('tree.openFact', { id: fact.id })}
                  onClick={() => openFact(fact.id)}
                >
                  <bdi>{fact.id}</bdi>
                </button>{' '}
                <span className="ui-number">{shownValue(words, value, one.item)}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A place that has a column can be explained; a sum over several has none. */
function PlaceName({ words, conflict }: { readonly words: Words; readonly conflict: FactGroup }) {
  const { t } = useTranslation('conflicts');
  const { item, column, low, high, period } = conflict;
  const shown = (value: number) => shownValue(words, value, item);
  const text = t('place', { period, low: shown(low), high: shown(high) });
  if (column === null || column === 'all') return <b>{text}</b>;
  return (
    <button
      type="button"
      className="ui-link"
      title={t('openCell', { cell: `${item}[${column}]` })}
      onClick={() => explainCell({ key: item, column })}
    >
      {text}
    </button>
  );
}
