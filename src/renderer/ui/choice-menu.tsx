import { ChevronDown } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { Button } from './button.tsx';
import type { Choice } from './fields.tsx';
import { Menu, MenuItem, MenuPopover } from './menu.tsx';

export interface ChoiceMenuProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (id: string) => void;
}

/** A button that says what is chosen and opens the menu of what can be. */
export function ChoiceMenu({ label, value, choices, onChange }: ChoiceMenuProps) {
  return (
    <MenuTrigger>
      <Button small>
        <span className="ui-select-label">{label}</span>
        <span className="ui-select-value">{choices.find(({ id }) => id === value)?.text}</span>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </Button>
      <MenuPopover>
        <Menu
          aria-label={label}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[value]}
          onSelectionChange={(keys) => {
            const [key] = [...keys];
            if (key !== undefined) onChange(String(key));
          }}
        >
          {choices.map(({ id, text }) => (
            <MenuItem key={id} id={id} text={text} selectable />
          ))}
        </Menu>
      </MenuPopover>
    </MenuTrigger>
  );
}
