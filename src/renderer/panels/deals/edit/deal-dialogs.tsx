import type { DealDialogState } from '#renderer/store/dialogs.ts';
import { useScenario } from '#renderer/store/hooks.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { DealDialog } from './deal-dialog.tsx';
import { DeleteDealDialog } from './delete-deal-dialog.tsx';
import { StatusDialog } from './status-dialog.tsx';

/** The dialog about a deal that is asked for. */
export function DealDialogs({ dialog }: { readonly dialog: DealDialogState }) {
  const deals = useScenario((scenario) => scenario.deals);
  if (dialog.kind === 'newDeal') return <DealDialog deal={null} />;
  const deal = deals.find(({ id }) => id === dialog.id);
  if (!deal) return null;
  switch (dialog.kind) {
    case 'editDeal':
      return <DealDialog deal={deal} />;
    case 'addDealStatus':
      return <StatusDialog deal={deal} />;
    case 'deleteDeal':
      return <DeleteDealDialog deal={deal} />;
    default:
      return assertNever(dialog);
  }
}
