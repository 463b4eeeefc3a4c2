import type { Language } from '#shared/model/text.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { Headline } from './headline.ts';
import type { Message } from './message.ts';
import { amountText, shareText } from './number-text.ts';
import { yearsText } from './time-text.ts';

/**
 * The sentence of a headline. Texts of kind gap mark the amount with `<gap>…</gap>`, which
 * views colour and plain text drops (`withoutMarks`).
 */
export function headlineMessage(shown: Headline, language: Language): Message {
  switch (shown.kind) {
    case 'no roles':
      return { key: 'headline.noRoles', params: {} };
    case 'no value': {
      const cell = `${shown.cell.key}[${shown.cell.column}]`;
      return shown.error === null
        ? { key: 'headline.blank', params: { cell } }
        : { key: 'headline.error', params: { cell, error: shown.error } };
    }
    case 'gap': {
      const gap = amountText(shown.gap, { language, unit: shown.unit });
      const years = yearsText(shown.from, shown.to, language);
      if (shown.softShare === null || shown.softShare <= 0) {
        return { key: 'headline.gapOnly', params: { years, gap } };
      }
      return { key: 'headline.gap', params: { years, gap, soft: shareText(shown.softShare, language) } };
    }
    case 'covered':
      return { key: `headline.covered.${shown.softest ?? 'none'}`, params: { to: shown.to } };
    default:
      return assertNever(shown);
  }
}

/** A text without the marks of its emphasised part. */
export function withoutMarks(text: string): string {
  return text.replace(/<\/?gap>/g, '');
}
