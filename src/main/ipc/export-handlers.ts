import { basename, dirname } from 'node:path';
import type { WebContents } from 'electron';
import type { Dialogs } from '#main/dialogs.ts';
import type { Remembered } from '#main/settings.ts';
import type { StateFile } from '#main/state-file.ts';
import type { ExportedFile } from '#shared/ipc/answers.ts';
import { type AppError, failure, type Reply } from '#shared/ipc/errors.ts';
import type { Handlers } from './router.ts';

export interface ExportContext {
  readonly dialogs: Dialogs;
  readonly remembered: StateFile<Remembered>;
  readonly documentsFolder: () => string;
  /** Writes wholly or not at all. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<Reply<null>>;
}

export function exportHandlers(context: ExportContext): Pick<Handlers, 'exportPicture' | 'exportPdf'> {
  return {
    exportPicture: ({ kind, bytes, suggestedName }) =>
      exportFile(context, kind, suggestedName, async () => bytes),
    exportPdf: ({ suggestedName }, sender) =>
      exportFile(context, 'pdf', suggestedName, () => printedPage(sender)),
  };
}

/** The page as it looks in print: tagged, with an outline, on the paper its style sheet names. */
export async function printedPage(contents: WebContents): Promise<Uint8Array> {
  return contents.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
    pageSize: 'A4',
    landscape: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}

async function exportFile(
  context: ExportContext,
  kind: 'png' | 'svg' | 'pdf',
  suggestedName: string,
  make: () => Promise<Uint8Array>,
): Promise<Reply<ExportedFile | null>> {
  // Made before the dialog opens: the page may change while the user looks for a folder.
  const made = await attempted(make);
  if (!made.ok) return made;
  const folder = context.remembered.current().exportFolder ?? context.documentsFolder();
  const path = await context.dialogs.saveAs(kind, suggestedName, folder);
  if (path === null) return { ok: true, data: null };
  const written = await context.write(path, made.data);
  if (!written.ok) return { ok: false, error: named(written.error, path) };
  context.remembered.update((state) => ({ ...state, exportFolder: dirname(path) }));
  return { ok: true, data: { name: basename(path) } };
}

async function attempted(make: () => Promise<Uint8Array>): Promise<Reply<Uint8Array>> {
  try {
    return { ok: true, data: await make() };
  } catch (error) {
    return { ok: false, error: failure('export-failed', { reason: String(error) }) };
  }
}

function named(error: AppError, path: string): AppError {
  return { ...error, params: { ...error.params, name: basename(path) } };
}
