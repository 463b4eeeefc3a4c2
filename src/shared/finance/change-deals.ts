import type { Deal, DealCapacity, Tranche } from '#shared/model/deal.ts';
import { parsePeriodName, periodNameOf, quarterAtOrdinal, quarterOrdinal } from '#shared/model/period.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { assertNever } from '#shared/util/assert-never.ts';

/** The scenario as if these deals did not exist: their flows and their capacity are gone. */
export function withoutDeals(scenario: Scenario, ids: ReadonlySet<string>): Scenario {
  return { ...scenario, deals: scenario.deals.filter(({ id }) => !ids.has(id)) };
}

/**
 * A deal of `factor` times the size, capacity included. What is paid is paid: paid slices keep their
 * amount. A slice per unit of the deal's own capacity shrinks with that; its rate stays. A rate that is
 * a line item stays, too: it is for others to change.
 */
export function withScaledDeal(scenario: Scenario, id: string, factor: number): Scenario {
  return changed(scenario, id, (deal) => ({
    ...deal,
    ...(deal.amount !== null && { amount: deal.amount * factor }),
    tranches: deal.tranches.map((tranche) => scaled(tranche, factor, deal.capacity !== undefined)),
    ...(deal.capacity && { capacity: { ...deal.capacity, yearEnd: times(deal.capacity.yearEnd, factor) } }),
  }));
}

/**
 * A deal whose slices fall due `quarters` later. Paid slices stay, and so does what follows a line item:
 * that moves when its item does. Yearly amounts and capacity move by the quarter, as equal parts of
 * their years.
 */
export function withDelayedDeal(scenario: Scenario, id: string, quarters: number): Scenario {
  return changed(scenario, id, (deal) => ({
    ...deal,
    tranches: deal.tranches.map((tranche) => delayed(tranche, quarters)),
    ...(deal.capacity && { capacity: delayedCapacity(deal.capacity, quarters) }),
  }));
}

function changed(scenario: Scenario, id: string, change: (deal: Deal) => Deal): Scenario {
  return { ...scenario, deals: scenario.deals.map((deal) => (deal.id === id ? change(deal) : deal)) };
}

function times(values: Readonly<Record<string, number>>, factor: number): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([year, value]) => [year, value * factor]));
}

function scaled(tranche: Tranche, factor: number, byCapacity: boolean): Tranche {
  switch (tranche.kind) {
    case 'dated':
      return tranche.paid === undefined ? { ...tranche, amount: tranche.amount * factor } : tranche;
    case 'linear':
    case 'event':
      return { ...tranche, amount: tranche.amount * factor };
    case 'annual':
      return { ...tranche, byYear: times(tranche.byYear, factor), beyond: tranche.beyond * factor };
    case 'quarters':
      return { ...tranche, amounts: tranche.amounts.map((amount) => amount * factor) };
    case 'per unit':
      return {
        ...tranche,
        rate: scaledRate(tranche.rate, byCapacity ? 1 : factor),
        cap: tranche.cap * factor,
      };
    case 'item':
    case 'before':
      return tranche;
    default:
      return assertNever(tranche);
  }
}

function scaledRate(rate: number | string, factor: number): number | string {
  return typeof rate === 'number' ? rate * factor : rate;
}

function delayed(tranche: Tranche, quarters: number): Tranche {
  switch (tranche.kind) {
    case 'dated':
      return tranche.paid === undefined ? { ...tranche, at: later(tranche.at, quarters) } : tranche;
    case 'linear':
    case 'quarters':
      return { ...tranche, start: later(tranche.start, quarters) };
    case 'annual':
      return delayedAnnual(tranche, quarters);
    case 'event':
      return { ...tranche, last: later(tranche.last, quarters) };
    case 'per unit':
    case 'item':
    case 'before':
      return tranche;
    default:
      return assertNever(tranche);
  }
}

function later(name: string, quarters: number): string {
  const quarter = parsePeriodName(name);
  return quarter ? periodNameOf(quarterAtOrdinal(quarterOrdinal(quarter) + quarters)) : name;
}

/** Years no longer hold equal quarters: the slice is listed by quarter, what lies beyond its years at the end. */
function delayedAnnual(tranche: Extract<Tranche, { kind: 'annual' }>, quarters: number): Tranche {
  const { kind: _, byYear, beyond, ...terms } = tranche;
  const start = parsePeriodName(tranche.start);
  if (!start) return tranche;
  const first = quarterOrdinal(start);
  const last = Math.max(...Object.keys(byYear).map(Number));
  const amounts = Array.from({ length: Math.max(0, (last + 1) * 4 - first) }, (_quarter, index) => {
    const year = Math.floor((first + index) / 4);
    return (byYear[String(year)] ?? 0) / ((year + 1) * 4 - Math.max(first, year * 4));
  });
  return { ...terms, kind: 'quarters', start: later(tranche.start, quarters), amounts: [...amounts, beyond] };
}

/** Year ends seen `quarters` later, on the straight lines between the year ends there are. */
function delayedCapacity(capacity: DealCapacity, quarters: number): DealCapacity {
  const years = Object.keys(capacity.yearEnd).map(Number);
  const at = (year: number) =>
    capacity.yearEnd[String(year)] ??
    (year > Math.max(...years) ? capacity.yearEnd[String(Math.max(...years))] : 0) ??
    0;
  const moved = years.map((year) => {
    const whole = Math.floor(quarters / 4);
    const part = (quarters - whole * 4) / 4;
    return [String(year), at(year - whole) * (1 - part) + at(year - whole - 1) * part] as const;
  });
  return {
    ...capacity,
    yearEnd: Object.fromEntries(moved),
    ...(capacity.start !== undefined && { start: later(capacity.start, quarters) }),
  };
}
