import { Trash2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useScenario } from '#renderer/store/hooks.ts';
import { ChoiceField, TextField } from '#renderer/ui/fields.tsx';
import { BINDING_LEVELS } from '#shared/model/deal.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { yearsOf } from '#shared/model/timeline.ts';
import { unitText } from '#shared/report/unit-text.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { CheckBox } from './check-box.tsx';
import { ComboField } from './combo-field.tsx';
import type { DealForm } from './form.ts';
import { AmountField, DayField, QuarterField } from './form-fields.tsx';
import { saidAmount, saidAmounts } from './read-field.ts';
import { levelOrNone, TRANCHE_KINDS, type TrancheDraft } from './tranche-draft.ts';

export interface TrancheFieldsProps {
  readonly form: DealForm;
  readonly place: number;
  readonly tranche: TrancheDraft;
  readonly onChange: (part: Partial<TrancheDraft>) => void;
  readonly onRemove: () => void;
}

/** One slice of the deal: its kind, what that kind needs, and what holds for every kind. */
export function TrancheFields(props: TrancheFieldsProps) {
  const { form, place, tranche, onChange, onRemove } = props;
  const { t } = form.words;
  return (
    <fieldset className="deal-edit-tranche">
      <legend>{t('tranche.title', { number: place + 1 })}</legend>
      <AriaButton
        className="ui-button ui-button--ghost ui-button--small deal-edit-tranche-remove"
        aria-label={t('tranche.remove', { number: place + 1 })}
        onPress={onRemove}
      >
        <Trash2 size={14} aria-hidden />
      </AriaButton>
      <div className="ui-dialog-form">
        <ChoiceField
          label={t('tranche.kind')}
          value={tranche.kind}
          choices={TRANCHE_KINDS.map((id) => ({ id, text: t(`tranche.kinds.${id}`) }))}
          onChange={(chosen) => {
            const kind = TRANCHE_KINDS.find((one) => one === chosen);
            if (kind) onChange({ kind });
          }}
        />
        <OwnFields {...props} />
        <Day {...props} name="since" />
        <ChoiceField
          label={t('tranche.level')}
          value={tranche.level}
          choices={[
            { id: '', text: t('tranche.asDeal') },
            ...BINDING_LEVELS.map((id) => ({ id, text: t(`charts:level.${id}`) })),
          ]}
          onChange={(chosen) => onChange({ level: levelOrNone(chosen) })}
        />
        <CheckBox
          label={t('tranche.reverse')}
          checked={tranche.reverse}
          onChange={(reverse) => onChange({ reverse })}
        />
      </div>
    </fieldset>
  );
}

function OwnFields(props: TrancheFieldsProps) {
  const { form, tranche, onChange } = props;
  const { t } = form.words;
  switch (tranche.kind) {
    case 'dated':
      return (
        <>
          <Amount {...props} name="amount" />
          <Quarter {...props} name="at" />
          <Day {...props} name="paid" />
          <CheckBox
            label={t('tranche.inferred')}
            checked={tranche.inferred}
            onChange={(inferred) => onChange({ inferred })}
          />
        </>
      );
    case 'linear':
      return (
        <>
          <Amount {...props} name="amount" />
          <Quarter {...props} name="start" />
          <Count {...props} />
        </>
      );
    case 'annual':
      return (
        <>
          <Quarter {...props} name="start" />
          <Years {...props} />
          <Amount {...props} name="beyond" />
        </>
      );
    case 'quarters':
      return (
        <>
          <Quarter {...props} name="start" />
          <Amounts {...props} />
        </>
      );
    case 'per unit':
      return (
        <>
          <Row {...props} name="item" />
          <Row {...props} name="rate" />
          <Amount {...props} name="cap" />
        </>
      );
    case 'event':
      return (
        <>
          <Row {...props} name="item" />
          <Amount {...props} name="amount" />
          <Quarter {...props} name="last" />
        </>
      );
    case 'item':
      return <Row {...props} name="item" />;
    case 'before':
      return <Amount {...props} name="amount" />;
    default:
      return assertNever(tranche.kind);
  }
}

function faultAt({ form, place }: TrancheFieldsProps, name: string): string | undefined {
  return form.faultOf(`tranches.${place}.${name}`);
}

function Amount({ name, ...props }: TrancheFieldsProps & { readonly name: 'amount' | 'beyond' | 'cap' }) {
  const { form, tranche, onChange } = props;
  return (
    <AmountField
      label={form.words.t(`tranche.fields.${name}`)}
      value={tranche[name]}
      onChange={(text) => onChange({ [name]: text })}
      unit={form.draft.unit}
      words={form.words}
      fault={faultAt(props, name)}
    />
  );
}

function Quarter({ name, ...props }: TrancheFieldsProps & { readonly name: 'at' | 'start' | 'last' }) {
  const { form, tranche, onChange } = props;
  return (
    <QuarterField
      label={form.words.t(`tranche.fields.${name}`)}
      value={tranche[name]}
      onChange={(text) => onChange({ [name]: text })}
      words={form.words}
      fault={faultAt(props, name)}
    />
  );
}

function Day({ name, ...props }: TrancheFieldsProps & { readonly name: 'paid' | 'since' }) {
  const { form, tranche, onChange } = props;
  return (
    <DayField
      label={form.words.t(`tranche.fields.${name}`)}
      value={tranche[name]}
      onChange={(text) => onChange({ [name]: text })}
      words={form.words}
      fault={faultAt(props, name)}
      hint={form.words.t(`tranche.hints.${name}`)}
    />
  );
}

function Count(props: TrancheFieldsProps) {
  const { form, tranche, onChange } = props;
  return (
    <TextField
      label={form.words.t('tranche.fields.quarters')}
      value={tranche.quarters}
      onChange={(quarters) => onChange({ quarters })}
      error={faultAt(props, 'quarters')}
      code
    />
  );
}

function Amounts(props: TrancheFieldsProps) {
  const { form, tranche, onChange } = props;
  const { words } = form;
  return (
    <TextField
      label={words.t('tranche.fields.amounts')}
      value={tranche.amounts}
      onChange={(amounts) => onChange({ amounts })}
      hint={saidAmounts(tranche.amounts, form.draft.unit, words) ?? words.t('tranche.hints.amounts')}
      error={faultAt(props, 'amounts')}
      whole
      code
    />
  );
}

function Years(props: TrancheFieldsProps) {
  const { form, tranche, onChange } = props;
  const timeline = useScenario((scenario) => scenario.timeline);
  const years = [...new Set([...yearsOf(timeline).map(String), ...Object.keys(tranche.byYear)])].sort();
  const fault = faultAt(props, 'byYear');
  return (
    <div className="ui-whole deal-edit-years">
      {years.map((year, index) => (
        <AmountField
          key={year}
          label={year}
          value={tranche.byYear[year] ?? ''}
          onChange={(text) => onChange({ byYear: { ...tranche.byYear, [year]: text } })}
          unit={form.draft.unit}
          words={form.words}
          fault={faultAt(props, `byYear.${year}`) ?? (index === 0 ? fault : undefined)}
        />
      ))}
    </div>
  );
}

/** A row of the model; the rate may be a number instead. */
function Row({ name, ...props }: TrancheFieldsProps & { readonly name: 'item' | 'rate' }) {
  const { form, tranche, onChange } = props;
  const { t, language } = form.words;
  const scenario = useScenario((whole) => whole);
  const text = tranche[name];
  const row = itemOf(scenario, text.trim());
  const said = name === 'rate' ? saidAmount(text, '', form.words) : undefined;
  return (
    <ComboField
      label={t(`tranche.fields.${name}`)}
      value={text}
      onChange={(typed) => onChange({ [name]: typed })}
      choices={rowChoices(scenario, language)}
      hint={
        row
          ? [row.label[language], unitText(row.unit, language)].join(t('comma'))
          : (said ?? t(`tranche.hints.${name}`))
      }
      error={faultAt(props, name)}
      code
    />
  );
}

function rowChoices({ itemOrder, items }: Scenario, language: 'en' | 'ar') {
  return itemOrder.flatMap((key) => {
    const item = items[key];
    return item && item.role !== 'header' ? [{ id: key, text: item.label[language] }] : [];
  });
}
