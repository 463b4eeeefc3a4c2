import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelMark } from '#renderer/panels/deals/level-mark.tsx';
import { type RegisterRow, sortRows } from '#renderer/panels/deals/register-rows.ts';
import { useRegister } from '#renderer/panels/deals/use-register.ts';
import { openDeal, useScenario, useSession } from '#renderer/store/hooks.ts';
import { wholeParties } from '#shared/finance/parties.ts';
import { amountText } from '#shared/report/number-text.ts';

/** The deals of a party as they stood on the day, each the way to the register. */
export function PartyDeals({ party }: { readonly party: string }) {
  const { t } = useTranslation('counterparties');
  const deals = useScenario((scenario) => scenario.deals);
  const register = useRegister();
  const rows = useMemo(() => {
    const whole = wholeParties(deals);
    const own = register.filter(({ deal }) => whole(deal.payer) === party || whole(deal.payee) === party);
    return sortRows(own, { by: null, descending: false });
  }, [register, deals, party]);
  const ended = rows.filter(({ level }) => level === 'lapsed').length;
  return (
    <>
      <p className="panel-counterparties-lead">
        {t('deals.live', { count: rows.length - ended })}
        {ended > 0 && t('deals.ended', { count: ended })}
      </p>
      <table className="panel-counterparties-figures" aria-label={t('deals.title')}>
        <thead>
          <tr>
            <th scope="col">{t('deals:columns.id')}</th>
            <th scope="col">{t('deals:columns.parties')}</th>
            <th scope="col">{t('deals:columns.type')}</th>
            <th scope="col">{t('deals:columns.level')}</th>
            <th scope="col" data-figure>
              {t('deals:columns.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DealRow key={row.deal.id} row={row} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function DealRow({ row: { deal, level, amount } }: { readonly row: RegisterRow }) {
  const { t } = useTranslation('counterparties');
  const language = useSession((session) => session.language);
  const figure = amount === null ? '' : amountText(amount, { language, unit: deal.unit });
  return (
    <tr data-ended={level === 'lapsed' || undefined}>
      <td>
        <button type="button" className="ui-link" dir="ltr" onClick={() => openDeal(deal.id)}>
          {deal.id}
        </button>
      </td>
      <td className="panel-counterparties-wrap">
        <bdi>{deal.payer}</bdi> <span className="panel-counterparties-arrow">{t('arrow')}</span>{' '}
        <bdi>{deal.payee}</bdi>
      </td>
      <td>{t(`deals:type.${deal.type}`)}</td>
      <td>
        <LevelMark level={level} />
      </td>
      <td data-figure>{level === 'lapsed' ? <s>{figure}</s> : figure}</td>
    </tr>
  );
}
