import { useTranslation } from 'react-i18next';
import type { Fact } from '#shared/model/fact.ts';

/** How good the source is: a letter on its wash, with the meaning as its name. */
export function TierChip({ tier, long = false }: { readonly tier: Fact['tier']; readonly long?: boolean }) {
  const { t } = useTranslation('sources');
  return (
    <span className="panel-sources-tier" data-tier={tier} title={t(`tier.${tier}`)}>
      <span aria-hidden>{t(long ? `tierLong.${tier}` : `tierShort.${tier}`)}</span>
      <span className="ui-hidden">{t(`tier.${tier}`)}</span>
    </span>
  );
}
