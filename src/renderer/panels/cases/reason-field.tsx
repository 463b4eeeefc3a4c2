import { TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dispatch } from '#renderer/store/hooks.ts';

interface ReasonFieldProps {
  readonly caseId: string;
  readonly itemKey: string;
  readonly reason: string;
  /** The row, by its label. */
  readonly label: string;
}

/** Why a value was replaced. Entered by Enter and on leaving; Escape brings back what was. */
export function ReasonField({ caseId, itemKey, reason, label }: ReasonFieldProps) {
  const { t } = useTranslation('cases');
  const [typed, setTyped] = useState<string | null>(null);
  const missing = reason.trim() === '';
  const enter = () => {
    setTyped(null);
    const next = typed?.trim() ?? reason;
    if (next !== reason) {
      dispatch({ type: 'setOverrideReason', caseId, key: itemKey, reason: next });
    }
  };
  const listen = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') enter();
    if (event.key !== 'Escape' || typed === null) return;
    // The dialog stays: only the typing is given up.
    event.stopPropagation();
    setTyped(null);
  };
  return (
    <span className={missing ? 'panel-cases-why panel-cases-why--missing' : 'panel-cases-why'}>
      {missing && <TriangleAlert size={13} strokeWidth={1.75} role="img" aria-label={t('table.noReason')} />}
      <input
        className="ui-field-input"
        data-stop="reason"
        dir="auto"
        aria-label={t('table.reasonFor', { name: label })}
        placeholder={t('table.noReason')}
        title={reason}
        value={typed ?? reason}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={enter}
        onKeyDown={listen}
      />
    </span>
  );
}
