import type { TFunction } from 'i18next';
import type { Fact } from '#shared/model/fact.ts';
import type { Language } from '#shared/model/text.ts';
import { numberText } from '#shared/report/number-text.ts';
import { dateText } from '#shared/report/time-text.ts';

/** Digits that a published number is shown with: its own, three at most. */
const MOST_DECIMALS = 3;

/** A published number as it was published: `280`, `17.2`, `−122`; a year without a comma. */
export function figureText(value: number, unit: string): string {
  if (unit.trim() === 'year') return String(value);
  const digits = /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0;
  return numberText(value, Math.min(digits, MOST_DECIMALS));
}

/** Value or range as a cell shows it; empty for a statement without a number. */
export function valueText({ value, low, high, unit }: Fact): string {
  if (low !== undefined && high !== undefined && low !== high) {
    return `${figureText(low, unit)}\u2013${figureText(high, unit)}`;
  }
  return value === null ? '' : figureText(value, unit);
}

/** What a fact is about: `OpenAI: annual revenue`. */
export function saysText({ subject, metric }: Fact, t: TFunction<'sources'>): string {
  return t('says', { subject, metric });
}

/** Everything a reader needs to find the source again, as one line of plain text. */
export function citation(fact: Fact, language: Language, t: TFunction<'sources'>): string {
  const { publisher, title, date, address, upstream } = fact.source;
  const value = valueText(fact);
  const stated = [saysText(fact, t), fact.period, value && `${value} ${fact.unit}`]
    .filter(Boolean)
    .join(', ');
  const origin = [publisher, title, date, upstream && t('upstreamOf', { upstream }), address];
  return [
    stated,
    fact.statement,
    origin.filter(Boolean).join(', '),
    `${t('knownOn', { day: dateText(fact.knownFrom, language) })} [${fact.id}]`,
  ]
    .map((part) => part.replace(/\s+/g, ' ').trim().replace(/[.]+$/, ''))
    .join('. ');
}
