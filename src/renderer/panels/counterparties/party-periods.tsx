import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DealFigures } from '#renderer/store/deal-figures.ts';
import { useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { ColumnRange } from '#shared/finance/deal-summary.ts';
import { sidesByPeriod } from '#shared/finance/party-book.ts';
import { periodNameAt, periodsOfYear, type Timeline, yearsOf } from '#shared/model/timeline.ts';
import { periodText } from '#shared/report/time-text.ts';
import { FigureCell } from './figure-cell.tsx';
import { moneyCell } from './party-words.ts';

interface PartyPeriodsProps {
  readonly party: string;
  readonly figures: DealFigures;
}

/** Years with their columns, as far as they are looked at. */
export function yearGroups(timeline: Timeline, { from, to }: ColumnRange): [string, number[]][] {
  return yearsOf(timeline)
    .map((year): [string, number[]] => [
      String(year),
      periodsOfYear(timeline, year).filter((column) => column >= from && column <= to),
    ])
    .filter(([, columns]) => columns.length > 0);
}

/** What a party receives and pays, by year or by quarter. */
export function PartyPeriods({ party, figures: { summary, range } }: PartyPeriodsProps) {
  const { t } = useTranslation('counterparties');
  const language = useSession((session) => session.language);
  const timeline = useScenario((scenario) => scenario.timeline);
  const [quarterly, setQuarterly] = useState(false);
  const years = yearGroups(timeline, range);
  const groups = quarterly
    ? years.flatMap(([, columns]) =>
        columns.map((column): [string, number[]] => [
          periodText(periodNameAt(timeline, column), language),
          [column],
        ]),
      )
    : years;
  const sides = sidesByPeriod(
    summary.flows.counted,
    party,
    groups.map(([, columns]) => columns),
  );
  const largest = Math.max(...sides.flatMap((side) => [side.in, side.out]), 0);
  const bar = (amount: number) => ({ inlineSize: largest > 0 ? `${(amount / largest) * 100}%` : 0 });
  return (
    <>
      <table className="panel-counterparties-figures" aria-label={t('periods.title')}>
        <thead>
          <tr>
            <th scope="col">{t('periods.period')}</th>
            <th scope="col" data-figure>
              {t('periods.in')}
            </th>
            <td />
            <th scope="col" data-figure>
              {t('periods.out')}
            </th>
            <td />
            <th scope="col" data-figure>
              {t('periods.net')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(([name], at) => {
            const side = sides[at] ?? { in: 0, out: 0, net: 0 };
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <FigureCell text={moneyCell(side.in)} />
                <td className="panel-counterparties-bars">
                  <span className="panel-counterparties-in" style={bar(side.in)} />
                </td>
                <FigureCell text={moneyCell(side.out)} />
                <td className="panel-counterparties-bars">
                  <span className="panel-counterparties-out" style={bar(side.out)} />
                </td>
                <FigureCell text={moneyCell(side.net)} />
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button small onPress={() => setQuarterly(!quarterly)}>
        {t(quarterly ? 'periods.byYear' : 'periods.byQuarter')}
      </Button>
    </>
  );
}
