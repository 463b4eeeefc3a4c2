import type { Change } from '#shared/commands/change.ts';
import { EMPTY_HISTORY, type History } from '#shared/commands/history.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { EMPTY_SCENARIO } from './empty-scenario.ts';

/** What the person reads under the file name. */
export type SavedState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'readOnly' }
  | { readonly kind: 'failed' };

/** What is known of the file behind a document. */
export interface FileState {
  /** Name as shown; null until the document has a file. */
  readonly name: string | null;
  /** ISO with time; null without a file. */
  readonly savedAt: string | null;
  readonly readOnly: boolean;
  /** The last step that the file holds; null for the state it was opened in. */
  readonly step: Change | null;
}

export interface DocumentState {
  /** null while the welcome page is shown. */
  readonly documentId: string | null;
  readonly fileName: string | null;
  readonly scenario: Scenario;
  readonly history: History;
  readonly file: FileState;
  readonly saving: 'idle' | 'running' | 'failed';
}

export const NO_FILE: FileState = { name: null, savedAt: null, readOnly: false, step: null };

export const NO_DOCUMENT: DocumentState = {
  documentId: null,
  fileName: null,
  scenario: EMPTY_SCENARIO,
  history: EMPTY_HISTORY,
  file: NO_FILE,
  saving: 'idle',
};

/** True when closing now would lose work: undoing back to what the file holds makes it false again. */
export function hasUnsavedWork(state: DocumentState): boolean {
  return state.documentId !== null && (state.history.past.at(-1) ?? null) !== state.file.step;
}

export function savedState(state: DocumentState): SavedState {
  if (state.saving === 'running') return { kind: 'saving' };
  if (state.saving === 'failed') return { kind: 'failed' };
  if (hasUnsavedWork(state)) return { kind: 'unsaved' };
  if (state.file.readOnly) return { kind: 'readOnly' };
  return state.file.savedAt === null ? { kind: 'unsaved' } : { kind: 'saved', at: state.file.savedAt };
}
