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

interface Entry {
  readonly id: string | null;
  readonly name: string;
  /** Lines of small text. */
  readonly about: readonly string[];
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
    scenario.cases.flatMap((one) => (one.id === id ? [one.name[language]] : []));
  const entries: readonly Entry[] = [
    { id: null, name: t('app:cases.base'), about: [day(null)] },
    ...scenario.cases.map((one) => ({
      id: one.id,
      name: one.name[language],
      about: [
        `${t('list.overrides', { count: Object.keys(one.overrides).length })} · ${day(one.id)}`,
        ...nameOf(one.inherits).map((name) => t('list.on', { name })),
      ],
    })),
  ];
  return (
    <div className="panel-cases-side">
      <div className="panel-cases-caption">
        {figures.size > 0 && <span aria-hidden="true">{t('app:outline.gap')}</span>}
      </div>
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
        {entries.map(({ id, name, about }) => {
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
              {about.map((line) => (
                <span key={line} className="panel-cases-about" title={line}>
                  {line}
                </span>
              ))}
            </ListBoxItem>
          );
        })}
      </ListBox>
    </div>
  );
}
