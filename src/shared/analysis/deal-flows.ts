import { amountOf } from '#shared/finance/amount.ts';
import { capacityByQuarter } from '#shared/finance/capacity.ts';
import { countItem, type DealsQuery } from '#shared/finance/deals-query.ts';
import { dealLevel, trancheLevel } from '#shared/finance/level.ts';
import {
  drivenFlow,
  drivenSchedule,
  fixedFlows,
  isDriven,
  isFixed,
  itemsOfTranche,
} from '#shared/finance/schedule.ts';
import type { BindingLevel, Deal, Tranche } from '#shared/model/deal.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { quarterEnd } from '#shared/model/period.ts';
import { quarterAt } from '#shared/model/timeline.ts';
import type { CellValue } from '#shared/model/value.ts';
import type { ViewedModel } from './viewed-model.ts';

/** What one tranche, or the capacity of one deal, adds to a `DEALS` in a quarter. */
export interface MatchedFlow {
  readonly deal: string;
  readonly counterparty: string;
  /** Place in the list of tranches; null for capacity. */
  readonly tranche: number | null;
  readonly period: number;
  readonly level: BindingLevel;
  readonly unit: string;
  /** Before the weight of its level; an error where what it follows has one. */
  readonly amount: CellValue;
  /** 1, or for `"counted"` the value of the row that weighs its level. */
  readonly weight: CellValue;
  readonly weightKey: ItemKey | null;
  /** Rows that the amount follows. */
  readonly items: readonly ItemKey[];
}

/** The flows that a query finds in one quarter, those of nothing left out, in the order of the register. */
export function matchedFlows(model: ViewedModel, query: DealsQuery, period: number): MatchedFlow[] {
  return model.scenario.deals
    .filter((deal) => isAsked(model, query, deal))
    .flatMap((deal) =>
      query.direction === 'gw'
        ? capacityOf(model, query, deal, period)
        : deal.tranches.flatMap((tranche, index) => flowOf(model, query, { deal, tranche, index }, period)),
    );
}

function isAsked({ scenario: { company } }: ViewedModel, query: DealsQuery, deal: Deal): boolean {
  if (deal.scope !== 'priced' || (deal.payer === company) === (deal.payee === company)) return false;
  if (query.counterparty !== null && query.counterparty !== counterpartyOf(deal, company)) return false;
  if (query.type === null) return true;
  return query.type === (query.direction === 'gw' ? deal.capacity?.tenure : deal.type);
}

function counterpartyOf(deal: Deal, company: string): string {
  return deal.payer === company ? deal.payee : deal.payer;
}

function flowOf(
  model: ViewedModel,
  query: DealsQuery,
  { deal, tranche, index }: { readonly deal: Deal; readonly tranche: Tranche; readonly index: number },
  period: number,
): MatchedFlow[] {
  const { scenario, asOf } = model;
  const direction = (deal.payee === scenario.company) !== (tranche.reverse === true) ? 'in' : 'out';
  if (direction !== query.direction) return [];
  const level = trancheLevel(deal, tranche, quarterEnd(quarterAt(scenario.timeline, period)), asOf);
  const amount = amountOfTranche(model, tranche, period);
  return matched(model, query, {
    deal,
    level,
    amount,
    period,
    tranche: index,
    items: itemsOfTranche(tranche),
  });
}

/** null for tranches that make no flow in `DEALS`. */
function amountOfTranche(model: ViewedModel, tranche: Tranche, period: number): CellValue {
  const { timeline } = model.scenario;
  if (isFixed(tranche)) return fixedFlows(tranche, timeline)[period] ?? null;
  if (!isDriven(tranche)) return null;
  return drivenFlow(drivenSchedule(tranche, timeline), period, (key, at) => model.quarter(key, at));
}

function capacityOf(model: ViewedModel, query: DealsQuery, deal: Deal, period: number): MatchedFlow[] {
  if (!deal.capacity) return [];
  const level = dealLevel(deal, model.asOf);
  const amount = capacityByQuarter(deal.capacity)(quarterAt(model.scenario.timeline, period));
  const found = { deal, level: level === 'lapsed' ? null : level, amount, period, tranche: null, items: [] };
  return matched(model, query, found);
}

interface Found {
  readonly deal: Deal;
  readonly level: BindingLevel | null;
  readonly amount: CellValue;
  readonly period: number;
  readonly tranche: number | null;
  readonly items: readonly ItemKey[];
}

function matched(model: ViewedModel, { binding, direction }: DealsQuery, found: Found): MatchedFlow[] {
  const { deal, level, amount, period, tranche, items } = found;
  if (level === null || amount === null || amount === 0) return [];
  if (binding !== null && binding !== 'counted' && binding !== level) return [];
  const weightKey = binding === 'counted' ? countItem(level) : null;
  const weight = weightKey === null ? 1 : model.quarter(weightKey, period);
  const counterparty = counterpartyOf(deal, model.scenario.company);
  const unit = direction === 'gw' ? 'GW' : deal.unit;
  return [{ deal: deal.id, counterparty, tranche, period, level, unit, amount, weight, weightKey, items }];
}

/** What a flow adds to the sum; null where that is no number. */
export function countedAmount({ amount, weight }: MatchedFlow): number | null {
  const [plain, factor] = [amountOf(amount), amountOf(weight)];
  return typeof plain === 'number' && typeof factor === 'number' ? plain * factor : null;
}
