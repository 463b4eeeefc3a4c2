import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { openView, useAsOf, useSession } from '#renderer/store/hooks.ts';
import { FittedHeading } from '#renderer/ui/fitted-heading.tsx';
import { dateText } from '#shared/report/time-text.ts';
import { unitText } from '#shared/report/unit-text.ts';
import { figureText } from './fact-words.ts';
import { usePlaceTitle } from './place-words.tsx';
import type { SourceBook } from './source-book.ts';
import { isUsed } from './source-filter.ts';

interface HeadProps {
  readonly book: SourceBook;
}

/** What the register amounts to on the day, in one sentence and four figures. */
export function SourcesHead({ book }: HeadProps) {
  const { t } = useTranslation('sources');
  return (
    <section className="panel-sources-head" aria-label={t('summary')}>
      <div className="panel-sources-message">
        <nav className="panel-sources-path" aria-label={t('path')}>
          <button type="button" onClick={() => openView('model')}>
            {t('model')}
          </button>
          <ChevronRight size={11} className="ui-mirror" aria-hidden />
          <span aria-current="page">{t('title')}</span>
        </nav>
        <div className="panel-sources-sentence">
          <FittedHeading>{useSentence(book)}</FittedHeading>
        </div>
        <WidestSpread book={book} />
      </div>
      <Figures book={book} />
    </section>
  );
}

function useSentence({ typed, disputes, rows }: SourceBook): string {
  const { t } = useTranslation('sources');
  const day = useDay();
  if (rows.length === 0) return t('sentence.noFacts', { day });
  const sourced = typed.filter(({ source }) => source === 'known').length;
  const share = t('sentence.sourced', { count: typed.length, sourced });
  return disputes.length === 0
    ? t('sentence.agree', { share })
    : t('sentence.disagree', { share, count: disputes.length });
}

function useDay(): string {
  return dateText(
    useAsOf(),
    useSession((session) => session.language),
  );
}

function WidestSpread({ book }: HeadProps) {
  const { t } = useTranslation('sources');
  const language = useSession((session) => session.language);
  const [widest] = book.disputes;
  const title = usePlaceTitle(widest ?? null);
  if (!widest) return <p>{t('sentence.noSpread')}</p>;
  const { unit } = widest;
  return (
    <p>
      {t('sentence.widest', {
        title,
        low: figureText(widest.low, unit),
        high: figureText(widest.high, unit),
        unit: unitText(unit, language),
      })}
    </p>
  );
}

function Figures({ book }: HeadProps) {
  const { t } = useTranslation('sources');
  const day = useDay();
  const used = book.rows.filter(isUsed);
  const rows = new Set(used.flatMap(({ items }) => items));
  const without = book.typed.filter(({ source }) => source !== 'known');
  const labelled = without.filter(({ item }) => item.assumption !== undefined);
  return (
    <dl className="panel-sources-figures">
      <Figure name={t('figures.facts')} value={book.rows.length} note={t('figures.by', { day })} />
      <Figure name={t('figures.used')} value={used.length} note={t('figures.inRows', { count: rows.size })} />
      <Figure
        name={t('figures.disagree')}
        value={book.disputes.length}
        note={t('figures.places', { count: book.disputes.length })}
        tone={book.disputes.length > 0 ? 'warn' : 'calm'}
      />
      <Figure
        name={t('figures.without')}
        value={without.length}
        note={t('figures.labelled', { count: labelled.length })}
      />
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly note: string;
  readonly tone?: 'warn' | 'calm';
}

function Figure({ name, value, note, tone = 'calm' }: FigureProps) {
  return (
    <div className="panel-sources-figure" data-tone={tone}>
      <dt>{name}</dt>
      <dd className="panel-sources-figure-value">{value}</dd>
      <dd className="panel-sources-figure-note">{note}</dd>
    </div>
  );
}
