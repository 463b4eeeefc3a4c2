import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DEAL_ACTIONS } from '#renderer/actions/deal-actions.ts';
import { perform } from '#renderer/actions/registry.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import './deal-edit.css';

/** Stands over the register. */
export function AddDealButton() {
  const { t } = useTranslation('deal-edit');
  return (
    <div className="deal-edit-add">
      <Button small onPress={() => perform(DEAL_ACTIONS.add)}>
        <Plus size={14} aria-hidden />
        {t('buttons.addDeal')}
      </Button>
    </div>
  );
}

/** What can be done to the chosen deal. */
export function DealButtons() {
  const { t } = useTranslation('deal-edit');
  return (
    <div className="deal-edit-bar" role="toolbar" aria-label={t('bar')}>
      <Button small onPress={() => perform(DEAL_ACTIONS.addStatus)}>
        <Plus size={14} aria-hidden />
        {t('buttons.addStatus')}
      </Button>
      <Button small onPress={() => perform(DEAL_ACTIONS.edit)}>
        <Pencil size={14} aria-hidden />
        {t('buttons.edit')}
      </Button>
      <IconButton small label={t('buttons.delete')} onPress={() => perform(DEAL_ACTIONS.remove)}>
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
