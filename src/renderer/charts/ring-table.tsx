import { useTranslation } from 'react-i18next';
import { numberText } from '#shared/report/number-text.ts';
import type { Ring, RingLink } from './ring-layout.ts';

/** The links as rows: the drawn ones, then those of parties that have no place in the drawing. */
export function RingTable({ ring }: { readonly ring: Ring }) {
  const { t } = useTranslation('deals');
  return (
    <table className="chart-ring-table">
      <caption>{t('ring.tableName')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ring.from')}</th>
          <th scope="col">{t('ring.to')}</th>
          <th scope="col">{t('columns.type')}</th>
          <th scope="col">{t('columns.level')}</th>
          <th scope="col" data-figure>
            {t('columns.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        <LinkRows links={ring.links} />
      </tbody>
      {ring.others.length > 0 && (
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={5}>
              {t('ring.notDrawn')}
            </th>
          </tr>
          <LinkRows links={ring.others} />
        </tbody>
      )}
    </table>
  );
}

function LinkRows({ links }: { readonly links: readonly RingLink[] }) {
  const { t } = useTranslation('deals');
  return links.map(({ payer, payee, kind, level, amount }) => (
    <tr key={`${payer} ${payee} ${kind}`}>
      <td dir="auto">{payer}</td>
      <td dir="auto">{payee}</td>
      <td>{t(`ring.${kind}`)}</td>
      <td>{t(`charts:level.${level}`)}</td>
      <td data-figure>{numberText(amount)}</td>
    </tr>
  ));
}
