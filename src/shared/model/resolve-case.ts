import type { Case, Override } from './case.ts';
import type { IsoDate } from './date.ts';
import type { Content, ItemKey, LineItem } from './line-item.ts';
import type { PeriodName } from './period.ts';
import { itemOf, type Scenario } from './scenario.ts';
import type { InputValue } from './value.ts';

/** A case by id or by its name in either language. */
export function findCase(scenario: Scenario, idOrName: string): Case | undefined {
  return (
    scenario.cases.find((one) => one.id === idOrName) ??
    scenario.cases.find((one) => one.name.en === idOrName || one.name.ar === idOrName)
  );
}

/** The case and what it inherits from, nearest first; stops where a chain would repeat. */
export function caseChain(scenario: Scenario, caseId: string | null): Case[] {
  const chain: Case[] = [];
  let next = caseId;
  while (next !== null && next !== undefined) {
    const found = scenario.cases.find((one) => one.id === next);
    if (!found || chain.includes(found)) break;
    chain.push(found);
    next = found.inherits ?? null;
  }
  return chain;
}

/** The as-of date that holds in a case: an explicit one, the nearest in the chain, else the scenario's. */
export function asOfDate(scenario: Scenario, caseId: string | null, explicit?: IsoDate | null): IsoDate {
  if (explicit) return explicit;
  return caseChain(scenario, caseId).find((one) => one.asOf)?.asOf ?? scenario.timeline.asOf;
}

/** A row as a case sees it. */
export interface ResolvedItem {
  readonly item: LineItem;
  readonly content: Content;
  readonly overrides: Readonly<Record<PeriodName, InputValue>>;
}

/**
 * Lays the overrides of a case over a row. A case that replaces the content hides
 * the single-period overrides below it; single periods of a nearer case win.
 */
export function resolveItem(
  scenario: Scenario,
  chain: readonly Case[],
  key: ItemKey,
): ResolvedItem | undefined {
  const item = itemOf(scenario, key);
  if (!item) return undefined;
  let content = item.content;
  let overrides = item.overrides;
  for (let index = chain.length - 1; index >= 0; index--) {
    const override = overrideOf(chain[index], key);
    if (!override) continue;
    if (override.content) {
      content = override.content;
      overrides = override.values;
    } else {
      overrides = { ...overrides, ...override.values };
    }
  }
  return { item, content, overrides };
}

function overrideOf(one: Case | undefined, key: ItemKey): Override | undefined {
  return one && Object.hasOwn(one.overrides, key) ? one.overrides[key] : undefined;
}
