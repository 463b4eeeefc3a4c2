import { useScenario } from '#renderer/store/hooks.ts';
import { ChoiceField, TextField } from '#renderer/ui/fields.tsx';
import { DEAL_TYPES } from '#shared/model/deal.ts';
import { CheckBox } from './check-box.tsx';
import { ComboField } from './combo-field.tsx';
import { FieldGroup } from './edit-dialog.tsx';
import type { DealForm } from './form.ts';
import { AmountField, DayField, PlainField } from './form-fields.tsx';

const SCOPES = ['priced', 'memo'] as const;

interface PartProps {
  readonly form: DealForm;
}

/** Who promises whom what. */
export function DealTerms({ form, fixedId }: PartProps & { readonly fixedId: boolean }) {
  const { draft, change, faultOf, words } = form;
  const { t } = words;
  return (
    <FieldGroup title={t('groups.promise')}>
      <TextField
        label={t('fields.id')}
        value={draft.id}
        onChange={(id) => change({ id })}
        hint={t(fixedId ? 'hints.fixedId' : 'hints.id')}
        error={faultOf('id')}
        disabled={fixedId}
        code
      />
      <ChoiceField
        label={t('fields.type')}
        value={draft.type}
        choices={DEAL_TYPES.map((id) => ({ id, text: t(`deals:type.${id}`) }))}
        onChange={(chosen) => {
          const type = DEAL_TYPES.find((one) => one === chosen);
          if (type) change({ type });
        }}
      />
      <Party form={form} name="payer" autoFocus />
      <Party form={form} name="payee" />
      <Amount form={form} name="amount" hint={t('hints.amount')} />
      <TextField
        label={t('fields.unit')}
        value={draft.unit}
        onChange={(unit) => change({ unit })}
        hint={t('hints.unit')}
        error={faultOf('unit')}
        code
      />
      <Amount form={form} name="low" />
      <Amount form={form} name="high" />
      <DayField
        label={t('fields.announced')}
        value={draft.announced}
        onChange={(announced) => change({ announced })}
        words={words}
        fault={faultOf('announced')}
      />
      <PlainField form={form} name="term" hint={t('hints.term')} />
    </FieldGroup>
  );
}

function Party({
  form,
  name,
  ...rest
}: PartProps & { readonly name: 'payer' | 'payee'; readonly autoFocus?: boolean }) {
  const { draft, change, faultOf, words } = form;
  const deals = useScenario((scenario) => scenario.deals);
  const company = useScenario((scenario) => scenario.company);
  const known = new Set([company, ...deals.flatMap(({ payer, payee }) => [payer, payee])].filter(Boolean));
  const names = [...known].sort((a, b) => a.localeCompare(b, 'en'));
  const isNew = draft[name].trim() !== '' && !known.has(draft[name].trim());
  return (
    <ComboField
      {...rest}
      label={words.t(`fields.${name}`)}
      value={draft[name]}
      onChange={(text) => change({ [name]: text })}
      choices={names.map((id) => ({ id }))}
      hint={isNew ? words.t('hints.newParty') : undefined}
      error={faultOf(name)}
    />
  );
}

function Amount({
  form,
  name,
  hint,
}: PartProps & { readonly name: 'amount' | 'low' | 'high'; readonly hint?: string }) {
  const { draft, change, faultOf, words } = form;
  return (
    <AmountField
      label={words.t(`fields.${name}`)}
      value={draft[name]}
      onChange={(text) => change({ [name]: text })}
      unit={draft.unit}
      words={words}
      fault={faultOf(name)}
      {...(hint !== undefined && { hint })}
    />
  );
}

/** What the deal does in the model, what it hangs on, and what came in its place. */
export function DealConditions({ form }: PartProps) {
  const { draft, change, faultOf, words } = form;
  const { t } = words;
  const deals = useScenario((scenario) => scenario.deals);
  return (
    <FieldGroup title={t('groups.conditions')}>
      <ChoiceField
        label={t('deals:scope')}
        value={draft.scope}
        choices={SCOPES.map((id) => ({ id, text: t(`deals:scopes.${id}`) }))}
        onChange={(chosen) => {
          const scope = SCOPES.find((one) => one === chosen);
          if (scope) change({ scope });
        }}
      />
      <CheckBox
        label={t('fields.movesCash')}
        checked={draft.movesCash}
        onChange={(movesCash) => change({ movesCash })}
      />
      <PlainField form={form} name="contingentOn" whole hint={t('hints.contingentOn')} />
      <ComboField
        label={t('fields.supersededBy')}
        value={draft.supersededBy}
        onChange={(supersededBy) => change({ supersededBy })}
        choices={deals
          .filter(({ id }) => id !== draft.id.trim())
          .map(({ id, payer, payee }) => ({ id, text: t('deals:fromTo', { payer, payee }) }))}
        hint={t('hints.supersededBy')}
        error={faultOf('supersededBy')}
        code
      />
      <AmountField
        label={t('fields.gw')}
        value={draft.gw}
        onChange={(gw) => change({ gw })}
        unit="GW"
        words={words}
        fault={faultOf('gw')}
      />
      <PlainField form={form} name="note" whole />
    </FieldGroup>
  );
}
