import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DealFigures } from '#renderer/store/deal-figures.ts';
import { useAsOf, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { estimatedShare, estimatesIn } from '#shared/finance/estimates.ts';
import type { PartyLine } from '#shared/finance/party-book.ts';
import { amountText } from '#shared/report/number-text.ts';
import { dateText, periodText } from '#shared/report/time-text.ts';
import { DealChoice } from './deal-choice.tsx';
import { PartyCycles } from './party-cycles.tsx';
import { PartyDeals } from './party-deals.tsx';
import { PartyExposure } from './party-exposure.tsx';
import { PartyPeriods } from './party-periods.tsx';
import { PartyShares } from './party-shares.tsx';
import { PartyTrips } from './party-trips.tsx';
import { percentText, UNIT } from './party-words.ts';
import { RecycledBand } from './recycled-band.tsx';

export interface PartyPageProps {
  readonly party: string;
  /** Nothing where the party was not known on the day. */
  readonly line: PartyLine | undefined;
  readonly figures: DealFigures;
  readonly onBack: () => void;
}

/** Both sides of one counterparty: time, exposure, deals, round trips, cycles and weight. */
export function PartyPage({ party, line, figures, onBack }: PartyPageProps) {
  const { t } = useTranslation('counterparties');
  return (
    <>
      <PageHead party={party} line={line} figures={figures} onBack={onBack} />
      {line !== undefined && (
        <div className="panel-counterparties-page" data-region="counterparties">
          <div className="panel-counterparties-column">
            <Part title={t('periods.title')}>
              <PartyPeriods party={party} figures={figures} />
            </Part>
            <Part title={t('exposure.title')}>
              <PartyExposure party={party} exposure={line.exposure} />
            </Part>
            <Part title={t('shares.title')}>
              <PartyShares line={line} figures={figures} />
            </Part>
          </div>
          <div className="panel-counterparties-column">
            <Part title={t('trips.title')}>
              <PartyTrips party={party} figures={figures} />
            </Part>
            <Part title={t('band.title')}>
              <RecycledBand party={party} figures={figures} />
            </Part>
            <Part title={t('cycles.title')}>
              <PartyCycles party={party} figures={figures} />
            </Part>
            <Part title={t('deals.title')}>
              <PartyDeals party={party} />
            </Part>
          </div>
        </div>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="panel-counterparties-part" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function PageHead({ party, line, figures, onBack }: PartyPageProps) {
  const { t } = useTranslation('counterparties');
  const language = useSession((session) => session.language);
  const day = dateText(useAsOf(), language);
  const { ends, summary, basisOf } = figures;
  const money = (amount: number, sign = false) => amountText(amount, { language, unit: UNIT, sign });
  const own = summary.flows.counted.filter(({ payer, payee }) => payer === party || payee === party);
  const estimated = estimatedShare(estimatesIn(own, basisOf));
  return (
    <header className="panel-counterparties-head">
      <h1 tabIndex={-1}>
        {line === undefined
          ? t('notKnown', { party, day })
          : t('pageSentence', {
              party,
              pays: money(line.sides.out),
              receives: money(line.sides.in),
              net: money(line.sides.net, true),
            })}
      </h1>
      <div className="panel-counterparties-bar">
        <Button small onPress={onBack}>
          <ArrowLeft size={14} className="ui-mirror" aria-hidden />
          {t('toList')}
        </Button>
        <DealChoice />
        <span>
          {t('subtitle', { from: periodText(ends.from, language), to: periodText(ends.to, language) })}
        </span>
        {estimated !== null && (
          <span className="panel-counterparties-sorted" title={t('estimates.what')}>
            {t('estimates.share', { share: percentText(estimated, language) })}
          </span>
        )}
      </div>
    </header>
  );
}
