import type { Column } from '#renderer/store/columns.ts';
import { cellName } from '#renderer/store/hooks.ts';
import { isAtColumn } from '#shared/model/fact-conflicts.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { periodText } from '#shared/report/time-text.ts';
import { cellLook } from './cell-look.ts';
import { NO_MARKS, sameMarks } from './cell-marks.ts';
import { checksWords, errorWords, fullNumber, fullUnit, valueWords } from './cell-words.ts';
import type { GridRow } from './grid-rows.ts';
import { cellValue, knownFacts, type SheetView } from './sheet-view.ts';

export interface CardLine {
  readonly name: string;
  readonly text: string;
  /** Formulas, keys and facts stay left to right. */
  readonly code?: boolean;
}

export interface Card {
  readonly title: string;
  readonly mark: string;
  readonly lines: readonly CardLine[];
}

/** What is known of a cell: every digit, where it comes from, what it replaces, what is wrong. */
export function cellCard(view: SheetView, row: GridRow, column: Column | undefined): Card | null {
  const { t, language } = view;
  if (row.kind === 'section') return null;
  if (row.kind === 'checks') {
    if (!column) return null;
    const lines = [{ name: periodText(column.id, language), text: checksWords(view, column) }];
    return { title: t('checks.row'), mark: '', lines };
  }
  const { item } = row;
  const look = column && cellLook(view, row, column);
  const value = column && cellValue(view, row.key, column);
  const lines: CardLine[] = [];
  const add = (name: string, text: string | undefined, code = false) => {
    if (text) lines.push({ name: t(`card.${name}`), text, code });
  };
  if (column) {
    const unit = fullUnit(view, item.unit);
    const bare = typeof value !== 'number' || unit === '';
    add('value', bare ? valueWords(view, value, item) : `${valueWords(view, value, item)} ${unit}`);
    if (value && isErrorValue(value)) add('error', errorWords(view, value));
  }
  const content = view.facts(row.key)?.content;
  if (content?.kind === 'formula') add('formula', `= ${content.formula}`, true);
  add('source', knownFacts(view, item).join(', '), true);
  add('conflict', disputeText(view, item, column), true);
  if (knownFacts(view, item).length < item.facts.length) add('later', t('card.laterFacts'));
  add('assumption', item.assumption);
  add('note', item.note === item.assumption ? undefined : item.note);
  if (look?.marks.estimate) add('estimate', t('card.isEstimate'));
  add('comment', look?.marks.comment);
  add('reason', look?.mark === 'case' ? caseReason(view, item) : undefined);
  const mark = look?.mark === 'base' ? t('card.override') : look?.mark === 'case' ? caseName(view) : '';
  return {
    title: column ? cellName({ key: row.key, column: column.id }) : item.label[language],
    mark,
    lines,
  };
}

/** True where a card says more than the cell itself: only then it opens by hovering. */
export function hasMoreToSay(view: SheetView, row: GridRow, column: Column, tooWide: boolean): boolean {
  const look = cellLook(view, row, column);
  if (!sameMarks(look.marks, NO_MARKS)) return true;
  return tooWide || look.mark !== 'none' || look.state === 'error' || look.state === 'failed';
}

/** `REV-15: 280, ANL-12: 213`, of this column or, at the head of the row, of all of it. */
function disputeText(view: SheetView, item: LineItem, column: Column | undefined): string {
  const here = view.conflicts(item.key).filter((one) => !column || isAtColumn(one, item, column.id));
  const said = here.flatMap(({ statements }) => statements);
  return said.map(({ fact, value }) => `${fact.id}: ${fullNumber(value)}`).join(', ');
}

function caseReason(view: SheetView, item: LineItem): string | undefined {
  const own = view.chain.find((one) => Object.hasOwn(one.overrides, item.key));
  return own?.overrides[item.key]?.reason;
}

function caseName({ chain, language, t }: SheetView): string {
  return t('card.inCase', { case: chain[0]?.name[language] ?? '' });
}
