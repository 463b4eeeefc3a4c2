import { i18n } from '#renderer/i18n/i18n.ts';
import { mainClient } from '#renderer/main-client.ts';
import { reportedYears, yearGroups } from '#renderer/store/columns.ts';
import { showDialog, showToast } from '#renderer/store/dialogs.ts';
import { hasUnsavedWork } from '#renderer/store/document-state.ts';
import * as documents from '#renderer/store/document-store.ts';
import { enterPending, hasPending } from '#renderer/store/pending-entry.ts';
import { resetSession, sessionStore } from '#renderer/store/session-store.ts';
import type { OpenedDocument, SavedDocument } from '#shared/ipc/answers.ts';
import type { AppError, Reply } from '#shared/ipc/errors.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { assertNever } from '#shared/util/assert-never.ts';

const { documentStore } = documents;

/** Starts a document from a template, after asking about unsaved work. */
export async function newDocument(template: 'openai' | 'blank'): Promise<void> {
  if (await mayLeave()) await show(mainClient().documentNew({ template }));
}

export async function openDocument(): Promise<void> {
  if (await mayLeave()) await show(mainClient().documentOpen({}));
}

export async function openRecent(id: string): Promise<void> {
  if (await mayLeave()) await show(mainClient().documentOpenRecent({ id }));
}

export async function openDropped(file: File): Promise<void> {
  if (await mayLeave()) await show(mainClient().documentOpenDropped(file), file.name);
}

/** A document that came from outside: a second start, a double click. */
export async function openHandedOver(reply: Reply<OpenedDocument>): Promise<void> {
  if (await mayLeave()) await show(Promise.resolve(reply));
  else if (reply.ok) await mainClient().documentClose({ documentId: reply.data.documentId });
}

export async function closeDocument(): Promise<void> {
  if (!(await mayLeave())) return;
  const { documentId } = documentStore.getState();
  documents.closeDocument();
  if (documentId !== null) await mainClient().documentClose({ documentId });
  await refreshRecent();
}

/** Saves; true when the file now holds the document. */
export async function saveDocument(options: { readonly overwriteChanged?: boolean } = {}): Promise<boolean> {
  const { documentId, file } = documentStore.getState();
  if (documentId === null) return true;
  if (!enterPending()) return false;
  if (file.name === null || file.readOnly) return saveDocumentAs();
  const overwriteChanged = options.overwriteChanged ?? false;
  return inTurn(({ documentId, scenario }) =>
    mainClient().documentSave({ documentId, scenario, overwriteChanged }),
  );
}

export async function saveDocumentAs(): Promise<boolean> {
  if (!enterPending()) return false;
  return inTurn(({ documentId, scenario }) =>
    mainClient().documentSaveAs({ documentId, scenario, suggestedName: documentName() }),
  );
}

type Write = (open: {
  readonly documentId: string;
  readonly scenario: Scenario;
}) => Promise<Reply<SavedDocument | null>>;

let lastWrite: Promise<boolean> = Promise.resolve(true);

/** One write after the other: a second one that began meanwhile would take the first for someone else's. */
function inTurn(write: Write): Promise<boolean> {
  lastWrite = lastWrite.then(() => writeOpen(write));
  return lastWrite;
}

async function writeOpen(write: Write): Promise<boolean> {
  const { documentId, scenario, history } = documentStore.getState();
  if (documentId === null) return true;
  documents.savingStarted();
  const reply = await write({ documentId, scenario });
  if (documentStore.getState().documentId !== documentId) return reply.ok;
  if (!reply.ok) {
    documents.savingFailed();
    saveFailed(reply.error);
    return false;
  }
  if (reply.data === null) {
    documents.savingCancelled();
    return false;
  }
  documents.savingDone({ ...reply.data, lastStep: history.past.at(-1) ?? null });
  if (!reply.data.durable) showToast('info', i18n.t('app:toasts.notDurable'));
  await refreshRecent();
  return true;
}

function saveFailed(error: AppError): void {
  showDialog(error.code === 'changed-on-disk' ? { kind: 'changedOnDisk' } : { kind: 'saveFailed', error });
}

/** False when the person wants to stay with unsaved work. */
async function mayLeave(): Promise<boolean> {
  if (!hasUnsavedWork(documentStore.getState()) && !hasPending()) return true;
  const reply = await mainClient().askToSave({});
  if (!reply.ok) {
    showDialog({ kind: 'error', error: reply.error, title: 'failed', subject: documentName() });
    return false;
  }
  switch (reply.data) {
    case 'save':
      return saveDocument();
    case 'discard':
      return true;
    case 'cancel':
      return false;
    default:
      return assertNever(reply.data);
  }
}

/** The window is closing and the person chose to save first. */
export async function saveAndClose(): Promise<void> {
  if (await saveDocument()) await mainClient().closeConfirmed({});
}

async function show(pending: Promise<Reply<OpenedDocument | null>>, subject = ''): Promise<void> {
  const reply = await pending;
  if (!reply.ok) showDialog({ kind: 'error', error: reply.error, title: 'notOpened', subject });
  else if (reply.data) await adoptDocument(reply.data);
  await refreshRecent();
}

/** Takes an opened document in place of the one on screen. */
export async function adoptDocument(document: OpenedDocument): Promise<void> {
  const former = documentStore.getState().documentId;
  startSession(document.scenario);
  documents.openDocument(document);
  if (former !== null && former !== document.documentId) {
    await mainClient().documentClose({ documentId: former });
  }
}

function startSession(scenario: Scenario): void {
  const groups = yearGroups(scenario.timeline, asOfDate(scenario, null));
  const collapsedYears = reportedYears(groups);
  const group = groups.find((one) => !collapsedYears.includes(one.year)) ?? groups[0];
  const column = group?.quarters[0]?.id ?? group?.total.id;
  const closed = new Set(scenario.sections.filter((section) => section.closed).map((section) => section.id));
  const isShown = ({ role, folded, section }: LineItem) =>
    role !== 'header' && folded !== true && !closed.has(section);
  const key = scenario.itemOrder.find((one) => {
    const item = scenario.items[one];
    return item !== undefined && isShown(item);
  });
  resetSession({
    closedSections: scenario.sections.filter((section) => section.closed).map((section) => section.id),
    collapsedYears,
    activeCell: key !== undefined && column !== undefined ? { key, column } : null,
  });
}

async function refreshRecent(): Promise<void> {
  const reply = await mainClient().recentDocuments({});
  if (reply.ok) sessionStore.setState({ recent: reply.data });
}

/** Name of the open document as people know it: its file without the ending, else its title. */
export function documentName(): string {
  const { fileName, scenario } = documentStore.getState();
  if (fileName !== null) return fileName.replace(/\.scenario$/i, '');
  const { language } = sessionStore.getState();
  return scenario.title[language] || scenario.title.en || i18n.t('app:document.untitled');
}
