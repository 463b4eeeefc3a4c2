import { useTranslation } from 'react-i18next';
import type { DealFigures } from '#renderer/store/deal-figures.ts';
import { useScenario, useSession } from '#renderer/store/hooks.ts';
import type { PartyLine } from '#shared/finance/party-book.ts';
import { numberText } from '#shared/report/number-text.ts';
import { FigureCell } from './figure-cell.tsx';
import { percentCell } from './party-words.ts';

interface PartySharesProps {
  readonly line: PartyLine;
  readonly figures: DealFigures;
}

const SIDES = ['obligations', 'funding'] as const;
const DIGITS = 4;

/** What of the company's obligations and funding hangs on a party, and what that adds to the index. */
export function PartyShares({ line, figures: { summary } }: PartySharesProps) {
  const { t } = useTranslation('counterparties');
  const language = useSession((session) => session.language);
  const company = useScenario((scenario) => scenario.company);
  if (line.name === company || (line.obligations === null && line.funding === null))
    return <p className="panel-counterparties-note">{t('shares.none', { party: line.name, company })}</p>;
  return (
    <>
      <table className="panel-counterparties-figures" aria-label={t('shares.title')}>
        <thead>
          <tr>
            <th scope="col">{t('shares.of', { company })}</th>
            {(['share', 'adds', 'index', 'part'] as const).map((column) => (
              <th key={column} scope="col" data-figure>
                {t(`shares.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SIDES.map((side) => {
            const share = line[side];
            const index = summary.concentration[side]?.herfindahl ?? null;
            const adds = share === null ? null : share * share;
            return (
              <tr key={side}>
                <th scope="row">{t(`shares.${side}`)}</th>
                <FigureCell text={percentCell(share, language)} />
                <FigureCell text={adds === null ? '' : numberText(adds, DIGITS)} />
                <FigureCell text={index === null ? '' : numberText(index, DIGITS)} />
                <FigureCell text={percentCell(adds === null || !index ? null : adds / index, language)} />
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="panel-counterparties-note">{t('shares.explained')}</p>
    </>
  );
}
