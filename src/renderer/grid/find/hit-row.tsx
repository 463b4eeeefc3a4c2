import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FindHit } from '#shared/analysis/find-texts.ts';
import type { NotReplaced, Replacement } from '#shared/analysis/replace-texts.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import type { Language } from '#shared/model/text.ts';
import { periodText } from '#shared/report/time-text.ts';
import { MarkedText } from './marked-text.tsx';

export interface HitRowProps {
  readonly hit: FindHit;
  readonly scenario: Scenario;
  readonly language: Language;
  /** What the text would become; null when nothing is being replaced. */
  readonly replacement: Replacement | null;
}

const isLtr = (hit: FindHit) => hit.in !== 'labels' && hit.in !== 'notes';

/** One hit: the row it is in, the text with the place marked, and what it would become. */
export function HitRow({ hit, scenario, language, replacement }: HitRowProps) {
  const { t } = useTranslation('find');
  const label = itemOf(scenario, hit.key)?.label[language] ?? hit.key;
  const found = <MarkedText text={hit.text} spans={hit.spans} ltr={isLtr(hit)} />;
  return (
    <>
      <span className="grid-find-line">
        <span className="grid-find-label">{hit.in === 'labels' ? found : <bdi>{label}</bdi>}</span>
        <span className="grid-find-text">
          {hit.in === 'labels' ? <bdi dir="ltr">{hit.key}</bdi> : found}
          {hit.column !== null && (
            <span className="grid-find-period">{periodText(hit.column, language)}</span>
          )}
        </span>
      </span>
      {replacement && <After replacement={replacement} t={t} />}
    </>
  );
}

function After({
  replacement: { hit, after, problem },
  t,
}: {
  readonly replacement: Replacement;
  readonly t: TFunction<'find'>;
}) {
  if (problem)
    return (
      <span className="grid-find-line grid-find-kept">
        <span aria-hidden>✗</span>
        <span className="grid-find-reason">{problemText(t, problem)}</span>
      </span>
    );
  return (
    <span className="grid-find-line grid-find-after">
      <span aria-hidden className="grid-find-arrow" />
      <bdi className="grid-find-reason" dir={isLtr(hit) ? 'ltr' : 'auto'}>
        {after}
      </bdi>
    </span>
  );
}

/** Why a text stays as it is, in a sentence. */
export function problemText(t: TFunction<'find'>, problem: NotReplaced): string {
  if (problem.code !== 'formula') return t(`kept.${problem.code}`);
  const { code, params } = problem.reason;
  return t('kept.formula', { reason: t(`reasons:${code}` as 'kept.formula', params as never) });
}
