import { showDialog } from '#renderer/store/dialogs.ts';
import { documentStore, setCase } from '#renderer/store/document-store.ts';
import { enterPending } from '#renderer/store/pending-entry.ts';
import { setLanguage, setOutlineOpen, setTheme } from '#renderer/store/preferences.ts';
import {
  explainCell,
  openParty,
  openView,
  sessionStore,
  setShowFolded,
  type Theme,
  type View,
} from '#renderer/store/session-store.ts';
import type { Language } from '#shared/model/text.ts';
import { type Action, label } from './action.ts';
import { documentIsOpen } from './file-actions.ts';
import type { Shortcut } from './shortcut.ts';

const session = sessionStore.getState;

const toLanguage = (language: Language): Action => ({
  id: `view.language.${language}`,
  label: label(`language.${language}`),
  isChecked: () => session().language === language,
  perform: () => setLanguage(language),
});

const toTheme = (theme: Theme): Action => ({
  id: `view.theme.${theme}`,
  label: label(`theme.${theme}`),
  isChecked: () => session().theme === theme,
  perform: () => setTheme(theme),
});

const toView = (view: View, shortcut?: Shortcut): Action => ({
  id: `view.${view}`,
  label: label(`view.${view}`),
  ...(shortcut && { shortcut }),
  isEnabled: documentIsOpen,
  isChecked: () => session().view === view,
  perform: () => {
    // What is typed belongs to the model: it is entered, or says why not, before another view hides it.
    if (enterPending()) openView(view);
  },
});

export const VIEW_ACTIONS = {
  model: toView('model', { code: 'Digit1', ctrl: true }),
  deals: toView('deals', { code: 'Digit2', ctrl: true }),
  sources: toView('sources', { code: 'Digit6', ctrl: true }),
  counterparties: {
    ...toView('counterparties'),
    perform: () => {
      if (enterPending()) openParty(null);
    },
  },
  explain: {
    id: 'view.explain',
    label: label('view.explain'),
    shortcut: { code: 'KeyE', ctrl: true, shift: true },
    isEnabled: () => documentIsOpen() && session().activeCell !== null,
    perform: () => {
      const { activeCell } = session();
      if (activeCell && enterPending()) explainCell(activeCell);
    },
  },
  history: {
    id: 'view.history',
    label: label('history'),
    shortcut: { code: 'KeyH', ctrl: true, shift: true },
    isEnabled: documentIsOpen,
    perform: () => showDialog({ kind: 'history' }),
  },
  outline: {
    id: 'view.outline',
    label: label('outline'),
    shortcut: { code: 'KeyB', ctrl: true },
    isEnabled: documentIsOpen,
    isChecked: () => session().outlineOpen,
    perform: () => setOutlineOpen(!session().outlineOpen),
  },
  showFolded: {
    id: 'view.showFolded',
    label: label('showFolded'),
    isEnabled: documentIsOpen,
    isChecked: () => session().showFolded,
    perform: () => setShowFolded(!session().showFolded),
  },
  english: toLanguage('en'),
  arabic: toLanguage('ar'),
  light: toTheme('light'),
  dark: toTheme('dark'),
  system: toTheme('system'),
  commands: {
    id: 'view.commands',
    label: label('commands'),
    shortcut: { code: 'KeyK', ctrl: true },
    quiet: true,
    perform: () => showDialog({ kind: 'commands' }),
  },
  functions: {
    id: 'help.functions',
    label: label('functions'),
    shortcut: { code: 'F1', shift: true },
    perform: () => showDialog({ kind: 'functions' }),
  },
  about: {
    id: 'help.about',
    label: label('about'),
    perform: () => showDialog({ kind: 'about' }),
  },
} as const satisfies Record<string, Action>;

/** The base and one action per case of the open scenario. */
export function caseActions(): Action[] {
  if (!documentIsOpen()) return [];
  const base: Action = {
    id: 'case.base',
    label: label('caseBase'),
    isChecked: () => session().caseId === null,
    perform: () => setCase(null),
  };
  const cases = documentStore.getState().scenario.cases.map(
    (one): Action => ({
      id: `case.${one.id}`,
      label: label('case', () => ({ name: one.name[session().language] })),
      isChecked: () => session().caseId === one.id,
      perform: () => setCase(one.id),
    }),
  );
  return [base, ...cases];
}
