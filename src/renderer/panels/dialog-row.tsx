import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/i18n/error-text.ts';
import {
  closeDialog,
  currentScenario,
  currentSession,
  dispatch,
  rowValues,
  setActiveCell,
  useScenario,
} from '#renderer/store/hooks.ts';
import {
  draftOf,
  emptyDraft,
  FILLINGS,
  fillingOf,
  itemFromDraft,
  keyFromLabel,
  labelOf,
  type RowDraft,
  refill,
} from '#renderer/store/row-draft.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ChoiceField, TextField } from '#renderer/ui/fields.tsx';
import type { Command } from '#shared/commands/command.ts';
import { parseFormula } from '#shared/formula/parse.ts';
import { AGGREGATIONS, type ItemKey, type LineItem } from '#shared/model/line-item.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';

export interface RowDialogProps {
  /** The row to change; null for a new one. */
  readonly itemKey: ItemKey | null;
  readonly section: string;
  readonly after: ItemKey | null;
}

/** Makes a row or changes what it is called, measured in, and filled with. */
export function RowDialog({ itemKey, section, after }: RowDialogProps) {
  const { t } = useTranslation();
  const item = useScenario((scenario) => (itemKey === null ? undefined : itemOf(scenario, itemKey)));
  const [draft, setDraft] = useState<RowDraft>(() => (item ? draftOf(item) : emptyDraft(section)));
  const [refused, setRefused] = useState<string | null>(null);
  const change = (part: Partial<RowDraft>) => {
    setRefused(null);
    setDraft((former) => withKey({ ...former, ...part }, former, item !== undefined));
  };
  const save = () => {
    const done = dispatch(item ? editing(item, draft) : inserting(draft, after));
    if (!done.ok && done.error.code !== 'nothing-changes') return setRefused(errorText(done.error));
    if (!item) goTo(draft.key.trim());
    return closeDialog();
  };
  return (
    <Dialog
      wide
      title={item ? t('row.editTitle', { key: item.key }) : t('row.insertTitle')}
      {...(refused !== null && { text: refused, tone: 'bad' as const })}
      onClose={closeDialog}
      buttons={
        <>
          <Button onPress={closeDialog}>{t('buttons.cancel')}</Button>
          <Button kind="primary" isDisabled={!isComplete(draft)} onPress={save}>
            {t(item ? 'buttons.changeRow' : 'buttons.insertRow')}
          </Button>
        </>
      }
    >
      <form
        className="ui-dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete(draft)) save();
        }}
      >
        <Names draft={draft} change={change} fixedKey={item !== undefined} />
        <Filling draft={draft} change={change} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

interface PartProps {
  readonly draft: RowDraft;
  readonly change: (part: Partial<RowDraft>) => void;
}

function Names({ draft, change, fixedKey }: PartProps & { readonly fixedKey: boolean }) {
  const { t } = useTranslation();
  const language = currentSession().language;
  const sections = useScenario((scenario) => scenario.sections);
  return (
    <>
      <TextField
        label={t('row.en')}
        value={draft.en}
        onChange={(en) => change({ en })}
        language="en"
        autoFocus
      />
      <TextField label={t('row.ar')} value={draft.ar} onChange={(ar) => change({ ar })} language="ar" />
      <TextField
        label={t('row.key')}
        value={draft.key}
        onChange={(key) => change({ key })}
        hint={t('row.keyHint')}
        disabled={fixedKey}
        code
      />
      <TextField
        label={t('row.unit')}
        value={draft.unit}
        onChange={(unit) => change({ unit })}
        hint={t('row.unitHint')}
        code
      />
      {!fixedKey && (
        <ChoiceField
          label={t('row.section')}
          value={draft.section}
          choices={sections.map(({ id, label }) => ({ id, text: label[language] }))}
          onChange={(section) => change({ section })}
        />
      )}
      <ChoiceField
        label={t('row.aggregation')}
        value={draft.aggregation}
        choices={AGGREGATIONS.map((id) => ({ id, text: t(`row.aggregations.${id}`) }))}
        onChange={(id) => {
          const aggregation = AGGREGATIONS.find((one) => one === id);
          if (aggregation) change({ aggregation });
        }}
      />
    </>
  );
}

function Filling({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const parsed =
    draft.filling === 'formula' && draft.formula.trim() !== '' ? parseFormula(bare(draft.formula)) : null;
  const reason = parsed && !parsed.ok ? parsed.error.reason : undefined;
  const error = reason && t(`reasons:${reason.code}`, reason.params);
  return (
    <>
      <ChoiceField
        label={t('row.filling')}
        value={draft.filling}
        choices={FILLINGS.map((id) => ({ id, text: t(`row.fillings.${id}`) }))}
        onChange={(id) => {
          const filling = FILLINGS.find((one) => one === id);
          if (filling) change({ filling });
        }}
      />
      {draft.filling === 'formula' && (
        <TextField
          label={t('row.formula')}
          value={draft.formula}
          onChange={(formula) => change({ formula })}
          hint={t('row.formulaHint')}
          error={error}
          whole
          code
        />
      )}
    </>
  );
}

const bare = (formula: string) => formula.replace(/^\s*=/, '');

function isComplete(draft: RowDraft): boolean {
  const named = draft.key.trim() !== '' && (draft.en.trim() !== '' || draft.ar.trim() !== '');
  return named && (draft.filling !== 'formula' || draft.formula.trim() !== '');
}

/** The key of a new row follows its label until it is typed by hand. */
function withKey(next: RowDraft, former: RowDraft, fixedKey: boolean): RowDraft {
  const followed = former.key === keyFromLabel(former.en) && next.key === former.key;
  return !fixedKey && followed ? { ...next, key: keyFromLabel(next.en) } : next;
}

function inserting(draft: RowDraft, after: ItemKey | null): Command {
  const neighbour = after === null ? undefined : itemOf(currentScenario(), after);
  return {
    type: 'insertItem',
    item: itemFromDraft(draft),
    after: neighbour?.section === draft.section ? after : null,
  };
}

function editing(item: LineItem, draft: RowDraft): Command {
  const { unit, aggregation } = draft;
  const properties = { label: labelOf(draft), unit: unit.trim(), aggregation };
  const kept =
    draft.filling === fillingOf(item.content) &&
    (item.content.kind !== 'formula' || item.content.formula === bare(draft.formula).trim());
  if (kept) return { type: 'editItem', key: item.key, properties };
  const content = refill(draft, rowValues(item.key), currentScenario().timeline);
  return { type: 'editItem', key: item.key, properties: { ...properties, content } };
}

function goTo(key: ItemKey): void {
  const column = currentSession().activeCell?.column ?? periodNameAt(currentScenario().timeline, 0);
  setActiveCell({ key, column }, { reveal: true });
}
