import type { TFunction } from 'i18next';
import type { IsoDate } from '#shared/model/date.ts';
import type { Tranche } from '#shared/model/deal.ts';
import type { Language } from '#shared/model/text.ts';
import { amountText } from '#shared/report/number-text.ts';
import { dateText, periodText } from '#shared/report/time-text.ts';
import { assertNever } from '#shared/util/assert-never.ts';

interface Words {
  readonly t: TFunction<'deals'>;
  readonly language: Language;
  readonly asOf: IsoDate;
  readonly unit: string;
}

/** One slice of a deal in words: how much, when, and what it hangs on. */
export function trancheText(tranche: Tranche, words: Words): string {
  const { t } = words;
  const text = termsOf(tranche, words);
  return tranche.reverse === true ? t('tranche.reverse', { text }) : text;
}

function termsOf(tranche: Tranche, words: Words): string {
  const { t, language, asOf, unit } = words;
  const money = (amount: number) => amountText(amount, { language, unit });
  switch (tranche.kind) {
    case 'dated': {
      const due = { amount: money(tranche.amount), at: periodText(tranche.at, language) };
      if (tranche.paid === undefined || tranche.paid > asOf) return t('tranche.dated', due);
      const key = tranche.inferred === true ? 'tranche.paidInferred' : 'tranche.paid';
      return t(key, { ...due, day: dateText(tranche.paid, language) });
    }
    case 'linear':
      return t('tranche.linear', {
        amount: money(tranche.amount),
        count: tranche.quarters,
        at: periodText(tranche.start, language),
      });
    case 'annual': {
      const years = Object.entries(tranche.byYear).map(([year, amount]) => `${year}: ${money(amount)}`);
      return t('tranche.annual', { years: years.join(t('separator')), beyond: money(tranche.beyond) });
    }
    case 'quarters':
      return t('tranche.quarters', {
        amount: money(tranche.amounts.reduce((sum, amount) => sum + amount, 0)),
        count: tranche.amounts.length,
        at: periodText(tranche.start, language),
      });
    case 'per unit':
      return t('tranche.perUnit', { cap: money(tranche.cap) });
    case 'event':
      return t('tranche.event', {
        amount: money(tranche.amount),
        last: periodText(tranche.last, language),
      });
    case 'item':
      return t('tranche.item');
    case 'before':
      return t('tranche.before', { amount: money(tranche.amount) });
    default:
      return assertNever(tranche);
  }
}
