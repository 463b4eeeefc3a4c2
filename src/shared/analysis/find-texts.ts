import type { Case } from '#shared/model/case.ts';
import type { ItemKey, LineItem } from '#shared/model/line-item.ts';
import { resolveItem } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { spansOf, type TextQuery, type TextSpan } from '#shared/model/search-text.ts';
import type { Language } from '#shared/model/text.ts';

/** Where to look. */
export const FIND_IN = ['labels', 'keys', 'formulas', 'notes', 'values'] as const;
export type FindIn = (typeof FIND_IN)[number];

/** One text that holds what is searched for. */
export interface FindHit {
  readonly in: FindIn;
  readonly key: ItemKey;
  /** The column of a value; null for texts of a whole row. */
  readonly column: string | null;
  readonly text: string;
  readonly spans: readonly TextSpan[];
}

/** A scenario as it is looked at, with its values as they are shown. */
export interface FindField {
  readonly scenario: Scenario;
  /** The case and those it inherits from. */
  readonly chain: readonly Case[];
  readonly language: Language;
  readonly columns: readonly string[];
  readonly valueText: (item: LineItem, column: string) => string;
}

/** Every text with the query in it: by row, in a row by kind, then by column. Text that is only blank finds nothing. */
export function findTexts(field: FindField, where: ReadonlySet<FindIn>, query: TextQuery): FindHit[] {
  if (query.text.trim() === '') return [];
  return field.scenario.itemOrder.flatMap((key) => {
    const item = itemOf(field.scenario, key);
    return item ? hitsIn(field, where, query, item) : [];
  });
}

function hitsIn(
  field: FindField,
  where: ReadonlySet<FindIn>,
  query: TextQuery,
  item: LineItem,
): readonly FindHit[] {
  const { key } = item;
  const hits: FindHit[] = [];
  const look = (kind: FindIn, text: string, column: string | null = null) => {
    const spans = spansOf(text, query);
    if (spans.length > 0) hits.push({ in: kind, key, column, text, spans });
  };
  if (where.has('labels')) look('labels', item.label[field.language]);
  if (where.has('keys')) look('keys', key);
  if (where.has('formulas')) look('formulas', formulaOf(field, key));
  if (where.has('notes')) look('notes', item.note ?? '');
  if (where.has('values') && item.role !== 'header')
    for (const column of field.columns) look('values', field.valueText(item, column), column);
  return hits;
}

function formulaOf({ scenario, chain }: FindField, key: ItemKey): string {
  const content = resolveItem(scenario, chain, key)?.content;
  return content?.kind === 'formula' ? content.formula : '';
}

/** A name for a hit that stays the same while other texts change. */
export function nameOfHit({ in: kind, key, column }: FindHit): string {
  return `${kind} ${key} ${column ?? ''}`;
}
