import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Estimates, estimatedShare, estimatesIn } from '#shared/finance/estimates.ts';
import type { Cycle } from '#shared/finance/flow-matrix.ts';
import { flowsOfPair, type Pair } from '#shared/finance/round-trips.ts';
import type { Language } from '#shared/model/text.ts';
import { amountText, numberText } from '#shared/report/number-text.ts';
import { periodText } from '#shared/report/time-text.ts';
import { useDealFigures } from '../store/deal-figures.ts';
import { useScenario, useSession } from '../store/hooks.ts';

/** So many circles of money are named. */
const CIRCLES = 5;

/** Who funds its own customer, by how much, and how much of all money goes in circles. */
export function RingPartners({ choice }: { readonly choice: ReactNode }) {
  const { t } = useTranslation('deals');
  const language = useSession((session) => session.language);
  const company = useScenario((scenario) => scenario.company);
  const { summary, ends, basisOf } = useDealFigures();
  const { pairs, cycles, cycling, unread, flows } = summary;
  const range = { from: periodText(ends.from, language), to: periodText(ends.to, language) };
  const behind = pairs.flatMap((pair) => flowsOfPair(flows.counted, pair));
  const own = pairs.filter(({ customer }) => customer === company);
  const others = pairs.filter(({ customer }) => customer !== company);
  return (
    <div className="chart-ring-partners">
      <h3>{t('partners.title')}</h3>
      {choice}
      <p className="chart-subtitle">{t('partners.subtitle', range)}</p>
      {pairs.length > 0 ? (
        <>
          <PartnerTable own={own} others={others} language={language} />
          <p className="chart-subtitle">{t('partners.explained')}</p>
          <EstimatesNote estimates={estimatesIn(behind, basisOf)} language={language} />
          <Bands pairs={own} language={language} />
          <Circles cycles={cycles.slice(0, CIRCLES)} />
        </>
      ) : (
        <p className="chart-ring-sentence">{t('partners.none')}</p>
      )}
      {unread.length > 0 && (
        <p className="chart-ring-sentence">{t('partners.unread', { count: unread.length })}</p>
      )}
      <p className="chart-ring-sentence">
        {cycling.throughflow > 0
          ? t('partners.cycling', { company, share: shareOf(cycling.index, language) })
          : t('partners.noFlows', { company })}
      </p>
    </div>
  );
}

/** How much of the money behind the round trips rests on estimates, and on assumed dates. */
function EstimatesNote({
  estimates,
  language,
}: {
  readonly estimates: Estimates;
  readonly language: Language;
}) {
  const { t } = useTranslation('counterparties');
  const share = estimatedShare(estimates);
  if (share === null) return null;
  return (
    <p className="chart-ring-sentence">
      {t('estimates.ofPairs', {
        share: shareOf(share, language),
        spread: shareOf(estimates.spread / estimates.total, language),
      })}{' '}
      {t('estimates.what')}
    </p>
  );
}

/** How much of a partner's sales is its own money come back: from least to most. */
function Bands({ pairs, language }: { readonly pairs: readonly Pair[]; readonly language: Language }) {
  const { t } = useTranslation('deals');
  return (
    <ul className="chart-ring-notes" aria-label={t('partners.bands')}>
      {pairs.map(
        ({ supplier, customer, recycled }) =>
          recycled && (
            <li key={supplier}>
              {t('partners.band', {
                supplier,
                customer,
                lower: shareOf(recycled.lower, language),
                middle: shareOf(recycled.proportional, language),
                upper: shareOf(recycled.upper, language),
              })}
            </li>
          ),
      )}
    </ul>
  );
}

/** The widest ways of money round to where it began, each with the most that can have gone round. */
function Circles({ cycles }: { readonly cycles: readonly Cycle[] }) {
  const { t } = useTranslation('deals');
  if (cycles.length === 0) return null;
  return (
    <>
      <p className="chart-subtitle">{t('partners.circles')}</p>
      <ul className="chart-ring-notes">
        {cycles.map(({ parties, bottleneck }) => (
          <li key={parties.join(' ')}>
            {parties.map((party) => (
              <span key={party}>
                <bdi>{party}</bdi> {t('partners.arrow')}{' '}
              </span>
            ))}
            <bdi>{parties[0]}</bdi>: <b>{numberText(bottleneck)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}

interface PartnerTableProps {
  readonly own: readonly Pair[];
  readonly others: readonly Pair[];
  readonly language: Language;
}

function PartnerTable({ own, others, language }: PartnerTableProps) {
  const { t } = useTranslation('deals');
  return (
    <table className="chart-ring-table">
      <caption>{t('partners.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('partners.partner')}</th>
          {(['putIn', 'spent', 'perOne', 'roundTrip', 'net', 'share'] as const).map((key) => (
            <th key={key} scope="col" data-figure>
              {t(`partners.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {own.map((pair) => (
          <PairRow key={pair.supplier} pair={pair} name={pair.supplier} language={language} />
        ))}
      </tbody>
      {others.length > 0 && (
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={7}>
              {t('partners.others')}
            </th>
          </tr>
          {others.map((pair) => (
            <PairRow
              key={`${pair.supplier} ${pair.customer}`}
              pair={pair}
              name={t('partners.sells', { supplier: pair.supplier, customer: pair.customer })}
              language={language}
            />
          ))}
        </tbody>
      )}
    </table>
  );
}

interface PairRowProps {
  readonly pair: Pair;
  readonly name: string;
  readonly language: Language;
}

function PairRow({ pair, name, language }: PairRowProps) {
  const { putIn, purchases, roundTrip, net, share } = pair;
  return (
    <tr>
      <th scope="row" dir="auto">
        {name}
      </th>
      <td data-figure>{numberText(putIn)}</td>
      <td data-figure>{numberText(purchases)}</td>
      <td data-figure>{numberText(purchases / putIn, 2)}</td>
      <td data-figure>{numberText(roundTrip)}</td>
      <td data-figure>{numberText(net)}</td>
      <td data-figure>{share === null ? '' : shareOf(share, language)}</td>
    </tr>
  );
}

function shareOf(share: number, language: Language): string {
  return amountText(share * 100, { language, unit: '%', decimals: 1 });
}
