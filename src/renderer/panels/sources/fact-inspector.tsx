import { ChevronRight, Pencil, Quote, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openFact, useAsOf, useSession } from '#renderer/store/hooks.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Particulars } from '#renderer/ui/particulars.tsx';
import type { Fact } from '#shared/model/fact.ts';
import { amountText } from '#shared/report/number-text.ts';
import { dateText } from '#shared/report/time-text.ts';
import { currencyUnit } from '#shared/report/unit-text.ts';
import { copyCitation } from './fact-actions.ts';
import { FactSpread } from './fact-spread.tsx';
import { FactUses } from './fact-uses.tsx';
import { figureText, saysText, valueText } from './fact-words.ts';
import type { SourceBook, SourceRow } from './source-book.ts';
import { TierChip } from './tier-chip.tsx';

export interface FactInspectorProps {
  readonly book: SourceBook;
  readonly row: SourceRow;
  readonly onEdit: () => void;
  readonly onAttach: () => void;
  readonly onClose: () => void;
}

/** Everything the document knows of one fact, and nothing that was not known on the day. */
export function FactInspector({ book, row, onEdit, onAttach, onClose }: FactInspectorProps) {
  const { t } = useTranslation('sources');
  const { fact } = row;
  const place = book.places.find(({ statements }) => statements.some((one) => one.fact.id === fact.id));
  return (
    <>
      <header className="panel-sources-inspector-head">
        <h2>
          <bdi>{fact.id}</bdi>
          <ChevronRight size={12} className="ui-mirror" aria-hidden />
          <bdi>{saysText(fact, t)}</bdi>
        </h2>
        <IconButton small label={t('close')} onPress={onClose}>
          <X size={15} aria-hidden />
        </IconButton>
      </header>
      <div className="panel-sources-inspector-body">
        <section className="panel-sources-part" aria-label={t('published')}>
          <Figure row={row} />
          <FactParticulars book={book} row={row} />
        </section>
        <Words fact={fact} />
        {place && <FactSpread place={place} book={book} fact={fact} />}
        <FactUses row={row} onAttach={onAttach} />
      </div>
      <footer className="panel-sources-inspector-foot">
        <Button small onPress={() => void copyCitation(fact, t)}>
          <Quote size={13} strokeWidth={1.75} aria-hidden />
          {t('copyCitation')}
        </Button>
        <Button small onPress={onEdit}>
          <Pencil size={13} strokeWidth={1.75} aria-hidden />
          {t('editFact')}
        </Button>
      </footer>
    </>
  );
}

function Figure({ row }: { readonly row: SourceRow }) {
  const { t } = useTranslation('sources');
  const language = useSession((session) => session.language);
  const { fact, supersededBy } = row;
  const { value, unit } = fact;
  const text =
    value === null
      ? t('noNumber')
      : currencyUnit(unit)
        ? amountText(value, { language, unit })
        : t('amount', { value: figureText(value, unit), unit });
  return (
    <p className="panel-sources-figure-line">
      <b>{supersededBy === null ? <bdi>{text}</bdi> : <s>{text}</s>}</b>
      <bdi className="panel-sources-faint">{fact.period}</bdi>
      <TierChip tier={fact.tier} long />
    </p>
  );
}

function FactParticulars({ book, row }: Pick<FactInspectorProps, 'book' | 'row'>) {
  const { t } = useTranslation('sources');
  const language = useSession((session) => session.language);
  const { fact, supersededBy } = row;
  const { publisher, title, date, address, upstream } = fact.source;
  const replaced = book.rows.filter((one) => one.supersededBy === fact.id);
  const range = fact.low === undefined || fact.high === undefined ? null : valueText(fact);
  const rows: (readonly [string, ReactNode])[] = [
    ...(range ? [[t('range'), <bdi key="r">{t('withUnit', { range, unit: fact.unit })}</bdi>] as const] : []),
    [t('published'), <bdi key="p">{[publisher, date].filter(Boolean).join(t('comma'))}</bdi>],
    [t('titleOf'), <bdi key="t">{title}</bdi>],
    ...(upstream ? [[t('upstream'), <bdi key="u">{upstream}</bdi>] as const] : []),
    ...(address
      ? [
          [
            t('address'),
            <span key="a" dir="ltr" className="panel-sources-address" title={address}>
              {address}
            </span>,
          ] as const,
        ]
      : []),
    [t('knownFrom'), dateText(fact.knownFrom, language)],
    ...(replaced.length > 0
      ? [[t('replaces'), replaced.map((one) => <FactLink key={one.fact.id} row={one} />)] as const]
      : []),
    ...(supersededBy === null
      ? []
      : [[t('replacedByHead'), <FactLink key="s" row={book.byId.get(supersededBy)} />] as const]),
    // At the end of the data a forecast may be called superseded; on an earlier day that is not known.
    ...(fact.status === 'superseded' ? [] : [[t('kind'), t(`status.${fact.status}`)] as const]),
    [t('confidence'), t(`confidences.${fact.confidence}`)],
  ];
  return <Particulars rows={rows} />;
}

function FactLink({ row }: { readonly row: SourceRow | undefined }) {
  const { t } = useTranslation('sources');
  const asOf = useAsOf();
  const language = useSession((session) => session.language);
  if (!row || row.fact.knownFrom > asOf) return null;
  const { fact } = row;
  const value = valueText(fact);
  const day = dateText(fact.knownFrom, language);
  return (
    <button type="button" className="panel-sources-link" onClick={() => openFact(fact.id)}>
      {value === '' ? t('link', { id: fact.id, day }) : t('linkValue', { id: fact.id, value, day })}
    </button>
  );
}

/** The statement in our words, never in quotation marks, and the phrase of an Arabic source. */
function Words({ fact }: { readonly fact: Fact }) {
  const { t } = useTranslation('sources');
  return (
    <section className="panel-sources-part">
      <h3>{t('ourWords')}</h3>
      <p className="panel-sources-words" dir="auto">
        {fact.statement}
      </p>
      {fact.original && (
        <>
          <h3>{t('original')}</h3>
          <p className="panel-sources-words" lang="ar" dir="rtl">
            {fact.original.ar}
          </p>
        </>
      )}
      {fact.note !== undefined && (
        <>
          <h3>{t('note')}</h3>
          <p className="panel-sources-note" dir="auto">
            {fact.note}
          </p>
        </>
      )}
    </section>
  );
}
