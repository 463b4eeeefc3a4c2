import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/i18n/error-text.ts';
import { dispatch, useAsOf, useScenario } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ChoiceField, TextField } from '#renderer/ui/fields.tsx';
import type { Command } from '#shared/commands/command.ts';
import type { Fact } from '#shared/model/fact.ts';
import {
  CONFIDENCES,
  type DraftFaults,
  draftOfFact,
  emptyFact,
  type FactDraft,
  factOfDraft,
  faultsOf,
  STATED,
} from './fact-draft.ts';
import { TIERS } from './source-filter.ts';

export interface FactDialogProps {
  /** The fact to change; null for a new one. */
  readonly fact: Fact | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

/** Adds a fact to the register, or changes one. What is wrong is said beside the field, or over all of them. */
export function FactDialog({ fact, onClose, onSaved }: FactDialogProps) {
  const { t } = useTranslation('sources');
  const asOf = useAsOf();
  const [first] = useState<FactDraft>(() => (fact ? draftOfFact(fact) : emptyFact(asOf)));
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const faults = faultsOf(draft, fact);
  const change = (part: Partial<FactDraft>) => {
    setRefused(null);
    setDraft((former) => ({ ...former, ...part }));
  };
  const save = () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const next = factOfDraft(draft, fact);
    const done = dispatch(fact ? editing(next) : { type: 'insertFact', fact: next });
    if (!done.ok && done.error.code !== 'nothing-changes') return setRefused(errorText(done.error));
    onClose();
    onSaved(next.id);
  };
  return (
    <Dialog
      wide
      title={fact ? t('dialog.editTitle', { id: fact.id }) : t('dialog.addTitle')}
      {...(refused !== null && { text: refused, tone: 'bad' as const })}
      onClose={onClose}
      holdsTyping={draft !== first}
      buttons={
        <>
          <Button onPress={onClose}>{t('app:buttons.cancel')}</Button>
          <Button kind="primary" onPress={save}>
            {t(fact ? 'dialog.change' : 'dialog.add')}
          </Button>
        </>
      }
    >
      <form
        className="ui-dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <About draft={draft} change={change} faults={tried ? faults : {}} fixedId={fact !== null} />
        <Origin draft={draft} change={change} faults={tried ? faults : {}} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

function editing({ id, ...properties }: Fact): Command {
  return { type: 'editFact', id, properties };
}

interface PartProps {
  readonly draft: FactDraft;
  readonly change: (part: Partial<FactDraft>) => void;
  readonly faults: DraftFaults;
}

/** Fields that are plain texts. */
type TextName = Exclude<keyof FactDraft, 'status' | 'confidence' | 'tier'>;

interface FieldProps extends PartProps {
  readonly name: TextName;
  readonly whole?: boolean;
  readonly code?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly hint?: string;
}

function Field({ draft, change, faults, name, hint, ...rest }: FieldProps) {
  const { t } = useTranslation('sources');
  const fault = faults[name];
  return (
    <TextField
      {...rest}
      label={t(`dialog.${name}`)}
      value={draft[name]}
      onChange={(text) => change({ [name]: text })}
      hint={hint}
      error={fault === undefined ? undefined : t(`dialog.wrong.${fault}`)}
    />
  );
}

function About({ fixedId, ...part }: PartProps & { readonly fixedId: boolean }) {
  const { t } = useTranslation('sources');
  return (
    <>
      <Field {...part} name="id" code disabled={fixedId} autoFocus={!fixedId} hint={t('dialog.idHint')} />
      <Field {...part} name="period" code hint={t('dialog.periodHint')} />
      <Field {...part} name="subject" autoFocus={fixedId} />
      <Field {...part} name="metric" />
      <Field {...part} name="value" code hint={t('dialog.valueHint')} />
      <Field {...part} name="unit" code />
      <Field {...part} name="low" code />
      <Field {...part} name="high" code />
      <Field {...part} name="statement" whole hint={t('dialog.statementHint')} />
    </>
  );
}

function Origin(part: PartProps) {
  const { t } = useTranslation('sources');
  const { draft, change } = part;
  const facts = useScenario((scenario) => scenario.facts);
  const statuses = draft.status === 'superseded' ? [...STATED, draft.status] : STATED;
  const asOf = useAsOf();
  const successors = facts.filter(({ id, knownFrom }) => id !== draft.id.trim() && knownFrom <= asOf);
  return (
    <>
      <Field {...part} name="publisher" />
      <Field {...part} name="date" code hint={t('dialog.dateHint')} />
      <Field {...part} name="title" whole />
      <Field {...part} name="address" whole code />
      <Field {...part} name="knownFrom" code hint={t('dialog.knownFromHint')} />
      <ChoiceField
        label={t('kind')}
        value={draft.status}
        choices={statuses.map((id) => ({ id, text: t(`status.${id}`) }))}
        onChange={(chosen) => change(only('status', statuses, chosen))}
      />
      <ChoiceField
        label={t('confidence')}
        value={draft.confidence}
        choices={CONFIDENCES.map((id) => ({ id, text: t(`confidences.${id}`) }))}
        onChange={(chosen) => change(only('confidence', CONFIDENCES, chosen))}
      />
      <ChoiceField
        label={t('columns.tier')}
        value={draft.tier}
        choices={TIERS.map((id) => ({ id, text: t(`tier.${id}`) }))}
        onChange={(chosen) => change(only('tier', TIERS, chosen))}
      />
      <ChoiceField
        label={t('dialog.supersededBy')}
        value={draft.supersededBy}
        choices={[{ id: '', text: t('dialog.nothing') }, ...successors.map(({ id }) => ({ id, text: id }))]}
        onChange={(supersededBy) => change({ supersededBy })}
      />
      <Field {...part} name="note" whole />
    </>
  );
}

/** The choice among those there are; nothing for anything else. */
function only<K extends 'status' | 'confidence' | 'tier'>(
  name: K,
  choices: readonly FactDraft[K][],
  chosen: string,
): Partial<FactDraft> {
  const found = choices.find((one) => one === chosen);
  return found === undefined ? {} : { [name]: found };
}
