import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/i18n/error-text.ts';
import { closeDialog, dispatch, setActiveCell, useScenario, useSession } from '#renderer/store/hooks.ts';
import { readersOf } from '#renderer/store/row-readers.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf } from '#shared/model/scenario.ts';

const READERS_NAMED = 3;

/** Says what breaks before a row goes. Keeping it is the safe choice and stands first. */
export function DeleteRowDialog({ itemKey }: { readonly itemKey: ItemKey }) {
  const { t } = useTranslation();
  const scenario = useScenario((whole) => whole);
  const language = useSession((session) => session.language);
  const [refused, setRefused] = useState<string | null>(null);
  const readers = useMemo(() => readersOf(scenario, itemKey), [scenario, itemKey]);
  const nameOf = (key: ItemKey) => itemOf(scenario, key)?.label[language] || key;
  const named = readers
    .slice(0, READERS_NAMED)
    .map(nameOf)
    .join(language === 'ar' ? '، ' : ', ');
  const breaks = t('dialogs.deleteBreaks', { count: readers.length, rows: named });
  const remove = () => {
    const done = dispatch({ type: 'deleteItem', key: itemKey });
    if (!done.ok) return setRefused(errorText(done.error));
    setActiveCell(null);
    return closeDialog();
  };
  return (
    <Dialog
      title={t('dialogs.deleteRow', { name: nameOf(itemKey) })}
      text={refused ?? (readers.length > 0 ? breaks : t('dialogs.deleteFree'))}
      tone={readers.length > 0 || refused ? 'bad' : 'info'}
      icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
      onClose={closeDialog}
      buttons={
        <>
          {refused === null && (
            <Button kind="danger" onPress={remove}>
              {t('buttons.deleteRow')}
            </Button>
          )}
          <Button kind="primary" autoFocus onPress={closeDialog}>
            {t('buttons.keepRow')}
          </Button>
        </>
      }
    />
  );
}
