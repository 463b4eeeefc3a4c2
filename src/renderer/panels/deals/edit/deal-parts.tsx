import { Plus } from 'lucide-react';
import { useScenario } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceField } from '#renderer/ui/fields.tsx';
import type { Fact } from '#shared/model/fact.ts';
import { yearsOf } from '#shared/model/timeline.ts';
import type { DealDraft } from './deal-draft.ts';
import { FieldGroup } from './edit-dialog.tsx';
import { FactPicker } from './fact-picker.tsx';
import type { DealForm } from './form.ts';
import { AmountField, PlainField, QuarterField } from './form-fields.tsx';
import { emptyTranche, type TrancheDraft } from './tranche-draft.ts';
import { TrancheFields } from './tranche-fields.tsx';

interface PartProps {
  readonly form: DealForm;
}

/** The slices of the deal, each with a way to take it out. */
export function DealTranches({ form }: PartProps) {
  const { draft, change, words } = form;
  const { tranches } = draft;
  const replace = (serial: number, part: Partial<TrancheDraft>) =>
    change({ tranches: tranches.map((one) => (one.serial === serial ? { ...one, ...part } : one)) });
  const add = () => {
    const serial = Math.max(-1, ...tranches.map((one) => one.serial)) + 1;
    change({ tranches: [...tranches, emptyTranche(serial)] });
  };
  return (
    <section className="deal-edit-tranches" aria-label={words.t('groups.tranches')}>
      <h3>{words.t('groups.tranches')}</h3>
      {tranches.length === 0 && <p className="deal-edit-none">{words.t('tranche.none')}</p>}
      {tranches.map((tranche, place) => (
        <TrancheFields
          key={tranche.serial}
          form={form}
          place={place}
          tranche={tranche}
          onChange={(part) => replace(tranche.serial, part)}
          onRemove={() => change({ tranches: tranches.filter(({ serial }) => serial !== tranche.serial) })}
        />
      ))}
      <Button small onPress={add}>
        <Plus size={14} aria-hidden />
        {words.t('tranche.add')}
      </Button>
    </section>
  );
}

const TENURES = ['rented', 'owned'] as const;

/** Capacity that comes with the deal, at year ends. */
export function DealCapacityFields({ form }: PartProps) {
  const { draft, change, faultOf, words } = form;
  const { t } = words;
  const timeline = useScenario((scenario) => scenario.timeline);
  const [first = 0, ...later] = yearsOf(timeline);
  const years = [
    ...new Set([first - 1, first, ...later].map(String).concat(Object.keys(draft.yearEnd))),
  ].sort();
  return (
    <FieldGroup title={t('groups.capacity')}>
      <ChoiceField
        label={t('fields.tenure')}
        value={draft.tenure}
        choices={[
          { id: '', text: t('tenure.none') },
          ...TENURES.map((id) => ({ id, text: t(`tenure.${id}`) })),
        ]}
        onChange={(chosen) => change({ tenure: TENURES.find((one) => one === chosen) ?? '' })}
      />
      {draft.tenure !== '' && (
        <>
          <QuarterField
            label={t('fields.capacityStart')}
            value={draft.capacityStart}
            onChange={(capacityStart) => change({ capacityStart })}
            words={words}
            fault={faultOf('capacityStart')}
            hint={t('hints.capacityStart')}
          />
          <div className="ui-whole deal-edit-years">
            {years.map((year, index) => (
              <AmountField
                key={year}
                label={t('fields.yearEnd', { year })}
                value={draft.yearEnd[year] ?? ''}
                onChange={(text) => change({ yearEnd: { ...draft.yearEnd, [year]: text } })}
                unit="GW"
                words={words}
                fault={faultOf(`yearEnd.${year}`) ?? (index === 0 ? faultOf('yearEnd') : undefined)}
              />
            ))}
          </div>
        </>
      )}
    </FieldGroup>
  );
}

/** Where the deal is known from. A fact that is chosen fills what is still empty. */
export function DealSource({ form }: PartProps) {
  const { draft, change, words } = form;
  const { t } = words;
  return (
    <FieldGroup title={t('groups.source')}>
      <FactPicker
        label={t('fields.facts')}
        facts={draft.facts}
        onChange={(facts) => change({ facts })}
        onChoose={(fact) => change({ facts: [...draft.facts, fact.id], ...sourceFrom(draft, fact) })}
      />
      <PlainField form={form} name="publisher" />
      <PlainField form={form} name="date" code />
      <PlainField form={form} name="title" whole />
      <PlainField form={form} name="address" whole code />
      <PlainField form={form} name="statement" whole hint={t('hints.statement')} />
    </FieldGroup>
  );
}

function sourceFrom(draft: DealDraft, { source, statement }: Fact): Partial<DealDraft> {
  if (draft.publisher.trim() !== '' || draft.title.trim() !== '') return {};
  const { publisher, title, date, address = '' } = source;
  return {
    publisher,
    title,
    date,
    address,
    statement: draft.statement.trim() === '' ? statement : draft.statement,
  };
}
