import { createStore } from 'zustand/vanilla';
import type { AppError } from '#shared/ipc/errors.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import type { CellAddress } from './cell-address.ts';
import type { RowKind } from './row-draft.ts';

/** A dialog about a deal. */
export type DealDialogState =
  | { readonly kind: 'newDeal' }
  | { readonly kind: 'editDeal'; readonly id: string }
  | { readonly kind: 'addDealStatus'; readonly id: string }
  | { readonly kind: 'deleteDeal'; readonly id: string };

/** The dialog that stands in front of everything; at most one. */
export type DialogState =
  | { readonly kind: 'error'; readonly error: AppError; readonly title: ErrorTitle; readonly subject: string }
  | { readonly kind: 'changedOnDisk' }
  | { readonly kind: 'saveFailed'; readonly error: AppError }
  | {
      readonly kind: 'insertRow';
      readonly section: string;
      readonly after: ItemKey | null;
      readonly row?: RowKind;
    }
  | { readonly kind: 'renameRow'; readonly key: ItemKey }
  | { readonly kind: 'editRow'; readonly key: ItemKey }
  | { readonly kind: 'deleteRow'; readonly key: ItemKey }
  | { readonly kind: 'comment'; readonly cell: CellAddress }
  | { readonly kind: 'case'; readonly what: CaseDialogKind; readonly id: string | null }
  | DealDialogState
  | { readonly kind: 'commands' }
  /** Stands at the undo button, not in the middle. */
  | { readonly kind: 'history' }
  | { readonly kind: 'functions' }
  | { readonly kind: 'about' };

/** What is done with a case; `page` lists them all. */
export type CaseDialogKind = 'new' | 'edit' | 'copy' | 'delete' | 'promote' | 'page';

/** Names the title of an error dialog. */
export type ErrorTitle = 'notOpened' | 'notExported' | 'failed';

export interface Toast {
  readonly id: number;
  readonly tone: 'ok' | 'info' | 'bad';
  /** Already in the language of the interface. */
  readonly text: string;
}

interface DialogsState {
  readonly dialog: DialogState | null;
  readonly toasts: readonly Toast[];
}

const TOASTS_AT_ONCE = 3;

export const dialogsStore = createStore<DialogsState>()(() => ({ dialog: null, toasts: [] }));

export function showDialog(dialog: DialogState): void {
  dialogsStore.setState({ dialog });
}

export function closeDialog(): void {
  dialogsStore.setState({ dialog: null });
}

let lastToast = 0;

/** A message that goes away by itself; errors stay until closed. */
export function showToast(tone: Toast['tone'], text: string): void {
  lastToast += 1;
  const toast = { id: lastToast, tone, text };
  dialogsStore.setState((state) => ({ toasts: [...state.toasts, toast].slice(-TOASTS_AT_ONCE) }));
}

export function closeToast(id: number): void {
  dialogsStore.setState((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }));
}
