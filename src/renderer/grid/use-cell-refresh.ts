import type { GridApi, IRowNode } from 'ag-grid-community';
import { useEffect } from 'react';
import { subscribeToRows, useScenario, useViewpoint } from '#renderer/store/hooks.ts';
import type { Viewpoint } from '#shared/engine/results.ts';
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
  const viewpoint = useViewpoint();
  useEffect(() => {
    if (api && stale) refreshSeenFrom(api, viewpoint);
  }, [api, stale, viewpoint]);
}

/** Cells read case and date themselves; another one only means that they have to look again. */
function refreshSeenFrom(api: GridApi<GridRow>, _viewpoint: Viewpoint): void {
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
