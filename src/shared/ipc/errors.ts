/** A failure as it crosses from main to the renderer: a stable code, and what its sentence needs. */
export interface AppError {
  /** Key of `resources/locales/…/errors.json`. Codes of the format and of files pass through unchanged. */
  readonly code: string;
  /** Place inside the document, for errors of the format. */
  readonly where?: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Codes that the boundary itself gives; files and format bring their own. */
export const IPC_ERROR_CODES = [
  /** The message came from a frame that is not the program's own page. */
  'denied',
  /** The request does not have the shape of its route. */
  'bad-request',
  /** Something in main threw; the log holds the details. */
  'unexpected',
  /** The document is not open any more. */
  'document-not-open',
  /** A recent document is not where it was. */
  'document-missing',
  /** Only `.scenario` files are opened. */
  'not-a-scenario-file',
  /** A scenario was to be written over the file of a document that is open. */
  'file-is-open-here',
  /** A picture or page could not be made or written. */
  'export-failed',
  /** Language, theme or window could not be written down for the next start. */
  'settings-not-saved',
] as const;

export type IpcErrorCode = (typeof IPC_ERROR_CODES)[number];

export type Reply<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly error: AppError };

export function failure(code: IpcErrorCode, params: AppError['params'] = {}): AppError {
  return { code, params };
}
