import type { SourceCell } from '#shared/report/row-reading.ts';
import { type ChartTexts, cellsText } from './chart-texts.ts';
import type { MarkFacts } from './mark-board.ts';

/** True when a mark stands for a cell; a mark of a year stands for its quarters too. */
export function holdsCell(cells: readonly SourceCell[], cell: SourceCell): boolean {
  return cells.some(
    ({ key, column }) =>
      key === cell.key &&
      (column === cell.column || (/^\d{4}$/.test(column) && cell.column.startsWith(column))),
  );
}

/** What a screen reader says of a mark. */
export function markSentence(facts: MarkFacts, texts: ChartTexts): string {
  const cells = cellsText(facts.cells, texts);
  const comma = texts.language === 'ar' ? '،' : ',';
  return `${facts.period}${comma} ${facts.series}: ${facts.value}. ${texts.t('panel.cells', { count: facts.cells.length, cells })}`;
}
