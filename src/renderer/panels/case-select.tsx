import { ChevronDown } from 'lucide-react';
import { MenuSection, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { setCase, useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Menu, MenuItem, MenuPopover, MenuSeparator } from '#renderer/ui/menu.tsx';
import { CaseSelectActions } from './cases/case-menu.tsx';

const BASE = ' base';

/** Chooses the case on screen. */
export function CaseSelect() {
  const { t } = useTranslation();
  const cases = useScenario((scenario) => scenario.cases);
  const language = useSession((session) => session.language);
  const caseId = useSession((session) => session.caseId);
  const chosen = cases.find((one) => one.id === caseId);
  return (
    <MenuTrigger>
      <Button>
        <span className="ui-select-label">{t('toolbar.case')}</span>
        <span className="ui-select-value">{chosen?.name[language] ?? t('cases.base')}</span>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </Button>
      <MenuPopover placement="bottom end">
        <Menu aria-label={t('toolbar.case')}>
          <MenuSection
            aria-label={t('outline.cases')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[caseId ?? BASE]}
            onSelectionChange={(keys) => {
              const [key] = [...keys];
              setCase(key === undefined || key === BASE ? null : String(key));
            }}
          >
            <MenuItem id={BASE} text={t('cases.base')} selectable />
            {cases.map((one) => (
              <MenuItem key={one.id} id={one.id} text={one.name[language]} selectable />
            ))}
          </MenuSection>
          <MenuSeparator />
          <CaseSelectActions />
        </Menu>
      </MenuPopover>
    </MenuTrigger>
  );
}
