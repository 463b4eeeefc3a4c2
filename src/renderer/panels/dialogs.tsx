import { closeDialog, type DialogState, useDialogs } from '#renderer/store/hooks.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { CaseDialog } from './cases/case-dialog.tsx';
import { CommandList } from './command-list.tsx';
import { DealDialogs } from './deals/edit/deal-dialogs.tsx';
import { AboutDialog } from './dialog-about.tsx';
import { CommentDialog } from './dialog-comment.tsx';
import { ChangedOnDiskDialog, ErrorDialog, SaveFailedDialog } from './dialog-files.tsx';
import { RowDialog } from './dialog-row.tsx';
import { FunctionList } from './function-list.tsx';
import { DeleteRowDialog } from './rows/delete-dialog.tsx';
import { RenameDialog } from './rows/rename-dialog.tsx';

/** Whatever dialog is asked for. */
export function Dialogs() {
  const dialog = useDialogs((state) => state.dialog);
  return dialog && <OneDialog dialog={dialog} />;
}

function OneDialog({ dialog }: { readonly dialog: DialogState }) {
  switch (dialog.kind) {
    case 'error':
      return <ErrorDialog {...dialog} />;
    case 'changedOnDisk':
      return <ChangedOnDiskDialog />;
    case 'saveFailed':
      return <SaveFailedDialog error={dialog.error} />;
    case 'insertRow':
      return (
        <RowDialog
          section={dialog.section}
          after={dialog.after}
          itemKey={null}
          {...(dialog.row && { kind: dialog.row })}
        />
      );
    case 'renameRow':
      return <RenameDialog itemKey={dialog.key} />;
    case 'editRow':
      return <RowDialog section="" after={null} itemKey={dialog.key} />;
    case 'deleteRow':
      return <DeleteRowDialog itemKey={dialog.key} />;
    case 'comment':
      return <CommentDialog cell={dialog.cell} />;
    case 'case':
      return <CaseDialog what={dialog.what} id={dialog.id} onClose={closeDialog} />;
    case 'newDeal':
    case 'editDeal':
    case 'addDealStatus':
    case 'deleteDeal':
      return <DealDialogs dialog={dialog} />;
    case 'commands':
      return <CommandList />;
    case 'history':
      return null;
    case 'functions':
      return <FunctionList />;
    case 'about':
      return <AboutDialog />;
    default:
      return assertNever(dialog);
  }
}
