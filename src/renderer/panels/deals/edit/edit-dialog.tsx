import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { focusFirstFault } from './form.ts';
import './deal-edit.css';

export interface EditDialogProps {
  readonly title: string;
  readonly text?: string;
  readonly saveText: string;
  /** Why the whole was refused. */
  readonly refused: string | null;
  readonly onClose: () => void;
  readonly holdsTyping: boolean;
  /** True when it was saved; else the first field that is wrong takes the focus. */
  readonly onSave: () => boolean;
  readonly children: ReactNode;
}

/** A dialog with fields, its buttons always in sight; what is wrong is said where the buttons are. */
export function EditDialog(props: EditDialogProps) {
  const { title, text, saveText, refused, onClose, holdsTyping, onSave, children } = props;
  const { t } = useTranslation('deal-edit');
  const form = useRef<HTMLFormElement>(null);
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    if (failures > 0) focusFirstFault(form.current);
  }, [failures]);
  const save = () => {
    if (!onSave()) setFailures((count) => count + 1);
  };
  return (
    <Dialog
      wide
      title={title}
      {...(text !== undefined && { text })}
      onClose={onClose}
      holdsTyping={holdsTyping}
      buttons={
        <>
          <p className="deal-edit-refused" role="alert">
            {refused}
          </p>
          <Button onPress={onClose}>{t('app:buttons.cancel')}</Button>
          <Button kind="primary" onPress={save}>
            {saveText}
          </Button>
        </>
      }
    >
      <form
        className="deal-edit"
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {children}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

/** Some fields under a heading. */
export function FieldGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="deal-edit-group">
      <legend>{title}</legend>
      <div className="ui-dialog-form">{children}</div>
    </fieldset>
  );
}
