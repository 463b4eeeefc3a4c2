import { documentStore } from '#renderer/store/document-store.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import { type Action, label } from './action.ts';
import {
  closeDocument,
  newDocument,
  openDocument,
  openRecent,
  saveDocument,
  saveDocumentAs,
} from './files.ts';

export const documentIsOpen = (): boolean => documentStore.getState().documentId !== null;

export const FILE_ACTIONS = {
  newTemplate: {
    id: 'file.newTemplate',
    label: label('newTemplate'),
    shortcut: { code: 'KeyN', ctrl: true, shift: true },
    perform: () => newDocument('openai'),
  },
  newBlank: {
    id: 'file.newBlank',
    label: label('newBlank'),
    shortcut: { code: 'KeyN', ctrl: true },
    perform: () => newDocument('blank'),
  },
  open: {
    id: 'file.open',
    label: label('open'),
    shortcut: { code: 'KeyO', ctrl: true },
    perform: openDocument,
  },
  save: {
    id: 'file.save',
    label: label('save'),
    shortcut: { code: 'KeyS', ctrl: true },
    isEnabled: documentIsOpen,
    perform: async () => {
      await saveDocument();
    },
  },
  saveAs: {
    id: 'file.saveAs',
    label: label('saveAs'),
    shortcut: { code: 'KeyS', ctrl: true, shift: true },
    isEnabled: documentIsOpen,
    perform: async () => {
      await saveDocumentAs();
    },
  },
  close: {
    id: 'file.close',
    label: label('close'),
    shortcut: { code: 'KeyW', ctrl: true },
    isEnabled: documentIsOpen,
    perform: closeDocument,
  },
} as const satisfies Record<string, Action>;

/** One action per recent document. */
export function recentActions(): Action[] {
  return sessionStore.getState().recent.map(({ id, name }) => ({
    id: `file.recent.${id}`,
    label: () => name,
    quiet: true,
    perform: () => openRecent(id),
  }));
}
