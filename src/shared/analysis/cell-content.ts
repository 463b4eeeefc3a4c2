import type { ErrorPlace } from '#shared/engine/explain-error.ts';
import type { Case } from '#shared/model/case.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { Aggregation, Content, LineItem } from '#shared/model/line-item.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';

/** The case that says it, with the reason it gives; null for the base. */
export interface SaidBy {
  readonly caseId: string;
  readonly reason: string;
}

/** What fills one cell, and who says so. */
export type CellContent =
  | { readonly kind: 'formula'; readonly formula: string; readonly by: SaidBy | null }
  | { readonly kind: 'constant' | 'byYear' | 'byPeriod'; readonly by: SaidBy | null }
  /** `from` is the first day of the entry in force; null before the first. */
  | { readonly kind: 'dated'; readonly from: IsoDate | null; readonly by: SaidBy | null }
  /** A value typed over one period; `formula` is what it stands in place of, if that is a formula. */
  | { readonly kind: 'override'; readonly formula: string | null; readonly by: SaidBy | null }
  /** A year made of its quarters. */
  | { readonly kind: 'year'; readonly rule: Exclude<Aggregation, 'rate'> }
  /** A year for which the formula is calculated on annual values of its inputs. */
  | { readonly kind: 'rate'; readonly formula: string; readonly by: SaidBy | null };

/** null where there is no such row, or a heading. */
export function contentAt(
  scenario: Scenario,
  chain: readonly Case[],
  asOf: IsoDate,
  place: ErrorPlace,
): CellContent | null {
  const item = itemOf(scenario, place.key);
  if (!item || item.role === 'header') return null;
  if ('year' in place) return yearContent(item, chain);
  const [content, by, covered] = rowContent(item, chain, periodNameAt(scenario.timeline, place.period));
  if (covered) {
    return { kind: 'override', formula: content.kind === 'formula' ? content.formula : null, by };
  }
  return plainContent(content, by, asOf);
}

/** What the row says in a period, who says so, and whether a single value is typed over it. */
function rowContent(
  item: LineItem,
  chain: readonly Case[],
  period: string | null,
): readonly [content: Content, by: SaidBy | null, covered: boolean] {
  let covering: SaidBy | null = null;
  for (const one of chain) {
    const override = Object.hasOwn(one.overrides, item.key) ? one.overrides[item.key] : undefined;
    if (!override) continue;
    const by = { caseId: one.id, reason: override.reason };
    if (period !== null && Object.hasOwn(override.values, period)) covering ??= by;
    if (override.content) return [override.content, covering ?? by, covering !== null];
  }
  if (covering) return [item.content, covering, true];
  return [item.content, null, period !== null && Object.hasOwn(item.overrides, period)];
}

function plainContent(content: Content, by: SaidBy | null, asOf: IsoDate): CellContent {
  if (content.kind === 'formula') return { kind: 'formula', formula: content.formula, by };
  if (content.kind !== 'dated') return { kind: content.kind, by };
  return { kind: 'dated', from: content.entries.findLast(({ from }) => from <= asOf)?.from ?? null, by };
}

function yearContent(item: LineItem, chain: readonly Case[]): CellContent {
  if (item.aggregation !== 'rate') return { kind: 'year', rule: item.aggregation };
  const [content, by] = rowContent(item, chain, null);
  if (content.kind !== 'formula') return { kind: 'year', rule: 'end' };
  return { kind: 'rate', formula: content.formula, by };
}
