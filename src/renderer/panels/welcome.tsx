import { FileJson2, FilePlus2, FolderOpen, Layers, Lock, type LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Action } from '#renderer/actions/action.ts';
import { FILE_ACTIONS } from '#renderer/actions/file-actions.ts';
import { openRecent } from '#renderer/actions/files.ts';
import { perform } from '#renderer/actions/registry.ts';
import { shortcutText } from '#renderer/actions/shortcut.ts';
import { useSession } from '#renderer/store/hooks.ts';
import { Logo } from '#renderer/ui/logo.tsx';
import { LanguageSwitch, ThemeSwitch } from './outline.tsx';
import './status-bar.css';
import './outline.css';
import './workbench.css';
import './welcome.css';

/** What stands there while no document is open. */
export function Welcome() {
  const { t } = useTranslation();
  return (
    <div className="panel-app">
      <main className="panel-welcome" data-view="welcome">
        <div className="panel-welcome-body">
          <div className="panel-welcome-top">
            <Logo size={52} />
            <div>
              <p className="panel-welcome-name">Headroom</p>
              <h1>{t('welcome.question')}</h1>
              <p className="panel-welcome-what">{t('welcome.what')}</p>
            </div>
          </div>
          <div className="panel-welcome-columns">
            <Starts />
            <Recent />
          </div>
        </div>
      </main>
      <footer className="panel-status">
        <span>
          <Lock size={13} strokeWidth={1.75} aria-hidden />
          {t('welcome.offline')}
        </span>
        <span className="panel-grow" />
        <div className="panel-outline-foot">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </footer>
    </div>
  );
}

function Starts() {
  const { t } = useTranslation();
  return (
    <nav className="panel-box" aria-label={t('welcome.start')}>
      <ul>
        <Start action={FILE_ACTIONS.newTemplate} icon={Layers} name="template" first />
        <Start action={FILE_ACTIONS.newBlank} icon={FilePlus2} name="blank" />
        <Start action={FILE_ACTIONS.open} icon={FolderOpen} name="open" />
      </ul>
    </nav>
  );
}

interface StartProps {
  readonly action: Action;
  readonly icon: LucideIcon;
  readonly name: 'template' | 'blank' | 'open';
  readonly first?: boolean;
}

function Start({ action, icon: Icon, name, first = false }: StartProps) {
  const { t } = useTranslation();
  const os = useSession((session) => session.platform.os);
  return (
    <li>
      <Button className="panel-start" autoFocus={first} onPress={() => perform(action)}>
        <span className="panel-start-icon">
          <Icon size={20} strokeWidth={1.75} aria-hidden />
        </span>
        <span className="panel-start-words">
          <b>{t(`welcome.${name}.title`)}</b>
          {t(`welcome.${name}.what`)}
        </span>
        {action.shortcut && <kbd>{shortcutText(action.shortcut, os)}</kbd>}
      </Button>
    </li>
  );
}

function Recent() {
  const { t } = useTranslation();
  const recent = useSession((session) => session.recent);
  return (
    <section className="panel-box" aria-labelledby="recent-head">
      <h2 className="panel-box-head" id="recent-head">
        {t('welcome.recent')}
        {recent.length > 0 && <span>{t('welcome.files', { count: recent.length })}</span>}
      </h2>
      {recent.length === 0 && (
        <p className="panel-empty">
          <b>{t('welcome.noRecent')}</b>
          {t('welcome.noRecentWhat')}
        </p>
      )}
      <ul>
        {recent.map(({ id, name }) => (
          <li key={id}>
            <Button className="panel-start panel-recent" onPress={() => void openRecent(id)}>
              <FileJson2 size={20} strokeWidth={1.75} aria-hidden />
              <span className="panel-start-words">
                <b>{name.replace(/\.scenario$/i, '')}</b>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
