import { randomUUID } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { ExportedFile, OpenedDocument, SavedDocument } from '#shared/ipc/answers.ts';
import { type AppError, failure, type Reply } from '#shared/ipc/errors.ts';
import type { Scenario } from '#shared/model/scenario.ts';

/** How a file looked when it was last read or written, so that a change by others is noticed. */
export type FileStamp = string;

/** Reading and writing scenario files, as the desk needs it. */
export interface ScenarioFiles {
  read(path: string): Promise<Reply<ScenarioFile>>;
  /** Stamp null: write whatever lies there now. */
  write(path: string, scenario: Scenario, expected: FileStamp | null): Promise<Reply<WrittenFile>>;
  /** The scenario that a template holds. */
  template(name: 'openai' | 'blank'): Promise<Reply<Scenario>>;
}

export interface ScenarioFile {
  readonly scenario: Scenario;
  readonly stamp: FileStamp;
  readonly readOnly: boolean;
  /** ISO with time. */
  readonly savedAt: string;
}

export interface WrittenFile {
  readonly stamp: FileStamp;
  readonly savedAt: string;
  readonly durable: boolean;
}

export interface OpenDocument {
  readonly documentId: string;
  readonly path: string | null;
  readonly stamp: FileStamp | null;
}

/** What the page shows at the moment. */
export interface ShownDocument {
  readonly documentId: string | null;
  readonly name: string;
  readonly dirty: boolean;
}

const NOTHING_SHOWN: ShownDocument = { documentId: null, name: '', dirty: false };

/** The documents that are open: where each lies on disk is known here and nowhere else. */
export class DocumentDesk {
  readonly #files: ScenarioFiles;
  readonly #open = new Map<string, OpenDocument>();
  #shown: ShownDocument = NOTHING_SHOWN;

  constructor(files: ScenarioFiles) {
    this.#files = files;
  }

  find(documentId: string): OpenDocument | undefined {
    return this.#open.get(documentId);
  }

  get shown(): ShownDocument {
    return this.#shown;
  }

  show(shown: ShownDocument): void {
    this.#shown = shown;
  }

  close(documentId: string): void {
    this.#open.delete(documentId);
    if (this.#shown.documentId === documentId) this.#shown = NOTHING_SHOWN;
  }

  async create(template: 'openai' | 'blank'): Promise<Reply<OpenedDocument>> {
    const scenario = await this.#files.template(template);
    if (!scenario.ok) return scenario;
    const { documentId } = this.#keep({ documentId: randomUUID(), path: null, stamp: null });
    const unsaved = { name: null, readOnly: false, savedAt: null };
    return { ok: true, data: { documentId, scenario: scenario.data, ...unsaved } };
  }

  async open(path: string): Promise<Reply<OpenedDocument>> {
    const file = await this.#files.read(path);
    if (!file.ok) return refusedFor(path, file.error);
    const { scenario, stamp, readOnly, savedAt } = file.data;
    const { documentId } = this.#keep({ documentId: randomUUID(), path, stamp });
    return { ok: true, data: { documentId, name: basename(path), scenario, readOnly, savedAt } };
  }

  /** The document shown before the page was loaded again; null when it had no file. */
  async reopenShown(): Promise<Reply<OpenedDocument> | null> {
    const shown = this.#shown.documentId === null ? undefined : this.find(this.#shown.documentId);
    if (!shown || shown.path === null) return null;
    this.close(shown.documentId);
    return this.open(shown.path);
  }

  /** `overwrite`: also when the file at `path` is not the one that was read. */
  async save(
    document: OpenDocument,
    path: string,
    scenario: Scenario,
    overwrite: boolean,
  ): Promise<Reply<SavedDocument>> {
    const expected = overwrite || path !== document.path ? null : document.stamp;
    const written = await this.#files.write(path, scenario, expected);
    if (!written.ok) return refusedFor(path, written.error);
    const { stamp, savedAt, durable } = written.data;
    const { documentId } = this.#keep({ ...document, path, stamp });
    return { ok: true, data: { documentId, name: basename(path), savedAt, durable } };
  }

  /** Writes a scenario of its own beside the open documents, never over the file of one of them. */
  async writeApart(path: string, scenario: Scenario): Promise<Reply<ExportedFile>> {
    const real = await realPath(path);
    for (const { path: taken } of this.#open.values()) {
      if (taken !== null && (await realPath(taken)) === real)
        return refusedFor(path, failure('file-is-open-here'));
    }
    const written = await this.#files.write(path, scenario, null);
    return written.ok ? { ok: true, data: { name: basename(path) } } : refusedFor(path, written.error);
  }

  #keep(document: OpenDocument): OpenDocument {
    this.#open.set(document.documentId, document);
    return document;
  }
}

/** The file itself behind links; the path as it is where there is no file. */
async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

/** Every refusal names the file, never its folder. */
function refusedFor(path: string, error: AppError): { ok: false; error: AppError } {
  return { ok: false, error: { ...error, params: { ...error.params, name: basename(path) } } };
}
