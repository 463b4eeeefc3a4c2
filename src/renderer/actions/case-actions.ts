import { i18n } from '#renderer/i18n/i18n.ts';
import { mainClient } from '#renderer/main-client.ts';
import { type CaseDialogKind, showDialog } from '#renderer/store/dialogs.ts';
import { documentStore } from '#renderer/store/document-store.ts';
import { enterPending } from '#renderer/store/pending-entry.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import { caseAlone } from '#shared/model/case-alone.ts';
import { laidItems } from '#shared/model/lay-case.ts';
import { asOfDate, caseChain } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Action } from './action.ts';
import { report } from './export-actions.ts';
import { documentIsOpen } from './file-actions.ts';
import { documentName } from './files.ts';

type Target = () => string | null;

const LONGEST_SUGGESTION = 200;

const scenario = (): Scenario => documentStore.getState().scenario;
const onScreen: Target = () => sessionStore.getState().caseId;
const text = (key: string) => () => i18n.t(`cases:actions.${key}`);

/** The name of the menu that holds what can be done with cases. */
export const caseMenuName = (): string => i18n.t('cases:menu');

/** What can be done with cases; where one is meant, it is the one on screen. */
export const CASE_ACTIONS = {
  page: {
    id: 'cases.page',
    label: text('page'),
    shortcut: { code: 'KeyC', ctrl: true, shift: true },
    isEnabled: documentIsOpen,
    perform: () => ask('page', onScreen()),
  },
  new: {
    id: 'cases.new',
    label: text('new'),
    isEnabled: documentIsOpen,
    perform: () => ask('new', null),
  },
  ...actionsOn(onScreen),
} as const satisfies Record<string, Action>;

/** What can be done with one case, for its own menu; null for the base. */
export function actionsOnCase(id: string | null): Action[] {
  const { edit, copy, promote, remove, exportAlone } = actionsOn(() => id);
  const buildOn: Action = {
    id: 'cases.buildOn',
    label: text('buildOn'),
    perform: () => ask('new', id),
  };
  return id === null ? [buildOn, exportAlone] : [edit, copy, buildOn, promote, exportAlone, remove];
}

function actionsOn(target: Target) {
  const isCase = () => target() !== null;
  return {
    edit: about('edit', target, isCase),
    copy: about('copy', target, isCase),
    promote: about('promote', target, () => canBePromoted(scenario(), target())),
    remove: about('delete', target, isCase),
    exportAlone: {
      id: 'cases.exportAlone',
      label: text('exportAlone'),
      isEnabled: documentIsOpen,
      perform: () => exportAlone(target()),
    },
  } as const satisfies Record<string, Action>;
}

function about(what: Exclude<CaseDialogKind, 'page' | 'new'>, target: Target, isEnabled: () => boolean) {
  return { id: `cases.${what}`, label: text(what), isEnabled, perform: () => ask(what, target()) };
}

/** True when the base would be another one after the case has taken its place. */
export function canBePromoted(from: Scenario, id: string | null): boolean {
  if (id === null) return false;
  return asOfDate(from, id) !== from.timeline.asOf || laidItems(from, caseChain(from, id)).length > 0;
}

/** What is being typed belongs to the case on screen: it is entered, or says why not, first. */
function ask(what: CaseDialogKind, id: string | null): void {
  if (enterPending()) showDialog({ kind: 'case', what, id });
}

/** Writes a file in which the case is the base; the open document stays what and where it is. */
export async function exportAlone(id: string | null): Promise<void> {
  if (!enterPending()) return;
  const from = scenario();
  const { language } = sessionStore.getState();
  const name = from.cases.find((one) => one.id === id)?.name[language] ?? i18n.t('app:cases.base');
  const suggestedName = `${documentName()} ${name}`.slice(0, LONGEST_SUGGESTION);
  await report(() => mainClient().exportScenario({ scenario: caseAlone(from, id), suggestedName }));
}
