import type { Case } from '#shared/model/case.ts';
import { takesComment } from '#shared/model/comment.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { Deal, Tranche } from '#shared/model/deal.ts';
import type { Content, LineItem } from '#shared/model/line-item.ts';
import type { PeriodName } from '#shared/model/period.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodIndex, periodNameAt, type Timeline } from '#shared/model/timeline.ts';
import { type FormatError, type FormatErrorCode, formatError } from './format-error.ts';
import { rolesOf } from './roles.ts';

/** What the schema cannot see because it lies in two places. The first thing found is the answer. */
export function findBrokenReference(scenario: Scenario): FormatError | null {
  for (const error of brokenReferences(scenario)) return error;
  return null;
}

type Found = Generator<FormatError>;

function* brokenReferences(scenario: Scenario): Found {
  yield* timelineErrors(scenario.timeline);
  yield* repeatedIds('sections', scenario.sections);
  yield* repeatedIds('cases', scenario.cases);
  yield* repeatedIds('deals', scenario.deals);
  yield* repeatedIds('facts', scenario.facts);
  yield* rowErrors(scenario);
  const known = {
    facts: idsOf(scenario.facts),
    deals: idsOf(scenario.deals),
    sections: idsOf(scenario.sections),
  };
  for (const key of scenario.itemOrder) {
    const item = itemOf(scenario, key);
    if (item) yield* itemErrors(item, scenario.timeline, known);
  }
  yield* caseErrors(scenario);
  for (const deal of scenario.deals) yield* dealErrors(scenario, deal, known);
  for (const fact of scenario.facts) {
    yield* unknownIds(
      'fact-unknown',
      `facts.${fact.id}.supersededBy`,
      optional(fact.supersededBy),
      known.facts,
    );
  }
  for (const [where, key] of rolesOf(scenario.presentation)) yield* unknownItem(scenario, where, key);
}

interface Known {
  readonly facts: ReadonlySet<string>;
  readonly deals: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
}

function* timelineErrors(timeline: Timeline): Found {
  const last = periodNameAt(timeline, timeline.periods - 1);
  if (last.length > 6) yield formatError('timeline-too-late', 'timeline', { period: last });
  yield* descendingDates('timeline.actuals', timeline.actuals);
}

/** Each row once in the order, each entry of the order a row, each row under its own key. */
function* rowErrors({ items, itemOrder }: Scenario): Found {
  const seen = new Set(itemOrder);
  if (seen.size < itemOrder.length) {
    const id = itemOrder.find((key, index) => itemOrder.indexOf(key) < index) ?? '';
    yield formatError('id-repeated', `items.${id}`, { id });
  }
  for (const key of itemOrder) {
    const item = Object.hasOwn(items, key) ? items[key] : undefined;
    if (item?.key !== key) yield formatError('rows-differ-from-order', `items.${key}`, { key });
  }
  const extra = Object.keys(items).find((key) => !seen.has(key));
  if (extra !== undefined) yield formatError('rows-differ-from-order', `items.${extra}`, { key: extra });
}

function* itemErrors(item: LineItem, timeline: Timeline, known: Known): Found {
  const where = `items.${item.key}`;
  if (!known.sections.has(item.section)) {
    yield formatError('section-unknown', `${where}.section`, { id: item.section });
  }
  yield* contentErrors(`${where}.content`, item.content, timeline);
  yield* outsideTimeline(`${where}.overrides`, Object.keys(item.overrides), timeline);
  const lost = Object.keys(item.comments ?? {}).find((at) => !takesComment(timeline, at));
  if (lost !== undefined) yield formatError('period-outside-timeline', `${where}.comments`, { period: lost });
  yield* unknownIds('fact-unknown', `${where}.facts`, item.facts, known.facts);
}

function* contentErrors(where: string, content: Content, timeline: Timeline): Found {
  if (content.kind === 'dated') yield* descendingDates(`${where}.entries`, content.entries);
  if (content.kind === 'byPeriod' && content.values.length > timeline.periods) {
    yield formatError('too-many-entries', `${where}.values`, { limit: timeline.periods });
  }
}

function* outsideTimeline(where: string, periods: readonly PeriodName[], timeline: Timeline): Found {
  for (const period of periods) {
    const index = periodIndex(timeline, period) ?? -1;
    if (index < 0 || index >= timeline.periods)
      yield formatError('period-outside-timeline', where, { period });
  }
}

function* caseErrors(scenario: Scenario): Found {
  const ids = idsOf(scenario.cases);
  for (const one of scenario.cases) {
    const where = `cases.${one.id}`;
    yield* unknownIds('case-unknown', `${where}.inherits`, optional(one.inherits), ids);
    for (const [key, override] of Object.entries(one.overrides)) {
      yield* unknownItem(scenario, `${where}.overrides`, key);
      if (override.content)
        yield* contentErrors(`${where}.overrides.${key}.content`, override.content, scenario.timeline);
      yield* outsideTimeline(
        `${where}.overrides.${key}.values`,
        Object.keys(override.values),
        scenario.timeline,
      );
    }
  }
  yield* caseCircles(scenario.cases);
}

function* caseCircles(cases: readonly Case[]): Found {
  const parents = new Map(cases.map((one) => [one.id, one.inherits]));
  const settled = new Set<string>();
  for (const one of cases) {
    const chain = new Set<string>();
    let id: string | undefined = one.id;
    while (id !== undefined && !settled.has(id) && !chain.has(id)) {
      chain.add(id);
      id = parents.get(id);
    }
    if (id !== undefined && chain.has(id))
      yield formatError('case-circle', `cases.${id}.inherits`, { case: id });
    for (const seen of chain) settled.add(seen);
  }
}

function* dealErrors(scenario: Scenario, deal: Deal, known: Known): Found {
  const where = `deals.${deal.id}`;
  yield* descendingDates(`${where}.history`, deal.history);
  yield* unknownIds('deal-unknown', `${where}.supersededBy`, optional(deal.supersededBy), known.deals);
  yield* unknownIds('fact-unknown', `${where}.facts`, deal.facts, known.facts);
  for (const status of deal.history)
    yield* unknownIds('fact-unknown', `${where}.history`, status.facts, known.facts);
  for (const [index, tranche] of deal.tranches.entries()) {
    for (const key of itemsOfTranche(tranche))
      yield* unknownItem(scenario, `${where}.tranches[${index}]`, key);
  }
}

function itemsOfTranche(tranche: Tranche): readonly string[] {
  if (!('item' in tranche)) return [];
  return 'rate' in tranche && typeof tranche.rate === 'string'
    ? [tranche.item, tranche.rate]
    : [tranche.item];
}

function* unknownItem(scenario: Scenario, where: string, key: string): Found {
  if (!itemOf(scenario, key)) yield formatError('item-unknown', where, { key });
}

function* unknownIds(
  code: FormatErrorCode,
  where: string,
  ids: readonly string[],
  known: ReadonlySet<string>,
): Found {
  for (const id of ids) if (!known.has(id)) yield formatError(code, where, { id });
}

function* repeatedIds(where: string, entries: readonly { readonly id: string }[]): Found {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) yield formatError('id-repeated', where, { id });
    seen.add(id);
  }
}

function* descendingDates(where: string, entries: readonly { readonly from: IsoDate }[]): Found {
  for (const [index, entry] of entries.entries()) {
    const previous = entries[index - 1];
    if (previous && previous.from >= entry.from) {
      yield formatError('dates-not-ascending', `${where}[${index}]`, { date: entry.from });
    }
  }
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map((entry) => entry.id));
}

function optional(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id];
}
