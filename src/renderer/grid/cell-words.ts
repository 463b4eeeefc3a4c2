import { i18n } from '#renderer/i18n/i18n.ts';
import type { Column } from '#renderer/store/columns.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import { type CellValue, type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { cellText, numberText } from '#shared/report/number-text.ts';
import { periodText } from '#shared/report/time-text.ts';
import { unitText } from '#shared/report/unit-text.ts';
import { cellLook, failingChecks } from './cell-look.ts';
import type { GridRow } from './grid-rows.ts';
import { cellValue, type SheetView, sourceText } from './sheet-view.ts';

type UnitWords = Pick<SheetView, 't' | 'language'>;

/** The unit as the narrow unit column writes it. */
export const shortUnit = (view: UnitWords, unit: string): string => unitFrom(view, 'units', unit);

/** The unit in full, to be read out. */
export const fullUnit = (view: UnitWords, unit: string): string => unitFrom(view, 'unitNames', unit);

/** Units are free text: those without a word of their own stay as they are. */
function unitFrom(view: UnitWords, list: 'units' | 'unitNames', unit: string): string {
  const units = unitsOf(view, list);
  return (Object.hasOwn(units, unit) ? units[unit] : undefined) ?? unitText(unit, view.language);
}

type Units = Readonly<Record<string, string>>;

/** Looked up once for each language: every cell asks, and a list is translated entry by entry. */
const knownUnits = new WeakMap<UnitWords['t'], Map<string, Units>>();

function unitsOf({ t, language }: UnitWords, list: 'units' | 'unitNames'): Units {
  const lists = knownUnits.get(t) ?? new Map<string, Units>();
  knownUnits.set(t, lists);
  const name = `${language} ${list}`;
  const known = lists.get(name);
  if (known) return known;
  const found = t(list, { returnObjects: true }) as unknown;
  const units = typeof found === 'object' && found !== null ? (found as Units) : {};
  lists.set(name, units);
  return units;
}

export function labelOf(view: SheetView, row: GridRow): string {
  if (row.kind === 'checks') return view.t('checks.row');
  return row.kind === 'section' ? row.section.label[view.language] : row.item.label[view.language];
}

/** `2026 Q1, actual`; a year is named as such. */
export function columnWords(view: SheetView, column: Column): string {
  const period =
    column.kind === 'year' ? view.t('year', { year: column.id }) : periodText(column.id, view.language);
  return joinedWords(view, [period, view.t(`tag.${column.tag}`)]);
}

/** A value in words: minus signs instead of parentheses, nothing abbreviated to a dash. */
export function valueWords(
  view: SheetView,
  value: CellValue | undefined,
  item: LineItem,
  digits: 'all' | 'shown' = 'all',
): string {
  if (value === undefined) return view.t('value.pending');
  if (value === null) return view.t('value.blank');
  if (isErrorValue(value)) return view.t('value.error', { code: value.code });
  if (typeof value === 'boolean') {
    if (item.role === 'check') return view.t(value ? 'checks.holds' : 'checks.fails');
    return value ? 'TRUE' : 'FALSE';
  }
  if (typeof value !== 'number') return value;
  return digits === 'all' ? fullNumber(value) : shownNumber(cellText(value, item));
}

/** A number as the cell rounds it, with a minus in place of parentheses and 0 in place of a dash. */
function shownNumber(text: string): string {
  return text.replace(/^\((.*)\)$/, '−$1').replace(/^–$/, '0');
}

/** All digits that a person could want to read, grouped. */
export function fullNumber(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude < 1e-6 || magnitude >= 1e15)) return String(value).replace('-', '−');
  const decimals = [0, 1, 2, 3, 4, 5, 6].find((count) => Number(magnitude.toFixed(count)) === magnitude) ?? 6;
  return numberText(value, decimals);
}

/** What is wrong in a cell with an error, and where it began. */
export function errorWords(view: SheetView, error: ErrorValue): string {
  const { reason } = error;
  const what = reason ? view.t(`reasons:${reason.code}`, reason.params) : view.t(`error.${error.code}`);
  const origin = error.origin && itemOf(view.scenario, error.origin.key);
  if (!error.origin || !origin) return what;
  const period = periodText(periodNameAt(view.scenario.timeline, error.origin.period), view.language);
  return view.t('error.from', { what, label: origin.label[view.language], period });
}

/** What a screen reader says of a cell: label, unit, period, value, marks. */
export function cellWords(view: SheetView, row: GridRow, column: Column): string {
  if (row.kind === 'section') return labelOf(view, row);
  const period = columnWords(view, column);
  if (row.kind === 'checks')
    return joinedWords(view, [labelOf(view, row), period, checksWords(view, column)]);
  if (row.item.role === 'header') return labelOf(view, row);
  const value = cellValue(view, row.key, column);
  const { mark, tone, marks, base } = cellLook(view, row, column);
  const why = isErrorValue(value) ? errorWords(view, value) : '';
  return joinedWords(view, [
    labelOf(view, row),
    fullUnit(view, row.item.unit),
    period,
    valueWords(view, value, row.item, 'shown'),
    why,
    mark === 'none' ? view.t(`tone.${tone}`) : view.t(`mark.${mark}`),
    base === '' ? '' : i18n.t('rows:base', { value: shownNumber(base) }),
    marks.conflict ? view.t('mark.conflict') : '',
    marks.estimate ? view.t('mark.estimate') : '',
    marks.comment === '' ? '' : view.t('mark.comment', { text: marks.comment }),
  ]);
}

export function checksWords(view: SheetView, column: Column): string {
  const failed = failingChecks(view, column);
  if (failed.length === 0) return view.t('checks.allHold');
  const names = failed.map((key) => itemOf(view.scenario, key)?.label[view.language] ?? key);
  return joinedWords(view, [view.t('checks.failed', { count: failed.length }), ...names.slice(0, 3)]);
}

/** What a screen reader says at the head of a row. */
export function rowWords(view: SheetView, row: GridRow): string {
  if (row.kind === 'checks') return labelOf(view, row);
  if (row.kind === 'section') {
    const state = view.t(row.open ? 'section.open' : 'section.closed');
    const hidden = row.hidden > 0 ? view.t('section.hidden', { count: row.hidden }) : '';
    return joinedWords(view, [labelOf(view, row), state, hidden]);
  }
  const source = sourceText(view, row.item);
  return joinedWords(view, [
    labelOf(view, row),
    fullUnit(view, row.item.unit),
    source === 'ƒ' ? view.t('tone.calculated') : source,
    row.item.note === undefined ? '' : view.t('mark.note'),
    view.conflicts(row.item.key).length > 0 ? view.t('mark.conflict') : '',
  ]);
}

export function joinedWords(view: Pick<SheetView, 't'>, words: readonly string[]): string {
  return words.filter((word) => word !== '').join(view.t('comma'));
}
