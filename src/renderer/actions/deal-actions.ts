import { i18n } from '#renderer/i18n/i18n.ts';
import { showDialog } from '#renderer/store/dialogs.ts';
import { documentStore } from '#renderer/store/document-store.ts';
import { enterPending } from '#renderer/store/pending-entry.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import type { Action } from './action.ts';
import { documentIsOpen } from './file-actions.ts';

/** The deal that the deals view shows; null in other views and without one. */
function chosenDeal(): string | null {
  const { view, chosenDeal: id } = sessionStore.getState();
  const { deals } = documentStore.getState().scenario;
  return view === 'deals' && id !== null && deals.some((deal) => deal.id === id) ? id : null;
}

const text = (key: string) => () => i18n.t(`deal-edit:actions.${key}`, { id: chosenDeal() ?? '' });

const aboutChosen = (name: string, kind: 'editDeal' | 'addDealStatus' | 'deleteDeal'): Action => ({
  id: `deal.${name}`,
  label: () => text(chosenDeal() === null ? name : `${name}Named`)(),
  isEnabled: () => chosenDeal() !== null,
  perform: () => {
    const id = chosenDeal();
    if (id !== null) showDialog({ kind, id });
  },
});

/** What a person does to the register of deals. */
export const DEAL_ACTIONS = {
  add: {
    id: 'deal.add',
    label: text('add'),
    isEnabled: documentIsOpen,
    perform: () => {
      if (enterPending()) showDialog({ kind: 'newDeal' });
    },
  },
  edit: aboutChosen('edit', 'editDeal'),
  addStatus: aboutChosen('addStatus', 'addDealStatus'),
  remove: aboutChosen('remove', 'deleteDeal'),
} as const satisfies Record<string, Action>;
