import type { Column } from '#renderer/store/columns.ts';
import { valueAt } from '#renderer/store/columns.ts';
import { baseValues, currentScenario, currentSession } from '#renderer/store/hooks.ts';
import type { LineItem } from '#shared/model/line-item.ts';
import { caseChain } from '#shared/model/resolve-case.ts';
import { cellText } from '#shared/report/number-text.ts';
import type { GridRow } from '../grid-rows.ts';

const HEIGHT = { plain: 24, withBase: 36 } as const;

/** What the base says in a cell; empty while it is not asked for or not calculated yet. */
export function baseText(item: LineItem, column: Column): string {
  const value = valueAt(baseValues(item.key), column);
  return value === undefined ? '' : cellText(value, item) || '–';
}

/** A row in which the case replaces something is higher while the base stands under its cells. */
export function rowHeight(row: GridRow | undefined): number {
  const { showBase, caseId } = currentSession();
  if (!showBase || row?.kind !== 'item') return HEIGHT.plain;
  const chain = caseChain(currentScenario(), caseId);
  return chain.some(({ overrides }) => Object.hasOwn(overrides, row.key)) ? HEIGHT.withBase : HEIGHT.plain;
}
