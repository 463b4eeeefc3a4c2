import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/store/hooks.ts';
import type { Language } from '#shared/model/text.ts';
import type { Headline, HeadlineFigures } from '#shared/report/headline.ts';
import { amountText, shareText } from '#shared/report/number-text.ts';
import { periodText } from '#shared/report/time-text.ts';

/** Runway, peak need, cash, and how much of the need is firm. */
export function Figures({ shown }: { readonly shown: Headline }) {
  if (shown.kind !== 'gap' && shown.kind !== 'covered') return null;
  return (
    <dl className="panel-figures">
      <Runway shown={shown} />
      <Peak shown={shown} />
      <Cash shown={shown} />
      <Firm shown={shown} />
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  /** Set smaller behind the value. */
  readonly unit?: string;
  readonly note: ReactNode;
  readonly look?: 'wide' | 'extra';
}

function Figure({ name, value, unit, note, look }: FigureProps) {
  return (
    <div className={look ? `panel-figure panel-figure--${look}` : 'panel-figure'}>
      <dt>{name}</dt>
      <dd className="panel-figure-value">
        <bdi>{value}</bdi> {unit !== undefined && <small>{unit}</small>}
      </dd>
      <dd className="panel-figure-note">{note}</dd>
    </div>
  );
}

/** Says that the gap counts every source, where there is room to say so. */
function AllSources({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    <span title={`${text}${t('figures.allSources')}`}>
      {text}
      <span className="panel-figure-detail panel-figure-detail--sources">{t('figures.allSources')}</span>
    </span>
  );
}

type Part = { readonly shown: Extract<Headline, HeadlineFigures> };

function Runway({ shown }: Part) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { runway, runwayEnd, to } = shown;
  const name = t('figures.runway');
  if (runway === null) return <Figure name={name} value={t('figures.unknown')} note="" look="wide" />;
  const end = runwayEnd === null ? t('figures.pastEnd', { year: to }) : null;
  const note = end ?? (
    <AllSources text={t('figures.until', { period: periodText(runwayEnd ?? '', language) })} />
  );
  return (
    <Figure
      name={name}
      value={String(runway)}
      unit={t('figures.quarters', { count: runway })}
      note={note}
      look="wide"
    />
  );
}

function Peak({ shown }: Part) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { peak, unit } = shown;
  const name = t('figures.peak');
  if (!peak) return <Figure name={name} value={t('figures.unknown')} note="" />;
  if (peak.value <= 0) return <Figure name={name} value="–" note={t('figures.noGap')} />;
  return (
    <Figure
      name={name}
      {...splitAmount(amountText(peak.value, { language, unit }))}
      note={<AllSources text={periodText(peak.period, language)} />}
    />
  );
}

function Cash({ shown }: Part) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { cash, unit } = shown;
  const name = t('figures.cash');
  if (!cash) return <Figure name={name} value={t('figures.unknown')} note="" look="extra" />;
  return (
    <Figure
      name={name}
      {...splitAmount(amountText(cash.value, { language, unit }))}
      note={t('figures.actual', { period: periodText(cash.period, language) })}
      look="extra"
    />
  );
}

function Firm({ shown }: Part) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { need, covers } = shown;
  if (need === null || need <= 0 || covers.length === 0) return null;
  const firm = covers.reduce((sum, { level, amount }) => sum + (isFirm(level) ? amount : 0), 0);
  return (
    <Figure
      name={t('figures.firm')}
      value={shareText((firm / need) * 100, language)}
      note={
        <>
          {t('figures.firmNote')}
          <span className="panel-figure-detail">{t('figures.firmDetail')}</span>
        </>
      }
      look="wide"
    />
  );
}

const isFirm = (level: string) => level === 'cash' || level === 'signed';

function useLanguage(): Language {
  return useSession((session) => session.language);
}

/** `$21.0 bn` as a large `$21.0` and a small `bn`. */
function splitAmount(text: string): { readonly value: string; readonly unit?: string } {
  const space = text.indexOf(' ');
  return space < 0 ? { value: text } : { value: text.slice(0, space), unit: text.slice(space + 1) };
}
