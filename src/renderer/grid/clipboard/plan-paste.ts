import type { Column } from '#renderer/store/columns.ts';
import type { CellAddress } from '#renderer/store/hooks.ts';
import type { CellEdit } from '#shared/commands/command.ts';
import { type Locale, parseTypedValue, toRowValue } from '#shared/formula/typed-value/typed-value.ts';
import type { InputValue } from '#shared/model/value.ts';
import { labelOf } from '../cell-words.ts';
import { type EditTarget, editTarget } from '../edit-target.ts';
import { faultText, formulaProblem, inputText } from '../entry.ts';
import type { GridRow } from '../grid-rows.ts';
import { LABEL_COLUMN } from '../navigate.ts';
import type { Box } from '../selection/range.ts';
import type { SheetView } from '../sheet-view.ts';
import { withoutFootnote } from './pasted-text.ts';

/** A cell on the clipboard. Cells of this program carry their exact value beside the text. */
export interface PastedCell {
  readonly text: string;
  readonly exact?: InputValue;
  /** The formula of its row speaks in it. */
  readonly formulaOf?: string;
  readonly isYear?: boolean;
}

export interface PasteOptions {
  readonly transpose: boolean;
  /** Year columns are passed over, so that quarters run on from year to year. */
  readonly skipYears: boolean;
  /** Values take the place of formulas in single periods. */
  readonly overFormulas: boolean;
  /** Cells that all show the formula of one row give that formula to another row. */
  readonly asFormula: boolean;
  readonly locale: Locale;
}

/** ready: written as it is; noted: written, but worth a look; refused: not written; nothing: no change. */
export interface PasteOutcome {
  /** Row and column in what is pasted: its name in lists. */
  readonly place: string;
  readonly cell: CellAddress | null;
  readonly pasted: string;
  readonly read: string;
  readonly state: 'ready' | 'noted' | 'refused' | 'nothing';
  /** Why, in the language of the reader. */
  readonly note: string;
  readonly edit: CellEdit | null;
}

export interface PasteSheet {
  readonly view: SheetView;
  readonly rows: readonly GridRow[];
  readonly columns: readonly Column[];
}

export interface PastePlan {
  readonly outcomes: readonly PasteOutcome[];
  readonly edits: readonly CellEdit[];
  /** Written in place of the edits. */
  readonly formula: { readonly key: string; readonly formula: string } | null;
  /** What is covered, for the selection afterwards. */
  readonly box: Box;
}

type Table = readonly (readonly PastedCell[])[];

/** What each pasted cell would do. A selection that the table fits into several times is filled with it. */
export function planPaste(sheet: PasteSheet, table: Table, at: Box, options: PasteOptions): PastePlan {
  const taken = options.asFormula ? rowFormula(sheet, table, at) : null;
  if (taken) return formulaPlan(sheet, taken, at);
  const source = options.transpose ? transposed(table) : table;
  const columns = columnPlaces(sheet, at, options);
  const size = tiled(source, at, columns.length);
  const planned = new Map<string, PasteOutcome>();
  const outcomes: PasteOutcome[] = [];
  for (let down = 0; down < size.rows; down++) {
    for (let over = 0; over < size.columns; over++) {
      const given = source[down % source.length];
      const cell = given?.[over % Math.max(1, given.length)];
      if (!cell) continue;
      const outcome = outcomeAt(sheet, cell, { row: at.top + down, column: columns[over] }, options);
      outcomes.push({ ...withoutClash(sheet.view, planned, outcome), place: `${down} ${over}` });
    }
  }
  const last = columns[Math.min(size.columns, columns.length) - 1] ?? at.start;
  const bottom = Math.min(at.top + size.rows, sheet.rows.length) - 1;
  const box = { top: at.top, bottom: Math.max(at.top, bottom), start: at.start, end: last };
  return { outcomes, edits: outcomes.flatMap(({ edit }) => edit ?? []), formula: null, box };
}

/**
 * The formula that a paste from one row into another would give it; null where cells are meant. A formula counts
 * for the whole row and names periods by their distance, so that it says the same in the row it goes to.
 */
export function rowFormula({ view, rows }: PasteSheet, table: Table, at: Box): PastePlan['formula'] {
  const [line] = table;
  const key = line?.[0]?.formulaOf;
  const target = rows[at.top];
  if (!line || key === undefined || table.length > 1 || at.bottom > at.top || at.start === 0) return null;
  if (!line.every((one) => one.formulaOf === key) || target?.kind !== 'item' || target.key === key)
    return null;
  const content = view.facts(key)?.content;
  if (content?.kind !== 'formula' || target.item.role === 'header') return null;
  return { key: target.key, formula: content.formula };
}

function formulaPlan(
  { view, columns }: PasteSheet,
  formula: NonNullable<PastePlan['formula']>,
  at: Box,
): PastePlan {
  const text = `= ${formula.formula}`;
  const problem = formulaProblem(view, formula.key, text);
  const isTyped = view.facts(formula.key)?.content.kind !== 'formula';
  const outcome: PasteOutcome = {
    place: '0 0',
    cell: { key: formula.key, column: columns[at.start - 1]?.id ?? LABEL_COLUMN },
    pasted: text,
    read: '',
    state: problem === null ? 'noted' : 'refused',
    note: problem ?? view.t(isTyped ? 'paste.formulaOverTyped' : 'paste.formulaForRow'),
    edit: null,
  };
  return { outcomes: [outcome], edits: [], formula: problem === null ? formula : null, box: at };
}

/** Nothing to ask: every cell is written as it is or stays as it was. */
export const isPlain = ({ outcomes }: PastePlan): boolean =>
  outcomes.every(({ state }) => state === 'ready' || state === 'nothing');

function transposed(table: Table): Table {
  const width = Math.max(0, ...table.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => table.map((row) => row[column] ?? { text: '' }));
}

/** Columns from the first one of the box on. */
function columnPlaces({ columns }: PasteSheet, at: Box, { skipYears }: PasteOptions): number[] {
  const all = Array.from({ length: columns.length + 1 }, (_, index) => index).slice(at.start);
  return skipYears ? all.filter((place) => place === 0 || columns[place - 1]?.kind === 'quarter') : all;
}

function tiled(source: Table, at: Box, room: number): { readonly rows: number; readonly columns: number } {
  const width = Math.max(0, ...source.map((row) => row.length));
  const rows = at.bottom - at.top + 1;
  const columns = Math.min(at.end - at.start + 1, room);
  const fits = width > 0 && rows % source.length === 0 && columns % width === 0;
  return fits ? { rows, columns } : { rows: source.length, columns: width };
}

interface Where {
  readonly row: number;
  readonly column: number | undefined;
}

function outcomeAt(sheet: PasteSheet, given: PastedCell, where: Where, options: PasteOptions): PasteOutcome {
  const { view } = sheet;
  const row = sheet.rows[where.row];
  const { text, footnote } = withoutFootnote(given.text);
  const pasted = footnote === '' ? text : `${text} ${footnote}`;
  const isBlank = text.trim() === '' && given.exact === undefined;
  const outcome = (state: PasteOutcome['state'], note: string, rest: Partial<PasteOutcome> = {}) => ({
    place: '',
    cell: row && where.column !== undefined ? addressOf(sheet, row, where.column) : null,
    pasted,
    read: '',
    state,
    note,
    edit: null,
    ...rest,
  });
  if (!row || where.column === undefined) {
    return isBlank ? outcome('nothing', '') : outcome('refused', view.t('paste.outside'));
  }
  const column = sheet.columns[where.column - 1];
  if (!column) {
    const isSame = isBlank || text === labelOf(view, row);
    return isSame ? outcome('nothing', '') : outcome('refused', view.t('paste.label'));
  }
  const target = editTarget(view, row, column);
  if (!target.ok) {
    const isQuiet = isBlank || (given.isYear === true && column.kind === 'year') || row.kind === 'section';
    if (isQuiet && (isBlank || row.kind !== 'section')) return outcome('nothing', '');
    return outcome('refused', view.t(`closed.${target.error}`, { label: labelOf(view, row) }));
  }
  return {
    ...outcome('ready', ''),
    ...valueOutcome(view, target.value, { ...given, text }, footnote, options),
  };
}

type ValueOutcome = Pick<PasteOutcome, 'state' | 'note' | 'read' | 'edit'>;

function valueOutcome(
  view: SheetView,
  target: EditTarget,
  given: PastedCell,
  footnote: string,
  options: PasteOptions,
): ValueOutcome {
  const { item, at, typed } = target;
  const hasFormula = target.facts.content.kind === 'formula';
  const nothing: ValueOutcome = { state: 'nothing', note: '', read: '', edit: null };
  if (given.formulaOf === item.key) {
    if (!hasFormula || typed === undefined) return nothing;
    const edit = { key: item.key, at, value: null };
    return { state: 'noted', note: view.t('paste.backToFormula'), read: '', edit };
  }
  if (item.role === 'check') return { ...nothing, state: 'refused', note: view.t('closed.check') };
  const value = readValue(view, item.unit, given, options);
  if (!value.ok) return { ...nothing, state: 'refused', note: value.error };
  const read = inputText(value.value).replace(/^-/, '−');
  if (Object.is(value.value, typed) || (value.value === null && typed === undefined))
    return { ...nothing, read };
  const edit = { key: item.key, at, value: value.value };
  const put = (state: 'ready' | 'noted', note: string): ValueOutcome => ({ state, note, read, edit });
  if (hasFormula && typed === undefined) {
    if (options.overFormulas) return put('noted', view.t('paste.overFormula'));
    return { state: 'refused', note: view.t('paste.formula'), read, edit: null };
  }
  if (hasFormula) return put('noted', view.t('paste.overridden'));
  if (footnote !== '') return put('noted', view.t('paste.footnote', { mark: footnote }));
  const isWord = value.value === null && given.text.trim() !== '';
  return isWord ? put('noted', view.t('paste.blankWord', { text: given.text.trim() })) : put('ready', '');
}

type Read =
  | { readonly ok: true; readonly value: InputValue }
  | { readonly ok: false; readonly error: string };

function readValue(view: SheetView, unit: string, given: PastedCell, { locale }: PasteOptions): Read {
  if (typeof given.exact === 'number' && !/^(?:true\/false|text)$/.test(unit)) {
    return { ok: true, value: given.exact };
  }
  const text = given.text.replace(/^\s*([$€£¥])\s*\(([^()]*)\)\s*$/u, '($1$2)');
  const fitted = toRowValue(parseTypedValue(text, locale), unit);
  return fitted.ok ? fitted : { ok: false, error: faultText(view, fitted.error, unit) };
}

/** A row with one value, or a year with one, cannot take two. The first counts, another one is said. */
function withoutClash(
  view: SheetView,
  planned: Map<string, PasteOutcome>,
  outcome: PasteOutcome,
): PasteOutcome {
  if (!outcome.edit) return outcome;
  const name = `${outcome.edit.key} ${outcome.edit.at ?? ''}`;
  const former = planned.get(name);
  if (!former) {
    planned.set(name, outcome);
    return outcome;
  }
  if (Object.is(former.edit?.value, outcome.edit.value)) return { ...outcome, state: 'nothing', edit: null };
  return { ...outcome, state: 'refused', note: view.t('paste.clash', { value: former.read }), edit: null };
}

function addressOf({ columns }: PasteSheet, row: GridRow, column: number): CellAddress {
  return { key: row.key, column: columns[column - 1]?.id ?? LABEL_COLUMN };
}
