import { useTranslation } from 'react-i18next';
import { LevelMark } from '#renderer/panels/deals/level-mark.tsx';
import { useScenario, useSession } from '#renderer/store/hooks.ts';
import { type BarPart, type Pattern, PatternBar } from '#renderer/ui/pattern-bar.tsx';
import { type ByLevel, type Exposure, totalOf } from '#shared/finance/deal-summary.ts';
import { levelShares } from '#shared/finance/party-book.ts';
import { BINDING_LEVELS, type BindingLevel } from '#shared/model/deal.ts';
import { amountText, numberText } from '#shared/report/number-text.ts';
import { FigureCell } from './figure-cell.tsx';
import { moneyCell, UNIT } from './party-words.ts';

const PATTERNS: Readonly<Record<BindingLevel, Pattern>> = {
  cash: 'solid',
  signed: 'tint',
  conditional: 'hatch',
  announced: 'dashed',
  rumoured: 'dotted',
};

interface PartyExposureProps {
  readonly party: string;
  readonly exposure: Exposure | null;
}

/** What a party and the company pay one another, by level, and what of it is still to come. */
export function PartyExposure({ party, exposure }: PartyExposureProps) {
  const { t } = useTranslation('counterparties');
  const language = useSession((session) => session.language);
  const company = useScenario((scenario) => scenario.company);
  if (party === company || exposure === null) {
    return <p className="panel-counterparties-note">{t('exposure.none', { party, company })}</p>;
  }
  const money = (amount: number) => amountText(amount, { language, unit: UNIT });
  const { open } = exposure;
  return (
    <>
      <p className="panel-counterparties-lead">
        {t('exposure.open', { party, company, in: money(open.in), out: money(open.out) })}{' '}
        <b>{t('exposure.larger', { amount: money(open.larger) })}</b>
      </p>
      <Side title={t('exposure.in', { party, company })} amounts={exposure.in} tone="in" />
      <Side title={t('exposure.out', { party, company })} amounts={exposure.out} tone="out" />
      <table className="panel-counterparties-figures" aria-label={t('exposure.title')}>
        <thead>
          <tr>
            <th scope="col">{t('exposure.level')}</th>
            <th scope="col" data-figure>
              {t('exposure.paysIn')}
            </th>
            <th scope="col" data-figure>
              {t('exposure.isPaid')}
            </th>
          </tr>
        </thead>
        <tbody>
          {BINDING_LEVELS.map((level) => (
            <tr key={level}>
              <th scope="row">
                <LevelMark level={level} />
              </th>
              <FigureCell text={moneyCell(exposure.in[level])} />
              <FigureCell text={moneyCell(exposure.out[level])} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface SideProps {
  readonly title: string;
  readonly amounts: ByLevel;
  readonly tone: 'in' | 'out';
}

function Side({ title, amounts, tone }: SideProps) {
  const { t } = useTranslation('counterparties');
  const parts = levelShares(amounts).map(
    ({ level, share }): BarPart => ({
      id: level,
      pattern: PATTERNS[level],
      share,
      text: `${t(`charts:level.${level}`)} ${numberText(amounts[level])}`,
      shortText: numberText(amounts[level]),
    }),
  );
  if (parts.length === 0) return null;
  return (
    <div className={`panel-counterparties-side panel-counterparties-side--${tone}`}>
      <p>
        {title} <b>{numberText(totalOf(amounts))}</b>
      </p>
      <PatternBar parts={parts} label={`${title}: ${parts.map(({ text }) => text).join(t('separator'))}`} />
    </div>
  );
}
