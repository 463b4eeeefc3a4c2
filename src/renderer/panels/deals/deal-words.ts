import type { TFunction } from 'i18next';
import type { Deal } from '#shared/model/deal.ts';
import { cellText, numberText } from '#shared/report/number-text.ts';
import type { RegisterRow } from './register-rows.ts';

/** What the Terms column says: the end of a deal, how far it is paid, or the published term. */
export function termsText(row: RegisterRow, t: TFunction<'deals'>): string {
  const { deal, amount, paid, inferred, isWhole } = row;
  if (row.level === 'lapsed') {
    return row.replacedBy === null ? t('ended') : t('replacedBy', { id: row.replacedBy });
  }
  // What was bought so far is no instalment: the term of a contract says more.
  const isBuying = deal.type === 'purchase commitment' && !isWhole;
  if (paid <= 0 || amount === null || isBuying) return row.hasTexts ? deal.term : t('later');
  const part = { paid: numberText(paid), amount: numberText(amount) };
  if (isWhole) return t(inferred ? 'paidWholeInferred' : 'paidWhole');
  return t(inferred ? 'paidPartInferred' : 'paidPart', part);
}

/** The amount as a cell shows it; what the company pays stands in parentheses. */
export function amountCell(row: RegisterRow): string {
  const { amount } = row;
  return amount === null ? '' : cellText(row.direction === 'out' ? -amount : amount, { unit: 'USD bn' });
}

export function partiesText(deal: Deal, t: TFunction<'deals'>): string {
  return t('fromTo', { payer: deal.payer, payee: deal.payee });
}
