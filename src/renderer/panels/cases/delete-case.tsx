import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/i18n/error-text.ts';
import { dispatch, useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { Case } from '#shared/model/case.ts';
import { heirsOf } from './case-effects.ts';
import { namesText } from './case-words.ts';

interface DeleteCaseProps {
  readonly one: Case;
  readonly onClose: () => void;
  readonly onDone: (id: null) => void;
}

/** Says what goes with a case, and what becomes of those that build on it. Keeping it stands first. */
export function DeleteCaseDialog({ one, onClose, onDone }: DeleteCaseProps) {
  const { t } = useTranslation('cases');
  const language = useSession((session) => session.language);
  const scenario = useScenario((whole) => whole);
  const [refused, setRefused] = useState<string | null>(null);
  const heirs = heirsOf(scenario, one.id);
  const count = Object.keys(one.overrides).length;
  const goes = t('delete.goes', { count });
  const handed = t('delete.heirs', { count: heirs.length, names: namesText(heirs, language) });
  const remove = () => {
    const done = dispatch({ type: 'deleteCase', id: one.id, handOver: true });
    if (!done.ok) return setRefused(errorText(done.error));
    onClose();
    return onDone(null);
  };
  return (
    <Dialog
      title={t('delete.title', { name: one.name[language] })}
      text={refused ?? `${goes} ${heirs.length > 0 ? handed : t('delete.free')} ${t('undo')}`}
      tone={refused || heirs.length > 0 ? 'warn' : 'info'}
      icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
      onClose={onClose}
      buttons={
        <>
          {refused === null && (
            <Button kind="danger" onPress={remove}>
              {t('delete.do')}
            </Button>
          )}
          <Button kind="primary" autoFocus onPress={onClose}>
            {t('delete.keep')}
          </Button>
        </>
      }
    />
  );
}
