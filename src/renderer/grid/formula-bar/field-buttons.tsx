import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** What Escape and Enter do, for the pointer. */
export function FieldButtons({
  onCancel,
  onEnter,
}: {
  readonly onCancel: () => void;
  readonly onEnter: () => void;
}) {
  const { t } = useTranslation('formula-bar');
  return (
    <span className="grid-formula-buttons">
      <button type="button" title={t('cancelKey')} aria-label={t('cancel')} onClick={onCancel}>
        <X size={14} strokeWidth={1.75} aria-hidden />
      </button>
      <button type="button" title={t('enterKey')} aria-label={t('enter')} onClick={onEnter}>
        <Check size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </span>
  );
}
