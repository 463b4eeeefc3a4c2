import { CircleDot } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useCaseFigures, useScenario, useSession } from '#renderer/store/hooks.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import { dateText } from '#shared/report/time-text.ts';
import { figureText } from './figure-text.ts';

/** Stands for the base among ids of cases, none of which begins with a space. */
const BASE = ' base';

interface CaseListProps {
  readonly chosen: string | null;
  readonly choose: (id: string | null) => void;
}

/** The base and all cases, each with what it builds on, its day, its overrides and its gap. */
export function CaseList({ chosen, choose }: CaseListProps) {
  const { t } = useTranslation('cases');
  const language = useSession((session) => session.language);
  const shown = useSession((session) => session.caseId);
  const scenario = useScenario((whole) => whole);
  const figures = useCaseFigures();
  const day = (id: string | null) => t('list.asOf', { day: dateText(asOfDate(scenario, id), language) });
  const nameOf = (id: string | undefined) =>
    scenario.cases.find((one) => one.id === id)?.name[language] ?? t('app:cases.base');
  const entries = [
    { id: null, name: t('app:cases.base'), about: day(null), count: null },
    ...scenario.cases.map((one) => ({
      id: one.id,
      name: one.name[language],
      about: `${t('list.on', { name: `\u2068${nameOf(one.inherits)}\u2069` })} · ${day(one.id)}`,
      count: Object.keys(one.overrides).length,
    })),
  ];
  return (
    <ListBox
      className="panel-cases-list"
      aria-label={t('list.title')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen ?? BASE]}
      onSelectionChange={(keys) => {
        const [key] = [...keys];
        choose(key === undefined || key === BASE ? null : String(key));
      }}
      selectionBehavior="replace"
      autoFocus
    >
      {entries.map(({ id, name, about, count }) => {
        const figure = figures.get(id ?? '');
        return (
          <ListBoxItem key={id ?? BASE} id={id ?? BASE} textValue={name} className="panel-cases-entry">
            <span className="panel-cases-name">
              {id === shown && (
                <CircleDot size={12} strokeWidth={1.75} role="img" aria-label={t('list.onScreen')} />
              )}
              <span title={name}>{name}</span>
              {figure !== undefined && (
                <span className="ui-number" title={t('app:outline.gap')}>
                  <span className="ui-hidden">{t('app:outline.gap')} </span>
                  {figureText(figure)}
                </span>
              )}
            </span>
            <span className="panel-cases-about" title={about}>
              {about}
            </span>
            {count !== null && <span className="panel-cases-about">{t('list.overrides', { count })}</span>}
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}
