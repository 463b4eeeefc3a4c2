import type { Case } from './case.ts';
import type { Content, ItemKey, LineItem } from './line-item.ts';
import type { PeriodName } from './period.ts';
import { resolveItem } from './resolve-case.ts';
import { itemOf, type Scenario } from './scenario.ts';
import { periodIndex, periodNameAt, quarterAt, type Timeline } from './timeline.ts';
import type { InputValue } from './value.ts';

type Values = Readonly<Record<PeriodName, InputValue>>;

/**
 * A row of the base that holds what a case shows (`chain` nearest first); the row itself where the case
 * changes nothing. Facts stood behind the values of the base: where these are replaced as a whole, the
 * reason of the case takes their place, so that no source is named for a value it does not state.
 */
export function laidItem(scenario: Scenario, chain: readonly Case[], key: ItemKey): LineItem | undefined {
  const item = itemOf(scenario, key);
  const resolved = resolveItem(scenario, chain, key);
  if (!item || !resolved) return item;
  if (same(resolved.content, item.content) && same(resolved.overrides, item.overrides)) return item;
  const filled = withValues(resolved.content, resolved.overrides, scenario.timeline);
  return { ...item, ...filled, ...origin(item, !same(resolved.content, item.content), chain) };
}

/** All rows that are another one in the base that the case would make, in the order of the scenario. */
export function laidItems(scenario: Scenario, chain: readonly Case[]): LineItem[] {
  return scenario.itemOrder.flatMap((key) => {
    const laid = laidItem(scenario, chain, key);
    return laid && laid !== itemOf(scenario, key) ? [laid] : [];
  });
}

function origin(item: LineItem, replaced: boolean, chain: readonly Case[]): Partial<LineItem> {
  const reasons = chain.map((one) =>
    Object.hasOwn(one.overrides, item.key) ? one.overrides[item.key] : null,
  );
  const reason = reasons.find((one) => one?.reason)?.reason ?? chain[0]?.name.en ?? '';
  if (!replaced) return item.assumption === undefined && reason !== '' ? { assumption: reason } : {};
  return { facts: [], assumption: reason };
}

/**
 * Single values go into the series they belong to: beside a series they would hide what is typed there
 * later. Beside a formula, and beside a constant that follows the as-of date, they stay overrides.
 */
function withValues(
  content: Content,
  values: Values,
  timeline: Timeline,
): Pick<LineItem, 'content' | 'overrides'> {
  const inside = Object.keys(values).filter((name) => {
    const index = periodIndex(timeline, name);
    return index !== null && index >= 0 && index < timeline.periods;
  });
  if (content.kind === 'formula' || content.kind === 'dated' || inside.length === 0)
    return { content, overrides: { ...values } };
  const series = Array.from({ length: timeline.periods }, (_, index) => {
    const name = periodNameAt(timeline, index);
    return inside.includes(name) ? (values[name] ?? null) : valueAt(content, timeline, index);
  });
  const outside = Object.entries(values).filter(([name]) => !inside.includes(name));
  return { content: { kind: 'byPeriod', values: series }, overrides: Object.fromEntries(outside) };
}

function valueAt(
  content: Exclude<Content, { kind: 'formula' | 'dated' }>,
  timeline: Timeline,
  index: number,
): InputValue {
  if (content.kind === 'constant') return content.value;
  if (content.kind === 'byPeriod') return content.values[index] ?? null;
  return content.values[String(quarterAt(timeline, index).year)] ?? null;
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
