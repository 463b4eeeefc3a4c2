import { ChevronDown } from 'lucide-react';
import {
  Button as AriaButton,
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components';
import './controls.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  /** Shown in place of the hint. */
  readonly error?: string | undefined;
  readonly whole?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  /** Texts such as formulas run left to right in every language. */
  readonly code?: boolean;
  readonly language?: string;
}

export function TextField(props: TextFieldProps) {
  const { label, value, onChange, hint, error, whole = false, disabled = false, code = false } = props;
  return (
    <AriaTextField
      className={whole ? 'ui-field ui-whole' : 'ui-field'}
      value={value}
      onChange={onChange}
      isDisabled={disabled}
      isInvalid={error !== undefined}
      autoFocus={props.autoFocus ?? false}
    >
      <Label className="ui-field-label">{label}</Label>
      <Input
        className="ui-field-input"
        dir={code ? 'ltr' : 'auto'}
        lang={props.language}
        autoComplete="off"
        spellCheck={false}
      />
      {error === undefined && hint !== undefined && (
        <Text slot="description" className="ui-field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="ui-field-error">{error}</FieldError>
    </AriaTextField>
  );
}

export interface Choice {
  readonly id: string;
  readonly text: string;
}

export interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (id: string) => void;
}

export function ChoiceField({ label, value, choices, onChange }: ChoiceFieldProps) {
  return (
    <Select className="ui-field" value={value} onChange={(key) => onChange(String(key))}>
      <Label className="ui-field-label">{label}</Label>
      <AriaButton className="ui-button ui-field-choice">
        <SelectValue className="ui-menu-text" />
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="ui-popover" offset={4}>
        <ListBox className="ui-menu" items={choices}>
          {(choice) => (
            <ListBoxItem className="ui-menu-item" id={choice.id} textValue={choice.text}>
              {choice.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
