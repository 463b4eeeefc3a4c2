import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/i18n/error-text.ts';
import { closeDialog, dispatch, openDeal, useAsOf, useScenario, useSession } from '#renderer/store/hooks.ts';
import type { Refusal, RefusalCode } from '#shared/commands/refusal.ts';
import type { Deal } from '#shared/model/deal.ts';
import { type DealDraft, draftOfDeal, emptyDeal } from './deal-draft.ts';
import { dealOfDraft, editOf } from './deal-of-draft.ts';
import { DealCapacityFields, DealSource, DealTranches } from './deal-parts.tsx';
import { DealConditions, DealTerms } from './deal-terms.tsx';
import { EditDialog, FieldGroup } from './edit-dialog.tsx';
import { type DealForm, shownFault } from './form.ts';
import { StatusFields } from './status-fields.tsx';

/** Where a refusal is said when one field is to blame. */
const FIELD_OF: Readonly<Partial<Record<RefusalCode, string>>> = {
  'deal-taken': 'id',
  'id-missing': 'id',
  'party-missing': 'payee',
  'deal-replaces-itself': 'supersededBy',
  'unknown-deal': 'supersededBy',
};

/** Adds a deal to the register, or changes all that is said of one. */
export function DealDialog({ deal }: { readonly deal: Deal | null }) {
  const { t } = useTranslation('deal-edit');
  const language = useSession((session) => session.language);
  const scenario = useScenario((whole) => whole);
  const asOf = useAsOf();
  const [first] = useState<DealDraft>(() => (deal ? draftOfDeal(deal, asOf) : emptyDeal(scenario, asOf)));
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const words = useMemo(() => ({ t, language }), [t, language]);
  const read = useMemo(
    () => dealOfDraft(draft, { scenario, former: deal, words }),
    [draft, scenario, deal, words],
  );
  const refusedField = refusal && FIELD_OF[refusal.code];
  const form: DealForm = {
    draft,
    words,
    change: (part) => {
      setRefusal(null);
      setDraft((former) => ({ ...former, ...part }));
    },
    faultOf: (field) =>
      refusal && field === refusedField ? errorText(refusal) : shownFault(read.faults, field, tried),
  };
  const save = () => {
    setTried(true);
    if (!read.value) return false;
    const refused = enter(deal, read.value);
    setRefusal(refused);
    if (refused) return false;
    closeDialog();
    openDeal(read.value.id);
    return true;
  };
  const count = Object.keys(read.faults).length;
  const unfinished = tried && count > 0 ? t('unfinished', { count }) : null;
  return (
    <EditDialog
      title={deal ? t('editTitle', { id: deal.id }) : t('newTitle')}
      saveText={t(deal ? 'buttons.change' : 'buttons.add')}
      refused={refusal && refusedField === undefined ? errorText(refusal) : unfinished}
      onClose={closeDialog}
      holdsTyping={draft !== first}
      onSave={save}
    >
      <DealTerms form={form} fixedId={deal !== null} />
      {deal === null && (
        <FieldGroup title={t('groups.firstStatus')}>
          <StatusFields
            status={draft.status}
            onChange={(part) => form.change({ status: { ...draft.status, ...part } })}
            words={words}
            fault={form.faultOf('status.from')}
          />
        </FieldGroup>
      )}
      <DealTranches form={form} />
      <DealCapacityFields form={form} />
      <DealConditions form={form} />
      <DealSource form={form} />
    </EditDialog>
  );
}

/** Enters what is new or differs; the refusal, if there is one. */
function enter(former: Deal | null, next: Deal): Refusal | null {
  const command = former ? editOf(former, next) : ({ type: 'insertDeal', deal: next } as const);
  if (!command) return null;
  const done = dispatch(command);
  return done.ok ? null : done.error;
}
