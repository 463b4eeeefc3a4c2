import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/i18n/error-text.ts';
import { closeDeal, closeDialog, dispatch, useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, Facts } from '#renderer/ui/dialog.tsx';
import { dealReaders } from '#shared/analysis/deal-readers.ts';
import type { Deal } from '#shared/model/deal.ts';
import { itemOf } from '#shared/model/scenario.ts';

const NAMED = 6;

/** Says what rests on a deal before it goes. Keeping it is the safe choice and stands first. */
export function DeleteDealDialog({ deal }: { readonly deal: Deal }) {
  const { t } = useTranslation('deal-edit');
  const language = useSession((session) => session.language);
  const scenario = useScenario((whole) => whole);
  const [refused, setRefused] = useState<string | null>(null);
  const readers = useMemo(() => dealReaders(scenario, deal), [scenario, deal]);
  const followers = scenario.deals.filter(({ supersededBy }) => supersededBy === deal.id);
  const names = readers.slice(0, NAMED).map((key) => itemOf(scenario, key)?.label[language] || key);
  const more = readers.length > NAMED ? [t('andMore', { count: readers.length - NAMED })] : [];
  const remove = () => {
    const done = dispatch({ type: 'deleteDeal', id: deal.id });
    if (!done.ok) return setRefused(errorText(done.error));
    closeDeal();
    return closeDialog();
  };
  return (
    <Dialog
      title={t('deleteTitle', {
        id: deal.id,
        parties: t('deals:fromTo', { payer: deal.payer, payee: deal.payee }),
      })}
      text={refused ?? t(readers.length > 0 ? 'deleteReads' : 'deleteFree', { count: readers.length })}
      tone={readers.length > 0 || refused !== null ? 'bad' : 'info'}
      icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
      onClose={closeDialog}
      buttons={
        <>
          <Button onPress={closeDialog} autoFocus>
            {t('buttons.keep')}
          </Button>
          <Button kind="danger" onPress={remove}>
            {t('buttons.delete')}
          </Button>
        </>
      }
    >
      {(readers.length > 0 || followers.length > 0) && (
        <Facts
          rows={[
            ...(readers.length > 0 ? [[t('reads'), [...names, ...more].join(t('comma'))] as const] : []),
            ...(followers.length > 0
              ? [[t('followers'), followers.map(({ id }) => id).join(t('comma'))] as const]
              : []),
          ]}
        />
      )}
    </Dialog>
  );
}
