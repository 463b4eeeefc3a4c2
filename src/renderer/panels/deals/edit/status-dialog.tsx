import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/i18n/error-text.ts';
import { closeDialog, dispatch, openDeal, showToast, useAsOf, useSession } from '#renderer/store/hooks.ts';
import type { Deal } from '#shared/model/deal.ts';
import { dateText } from '#shared/report/time-text.ts';
import { emptyStatus, type StatusDraft } from './deal-draft.ts';
import { statusOfDraft } from './deal-of-draft.ts';
import { EditDialog } from './edit-dialog.tsx';
import { shownFault } from './form.ts';
import { StatusFields } from './status-fields.tsx';

/** Adds a status to the history of a deal. */
export function StatusDialog({ deal }: { readonly deal: Deal }) {
  const { t } = useTranslation('deal-edit');
  const language = useSession((session) => session.language);
  const asOf = useAsOf();
  const [first] = useState<StatusDraft>(() => emptyStatus(asOf));
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const words = useMemo(() => ({ t, language }), [t, language]);
  const { faults, value } = statusOfDraft(draft, deal, words);
  const save = () => {
    setTried(true);
    if (!value) return false;
    const done = dispatch({ type: 'addDealStatus', id: deal.id, status: value });
    if (!done.ok) setRefused(errorText(done.error));
    if (!done.ok) return false;
    closeDialog();
    openDeal(deal.id);
    if (value.from > asOf) showToast('info', t('statusLater', { day: dateText(value.from, language) }));
    return true;
  };
  return (
    <EditDialog
      title={t('statusTitle', { id: deal.id })}
      text={historyText(deal, words)}
      saveText={t('buttons.addStatus')}
      refused={refused}
      onClose={closeDialog}
      holdsTyping={draft !== first}
      onSave={save}
    >
      <div className="ui-dialog-form">
        <StatusFields
          status={draft}
          onChange={(part) => {
            setRefused(null);
            setDraft((former) => ({ ...former, ...part }));
          }}
          words={words}
          fault={shownFault(faults, 'from', tried)}
        />
      </div>
    </EditDialog>
  );
}

function historyText({ history }: Deal, { t, language }: Parameters<typeof statusOfDraft>[2]): string {
  const last = history.at(-1);
  if (!last) return t('noStatus');
  const level = last.level === 'lapsed' ? t('deals:lapsed') : t(`charts:level.${last.level}`);
  return t('lastStatus', { level, day: dateText(last.from, language) });
}
