import { ChevronDown } from 'lucide-react';
import {
  Button as AriaButton,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';

export interface ComboChoice {
  /** What stands in the field when it is chosen. */
  readonly id: string;
  /** Says what it is. */
  readonly text?: string;
}

export interface ComboFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices: readonly ComboChoice[];
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Keys and ids run left to right in every language. */
  readonly code?: boolean;
  readonly autoFocus?: boolean;
}

/** Choices listed at once; typing finds the others. */
const LISTED = 40;

/** A text that may be one of the known ones: typing narrows the list, and anything may be typed. */
export function ComboField(props: ComboFieldProps) {
  const { label, value, onChange, choices, hint, error, code = false, autoFocus = false } = props;
  const { t } = useTranslation('deal-edit');
  return (
    <ComboBox
      className="ui-field"
      inputValue={value}
      onInputChange={onChange}
      items={matching(choices, value)}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection
      isInvalid={error !== undefined}
      autoFocus={autoFocus}
    >
      <Label className="ui-field-label">{label}</Label>
      <div className="deal-edit-combo">
        <Input className="ui-field-input" dir={code ? 'ltr' : 'auto'} autoComplete="off" spellCheck={false} />
        <AriaButton className="deal-edit-combo-open">
          <ChevronDown size={14} aria-hidden />
        </AriaButton>
      </div>
      {error === undefined && hint !== undefined && (
        <Text slot="description" className="ui-field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="ui-field-error">{error}</FieldError>
      <Popover className="ui-popover" offset={4}>
        <ListBox<ComboChoice>
          className="ui-menu deal-edit-choices"
          renderEmptyState={() => <p className="deal-edit-none">{t('noMatch')}</p>}
        >
          {({ id, text }) => (
            <ListBoxItem className="ui-menu-item" id={id} textValue={id}>
              <bdi>{id}</bdi>
              {text !== undefined && <span className="ui-menu-hint">{text}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function matching(choices: readonly ComboChoice[], typed: string): ComboChoice[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const isChosen = choices.some(({ id }) => id === typed);
  const found = isChosen
    ? choices
    : choices.filter(({ id, text = '' }) => {
        const all = `${id} ${text}`.toLowerCase();
        return words.every((word) => all.includes(word));
      });
  return found.slice(0, LISTED);
}
