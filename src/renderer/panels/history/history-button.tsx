import { ChevronDown } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { shortcutText } from '#renderer/actions/shortcut.ts';
import { VIEW_ACTIONS } from '#renderer/actions/view-actions.ts';
import { closeDialog, showDialog, useDialogs, useSession } from '#renderer/store/hooks.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { MenuPopover } from '#renderer/ui/menu.tsx';
import { HistoryPanel } from './history-panel.tsx';
import './history.css';

/** The arrow beside undo and redo: opens the list of steps. */
export function HistoryButton() {
  const { t } = useTranslation('history');
  const os = useSession((session) => session.platform.os);
  const isOpen = useDialogs(({ dialog }) => dialog?.kind === 'history');
  return (
    <span className="history-button">
      <DialogTrigger
        isOpen={isOpen}
        onOpenChange={(open) => (open ? showDialog({ kind: 'history' }) : closeDialog())}
      >
        <IconButton label={t('title')} keys={shortcutText(VIEW_ACTIONS.history.shortcut, os)}>
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <MenuPopover placement="bottom start">
          <HistoryPanel />
        </MenuPopover>
      </DialogTrigger>
    </span>
  );
}
