import { Languages, Moon, PanelLeft, Sun, SunMoon } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { setLanguage, setOutlineOpen, setTheme, useSession } from '#renderer/store/hooks.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Menu, MenuItem, MenuPopover } from '#renderer/ui/menu.tsx';
import { CaseButtons } from './cases/case-menu.tsx';
import { OutlineAttention } from './outline-attention.tsx';
import { OutlineCases } from './outline-cases.tsx';
import { OutlineSections } from './outline-sections.tsx';
import './outline.css';

/** Sections, cases and what needs attention. */
export function Outline({ foldable }: { readonly foldable: boolean }) {
  return (
    <nav className="panel-outline" data-region="outline" aria-labelledby="outline-head">
      <OutlineBody foldable={foldable} />
    </nav>
  );
}

/** The same without its landmark, for the popup of the rail. */
export function OutlineBody({ foldable }: { readonly foldable: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="panel-outline-scroll">
        <h2 className="panel-outline-head" id="outline-head">
          {t('outline.title')}
          {foldable && (
            <IconButton small label={t('outline.fold')} onPress={() => setOutlineOpen(false)}>
              <PanelLeft size={14} strokeWidth={1.75} className="ui-mirror" aria-hidden />
            </IconButton>
          )}
        </h2>
        <OutlineSections />
        <h2 className="panel-outline-head">
          {t('outline.cases')}
          <CaseButtons />
        </h2>
        <OutlineCases />
      </div>
      <div className="panel-outline-attention">
        <OutlineAttention />
      </div>
      <div className="panel-outline-foot">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </>
  );
}

export function LanguageSwitch() {
  const { t } = useTranslation();
  const language = useSession((session) => session.language);
  const other = language === 'en' ? 'ar' : 'en';
  return (
    <Button kind="ghost" small aria-label={t('outline.switchLanguage')} onPress={() => setLanguage(other)}>
      <Languages size={13} strokeWidth={1.75} aria-hidden />
      <span lang={other}>{t(`language.${other}`)}</span>
    </Button>
  );
}

const THEMES = { light: Sun, dark: Moon, system: SunMoon } as const;

export function ThemeSwitch() {
  const { t } = useTranslation();
  const theme = useSession((session) => session.theme);
  const Icon = THEMES[theme];
  return (
    <MenuTrigger>
      <IconButton small label={t('outline.theme')}>
        <Icon size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <MenuPopover placement="top end">
        <Menu
          aria-label={t('outline.theme')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(keys) => {
            const chosen = (['light', 'dark', 'system'] as const).find(
              (one) => keys === 'all' || keys.has(one),
            );
            if (chosen) setTheme(chosen);
          }}
        >
          {(['light', 'dark', 'system'] as const).map((one) => (
            <MenuItem key={one} id={one} text={t(`theme.${one}`)} selectable />
          ))}
        </Menu>
      </MenuPopover>
    </MenuTrigger>
  );
}
