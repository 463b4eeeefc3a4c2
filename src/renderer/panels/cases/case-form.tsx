import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/i18n/error-text.ts';
import { currentScenario, dispatch, setCase, useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ChoiceField, TextField } from '#renderer/ui/fields.tsx';
import type { Command } from '#shared/commands/command.ts';
import type { Case } from '#shared/model/case.ts';
import type { Language } from '#shared/model/text.ts';
import {
  type CaseDraft,
  type CaseFault,
  copying,
  draftOfCase,
  editing,
  emptyCase,
  faultsOfCase,
  insertion,
  possibleParents,
} from './case-draft.ts';

export interface CaseFormProps {
  readonly what: 'new' | 'edit' | 'copy';
  /** The case that is changed or copied; null for a new one. */
  readonly one: Case | null;
  /** On what a new case builds; null for the base. */
  readonly parent: string | null;
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
}

/** Makes a case, copies one, or changes what one is called and builds on. */
export function CaseForm({ what, one, parent, onClose, onDone }: CaseFormProps) {
  const { t } = useTranslation('cases');
  const language = useSession((session) => session.language);
  const [first] = useState<CaseDraft>(() => firstDraft(what, one, parent, language, t));
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const faults = faultsOfCase(currentScenario(), draft, what === 'edit' ? (one?.id ?? null) : null);
  const change = (part: Partial<CaseDraft>) => {
    setRefused(null);
    setDraft((former) => ({ ...former, ...part }));
  };
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (faults.length > 0) return;
    const command = commandOf(what, one, draft, language);
    const done = command && dispatch(command);
    if (done && !done.ok) return setRefused(errorText(done.error));
    onClose();
    const id = (command && idAfter(command)) ?? one?.id;
    if (id === undefined) return;
    if (what !== 'edit') setCase(id);
    onDone(id);
  };
  const part = { draft, change, faults: tried ? faults : [] };
  return (
    <Dialog
      wide
      title={t(`form.${what}`, { name: one?.name[language] ?? '' })}
      {...(refused !== null && { text: refused, tone: 'bad' as const })}
      onClose={onClose}
      holdsTyping={draft !== first}
      buttons={
        <>
          <Button onPress={onClose}>{t('app:buttons.cancel')}</Button>
          <Button kind="primary" onPress={() => save()}>
            {t(`form.do.${what}`)}
          </Button>
        </>
      }
    >
      <form className="ui-dialog-form" onSubmit={save}>
        <Names {...part} language={language} />
        {what !== 'copy' && <Rest {...part} language={language} id={one?.id ?? null} />}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

function firstDraft(
  what: CaseFormProps['what'],
  one: Case | null,
  parent: string | null,
  language: Language,
  t: (key: string, params: { name: string }) => string,
): CaseDraft {
  if (!one) return emptyCase(parent);
  const draft = draftOfCase(one, language);
  return what === 'copy' ? { ...draft, name: t('form.copyOf', { name: draft.name }), otherName: '' } : draft;
}

function commandOf(
  what: CaseFormProps['what'],
  one: Case | null,
  draft: CaseDraft,
  language: Language,
): Command | null {
  if (!one) return insertion(currentScenario(), draft, language);
  return what === 'copy'
    ? copying(currentScenario(), one.id, draft, language)
    : editing(one, draft, language);
}

function idAfter(command: Command): string | undefined {
  if (command.type === 'insertCase') return command.case.id;
  return command.type === 'copyCase' ? command.newId : undefined;
}

interface PartProps {
  readonly draft: CaseDraft;
  readonly change: (part: Partial<CaseDraft>) => void;
  readonly faults: readonly CaseFault[];
  readonly language: Language;
}

function Names({ draft, change, faults, language }: PartProps) {
  const { t } = useTranslation('cases');
  const other = language === 'en' ? 'ar' : 'en';
  const fault = faults.find((one) => one === 'nameMissing' || one === 'nameTaken');
  return (
    <>
      <TextField
        label={t('form.name')}
        value={draft.name}
        onChange={(name) => change({ name })}
        error={fault && t(`fault.${fault}`)}
        language={language}
        autoFocus
      />
      <TextField
        label={t(`form.otherName.${other}`)}
        value={draft.otherName}
        onChange={(otherName) => change({ otherName })}
        hint={t('form.otherHint')}
        error={faults.includes('otherNameTaken') ? t('fault.nameTaken') : undefined}
        language={other}
      />
    </>
  );
}

function Rest({ draft, change, faults, language, id }: PartProps & { readonly id: string | null }) {
  const { t } = useTranslation('cases');
  const other = language === 'en' ? 'ar' : 'en';
  const parents = possibleParents(
    useScenario((scenario) => scenario),
    id,
  );
  return (
    <>
      <TextField
        label={t('form.reason')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        hint={t('form.reasonHint')}
        language={language}
        whole
      />
      <TextField
        label={t(`form.otherReason.${other}`)}
        value={draft.otherReason}
        onChange={(otherReason) => change({ otherReason })}
        language={other}
        whole
      />
      <ChoiceField
        label={t('form.inherits')}
        value={draft.inherits}
        choices={[
          { id: '', text: t('app:cases.base') },
          ...parents.map((one) => ({ id: one.id, text: one.name[language] })),
        ]}
        onChange={(inherits) => change({ inherits })}
      />
      <TextField
        label={t('form.asOf')}
        value={draft.asOf}
        onChange={(asOf) => change({ asOf })}
        hint={t('form.asOfHint')}
        error={faults.includes('notADay') ? t('fault.notADay', { text: draft.asOf }) : undefined}
        code
      />
    </>
  );
}
