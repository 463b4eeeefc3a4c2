import { useTranslation } from 'react-i18next';
import { LevelGlyph } from '#renderer/panels/deals/level-mark.tsx';
import type { DealFigures } from '#renderer/store/deal-figures.ts';
import { useScenario, useSession } from '#renderer/store/hooks.ts';
import { estimatedShare, estimatesIn } from '#shared/finance/estimates.ts';
import {
  flowsOfPair,
  type Pair,
  roundTripsByLevel,
  roundTripsByPeriod,
} from '#shared/finance/round-trips.ts';
import { BINDING_LEVELS } from '#shared/model/deal.ts';
import { FigureCell } from './figure-cell.tsx';
import { yearGroups } from './party-periods.tsx';
import { moneyCell, percentCell } from './party-words.ts';

interface PartyTripsProps {
  readonly party: string;
  readonly figures: DealFigures;
}

/** Money that goes both ways between a party and each of its partners: in all, by level, by year. */
export function PartyTrips({ party, figures }: PartyTripsProps) {
  const { t } = useTranslation('counterparties');
  const pairs = figures.summary.pairs.filter((pair) => [pair.supplier, pair.customer].includes(party));
  if (pairs.length === 0) return <p className="panel-counterparties-note">{t('trips.none', { party })}</p>;
  return (
    <>
      <WholeTable pairs={pairs} party={party} figures={figures} />
      <LevelTable pairs={pairs} party={party} figures={figures} />
      <YearTable pairs={pairs} party={party} figures={figures} />
      <p className="panel-counterparties-note">
        {t('trips.explained')} {t('estimates.what')}
      </p>
    </>
  );
}

interface TableProps extends PartyTripsProps {
  readonly pairs: readonly Pair[];
}

function useNameOf(party: string): (pair: Pair) => string {
  const { t } = useTranslation('counterparties');
  return ({ supplier, customer }) =>
    supplier === party ? t('trips.sellsTo', { customer }) : t('trips.buysFrom', { supplier });
}

const keyOf = ({ supplier, customer }: Pair) => JSON.stringify([supplier, customer]);
const WHOLE = ['putIn', 'purchases', 'roundTrip', 'net', 'share', 'estimates'] as const;

function WholeTable({ pairs, party, figures: { summary, basisOf } }: TableProps) {
  const { t } = useTranslation('counterparties');
  const language = useSession((session) => session.language);
  const nameOf = useNameOf(party);
  return (
    <table className="panel-counterparties-figures" aria-label={t('trips.title')}>
      <thead>
        <tr>
          <th scope="col">{t('trips.partner')}</th>
          {WHOLE.map((column) => (
            <th key={column} scope="col" data-figure>
              {t(`trips.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={keyOf(pair)}>
            <th scope="row" dir="auto">
              {nameOf(pair)}
            </th>
            <FigureCell text={moneyCell(pair.putIn)} />
            <FigureCell text={moneyCell(pair.purchases)} />
            <FigureCell text={moneyCell(pair.roundTrip)} />
            <FigureCell text={moneyCell(pair.net)} />
            <FigureCell text={percentCell(pair.share, language)} />
            <FigureCell
              text={percentCell(
                estimatedShare(estimatesIn(flowsOfPair(summary.flows.counted, pair), basisOf)),
                language,
              )}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LevelTable({ pairs, party, figures: { summary } }: TableProps) {
  const { t } = useTranslation('counterparties');
  const nameOf = useNameOf(party);
  return (
    <table className="panel-counterparties-figures">
      <caption>{t('trips.byLevel')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trips.partner')}</th>
          {BINDING_LEVELS.map((level) => (
            <th key={level} scope="col" data-figure>
              <LevelGlyph level={level} /> {t(`charts:level.${level}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => {
          const trips = roundTripsByLevel(summary.flows.full, pair);
          return (
            <tr key={keyOf(pair)}>
              <th scope="row" dir="auto">
                {nameOf(pair)}
              </th>
              {BINDING_LEVELS.map((level) => (
                <FigureCell key={level} text={moneyCell(trips[level].roundTrip)} />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function YearTable({ pairs, party, figures: { summary, range } }: TableProps) {
  const { t } = useTranslation('counterparties');
  const nameOf = useNameOf(party);
  const timeline = useScenario((scenario) => scenario.timeline);
  const years = yearGroups(timeline, range);
  if (years.length < 2) return null;
  const columns = years.map(([, group]) => group);
  return (
    <table className="panel-counterparties-figures">
      <caption>{t('trips.byYear')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trips.partner')}</th>
          {years.map(([year]) => (
            <th key={year} scope="col" data-figure>
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => {
          const trips = roundTripsByPeriod(summary.flows.counted, pair, columns);
          return (
            <tr key={keyOf(pair)}>
              <th scope="row" dir="auto">
                {nameOf(pair)}
              </th>
              {years.map(([year], at) => (
                <FigureCell key={year} text={moneyCell(trips[at]?.roundTrip ?? null)} />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
