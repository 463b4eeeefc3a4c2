import type { GridApi, IRowNode } from 'ag-grid-community';
import { useEffect } from 'react';
import { subscribeToRows, useScenario, useSession } from '#renderer/store/hooks.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { CHECKS_KEY, type GridRow } from './grid-rows.ts';

/** More changed rows than fit a screen: asking each drawn cell is cheaper than finding rows. */
const MANY = 60;

/** Draws again what a recalculation, an edit or another case changed; cells that look the same stay. */
export function useCellRefresh(api: GridApi<GridRow> | null): void {
  useEffect(() => {
    if (!api) return undefined;
    return subscribeToRows((changed) => {
      if (changed === 'all' || changed.size > MANY) api.refreshCells();
      else api.refreshCells({ rowNodes: nodesOf(api, changed) });
    });
  }, [api]);
  const stale = useScenario((scenario) => scenario);
  const caseId = useSession((session) => session.caseId);
  useEffect(() => {
    if (api && stale) refreshSeenFrom(api, caseId);
  }, [api, stale, caseId]);
}

/** Cells read the case themselves; another one only means that they have to look again. */
function refreshSeenFrom(api: GridApi<GridRow>, _caseId: string | null): void {
  api.refreshCells();
}

function nodesOf(api: GridApi<GridRow>, keys: ReadonlySet<ItemKey>): IRowNode<GridRow>[] {
  const nodes: IRowNode<GridRow>[] = [];
  for (const key of keys) {
    const node = api.getRowNode(key);
    if (node) nodes.push(node);
  }
  for (let index = 0; index < api.getPinnedBottomRowCount(); index++) {
    const node = api.getPinnedBottomRow<GridRow>(index);
    const key = node?.data?.key;
    if (node && key !== undefined && (key === CHECKS_KEY || keys.has(key))) nodes.push(node);
  }
  return nodes;
}
