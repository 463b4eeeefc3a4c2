import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
  currentScenario,
  currentSession,
  setActiveCell,
  toggleSection,
  useScenario,
  useSession,
} from '#renderer/store/hooks.ts';
import type { Section } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';

/** Rows of a section that are on screen when it is open. */
export function visibleRows(scenario: Scenario, section: string, showFolded: boolean): string[] {
  return scenario.itemOrder.filter((key) => {
    const item = itemOf(scenario, key);
    return item?.section === section && (showFolded || !item.folded);
  });
}

/** Rows on screen; all of them where only folded ones exist. */
function rowCount(scenario: Scenario, section: string, unfolded: boolean): number {
  return visibleRows(scenario, section, unfolded).length || visibleRows(scenario, section, true).length;
}

/** Goes to the first row of a section, in the column where the person is. */
export function goToSection(section: string): void {
  const scenario = currentScenario();
  const rows = visibleRows(scenario, section, true);
  const key = rows.find((row) => itemOf(scenario, row)?.role !== 'header') ?? rows[0];
  if (key === undefined) return;
  const column = currentSession().activeCell?.column ?? periodNameAt(scenario.timeline, 0);
  setActiveCell({ key, column }, { reveal: true });
}

/** The section in which the active cell lies. */
export function useActiveSection(): string | undefined {
  const key = useSession((session) => session.activeCell?.key);
  return useScenario((scenario) => (key === undefined ? undefined : itemOf(scenario, key)?.section));
}

export function OutlineSections() {
  const sections = useScenario((scenario) => scenario.sections);
  const active = useActiveSection();
  return (
    <ul>
      {sections.map((section) => (
        <SectionRow key={section.id} section={section} active={section.id === active} />
      ))}
    </ul>
  );
}

function SectionRow({ section, active }: { readonly section: Section; readonly active: boolean }) {
  const { t } = useTranslation();
  const language = useSession((session) => session.language);
  const closed = useSession((session) => session.closedSections.has(section.id));
  const unfolded = useSession((s) => s.showFolded || s.unfoldedSections.has(section.id));
  const count = useScenario((scenario) => rowCount(scenario, section.id, unfolded));
  const name = section.label[language];
  const Chevron = closed ? ChevronRight : ChevronDown;
  return (
    <li className={active ? 'panel-outline-row panel-outline-row--on' : 'panel-outline-row'}>
      <button
        type="button"
        className="panel-outline-chevron"
        aria-expanded={!closed}
        aria-label={t('outline.rowsOf', { section: name })}
        onClick={() => toggleSection(section.id)}
      >
        <Chevron size={12} strokeWidth={1.75} className="ui-mirror" aria-hidden />
      </button>
      <button
        type="button"
        className="panel-outline-go"
        aria-current={active ? 'location' : undefined}
        title={name}
        onClick={() => goToSection(section.id)}
      >
        <span className="panel-outline-text">{name}</span>{' '}
        <span className="panel-outline-count">{count}</span>
      </button>
    </li>
  );
}
