import type { RowValues } from '#shared/engine/results.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { caseChain, resolveItem } from '#shared/model/resolve-case.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { periodIndex, periodNameAt } from '#shared/model/timeline.ts';
import { isErrorValue } from '#shared/model/value.ts';
import type { CellAddress } from './cell-address.ts';

/** Checks of a scenario. A check passes only when it is TRUE in every period: an error or a blank fails it. */
export interface CheckStates {
  readonly passed: readonly ItemKey[];
  /** With the first cell that is not TRUE. */
  readonly failed: readonly CellAddress[];
}

export function checkStates(scenario: Scenario, rows: ReadonlyMap<ItemKey, RowValues>): CheckStates {
  const passed: ItemKey[] = [];
  const failed: CellAddress[] = [];
  for (const key of scenario.itemOrder) {
    if (itemOf(scenario, key)?.role !== 'check') continue;
    const first = rows.get(key)?.periods.findIndex((value) => value !== true) ?? 0;
    if (first < 0) passed.push(key);
    else failed.push({ key, column: periodNameAt(scenario.timeline, first) });
  }
  return { passed, failed };
}

/** One cell per row that holds an error: the earliest. */
export function errorCells(scenario: Scenario, rows: ReadonlyMap<ItemKey, RowValues>): CellAddress[] {
  return scenario.itemOrder.flatMap((key) => {
    const first = rows.get(key)?.periods.findIndex(isErrorValue) ?? -1;
    return first < 0 ? [] : [{ key, column: periodNameAt(scenario.timeline, first) }];
  });
}

/** Cells whose formula is replaced by a typed value, in the base or by the case, row by row. */
export function overrideCells(scenario: Scenario, caseId: string | null): CellAddress[] {
  const chain = caseChain(scenario, caseId);
  const inside = (period: string) => {
    const index = periodIndex(scenario.timeline, period);
    return index !== null && index >= 0 && index < scenario.timeline.periods;
  };
  return scenario.itemOrder.flatMap((key) => {
    const resolved = resolveItem(scenario, chain, key);
    if (!resolved) return [];
    const periods = Object.keys(resolved.overrides).filter(inside).sort();
    if (resolved.content === resolved.item.content) return periods.map((column) => ({ key, column }));
    return [{ key, column: periods[0] ?? periodNameAt(scenario.timeline, 0) }];
  });
}
