import { changeDays } from '#shared/model/as-of-days.ts';
import type { Case } from '#shared/model/case.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { quarterEnd } from '#shared/model/period.ts';
import { asOfDate, caseChain } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { lastActualIndex, quarterAt } from '#shared/model/timeline.ts';
import type { RowPlan } from './plan.ts';
import type { Viewpoint } from './results.ts';

/** A viewpoint with what follows from it in a scenario. */
export interface Standpoint {
  readonly caseId: string | null;
  /** The case and what it inherits from, nearest first. */
  readonly chain: readonly Case[];
  readonly asOf: IsoDate;
  /** Column of the last reported quarter; −1 when none is. */
  readonly lastActual: number;
}

export function standpointOf(scenario: Scenario, { caseId, asOf }: Viewpoint): Standpoint {
  const day = asOfDate(scenario, caseId, asOf);
  return {
    caseId,
    chain: caseChain(scenario, caseId),
    asOf: day,
    lastActual: lastActualIndex(scenario.timeline, day),
  };
}

/** What another standpoint in the same scenario can change by itself, before anything is calculated. */
export interface Shift {
  /** Rows that a case of either side overrides. */
  readonly overridden: ReadonlySet<ItemKey>;
  readonly isOtherDay: boolean;
  /** Other quarters count as reported. */
  readonly movesActuals: boolean;
  /** Some deal may stand otherwise. */
  readonly movesDeals: boolean;
}

export function shiftBetween(before: Standpoint, after: Standpoint, dealDays: readonly IsoDate[]): Shift {
  const cases = before.caseId === after.caseId ? [] : [...before.chain, ...after.chain];
  return {
    overridden: new Set(cases.flatMap(({ overrides }) => Object.keys(overrides))),
    isOtherDay: before.asOf !== after.asOf,
    movesActuals: before.lastActual !== after.lastActual,
    movesDeals: isOneBetween(dealDays, before.asOf, after.asOf),
  };
}

/** True when what a row says can differ after a shift. */
export function saysOther({ key, followsDay }: RowPlan, { overridden, isOtherDay }: Shift): boolean {
  return (isOtherDay && followsDay) || overridden.has(key);
}

/** True when a formula may give other values after a shift though all it reads is the same. */
export function isAnsweredAnew({ formula }: RowPlan, { movesActuals, movesDeals }: Shift): boolean {
  if (!formula?.ok) return false;
  const { asksActual, deals } = formula.shape;
  return (movesActuals && asksActual) || (movesDeals && deals.length > 0);
}

/**
 * Days on which some deal may begin to stand otherwise: its own, those of its tranches, and the ends
 * of quarters, when commitments are settled. Ascending. Between two of them the register is the same.
 */
export function dealDaysOf(scenario: Scenario): readonly IsoDate[] {
  const { deals, timeline } = scenario;
  const since = deals.flatMap(({ tranches }) =>
    tranches.flatMap((tranche) => (tranche.since === undefined ? [] : [tranche.since])),
  );
  const ends = Array.from({ length: timeline.periods }, (_, period) =>
    quarterEnd(quarterAt(timeline, period)),
  );
  return [...changeDays(scenario), ...since, ...(deals.length > 0 ? ends : [])].sort();
}

/** A day that comes with the later of two, so that what happens on it is seen from there only. */
function isOneBetween(days: readonly IsoDate[], a: IsoDate, b: IsoDate): boolean {
  const [earlier, later] = a < b ? [a, b] : [b, a];
  return days.some((day) => day > earlier && day <= later);
}
