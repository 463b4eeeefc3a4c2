import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/store/hooks.ts';
import type { ValuePlace } from '#shared/analysis/viewed-model.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import type { Language } from '#shared/model/text.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import { type CellValue, isErrorValue } from '#shared/model/value.ts';
import { amountText, cellText, numberText } from '#shared/report/number-text.ts';
import { periodText } from '#shared/report/time-text.ts';
import { currencyUnit } from '#shared/report/unit-text.ts';

/** What is needed to write about cells in the language of the interface. */
export interface Words {
  readonly t: TFunction<'explain-view'>;
  readonly language: Language;
  readonly scenario: Scenario;
}

export function useWords(scenario: Scenario): Words {
  const { t } = useTranslation('explain-view');
  const language = useSession((session) => session.language);
  return useMemo(() => ({ t, language, scenario }), [t, language, scenario]);
}

export function labelOf({ scenario, language }: Words, key: string): string {
  return itemOf(scenario, key)?.label[language] ?? key;
}

/** `2030` or `2030 Q4`. */
export function columnText({ scenario, language }: Words, place: ValuePlace): string {
  return 'year' in place
    ? String(place.year)
    : periodText(periodNameAt(scenario.timeline, place.period), language);
}

/** `Revenue, 2030 Q4`. */
export function placeText(words: Words, place: ValuePlace): string {
  return words.t('place', { label: labelOf(words, place.key), period: columnText(words, place) });
}

/** `in 2030`, `in 2030 Q4`. */
export function whenText(words: Words, place: ValuePlace): string {
  return words.t('year' in place ? 'when.year' : 'when.quarter', { period: columnText(words, place) });
}

/** The unit in full. */
export const unitName = (words: Words, unit: string): string => unitFrom(words, 'unitNames', unit);

/** The unit as a narrow column writes it. */
export const shortUnit = (words: Words, unit: string): string => unitFrom(words, 'units', unit);

/** Units are free text: those without a word of their own stay as they are. */
function unitFrom({ t }: Words, list: 'unitNames' | 'units', unit: string): string {
  const known = t(`grid:${list}`, { returnObjects: true }) as unknown;
  const names = typeof known === 'object' && known !== null ? (known as Record<string, string>) : {};
  return (Object.hasOwn(names, unit) ? names[unit] : undefined) ?? unit;
}

/** An amount for running text: `$279.8 bn`, `2,600 million users`. */
export function amountWords(words: Words, value: number, key: string, sign = false): string {
  const item = itemOf(words.scenario, key);
  const unit = item?.unit ?? '';
  const { language } = words;
  const decimals = item?.decimals === undefined ? {} : { decimals: item.decimals };
  if (unit === '' || unit === '%' || currencyUnit(unit))
    return amountText(value, { language, unit, sign, ...decimals });
  const plain =
    unit === 'year' ? String(value) : amountText(value, { language, unit: '', sign, ...decimals });
  const name = unit === 'year' ? '' : unitName(words, unit);
  return name === '' ? plain : `${plain} ${name}`;
}

/** A value for running text, whatever it is. */
export function valueWords(words: Words, value: CellValue, key: string): string {
  if (value === null) return words.t('value.blank');
  if (isErrorValue(value)) return value.code;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? amountWords(words, value, key) : value;
}

/** A value as a cell shows it, where its unit stands beside it. */
export function bareValue({ scenario, t }: Words, value: CellValue, key: string): string {
  if (value === null) return t('value.blank');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return cellText(value, itemOf(scenario, key) ?? { unit: '' });
}

/** The same with its unit where that is a sign. */
export function shownValue(words: Words, value: CellValue, key: string): string {
  const item = itemOf(words.scenario, key);
  const text = bareValue(words, value, key);
  const isShare = item?.unit === '%' && typeof value === 'number' && text !== '–';
  return isShare ? text.replace(/\)?$/, (close) => `%${close}`) : text;
}

/** A signed difference, with as many digits as the row shows. */
export function changeText({ scenario }: Words, value: number, key: string): string {
  return numberText(value, itemOf(scenario, key)?.decimals ?? 1, true);
}

/** A part or an effect, signed; small ones with more digits, so that they are not taken for none. */
export function partNumber(value: number): string {
  const magnitude = Math.abs(value);
  return numberText(value, magnitude > 1e-9 && magnitude < 0.1 ? 3 : 1, true);
}
