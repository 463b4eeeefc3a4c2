import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/model/text.ts';
import type { SeriesLook } from '#shared/report/chart-series.ts';
import type { Message } from '#shared/report/message.ts';
import { amountText } from '#shared/report/number-text.ts';
import type { SourceCell } from '#shared/report/row-reading.ts';
import { assertNever } from '#shared/util/assert-never.ts';

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
  return useMemo(() => chartTexts(t, language), [t, language]);
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
  const named = cells.slice(0, CELLS_NAMED).map(cellName).join(', ');
  const more = cells.length - CELLS_NAMED;
  return more > 0 ? texts.t('panel.cellsMore', { cells: named, count: more }) : named;
}

/** `revenue[2027]`, kept left to right within Arabic text. */
export function cellName(cell: SourceCell): string {
  return `\u2066${cell.key}[${cell.column}]\u2069`;
}

export function valueText(value: number, unit: string, texts: ChartTexts): string {
  return amountText(value, { language: texts.language, unit });
}
