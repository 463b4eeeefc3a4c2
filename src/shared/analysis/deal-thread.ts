import type { CalculatedScenario } from '#shared/engine/explain-error.ts';
import { capacityByQuarter } from '#shared/finance/capacity.ts';
import { countItem } from '#shared/finance/deals-query.ts';
import { type Flow, flowsOf } from '#shared/finance/flows.ts';
import { dealLevel } from '#shared/finance/level.ts';
import type { Deal } from '#shared/model/deal.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { quarterAt } from '#shared/model/timeline.ts';
import { type CellValue, isErrorValue } from '#shared/model/value.ts';

export const THREAD_KINDS = [
  /** Flows of a deal that was cancelled, delayed or scaled. */
  'deal',
  /** Capacity of such a deal, in GW at the end of the timeline. */
  'capacity',
  /** Flows of another deal, which follow a row that moved: a condition met earlier, later or never. */
  'condition',
  /** What the company pays a party. */
  'party',
  /** An obligation that moves the other way: what takes the place of a deal. */
  'replacement',
  /** Revenue of the company. */
  'revenue',
  /** The gap to the end of the timeline. */
  'gap',
  /** The first quarter in which cash does not suffice. */
  'runs-out',
  /** Cash suffices to the end now. */
  'lasts',
  /** A check that held before. */
  'check',
] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];

/** One step of what follows when a deal is pulled. */
export interface ThreadStep {
  readonly kind: ThreadKind;
  /** Id of a deal, name of a party, or key of a row. */
  readonly where: string;
  /** First column in which it differs; null where there is none. */
  readonly period: number | null;
  /** After less before, in `unit`; of `runs-out` the gap in that quarter. null where there is no number. */
  readonly amount: number | null;
  readonly unit: string;
}

/** Residue of a loop's solution, not money. */
const NOTHING = 1e-6;

/**
 * What follows when deals are cancelled, delayed or scaled, in the order in which it works: the deals,
 * their capacity, conditions of other deals, who is paid less or more, revenue, gap, cash, checks.
 * Flows count by the weight of their level. `after` is the changed scenario seen from the same side.
 */
export function dealThread(
  before: CalculatedScenario,
  after: CalculatedScenario,
  edited: ReadonlySet<string>,
): ThreadStep[] {
  const [old, now] = [bookOf(before), bookOf(after)];
  const parties = partySteps(before.scenario, old, now);
  return [
    ...dealSteps(old, now, edited),
    ...capacitySteps(before, after, edited),
    ...conditionSteps(old, now, edited),
    ...parties,
    ...replacementSteps(before, after, parties),
    ...moneySteps(before, after),
    ...checkSteps(before, after),
  ];
}

interface Counted extends Flow {
  readonly counted: number;
}

/** Priced flows by deal, repayments left out, and by whom the company pays, as the scenario counts them. */
interface Book {
  readonly byDeal: ReadonlyMap<string, readonly Counted[]>;
  readonly byPayee: ReadonlyMap<string, readonly Counted[]>;
}

function bookOf(calculated: CalculatedScenario): Book {
  const { scenario, viewpoint, rows } = calculated;
  const read = (key: ItemKey, period: number): CellValue => rows.get(key)?.periods[period] ?? null;
  const asOf = asOfDate(scenario, viewpoint.caseId, viewpoint.asOf);
  const flows = flowsOf(scenario, asOf, read)
    .flows.filter(({ deal }) => deal.scope === 'priced')
    .map((flow): Counted => {
      const weight = read(countItem(flow.level), flow.period);
      return { ...flow, counted: flow.amount * (typeof weight === 'number' ? weight : 1) };
    });
  const paidByCompany = flows.filter(({ payer }) => payer === scenario.company);
  return {
    byDeal: grouped(
      flows.filter(({ deal, payer }) => payer === deal.payer),
      ({ deal }) => deal.id,
    ),
    byPayee: grouped(paidByCompany, ({ payee }) => payee),
  };
}

function grouped(flows: readonly Counted[], nameOf: (flow: Counted) => string): Map<string, Counted[]> {
  const groups = new Map<string, Counted[]>();
  for (const flow of flows) {
    const name = nameOf(flow);
    const group = groups.get(name);
    if (group) group.push(flow);
    else groups.set(name, [flow]);
  }
  return groups;
}

/** After less before, over all periods, and the first period in which they differ; null for no difference. */
function difference(
  before: readonly Counted[],
  after: readonly Counted[],
): { readonly amount: number; readonly period: number } | null {
  const byPeriod = new Map<number, number>();
  for (const { period, counted } of before) byPeriod.set(period, (byPeriod.get(period) ?? 0) - counted);
  for (const { period, counted } of after) byPeriod.set(period, (byPeriod.get(period) ?? 0) + counted);
  const moved = [...byPeriod].filter(([, amount]) => Math.abs(amount) > NOTHING);
  if (moved.length === 0) return null;
  const amount = moved.reduce((sum, [, one]) => sum + one, 0);
  return { amount, period: Math.min(...moved.map(([period]) => period)) };
}

function steps(
  kind: ThreadKind,
  names: Iterable<string>,
  sides: readonly [ReadonlyMap<string, readonly Counted[]>, ReadonlyMap<string, readonly Counted[]>],
): ThreadStep[] {
  return [...names].flatMap((where) => {
    const [before, after] = sides.map((side) => side.get(where) ?? []);
    const found = difference(before ?? [], after ?? []);
    const unit = (after?.[0] ?? before?.[0])?.deal.unit ?? '';
    return found ? [{ kind, where, ...found, unit }] : [];
  });
}

/** A deal that was edited is named even where no counted flow of it is left to move. */
function dealSteps(old: Book, now: Book, edited: ReadonlySet<string>): ThreadStep[] {
  const found = steps('deal', edited, [old.byDeal, now.byDeal]);
  const named = new Set(found.map(({ where }) => where));
  const still = [...edited].filter((id) => !named.has(id));
  return [
    ...found,
    ...still.map((where): ThreadStep => ({ kind: 'deal', where, period: null, amount: 0, unit: '' })),
  ];
}

function conditionSteps(old: Book, now: Book, edited: ReadonlySet<string>): ThreadStep[] {
  const ids = new Set([...old.byDeal.keys(), ...now.byDeal.keys()].filter((id) => !edited.has(id)));
  return steps('condition', ids, [old.byDeal, now.byDeal]);
}

function partySteps({ company }: Scenario, old: Book, now: Book): ThreadStep[] {
  const names = new Set([...old.byPayee.keys(), ...now.byPayee.keys()].filter((name) => name !== company));
  return steps('party', names, [old.byPayee, now.byPayee]).sort((a, b) => (a.amount ?? 0) - (b.amount ?? 0));
}

/** Rows of obligations that move against what parties of the register are paid. */
function replacementSteps(
  before: CalculatedScenario,
  after: CalculatedScenario,
  parties: readonly ThreadStep[],
): ThreadStep[] {
  const moved = parties.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const rows = after.scenario.presentation.funding?.obligations.flatMap(({ items }) => items) ?? [];
  return rows
    .flatMap((key) => sumStep('replacement', key, before, after))
    .filter(({ amount }) => amount === null || Math.abs(amount) > NOTHING)
    .filter(({ amount }) => moved === 0 || amount === null || Math.sign(amount) !== Math.sign(moved));
}

function capacitySteps(
  before: CalculatedScenario,
  after: CalculatedScenario,
  edited: ReadonlySet<string>,
): ThreadStep[] {
  return [...edited].flatMap((where) => {
    const [old, now] = [capacityAtEnd(before, where), capacityAtEnd(after, where)];
    if (Math.abs(now - old) <= NOTHING) return [];
    return [{ kind: 'capacity', where, period: null, amount: now - old, unit: 'GW' } as const];
  });
}

function capacityAtEnd({ scenario, viewpoint }: CalculatedScenario, id: string): number {
  const deal: Deal | undefined = scenario.deals.find((one) => one.id === id);
  if (!deal?.capacity || deal.scope !== 'priced') return 0;
  const level = dealLevel(deal, asOfDate(scenario, viewpoint.caseId, viewpoint.asOf));
  const end = quarterAt(scenario.timeline, scenario.timeline.periods - 1);
  return level === null || level === 'lapsed' ? 0 : capacityByQuarter(deal.capacity)(end);
}

function moneySteps(before: CalculatedScenario, after: CalculatedScenario): ThreadStep[] {
  const roles = after.scenario.presentation.funding;
  if (!roles) return [];
  const { gap } = roles;
  const gapStep = lastStep('gap', roles.gapTotal, before, after);
  const [ranOut, runsOut] = [firstGap(before, gap), firstGap(after, gap)];
  const unit = unitOf(after.scenario, gap);
  const amount = runsOut === null ? null : numberAt(after, gap, runsOut);
  const isMoved = ranOut !== runsOut || gapStep.length > 0;
  return [
    ...sumStep('revenue', roles.revenue, before, after),
    ...gapStep,
    ...(isMoved && runsOut !== null
      ? [{ kind: 'runs-out', where: gap, period: runsOut, amount, unit } as const]
      : []),
    ...(ranOut !== null && runsOut === null
      ? [{ kind: 'lasts', where: gap, period: null, amount: null, unit } as const]
      : []),
  ];
}

function unitOf(scenario: Scenario, key: ItemKey): string {
  return itemOf(scenario, key)?.unit ?? '';
}

function numberAt({ rows }: CalculatedScenario, key: ItemKey, period: number): number | null {
  const value = rows.get(key)?.periods[period];
  return typeof value === 'number' ? value : null;
}

/** null also where an earlier quarter has no number: it might be the first. */
function firstGap(calculated: CalculatedScenario, key: ItemKey): number | null {
  for (let period = 0; period < calculated.scenario.timeline.periods; period++) {
    const gap = numberAt(calculated, key, period);
    if (gap === null) return null;
    if (gap > NOTHING) return period;
  }
  return null;
}

/** A total stands in the last column. */
function lastStep(
  kind: ThreadKind,
  where: ItemKey,
  before: CalculatedScenario,
  after: CalculatedScenario,
): ThreadStep[] {
  const last = after.scenario.timeline.periods - 1;
  const [old, now] = [numberAt(before, where, last), numberAt(after, where, last)];
  if (old !== null && now !== null && Math.abs(now - old) <= NOTHING) return [];
  const amount = old === null || now === null ? null : now - old;
  return [{ kind, where, period: null, amount, unit: unitOf(after.scenario, where) }];
}

function sumStep(
  kind: ThreadKind,
  where: ItemKey,
  before: CalculatedScenario,
  after: CalculatedScenario,
): ThreadStep[] {
  let [amount, first]: [number | null, number | null] = [0, null];
  for (let period = 0; period < after.scenario.timeline.periods; period++) {
    const [old, now] = [numberAt(before, where, period), numberAt(after, where, period)];
    if (old === now) continue;
    if (old !== null && now !== null && Math.abs(now - old) <= NOTHING) continue;
    first ??= period;
    amount = amount === null || old === null || now === null ? null : amount + now - old;
  }
  return first === null ? [] : [{ kind, where, period: first, amount, unit: unitOf(after.scenario, where) }];
}

function checkSteps(before: CalculatedScenario, after: CalculatedScenario): ThreadStep[] {
  const { scenario } = after;
  return scenario.itemOrder
    .filter((key) => itemOf(scenario, key)?.role === 'check')
    .flatMap((where) => {
      const held = (calculated: CalculatedScenario, period: number): boolean => {
        const value = calculated.rows.get(where)?.periods[period];
        return !isErrorValue(value) && value === true;
      };
      const columns = Array.from({ length: scenario.timeline.periods }, (_, period) => period);
      const period = columns.find((at) => held(before, at) && !held(after, at));
      return period === undefined ? [] : [{ kind: 'check', where, period, amount: null, unit: '' } as const];
    });
}
