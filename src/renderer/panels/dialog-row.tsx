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
  decimalsOf,
  draftOf,
  emptyDraft,
  FILLINGS,
  fillingOf,
  itemFromDraft,
  keyFromLabel,
  labelOf,
  ofKind,
  ROW_KINDS,
  type RowDraft,
  type RowKind,
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
  readonly kind?: RowKind;
}

/** Makes a row or changes what it is called, measured in, and filled with. */
export function RowDialog({ itemKey, section, after, kind = 'driver' }: RowDialogProps) {
  const { t } = useTranslation();
  const item = useScenario((scenario) => (itemKey === null ? undefined : itemOf(scenario, itemKey)));
  const [first] = useState<RowDraft>(() => (item ? draftOf(item) : emptyDraft(section, kind)));
  const [draft, setDraft] = useState(first);
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
      holdsTyping={draft !== first}
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
        <KindField draft={draft} change={change} isNew={item === undefined} />
        <Names draft={draft} change={change} fixedKey={item !== undefined} />
        {draft.kind !== 'header' && <Measure draft={draft} change={change} />}
        {draft.kind !== 'header' && <Filling draft={draft} change={change} />}
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
      {!fixedKey && (
        <ChoiceField
          label={t('row.section')}
          value={draft.section}
          choices={sections.map(({ id, label }) => ({ id, text: label[language] }))}
          onChange={(section) => change({ section })}
        />
      )}
    </>
  );
}

/** A heading stays one and a check stays one: their rows hold other things. */
function KindField({ draft, change, isNew }: PartProps & { readonly isNew: boolean }) {
  const { t } = useTranslation('rows');
  const kinds = isNew ? ROW_KINDS : (['driver', 'formula'] as const);
  if (!isNew && (draft.kind === 'header' || draft.kind === 'check')) return null;
  return (
    <div className="ui-whole">
      <ChoiceField
        label={t('kind')}
        value={draft.kind}
        choices={kinds.map((id) => ({ id, text: t(`kinds.${id}`) }))}
        onChange={(id) => {
          const kind = kinds.find((one) => one === id);
          if (kind) change(isNew ? ofKind(kind) : { kind, filling: ofKind(kind).filling });
        }}
      />
    </div>
  );
}

function Measure({ draft, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('row.unit')}
        value={draft.unit}
        onChange={(unit) => change({ unit })}
        hint={t('row.unitHint')}
        code
      />
      <TextField
        label={t('rows:decimalsField')}
        value={draft.decimals}
        onChange={(decimals) => change({ decimals })}
        error={decimalsOf(draft) === null ? t('rows:decimalsError') : undefined}
        code
      />
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
      {draft.kind === 'driver' && (
        <ChoiceField
          label={t('row.filling')}
          value={draft.filling}
          choices={TYPED.map((id) => ({ id, text: t(`row.fillings.${id}`) }))}
          onChange={(id) => {
            const filling = TYPED.find((one) => one === id);
            if (filling) change({ filling });
          }}
        />
      )}
      {draft.filling === 'formula' && (
        <TextField
          label={t('row.formula')}
          value={draft.formula}
          onChange={(formula) => change({ formula })}
          hint={t(draft.kind === 'check' ? 'rows:checkHint' : 'row.formulaHint')}
          error={error}
          whole
          code
        />
      )}
    </>
  );
}

/** Fillings of a driver. */
const TYPED = FILLINGS.filter((one) => one !== 'formula');

const bare = (formula: string) => formula.replace(/^\s*=/, '');

function isComplete(draft: RowDraft): boolean {
  const named = draft.key.trim() !== '' && (draft.en.trim() !== '' || draft.ar.trim() !== '');
  return named && decimalsOf(draft) !== null && (draft.filling !== 'formula' || draft.formula.trim() !== '');
}

/** The key of a new row follows its label until it is typed by hand. */
function withKey(next: RowDraft, former: RowDraft, fixedKey: boolean): RowDraft {
  const followed = former.key === freeKey(former.en) && next.key === former.key;
  return !fixedKey && followed ? { ...next, key: freeKey(next.en) } : next;
}

/** The key that a label makes, with a number when a row has it already. */
function freeKey(label: string): ItemKey {
  const key = keyFromLabel(label);
  let free = key;
  for (let count = 2; itemOf(currentScenario(), free) !== undefined; count++) free = `${key}_${count}`;
  return free;
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
  const decimals = decimalsOf(draft);
  const properties = {
    label: labelOf(draft),
    unit: unit.trim(),
    aggregation,
    ...(typeof decimals === 'number' && { decimals }),
  };
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
