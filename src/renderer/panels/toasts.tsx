import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeToast, type Toast, useDialogs } from '#renderer/store/hooks.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import '#renderer/ui/dialog.css';

const ICONS = { ok: CircleCheck, info: Info, bad: CircleAlert } as const;
const SECONDS = 6;

/** Messages in the corner. They stay while pointed at or focused; errors stay until closed. */
export function Toasts() {
  const { t } = useTranslation();
  const toasts = useDialogs((state) => state.toasts);
  return (
    <section aria-label={t('regions.messages')}>
      <ul className="ui-toasts" aria-live="polite">
        {toasts.map((toast) => (
          <ToastRow key={toast.id} toast={toast} />
        ))}
      </ul>
    </section>
  );
}

function ToastRow({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || toast.tone === 'bad') return;
    const timer = setTimeout(() => closeToast(toast.id), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [held, toast]);
  const Icon = ICONS[toast.tone];
  return (
    <li
      className={`ui-toast ui-toast--${toast.tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span className="ui-toast-text">{toast.text}</span>
      <IconButton small label={t('buttons.closeMessage')} onPress={() => closeToast(toast.id)}>
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  );
}
