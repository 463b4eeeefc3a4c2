import { CircleDot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { setCase, useCaseFigures, useScenario, useSession } from '#renderer/store/hooks.ts';
import type { CellValue } from '#shared/model/value.ts';
import { CaseMenu, useCaseMenu } from './cases/case-menu.tsx';
import { figureText } from './cases/figure-text.ts';

/** The base and the cases, each with its gap. */
export function OutlineCases() {
  const { t } = useTranslation();
  const cases = useScenario((scenario) => scenario.cases);
  const language = useSession((session) => session.language);
  const caseId = useSession((session) => session.caseId);
  const figures = useCaseFigures();
  return (
    <ul>
      <CaseRow
        id={null}
        name={t('cases.base')}
        figure={figures.get('')}
        active={caseId === null}
        onPress={() => setCase(null)}
      />
      {cases.map((one) => (
        <CaseRow
          key={one.id}
          id={one.id}
          name={one.name[language]}
          title={one.reason[language]}
          figure={figures.get(one.id)}
          active={caseId === one.id}
          onPress={() => setCase(one.id)}
          sub
        />
      ))}
    </ul>
  );
}

interface CaseRowProps {
  readonly id: string | null;
  readonly name: string;
  readonly title?: string;
  readonly figure: CellValue | undefined;
  readonly active: boolean;
  readonly sub?: boolean;
  readonly onPress: () => void;
}

function CaseRow({ id, name, title, figure, active, sub = false, onPress }: CaseRowProps) {
  const { t } = useTranslation();
  const menu = useCaseMenu();
  return (
    <li {...menu.row} className={active ? 'panel-outline-row panel-outline-row--on' : 'panel-outline-row'}>
      <button
        type="button"
        className={`panel-outline-go panel-outline-go--${sub && !active ? 'sub' : 'first'}`}
        aria-current={active ? 'true' : undefined}
        title={title ? `${name}: ${title}` : name}
        onClick={onPress}
      >
        {active && <CircleDot size={12} strokeWidth={1.75} aria-hidden />}
        <span className="panel-outline-text">{name}</span>{' '}
        {figure !== undefined && (
          <span className="panel-outline-count">
            <span className="ui-hidden">{t('outline.gap')} </span>
            <span className="ui-number">{figureText(figure)}</span>
          </span>
        )}
      </button>
      <CaseMenu id={id} name={name} menu={menu} />
    </li>
  );
}
