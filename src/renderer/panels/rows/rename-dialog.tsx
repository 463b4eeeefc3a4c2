import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/i18n/error-text.ts';
import {
  closeDialog,
  currentSession,
  dispatch,
  setActiveCell,
  showToast,
  useScenario,
} from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/fields.tsx';
import { renameRow } from '#shared/analysis/rename-row.ts';
import { formulasOf, readsRow } from '#shared/analysis/row-formulas.ts';
import { isItemKey } from '#shared/model/item-key.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { itemOf } from '#shared/model/scenario.ts';

/** Gives a row another key, wherever the document names it. */
export function RenameDialog({ itemKey }: { readonly itemKey: ItemKey }) {
  const { t } = useTranslation('rows');
  const scenario = useScenario((whole) => whole);
  const [key, setKey] = useState(itemKey);
  const [refused, setRefused] = useState<string | null>(null);
  const readers = useMemo(
    () => formulasOf(scenario).filter(({ formula }) => readsRow(formula, itemKey)).length,
    [scenario, itemKey],
  );
  const to = key.trim();
  const fault = faultOf(to, to !== itemKey && itemOf(scenario, to) !== undefined);
  const rename = () => {
    // The cursor leaves a key that is gone.
    const column = currentSession().activeCell?.column;
    const command = renameRow(scenario, itemKey, to);
    const done = command.ok ? dispatch(command.value) : command;
    if (!done.ok) return setRefused(errorText(done.error));
    closeDialog();
    if (column !== undefined) setActiveCell({ key: to, column }, { reveal: true });
    return showToast('ok', done.value.label[currentSession().language]);
  };
  const isReady = fault === null && to !== itemKey;
  return (
    <Dialog
      title={t('rename.title', { key: itemKey })}
      text={refused ?? (readers === 0 ? t('rename.none') : t('rename.text', { count: readers }))}
      tone={refused === null ? 'info' : 'bad'}
      onClose={closeDialog}
      buttons={
        <>
          <Button onPress={closeDialog}>{t('app:buttons.cancel')}</Button>
          <Button kind="primary" isDisabled={!isReady} onPress={rename}>
            {t('rename.rename')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) rename();
        }}
      >
        <TextField
          label={t('rename.key')}
          value={key}
          onChange={(text) => {
            setRefused(null);
            setKey(text);
          }}
          hint={t('app:row.keyHint')}
          error={fault === null ? undefined : t(fault)}
          autoFocus
          code
        />
      </form>
    </Dialog>
  );
}

function faultOf(key: string, isTaken: boolean): 'keyTaken' | 'keyBad' | null {
  if (isTaken) return 'keyTaken';
  return key === '' || isItemKey(key) ? null : 'keyBad';
}
