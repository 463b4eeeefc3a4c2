import { ChoiceField } from '#renderer/ui/fields.tsx';
import { BINDING_LEVELS } from '#shared/model/deal.ts';
import type { StatusDraft } from './deal-draft.ts';
import { FactPicker } from './fact-picker.tsx';
import { DayField } from './form-fields.tsx';
import type { Words } from './read-field.ts';

const LEVELS = [...BINDING_LEVELS, 'lapsed'] as const;

export interface StatusFieldsProps {
  readonly status: StatusDraft;
  readonly onChange: (part: Partial<StatusDraft>) => void;
  readonly words: Words;
  readonly fault: string | undefined;
}

/** How firm the deal is, from which day on, and who says so. */
export function StatusFields({ status, onChange, words, fault }: StatusFieldsProps) {
  const { t } = words;
  return (
    <>
      <ChoiceField
        label={t('status.level')}
        value={status.level}
        choices={LEVELS.map((id) => ({
          id,
          text: id === 'lapsed' ? t('deals:lapsed') : t(`charts:level.${id}`),
        }))}
        onChange={(chosen) => {
          const level = LEVELS.find((one) => one === chosen);
          if (level) onChange({ level });
        }}
      />
      <DayField
        label={t('status.from')}
        value={status.from}
        onChange={(from) => onChange({ from })}
        words={words}
        fault={fault}
      />
      <FactPicker label={t('status.facts')} facts={status.facts} onChange={(facts) => onChange({ facts })} />
    </>
  );
}
