import type { Case } from '#shared/model/case.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { Content, LineItem } from '#shared/model/line-item.ts';
import { asOfDate, caseChain, type ResolvedItem, resolveItem } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodNameAt, quarterAt, type Timeline } from '#shared/model/timeline.ts';
import type { InputValue } from '#shared/model/value.ts';

/** What stands in a period: a typed value or a formula. */
export type Stated =
  | { readonly kind: 'value'; readonly value: InputValue }
  | { readonly kind: 'formula'; readonly formula: string };

/** One override of a case, set against the row as it is without it. */
export interface OverrideRow {
  readonly item: LineItem;
  readonly reason: string;
  /** Places in the timeline of the first and the last period that the override changes. */
  readonly first: number;
  readonly last: number;
  /** Periods that it changes; fewer than from first to last where some between stay. */
  readonly periods: number;
  /** What stands in those periods without it and with it, each run of equal ones once. */
  readonly without: readonly Stated[];
  readonly own: readonly Stated[];
}

/** The overrides of a case in the order of the rows. One that changes nothing spans all periods. */
export function overrideRows(scenario: Scenario, one: Case): OverrideRow[] {
  const below = caseChain(scenario, one.inherits ?? null);
  const asOf = asOfDate(scenario, one.id);
  return scenario.itemOrder.flatMap((key) => {
    const item = itemOf(scenario, key);
    const override = Object.hasOwn(one.overrides, key) ? one.overrides[key] : undefined;
    const [without, own] = [resolveItem(scenario, below, key), resolveItem(scenario, [one, ...below], key)];
    if (!item || !override || !without || !own) return [];
    const before = statedIn(without, scenario.timeline, asOf);
    const after = statedIn(own, scenario.timeline, asOf);
    const changed = after.flatMap((stated, at) => (sameStated(stated, before[at]) ? [] : [at]));
    const periods = changed.length > 0 ? changed : after.map((_, at) => at);
    return {
      item,
      reason: override.reason,
      first: periods[0] ?? 0,
      last: periods.at(-1) ?? 0,
      periods: periods.length,
      without: runs(periods.flatMap((at) => before[at] ?? [])),
      own: runs(periods.flatMap((at) => after[at] ?? [])),
    };
  });
}

/** How many overrides say no reason. */
export function withoutReason({ overrides }: Case): number {
  return Object.values(overrides).filter(({ reason }) => reason.trim() === '').length;
}

function statedIn({ content, overrides }: ResolvedItem, timeline: Timeline, asOf: IsoDate): Stated[] {
  return Array.from({ length: timeline.periods }, (_, index): Stated => {
    const name = periodNameAt(timeline, index);
    if (Object.hasOwn(overrides, name)) return { kind: 'value', value: overrides[name] ?? null };
    if (content.kind === 'formula') return content;
    return { kind: 'value', value: valueAt(content, timeline, index, asOf) };
  });
}

function valueAt(
  content: Exclude<Content, { kind: 'formula' }>,
  timeline: Timeline,
  index: number,
  asOf: IsoDate,
): InputValue {
  if (content.kind === 'constant') return content.value;
  if (content.kind === 'byPeriod') return content.values[index] ?? null;
  if (content.kind === 'byYear') return content.values[String(quarterAt(timeline, index).year)] ?? null;
  return content.entries.findLast(({ from }) => from <= asOf)?.value ?? null;
}

function runs(all: readonly Stated[]): Stated[] {
  return all.filter((stated, at) => at === 0 || !sameStated(stated, all[at - 1]));
}

function sameStated(a: Stated, b: Stated | undefined): boolean {
  if (a.kind === 'formula') return b?.kind === 'formula' && a.formula === b.formula;
  return b?.kind === 'value' && a.value === b.value;
}
