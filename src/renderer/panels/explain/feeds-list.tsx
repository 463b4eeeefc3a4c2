import { useMemo, useState } from 'react';
import type { Dependent } from '#shared/analysis/dependents.ts';
import { feedsOf } from '#shared/analysis/feeds.ts';
import { nameOfPlace, type ValuePlace } from '#shared/analysis/viewed-model.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { CellLink } from './cell-link.tsx';
import { contentWords, formulaOf } from './content-words.ts';
import type { ExplainContext } from './use-explain.ts';
import { partNumber, shownValue } from './words.ts';

const NUMBER = 'panel-explain-number ui-number';
const SHOWN_AT_FIRST = 8;

/** The cells that read this one, with their values and the part it plays in them. */
export function Feeds({ context, place }: { readonly context: ExplainContext; readonly place: ValuePlace }) {
  const { t } = context.words;
  const [all, setAll] = useState(false);
  const feeds = useMemo(() => feedsOf(context.calculated, context.model, place), [context, place]);
  const shown = all ? feeds : feeds.slice(0, SHOWN_AT_FIRST);
  return (
    <section className="panel-explain-feeds">
      <header className="panel-explain-title">
        <h2>{t('feeds.title')}</h2>
        <span className="panel-explain-note">{t('feeds.what')}</span>
      </header>
      {feeds.length === 0 ? (
        <p className="panel-explain-part">{t('feeds.none')}</p>
      ) : (
        <table className="panel-explain-table panel-explain-table--feeds">
          <thead>
            <tr>
              <th>{t('feeds.cell')}</th>
              <th>{t('tree.formula')}</th>
              <th className="panel-explain-number">{t('tree.value')}</th>
              <th>{t('feeds.part')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <Feed key={nameOfPlace(one.place)} context={context} feed={one} from={place} />
            ))}
          </tbody>
        </table>
      )}
      {shown.length < feeds.length && (
        <button type="button" className="ui-link panel-explain-all" onClick={() => setAll(true)}>
          {t('feeds.all', { count: feeds.length })}
        </button>
      )}
    </section>
  );
}

interface FeedProps {
  readonly context: ExplainContext;
  readonly feed: Dependent;
  readonly from: ValuePlace;
}

function Feed({ context, feed, from }: FeedProps) {
  const { words, model } = context;
  const content = model.content(feed.place);
  const formula = formulaOf(content);
  return (
    <tr>
      <td>
        <CellLink words={words} place={feed.place} />
      </td>
      <td
        className="panel-explain-feed-formula"
        dir={formula === null ? undefined : 'ltr'}
        title={formula ?? undefined}
      >
        <bdi>{formula ?? contentWords(words, content)}</bdi>
      </td>
      <td className={isErrorValue(feed.value) ? `${NUMBER} panel-explain-tone-error` : NUMBER}>
        {shownValue(words, feed.value, feed.place.key)}
      </td>
      <td className="panel-explain-note">{partText(context, feed, from)}</td>
    </tr>
  );
}

/** What part the cell plays in one that reads it by name. */
function partText({ explain, words }: ExplainContext, { place }: Dependent, from: ValuePlace): string {
  for (const input of explain(place).inputs) {
    if (input.kind !== 'cell' || nameOfPlace(input.cell.place) !== nameOfPlace(from)) continue;
    if (!input.contribution) return '';
    const { kind, value } = input.contribution;
    return words.t(kind === 'part' ? 'tree.part' : 'tree.effect', { value: partNumber(value) });
  }
  return '';
}
