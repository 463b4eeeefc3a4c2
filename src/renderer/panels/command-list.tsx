import { useMemo } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  TextField,
  useFilter,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { enabled } from '#renderer/actions/action.ts';
import { allActions, perform } from '#renderer/actions/registry.ts';
import { shortcutText } from '#renderer/actions/shortcut.ts';
import { closeDialog, useSession } from '#renderer/store/hooks.ts';
import '#renderer/ui/controls.css';
import '#renderer/ui/dialog.css';
import './command-list.css';

/** Every action that is possible now, found by typing. */
export function CommandList() {
  const { t } = useTranslation();
  const { contains } = useFilter({ sensitivity: 'base' });
  const os = useSession((session) => session.platform.os);
  const actions = useMemo(() => allActions().filter((action) => !action.quiet && enabled(action)), []);
  const run = (id: string) => {
    closeDialog();
    const action = actions.find((one) => one.id === id);
    if (action) setTimeout(() => perform(action), 0);
  };
  return (
    <ModalOverlay
      className="ui-scrim panel-commands-scrim"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && closeDialog()}
    >
      <Modal className="ui-modal ui-modal--wide">
        <Dialog className="ui-dialog panel-commands" aria-label={t('commands.title')}>
          <Autocomplete filter={contains}>
            <TextField className="panel-commands-field" aria-label={t('commands.search')} autoFocus>
              <Input role="combobox" aria-expanded placeholder={t('commands.search')} spellCheck={false} />
            </TextField>
            <ListBox
              className="ui-menu"
              aria-label={t('commands.title')}
              items={actions}
              onAction={(id) => run(String(id))}
              renderEmptyState={() => <div className="panel-commands-empty">{t('commands.none')}</div>}
            >
              {(action) => (
                <ListBoxItem id={action.id} textValue={action.label()} className="ui-menu-item">
                  <span className="ui-menu-text">{action.label()}</span>
                  {action.shortcut && (
                    <span className="ui-menu-hint">
                      <kbd>{shortcutText(action.shortcut, os)}</kbd>
                    </span>
                  )}
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
