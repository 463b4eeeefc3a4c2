import { Check, Download, Landmark, Redo2, Search, Table2, TriangleAlert, Undo2 } from 'lucide-react';
import { Fragment } from 'react';
import { Button as AriaButton, MenuTrigger, SubmenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Action } from '#renderer/actions/action.ts';
import { enabled } from '#renderer/actions/action.ts';
import { EDIT_ACTIONS } from '#renderer/actions/edit-actions.ts';
import { chartActions, EXPORT_PAGE } from '#renderer/actions/export-actions.ts';
import { documentName } from '#renderer/actions/files.ts';
import { perform } from '#renderer/actions/registry.ts';
import { shortcutText } from '#renderer/actions/shortcut.ts';
import { VIEW_ACTIONS } from '#renderer/actions/view-actions.ts';
import { timeText } from '#renderer/i18n/time.ts';
import { type SavedState, savedState, useDocument, useSession } from '#renderer/store/hooks.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Hint } from '#renderer/ui/hint.tsx';
import { Logo } from '#renderer/ui/logo.tsx';
import { Menu, MenuItem, MenuPopover, MenuSeparator } from '#renderer/ui/menu.tsx';
import { assertNever } from '#shared/util/assert-never.ts';
import { AsOf } from './as-of.tsx';
import { CaseSelect } from './case-select.tsx';
import { HistoryButton } from './history/history-button.tsx';
import './toolbar.css';

export function Toolbar() {
  return (
    <header className="panel-toolbar" data-region="toolbar">
      <Logo />
      <FileName />
      <div className="panel-separator" />
      <UndoRedo />
      <div className="panel-separator" />
      <ViewTabs />
      <div className="panel-grow" />
      <CaseSelect />
      <AsOf />
      <div className="panel-separator" />
      <ActionButton action={VIEW_ACTIONS.commands}>
        <Search size={16} strokeWidth={1.75} aria-hidden />
      </ActionButton>
      <ExportMenu />
    </header>
  );
}

function FileName() {
  const { t } = useTranslation();
  const state = useDocument(savedStateText);
  useDocument((document) => document.scenario.title);
  useSession((session) => session.language);
  const words = state.startsWith('saved ') ? t('saved.saved', { time: state.slice(6) }) : t(`saved.${state}`);
  const bad = state === 'failed';
  const Icon = bad ? TriangleAlert : Check;
  const calm = state.startsWith('saved ');
  return (
    <div className="panel-file">
      <span className="panel-file-name">{documentName()}</span>
      <span className={bad ? 'panel-file-state panel-file-state--bad' : 'panel-file-state'} role="status">
        {(calm || bad) && <Icon size={11} aria-hidden />}
        {words}
      </span>
    </div>
  );
}

/** A text, so that the view renders again only when the words change. */
function savedStateText(document: Parameters<typeof savedState>[0]): string {
  const state: SavedState = savedState(document);
  switch (state.kind) {
    case 'saved':
      return `saved ${timeText(state.at)}`;
    case 'unsaved':
    case 'saving':
    case 'readOnly':
    case 'failed':
      return state.kind;
    default:
      return assertNever(state);
  }
}

function UndoRedo() {
  useDocument((document) => document.history);
  useSession((session) => session.language);
  return (
    <>
      <ActionButton action={EDIT_ACTIONS.undo}>
        <Undo2 size={16} strokeWidth={1.75} className="ui-mirror" aria-hidden />
      </ActionButton>
      <ActionButton action={EDIT_ACTIONS.redo}>
        <Redo2 size={16} strokeWidth={1.75} className="ui-mirror" aria-hidden />
      </ActionButton>
      <HistoryButton />
    </>
  );
}

function ActionButton({ action, children }: { readonly action: Action; readonly children: React.ReactNode }) {
  const os = useSession((session) => session.platform.os);
  const keys = action.shortcut && shortcutText(action.shortcut, os);
  return (
    <IconButton
      label={action.label()}
      keys={keys}
      isDisabled={!enabled(action)}
      onPress={() => perform(action)}
    >
      {children}
    </IconButton>
  );
}

const TABS = [
  { view: 'model', action: VIEW_ACTIONS.model, Icon: Table2 },
  { view: 'deals', action: VIEW_ACTIONS.deals, Icon: Landmark },
] as const;

/** Sources and Explain are reached from the model, which they belong to. */
function ViewTabs() {
  const { t } = useTranslation();
  const os = useSession((session) => session.platform.os);
  const view = useSession((session) => session.view);
  const open = view === 'deals' || view === 'counterparties' ? 'deals' : 'model';
  return (
    <nav aria-label={t('regions.views')}>
      <ul className="panel-views">
        {TABS.map(({ view: name, action, Icon }) => (
          <li key={name}>
            <Hint text={t(`views.${name}`)} keys={action.shortcut && shortcutText(action.shortcut, os)}>
              <AriaButton
                className="panel-view"
                {...(open === name && { 'aria-current': 'page' as const })}
                aria-label={t(`views.${name}`)}
                onPress={() => perform(action)}
              >
                <Icon size={15} strokeWidth={1.75} aria-hidden />
                <span className="panel-view-name">{t(`views.${name}`)}</span>
              </AriaButton>
            </Hint>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ExportMenu() {
  const { t } = useTranslation();
  const os = useSession((session) => session.platform.os);
  return (
    <MenuTrigger>
      <Button>
        <Download size={15} strokeWidth={1.75} aria-hidden />
        {t('toolbar.export')}
      </Button>
      <MenuPopover placement="bottom end">
        <Menu aria-label={t('toolbar.export')}>
          {chartActions().map(({ chart, name, actions }) => (
            <SubmenuTrigger key={chart}>
              <MenuItem id={chart} text={name()} hint="›" />
              <MenuPopover>
                <Menu aria-label={name()}>
                  {actions.map((action) => (
                    <Fragment key={action.id}>
                      <MenuItem id={action.id} text={action.label()} onAction={() => perform(action)} />
                    </Fragment>
                  ))}
                </Menu>
              </MenuPopover>
            </SubmenuTrigger>
          ))}
          <MenuSeparator />
          <MenuItem
            id={EXPORT_PAGE.id}
            text={EXPORT_PAGE.label()}
            hint={EXPORT_PAGE.shortcut && <kbd>{shortcutText(EXPORT_PAGE.shortcut, os)}</kbd>}
            onAction={() => perform(EXPORT_PAGE)}
          />
        </Menu>
      </MenuPopover>
    </MenuTrigger>
  );
}
