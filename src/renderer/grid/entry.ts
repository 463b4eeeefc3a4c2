import type { Column } from '#renderer/store/columns.ts';
import { checkFormula } from '#shared/engine/check-formula.ts';
import type { Span } from '#shared/formula/ast.ts';
import {
  parseTypedValue,
  type TypedFault,
  type TypedValue,
  toRowValue,
} from '#shared/formula/typed-value/typed-value.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import type { InputValue } from '#shared/model/value.ts';
import { cellText } from '#shared/report/number-text.ts';
import { periodText } from '#shared/report/time-text.ts';
import { fullNumber, shortUnit } from './cell-words.ts';
import type { EditTarget } from './edit-target.ts';
import type { CellHintState } from './sheet-context.ts';
import type { SheetView } from './sheet-view.ts';

type Words = Pick<SheetView, 'scenario' | 't'>;

/** What a typed text means for a cell. */
export type Entry =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'value'; readonly value: InputValue; readonly typed: TypedValue }
  /** One formula for the whole row; `replacesTyped` when typed values would be lost. */
  | { readonly kind: 'formula'; readonly formula: string; readonly replacesTyped: boolean }
  | { readonly kind: 'refused'; readonly reason: string };

/** What the editor starts with: every digit of a typed value, else the formula of the row. */
export function startText({ typed, facts }: EditTarget): string {
  if (typed !== undefined) return inputText(typed);
  return facts.content.kind === 'formula' ? `=${facts.content.formula}` : '';
}

/** A typed value as it would be typed again; text that could be read as something else gets an apostrophe. */
export function inputText(value: InputValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  return parseTypedValue(value, 'en').kind === 'text' ? value : `'${value}`;
}

export function readEntry(view: SheetView, target: EditTarget, text: string): Entry {
  if (text === startText(target)) return { kind: 'unchanged' };
  if (/^\s*=/.test(text)) return readFormula(view, target, text);
  if (target.item.role === 'check') return { kind: 'refused', reason: view.t('closed.check') };
  const typed = parseTypedValue(text, view.language);
  if (typed.kind === 'blank' && text.trim() === '' && target.typed === undefined)
    return { kind: 'unchanged' };
  const fitted = toRowValue(typed, target.item.unit);
  if (!fitted.ok) return { kind: 'refused', reason: faultText(view, fitted.error, target.item.unit) };
  if (Object.is(fitted.value, target.typed) && blankWord(typed) === null) return { kind: 'unchanged' };
  return { kind: 'value', value: fitted.value, typed };
}

/** `n.a.` and its like blank a cell and say why; a dash, or nothing, only blanks it. */
export function blankWord(typed: TypedValue): string | null {
  const word = typed.kind === 'blank' ? (typed.reason ?? '') : '';
  return /\p{L}/u.test(word) ? word : null;
}

function readFormula(view: SheetView, { facts, item }: EditTarget, text: string): Entry {
  const problem = formulaProblem(view, item.key, text);
  if (problem !== null) return { kind: 'refused', reason: problem };
  const formula = text.trim().replace(/^=\s*/, '');
  const { content } = facts;
  if (content.kind === 'formula' && content.formula === formula) return { kind: 'unchanged' };
  return { kind: 'formula', formula, replacesTyped: content.kind !== 'formula' };
}

/** Why a text cannot be the formula of a row, in one or two sentences; null when it can. */
export function formulaProblem(words: Words, key: ItemKey, text: string): string | null {
  return formulaWrong(words, key, text)?.reason ?? null;
}

export interface FormulaWrong {
  readonly reason: string;
  readonly span: Span;
  /** Something at the end is missing, as in every formula that is being written. */
  readonly isUnfinished: boolean;
}

/** As `formulaProblem`, with the place in the text. */
export function formulaWrong({ scenario, t }: Words, key: ItemKey, text: string): FormulaWrong | null {
  const problem = checkFormula(scenario, key, text);
  if (!problem) return null;
  const { reason, span } = problem;
  const isUnfinished = reason.code === 'parse-ends-early' || reason.code === 'parse-unclosed';
  return { reason: t(`reasons:${reason.code}`, reason.params), span, isUnfinished };
}

/** Why a text is no value, in the language of the reader. */
export function faultText(view: SheetView, { code, detail, reason }: TypedFault, unit: string): string {
  if (view.language === 'en') return reason;
  return view.t([`fault.${code}`, 'fault.other'], { detail, unit: shortUnit(view, unit) });
}

/** What to say beside the cell before Enter; null when the text speaks for itself. */
export function entryHint(
  view: SheetView,
  target: EditTarget,
  entry: Entry,
  column: Column,
  asked: boolean,
): Omit<CellHintState, 'cell' | 'anchor'> | null {
  const label = target.item.label[view.language];
  switch (entry.kind) {
    case 'unchanged':
      return null;
    case 'refused':
      return { kind: 'refused', lead: entry.reason, more: [], urgent: asked };
    case 'formula':
      return asked
        ? { kind: 'question', lead: view.t('entry.replacesTyped', { label }), more: [], urgent: true }
        : { kind: 'understood', lead: view.t('entry.formulaForRow', { label }), more: [], urgent: false };
    case 'value':
      return {
        kind: 'understood',
        lead: valueLead(view, target, entry.value),
        more: reachWords(view, target, column),
        urgent: false,
      };
  }
}

function valueLead(view: SheetView, { item, facts }: EditTarget, value: InputValue): string {
  if (value === null) return view.t(facts.content.kind === 'formula' ? 'entry.clears' : 'entry.blank');
  if (typeof value !== 'number') return typeof value === 'string' ? value : cellText(value, item);
  const rounded = cellText(value, item).replace(/^\((.*)\)$/, '−$1');
  const shown =
    value !== 0 && Number(rounded.replace(/[^\d.]/g, '')) !== Math.abs(value) ? fullNumber(value) : rounded;
  return view
    .t('entry.understood', { value: shown === '–' ? '0' : shown, unit: shortUnit(view, item.unit) })
    .trim();
}

/** Says how far a value reaches when that is more than one cell. */
function reachWords(view: SheetView, { facts, at }: EditTarget, column: Column): string[] {
  const { kind } = facts.content;
  if (kind === 'constant' || kind === 'dated') return [view.t('entry.wholeRow')];
  if (kind === 'byYear') return [view.t('entry.wholeYear', { year: at })];
  return kind === 'formula'
    ? [view.t('entry.overrides', { period: periodText(column.id, view.language) })]
    : [];
}
