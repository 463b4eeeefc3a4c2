import { useTranslation } from 'react-i18next';
import { chooseDeals, useScenario, useSession } from '#renderer/store/hooks.ts';
import { ChoiceMenu } from '#renderer/ui/choice-menu.tsx';
import { BINDING_LEVELS } from '#shared/model/deal.ts';
import { yearsOf } from '#shared/model/timeline.ts';
import './counterparties.css';

const ALL = 'all';
const LEVELS = ['counted', ...BINDING_LEVELS] as const;

/** Which years and which money round trips and counterparties are about. */
export function DealChoice() {
  const { t } = useTranslation('counterparties');
  const timeline = useScenario((scenario) => scenario.timeline);
  const chosenYear = useSession((session) => session.dealYear);
  const level = useSession((session) => session.dealLevel);
  const years = yearsOf(timeline);
  const year = chosenYear !== null && years.includes(chosenYear) ? chosenYear : null;
  return (
    <fieldset className="panel-counterparties-choice" aria-label={t('choice.name')}>
      <ChoiceMenu
        label={t('choice.years')}
        value={year === null ? ALL : String(year)}
        choices={[
          { id: ALL, text: t('choice.allYears') },
          ...years.map((one) => ({ id: String(one), text: String(one) })),
        ]}
        onChange={(id) => chooseDeals({ dealYear: id === ALL ? null : Number(id) })}
      />
      <ChoiceMenu
        label={t('choice.level')}
        value={level}
        choices={LEVELS.map((id) => ({ id, text: t(`choice.levels.${id}`) }))}
        onChange={(id) => chooseDeals({ dealLevel: LEVELS.find((one) => one === id) ?? 'counted' })}
      />
    </fieldset>
  );
}
