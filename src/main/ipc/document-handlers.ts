import { basename, dirname } from 'node:path';
import type { Dialogs } from '#main/dialogs.ts';
import type { DocumentDesk, OpenDocument } from '#main/document-desk.ts';
import { pathOfRecent, type Remembered, recentDocuments, withoutRecent, withRecent } from '#main/settings.ts';
import { documentPath } from '#main/start-arguments.ts';
import type { StateFile } from '#main/state-file.ts';
import type { ExportedFile, OpenedDocument, SavedDocument } from '#shared/ipc/answers.ts';
import type { AnswerOf } from '#shared/ipc/contract.ts';
import { type AppError, failure, type Reply } from '#shared/ipc/errors.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Handlers } from './router.ts';

export interface DocumentContext {
  readonly desk: DocumentDesk;
  readonly dialogs: Dialogs;
  readonly remembered: StateFile<Remembered>;
  /** Folder in which documents without one are first saved. */
  readonly documentsFolder: () => string;
}

type DocumentRoute =
  | 'documentNew'
  | 'documentOpen'
  | 'documentOpenRecent'
  | 'documentOpenDropped'
  | 'documentSave'
  | 'documentSaveAs'
  | 'documentClose'
  | 'exportScenario'
  | 'recentDocuments';

export function documentHandlers(context: DocumentContext): Pick<Handlers, DocumentRoute> {
  const { desk, dialogs, remembered } = context;
  return {
    documentNew: ({ template }) => desk.create(template),
    documentOpen: async () => {
      const path = await dialogs.openScenario();
      return path === null ? done(null) : openPath(context, path);
    },
    documentOpenRecent: ({ id }) => openRecent(context, id),
    documentOpenDropped: async ({ path }) => openPath(context, path),
    documentSave: ({ documentId, scenario, overwriteChanged }) =>
      withOpen(context, documentId, (document) => {
        if (document.path === null) return saveAs(context, document, scenario, '');
        return save(context, document, document.path, scenario, overwriteChanged ?? false);
      }),
    documentSaveAs: ({ documentId, scenario, suggestedName }) =>
      withOpen(context, documentId, (document) => saveAs(context, document, scenario, suggestedName)),
    exportScenario: ({ scenario, suggestedName }) => exportScenario(context, scenario, suggestedName),
    documentClose: async ({ documentId }) => {
      desk.close(documentId);
      return done(null);
    },
    recentDocuments: async () => done(recentDocuments(remembered.current())),
  };
}

/** Opens a document that the user named: only `.scenario` files, remembered among the recent ones. */
export async function openPath(context: DocumentContext, path: string): Promise<Reply<OpenedDocument>> {
  const local = documentPath(path, '/');
  if (local === null) return refused(failure('not-a-scenario-file', { name: basename(path) }));
  const opened = await context.desk.open(local);
  if (opened.ok) context.remembered.update((state) => withRecent(state, local));
  return opened;
}

async function openRecent(context: DocumentContext, id: string): Promise<Reply<OpenedDocument>> {
  const path = pathOfRecent(context.remembered.current(), id);
  if (path === undefined) return refused(failure('document-missing', { name: '' }));
  const opened = await openPath(context, path);
  if (opened.ok || opened.error.code !== 'file-missing') return opened;
  context.remembered.update((state) => withoutRecent(state, path));
  return refused(failure('document-missing', { name: basename(path) }));
}

async function saveAs(
  context: DocumentContext,
  document: OpenDocument,
  scenario: Scenario,
  suggestedName: string,
): Promise<Reply<SavedDocument | null>> {
  const folder = document.path === null ? context.documentsFolder() : dirname(document.path);
  const name = suggestedName === '' ? scenario.title.en : suggestedName;
  const path = await context.dialogs.saveAs('scenario', name, folder);
  // The dialog has asked about a file that is there already.
  return path === null ? done(null) : save(context, document, path, scenario, true);
}

/** Leaves the open documents, and the list of recent ones, as they are. */
async function exportScenario(
  { desk, dialogs, remembered, documentsFolder }: DocumentContext,
  scenario: Scenario,
  suggestedName: string,
): Promise<Reply<ExportedFile | null>> {
  const folder = remembered.current().exportFolder ?? documentsFolder();
  const path = await dialogs.saveAs('scenario', suggestedName, folder);
  if (path === null) return done(null);
  const written = await desk.writeApart(path, scenario);
  if (written.ok) remembered.update((state) => ({ ...state, exportFolder: dirname(path) }));
  return written;
}

async function save(
  context: DocumentContext,
  document: OpenDocument,
  path: string,
  scenario: Scenario,
  overwriteChanged: boolean,
): Promise<Reply<SavedDocument>> {
  const saved = await context.desk.save(document, path, scenario, overwriteChanged);
  if (saved.ok) context.remembered.update((state) => withRecent(state, path));
  return saved;
}

async function withOpen(
  context: DocumentContext,
  documentId: string,
  act: (document: OpenDocument) => Promise<Reply<AnswerOf<'documentSave'>>>,
): Promise<Reply<AnswerOf<'documentSave'>>> {
  const document = context.desk.find(documentId);
  return document ? act(document) : refused(failure('document-not-open'));
}

function done<T>(data: T): Reply<T> {
  return { ok: true, data };
}

function refused(error: AppError): { ok: false; error: AppError } {
  return { ok: false, error };
}
