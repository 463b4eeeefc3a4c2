import { TextField } from '#renderer/ui/fields.tsx';
import type { DealForm } from './form.ts';
import { saidAmount, saidDay, saidQuarter, type Words } from './read-field.ts';

interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly words: Words;
  readonly fault: string | undefined;
  readonly hint?: string;
}

/** A typed amount, with what was understood under it. */
export function AmountField({ unit, words, fault, hint, ...field }: TypedProps & { readonly unit: string }) {
  return <TextField {...field} code hint={saidAmount(field.value, unit, words) ?? hint} error={fault} />;
}

export function DayField({ words, fault, hint, ...field }: TypedProps) {
  return (
    <TextField
      {...field}
      code
      hint={saidDay(field.value, words) ?? hint ?? words.t('dayHint')}
      error={fault}
    />
  );
}

export function QuarterField({ words, fault, hint, ...field }: TypedProps) {
  return (
    <TextField
      {...field}
      code
      hint={saidQuarter(field.value, words) ?? hint ?? words.t('quarterHint')}
      error={fault}
    />
  );
}

type TextName = 'term' | 'contingentOn' | 'note' | 'publisher' | 'title' | 'date' | 'address' | 'statement';

interface PlainProps {
  readonly form: DealForm;
  readonly name: TextName;
  readonly whole?: boolean;
  readonly code?: boolean;
  readonly hint?: string;
}

/** A plain text of the deal. */
export function PlainField({ form, name, hint, ...rest }: PlainProps) {
  const { draft, change, words, faultOf } = form;
  return (
    <TextField
      {...rest}
      label={words.t(`fields.${name}`)}
      value={draft[name]}
      onChange={(text) => change({ [name]: text })}
      hint={hint}
      error={faultOf(name)}
    />
  );
}
