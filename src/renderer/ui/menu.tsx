import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  Popover,
  type PopoverProps,
  Separator,
} from 'react-aria-components';
import './controls.css';

export function MenuPopover(props: Omit<PopoverProps, 'className'>) {
  return <Popover offset={4} {...props} className="ui-popover" />;
}

export function Menu<T extends object>(props: AriaMenuProps<T>) {
  return <AriaMenu {...props} className="ui-menu" />;
}

export interface MenuItemProps extends Omit<AriaMenuItemProps, 'className' | 'children' | 'textValue'> {
  readonly text: string;
  /** Keys or a figure at the end of the row. */
  readonly hint?: ReactNode;
  readonly icon?: ReactNode;
  /** Keeps room for a check mark in menus that choose. */
  readonly selectable?: boolean;
}

export function MenuItem({ text, hint, icon, selectable = false, ...rest }: MenuItemProps) {
  return (
    <AriaMenuItem {...rest} textValue={text} className="ui-menu-item">
      {({ isSelected }) => (
        <>
          {selectable && (
            <span className="ui-menu-mark">{isSelected && <Check size={14} aria-hidden />}</span>
          )}
          {icon}
          <span className="ui-menu-text">{text}</span>
          {hint !== undefined && <span className="ui-menu-hint">{hint}</span>}
        </>
      )}
    </AriaMenuItem>
  );
}

export function MenuSeparator() {
  return <Separator className="ui-menu-separator" />;
}
