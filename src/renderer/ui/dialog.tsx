import { type ReactNode, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly text?: string;
  readonly icon?: ReactNode;
  readonly tone?: 'info' | 'warn' | 'bad';
  readonly wide?: boolean;
  /** Called for Escape and the scrim: the same as the cancel button. */
  readonly onClose: () => void;
  /** Something was typed that would be gone: the scrim does nothing, and Escape asks once. */
  readonly holdsTyping?: boolean;
  readonly children?: ReactNode;
  readonly buttons: ReactNode;
}

export function Dialog(props: DialogProps) {
  const { title, text, icon, tone = 'info', wide = false, onClose, children, buttons } = props;
  const { holdsTyping = false } = props;
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const leave = () => {
    if (holdsTyping && !isAsking) setAsking(true);
    else onClose();
  };
  return (
    <ModalOverlay
      className="ui-scrim"
      isOpen
      isDismissable={!holdsTyping}
      onOpenChange={(open) => {
        if (!open) leave();
      }}
    >
      <Modal className={wide ? 'ui-modal ui-modal--wide' : 'ui-modal'}>
        <AriaDialog className="ui-dialog">
          <div className="ui-dialog-head">
            {icon && <span className={`ui-dialog-icon ui-dialog-icon--${tone}`}>{icon}</span>}
            <div>
              <Heading slot="title" level={2} className="ui-dialog-title">
                {title}
              </Heading>
              {text !== undefined && <p className="ui-dialog-text">{text}</p>}
            </div>
          </div>
          {children}
          {holdsTyping && isAsking && (
            <p className="ui-dialog-asks" role="alert">
              {t('dialogs.holdsTyping')}
            </p>
          )}
          <div className="ui-dialog-buttons">{buttons}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A small table of names and values inside a dialog. */
export function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="ui-dialog-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
