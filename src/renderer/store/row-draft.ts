import type { RowValues } from '#shared/engine/results.ts';
import { isItemKey, LONGEST_NAME } from '#shared/model/item-key.ts';
import type { Aggregation, Content, ItemKey, LineItem } from '#shared/model/line-item.ts';
import { periodsOfYear, type Timeline, yearsOf } from '#shared/model/timeline.ts';
import { type CellValue, type InputValue, isErrorValue } from '#shared/model/value.ts';
import { assertNever } from '#shared/util/assert-never.ts';

/** How a row is filled, as a person chooses it. A dated constant counts as a constant. */
export const FILLINGS = ['constant', 'byYear', 'byPeriod', 'formula'] as const;
export type Filling = (typeof FILLINGS)[number];

/** What a person calls the kinds of rows; a formula row is a calculation. */
export const ROW_KINDS = ['driver', 'formula', 'header', 'check'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** What the dialog for a row holds while it is open: all texts. */
export interface RowDraft {
  readonly key: string;
  readonly en: string;
  readonly ar: string;
  readonly section: string;
  readonly unit: string;
  readonly aggregation: Aggregation;
  readonly filling: Filling;
  readonly formula: string;
  readonly kind: RowKind;
  /** Empty for the usual one. */
  readonly decimals: string;
}

export function emptyDraft(section: string, kind: RowKind = 'driver'): RowDraft {
  return { key: '', en: '', ar: '', section, formula: '', ...ofKind(kind) };
}

/** What goes with a kind of row until it is changed by hand: a check is TRUE or FALSE in every quarter. */
export function ofKind(
  kind: RowKind,
): Pick<RowDraft, 'kind' | 'filling' | 'aggregation' | 'unit' | 'decimals'> {
  const plain = { kind, unit: '', decimals: '', aggregation: 'sum' } as const;
  if (kind === 'header') return { ...plain, filling: 'constant' };
  if (kind === 'driver') return { ...plain, filling: 'byPeriod' };
  if (kind === 'formula') return { ...plain, filling: 'formula' };
  return { kind, unit: 'true/false', decimals: '0', aggregation: 'all', filling: 'formula' };
}

function kindOf({ role, content }: LineItem): RowKind {
  if (role === 'header' || role === 'check') return role;
  return content.kind === 'formula' ? 'formula' : 'driver';
}

/** Digits behind the point as typed; undefined for the usual one, null for what is no number of digits. */
export function decimalsOf({ decimals }: RowDraft): number | undefined | null {
  const text = decimals.trim();
  if (text === '') return undefined;
  return /^\d{1,2}$/.test(text) && Number(text) <= MOST_DECIMALS ? Number(text) : null;
}

/** As many as a file may hold. */
const MOST_DECIMALS = 15;

export function draftOf(item: LineItem): RowDraft {
  const { key, label, section, unit, aggregation, content } = item;
  return {
    key,
    en: label.en,
    ar: label.ar,
    section,
    unit,
    aggregation,
    filling: fillingOf(content),
    formula: content.kind === 'formula' ? content.formula : '',
    kind: kindOf(item),
    decimals: item.decimals === undefined ? '' : String(item.decimals),
  };
}

export function fillingOf(content: Content): Filling {
  return content.kind === 'dated' ? 'constant' : content.kind;
}

/** A name for formulas out of a label: `Cloud costs` becomes `cloud_costs`. */
export function keyFromLabel(label: string): ItemKey {
  const key = label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, LONGEST_NAME - 1);
  return key === '' || isItemKey(key) ? key : `_${key}`;
}

/** The new row that a draft asks for. An empty label in one language is the one in the other. */
export function itemFromDraft(draft: RowDraft): LineItem {
  const { key, section, unit, aggregation } = draft;
  const decimals = decimalsOf(draft);
  return {
    key: key.trim(),
    label: labelOf(draft),
    section,
    unit: unit.trim(),
    role: roleOf(draft),
    aggregation,
    content: emptyContent(draft),
    overrides: {},
    facts: [],
    ...(typeof decimals === 'number' && { decimals }),
  };
}

function roleOf({ kind, filling }: RowDraft): LineItem['role'] {
  if (kind === 'header' || kind === 'check') return kind;
  return filling === 'formula' ? 'calculation' : 'driver';
}

export function labelOf({ en, ar, key }: RowDraft): LineItem['label'] {
  const [english, arabic] = [en.trim(), ar.trim()];
  const any = english || arabic || key.trim();
  return { en: english || any, ar: arabic || any };
}

function emptyContent({ filling, formula }: RowDraft): Content {
  switch (filling) {
    case 'constant':
      return { kind: 'constant', value: null };
    case 'byYear':
      return { kind: 'byYear', values: {} };
    case 'byPeriod':
      return { kind: 'byPeriod', values: [] };
    case 'formula':
      return { kind: 'formula', formula: formula.replace(/^\s*=/, '').trim() };
    default:
      return assertNever(filling);
  }
}

/**
 * The content of a row that is filled another way from now on. Values on screen are kept where
 * they fit: per quarter all, per year that of its first quarter, a constant the first.
 */
export function refill(draft: RowDraft, values: RowValues | undefined, timeline: Timeline): Content {
  const periods = values?.periods.map(typed) ?? [];
  switch (draft.filling) {
    case 'constant':
      return { kind: 'constant', value: periods[0] ?? null };
    case 'byPeriod':
      return { kind: 'byPeriod', values: periods };
    case 'byYear': {
      const years = yearsOf(timeline).map((year): [string, InputValue] => {
        const [first = 0] = periodsOfYear(timeline, year);
        return [String(year), periods[first] ?? null];
      });
      return { kind: 'byYear', values: Object.fromEntries(years) };
    }
    case 'formula':
      return emptyContent(draft);
    default:
      return assertNever(draft.filling);
  }
}

function typed(value: CellValue): InputValue {
  return isErrorValue(value) ? null : value;
}
