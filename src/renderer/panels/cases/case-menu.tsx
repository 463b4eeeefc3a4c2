import { Ellipsis, LayoutList, Plus } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { MenuSection, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Action, enabled } from '#renderer/actions/action.ts';
import { actionsOnCase, CASE_ACTIONS } from '#renderer/actions/case-actions.ts';
import { perform } from '#renderer/actions/registry.ts';
import { shortcutText } from '#renderer/actions/shortcut.ts';
import { useSession } from '#renderer/store/hooks.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Menu, MenuItem, MenuPopover } from '#renderer/ui/menu.tsx';
import './case-menu.css';

interface MenuState {
  readonly isOpen: boolean;
  readonly setOpen: (open: boolean) => void;
}

/** The menu of a row, and what opens it from the row: right click, Shift+F10 and the menu key. */
export function useCaseMenu() {
  const [isOpen, setOpen] = useState(false);
  const row = {
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault();
      setOpen(true);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
      event.preventDefault();
      setOpen(true);
    },
  };
  return { isOpen, setOpen, row };
}

export interface CaseMenuProps {
  /** null for the base. */
  readonly id: string | null;
  readonly name: string;
  readonly menu: MenuState;
}

/** A button at the end of a row with what can be done with its case. */
export function CaseMenu({ id, name, menu }: CaseMenuProps) {
  const { t } = useTranslation('cases');
  const label = t('actionsFor', { name });
  return (
    <span className="panel-cases-more">
      <MenuTrigger isOpen={menu.isOpen} onOpenChange={menu.setOpen}>
        <IconButton small label={label}>
          <Ellipsis size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <MenuPopover placement="bottom end">
          <Menu aria-label={label}>
            {actionsOnCase(id).map((action) => (
              <ActionItem key={action.id} action={action} />
            ))}
          </Menu>
        </MenuPopover>
      </MenuTrigger>
    </span>
  );
}

function ActionItem({ action }: { readonly action: Action }) {
  const os = useSession((session) => session.platform.os);
  return (
    <MenuItem
      id={action.id}
      text={action.label()}
      isDisabled={!enabled(action)}
      hint={action.shortcut && <kbd>{shortcutText(action.shortcut, os)}</kbd>}
      onAction={() => perform(action)}
    />
  );
}

/** The end of the list of cases in the toolbar. */
export function CaseSelectActions() {
  const { t } = useTranslation('cases');
  return (
    <MenuSection aria-label={t('menu')}>
      <ActionItem action={CASE_ACTIONS.new} />
      <ActionItem action={CASE_ACTIONS.page} />
    </MenuSection>
  );
}

/** Beside the heading of the cases in the outline. */
export function CaseButtons() {
  const os = useSession((session) => session.platform.os);
  const { new: add, page } = CASE_ACTIONS;
  return (
    <span className="panel-cases-buttons">
      <IconButton small label={add.label()} onPress={() => perform(add)}>
        <Plus size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton
        small
        label={page.label()}
        keys={shortcutText(page.shortcut, os)}
        onPress={() => perform(page)}
      >
        <LayoutList size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </span>
  );
}
