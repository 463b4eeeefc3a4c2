import { useTranslation } from 'react-i18next';
import { openParty, useScenario } from '#renderer/store/hooks.ts';
import { wholeParties } from '#shared/finance/parties.ts';
import type { Deal } from '#shared/model/deal.ts';
import './counterparties.css';

/** A name that opens the page of its party. */
export function PartyLink({ name }: { readonly name: string }) {
  const deals = useScenario((scenario) => scenario.deals);
  return (
    <button type="button" className="ui-link" onClick={() => openParty(wholeParties(deals)(name))}>
      <bdi>{name}</bdi>
    </button>
  );
}

/** Who pays whom in a deal, each the way to its page. */
export function PartyLinks({ deal }: { readonly deal: Deal }) {
  const { t } = useTranslation('counterparties');
  return (
    <>
      <PartyLink name={deal.payer} /> <span className="panel-counterparties-arrow">{t('arrow')}</span>{' '}
      <PartyLink name={deal.payee} />
    </>
  );
}
