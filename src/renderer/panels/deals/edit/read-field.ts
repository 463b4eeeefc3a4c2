import type { TFunction } from 'i18next';
import { parseTypedValue, toRowValue } from '#shared/formula/typed-value/typed-value.ts';
import { type IsoDate, isIsoDate } from '#shared/model/date.ts';
import { type PeriodName, parsePeriodName } from '#shared/model/period.ts';
import type { Language } from '#shared/model/text.ts';
import { amountText, numberText } from '#shared/report/number-text.ts';
import { dateText, periodText } from '#shared/report/time-text.ts';
import { err, ok, type Result } from '#shared/util/result.ts';

export interface Words {
  readonly t: TFunction<'deal-edit'>;
  readonly language: Language;
}

/** What a field says: its value, null for nothing, or why it cannot be read, in a sentence. */
export type Read<T> = Result<T | null, string>;

const MOST_DECIMALS = 6;
const WHOLE = /^\d{1,4}$/;

/** A number in a unit, as people type it: `1.5bn` is 1.5 in `USD bn`, 1500 in `USD m`. */
export function readAmount(text: string, unit: string, { t, language }: Words): Read<number> {
  if (text.trim() === '') return ok(null);
  const read = toRowValue(parseTypedValue(text, language), unit);
  if (!read.ok) {
    const { code, detail } = read.error;
    return err(t([`grid:fault.${code}`, 'grid:fault.other'], { detail, unit }));
  }
  return read.value === null || typeof read.value === 'number' ? ok(read.value) : err(t('wrong.number'));
}

/** Amounts one after the other, with a semicolon between. */
export function readAmounts(text: string, unit: string, words: Words): Read<readonly number[]> {
  if (text.trim() === '') return ok(null);
  const found: number[] = [];
  for (const part of text.split(/[;؛]/)) {
    const read = readAmount(part, unit, words);
    if (!read.ok) return read;
    if (read.value === null) return err(words.t('wrong.amounts'));
    found.push(read.value);
  }
  return ok(found);
}

export function readDay(text: string, { t }: Words): Read<IsoDate> {
  const day = text.trim();
  if (day === '') return ok(null);
  return isIsoDate(day) ? ok(day) : err(t('wrong.day', { text: day }));
}

/** A quarter in any of the ways the one parser reads: `2027Q1`, `Q1 2027`, `1Q27`. */
export function readQuarter(text: string, { t, language }: Words): Read<PeriodName> {
  const typed = text.trim();
  if (typed === '') return ok(null);
  const read = parseTypedValue(typed, language);
  return read.kind === 'period' && parsePeriodName(read.value)
    ? ok(read.value)
    : err(t('wrong.quarter', { text: typed }));
}

export function readCount(text: string, most: number, { t }: Words): Read<number> {
  const typed = text.trim();
  if (typed === '') return ok(null);
  const count = WHOLE.test(typed) ? Number(typed) : 0;
  return count >= 1 && count <= most ? ok(count) : err(t('wrong.count', { most }));
}

/** What was understood, before it is entered; nothing where there is nothing to say. */
export function saidAmount(text: string, unit: string, words: Words): string | undefined {
  const read = readAmount(text, unit, words);
  return read.ok && read.value !== null
    ? words.t('understood', { value: money(read.value, unit, words) })
    : undefined;
}

export function saidAmounts(text: string, unit: string, words: Words): string | undefined {
  const read = readAmounts(text, unit, words);
  if (!read.ok || read.value === null) return undefined;
  const sum = read.value.reduce((total, amount) => total + amount, 0);
  return words.t('understoodList', { count: read.value.length, sum: money(sum, unit, words) });
}

export function saidDay(text: string, words: Words): string | undefined {
  const read = readDay(text, words);
  return read.ok && read.value !== null ? dateText(read.value, words.language) : undefined;
}

export function saidQuarter(text: string, words: Words): string | undefined {
  const read = readQuarter(text, words);
  return read.ok && read.value !== null ? periodText(read.value, words.language) : undefined;
}

/** With every digit that was typed: a rounded figure would not show what was understood. */
function money(value: number, unit: string, { language }: Words): string {
  const decimals = Array.from({ length: MOST_DECIMALS + 1 }, (_, count) => count).find(
    (count) => Number(value.toFixed(count)) === value,
  );
  const most = Math.max(1, decimals ?? MOST_DECIMALS);
  return unit === '' ? numberText(value, most) : amountText(value, { language, unit, decimals: most });
}
