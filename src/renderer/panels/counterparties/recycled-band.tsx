import { useTranslation } from 'react-i18next';
import type { DealFigures } from '#renderer/store/deal-figures.ts';
import { useSession } from '#renderer/store/hooks.ts';
import { recycledSales } from '#shared/finance/round-trips.ts';
import { amountText } from '#shared/report/number-text.ts';
import { percentText, UNIT } from './party-words.ts';

interface RecycledBandProps {
  readonly party: string;
  readonly figures: DealFigures;
}

/** How much of what a party sells is its own money come back, from least to most on a line to 100%. */
export function RecycledBand({ party, figures: { summary } }: RecycledBandProps) {
  const { t } = useTranslation('counterparties');
  const language = useSession((session) => session.language);
  const { share, purchases, resourcesKnown } = recycledSales(summary.flows.counted, summary.pairs, party);
  if (share === null) return <p className="panel-counterparties-note">{t('band.none', { party })}</p>;
  const words = {
    party,
    sales: amountText(purchases, { language, unit: UNIT }),
    lower: percentText(share.lower, language),
    middle: percentText(share.proportional, language),
    upper: percentText(share.upper, language),
  };
  const at = (side: number) => `${side * 100}%`;
  return (
    <>
      <p className="panel-counterparties-lead">{t('band.text', words)}</p>
      <div className="panel-counterparties-band" aria-hidden>
        <span
          className="panel-counterparties-band-range"
          style={{ insetInlineStart: at(share.lower), inlineSize: at(share.upper - share.lower) }}
        />
        <span
          className="panel-counterparties-band-middle"
          style={{ insetInlineStart: at(share.proportional) }}
        />
      </div>
      <dl className="panel-counterparties-ends">
        {(['lower', 'middle', 'upper'] as const).map((side) => (
          <div key={side}>
            <dt>{t(`band.${side}`)}</dt>
            <dd>{words[side]}</dd>
          </div>
        ))}
      </dl>
      {!resourcesKnown && <p className="panel-counterparties-note">{t('band.ceiling')}</p>}
    </>
  );
}
