import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/model/text.ts';
import type { SeriesLook } from '#shared/report/chart-series.ts';
import type { Message } from '#shared/report/message.ts';
import { amountText } from '#shared/report/number-text.ts';
import type { SourceCell } from '#shared/report/row-reading.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import { useFonts } from './use-fonts.ts';

const CELLS_NAMED = 3;

/** Everything a chart needs to write its texts. */
export interface ChartTexts {
  readonly language: Language;
  /** Time runs from right to left. */
  readonly mirror: boolean;
  /** Size of small text in px; Arabic is one larger. */
  readonly small: number;
  readonly t: TFunction;
  readonly say: (message: Message) => string;
  /** Counts arrivals of faces: widths measured before are no longer right. */
  readonly fonts?: number;
}

export function chartTexts(t: TFunction, language: Language): ChartTexts {
  const mirror = language === 'ar';
  return {
    language,
    mirror,
    small: mirror ? 12 : 11,
    t,
    say: (message) => t(message.key, { ...message.params }),
  };
}

export function useChartTexts(): ChartTexts {
  const { t, i18n } = useTranslation('charts');
  const language: Language = i18n.language === 'ar' ? 'ar' : 'en';
  const fonts = useFonts();
  return useMemo(() => ({ ...chartTexts(t, language), fonts }), [t, language, fonts]);
}

export function seriesName(look: SeriesLook, texts: ChartTexts): string {
  switch (look.kind) {
    case 'revenue':
      return texts.t('series.revenue');
    case 'drawn':
      return texts.t('series.drawn');
    case 'level':
      return texts.t(`level.${look.level}`);
    case 'repaid':
      return texts.t(`repaid.${look.level}`);
    case 'obligation':
      return look.label[texts.language];
    default:
      return assertNever(look);
  }
}

/** Names of cells as formulas write them, at most three. */
export function cellsText(cells: readonly SourceCell[], texts: ChartTexts): string {
  const named = cells
    .slice(0, CELLS_NAMED)
    .map((cell) => cellName(cell, texts))
    .join(texts.language === 'ar' ? '، ' : ', ');
  const more = cells.length - CELLS_NAMED;
  return more > 0 ? texts.t('panel.cellsMore', { cells: named, count: more }) : named;
}

/** `revenue[2027]` as formulas write it. */
export function cellName(cell: SourceCell, texts: ChartTexts): string {
  return leftToRight(`${cell.key}[${cell.column}]`, texts);
}

/** Keys, ids and formulas keep their direction within Arabic text. */
export function leftToRight(text: string, texts: ChartTexts): string {
  return texts.language === 'ar' ? `\u2066${text}\u2069` : text;
}

export function valueText(value: number, unit: string, texts: ChartTexts): string {
  return amountText(value, { language: texts.language, unit });
}
