import type { GridOptions, RowClassParams } from 'ag-grid-community';
import { currentScenario } from '#renderer/store/hooks.ts';
import type { GridRow } from './grid-rows.ts';
import { rowIdOf } from './row-ids.ts';
import { rowHeight } from './rows/base-rows.ts';

/** What does not change while a sheet lives. Keys, focus and writing are the sheet's own. */
export const GRID_OPTIONS: GridOptions<GridRow> = {
  getRowId: ({ data, rowPinned }) => rowIdOf(data.key, rowPinned === 'bottom'),
  getRowHeight: ({ data }) => rowHeight(data),
  readOnlyEdit: true,
  suppressClickEdit: true,
  suppressMovableColumns: true,
  suppressDragLeaveHidesColumns: true,
  suppressCellFocus: false,
  suppressColumnMoveAnimation: true,
  animateRows: false,
  ensureDomOrder: true,
  suppressContextMenu: true,
  suppressScrollOnNewData: true,
  suppressRowHoverHighlight: true,
  suppressHeaderFocus: false,
  suppressRowClickSelection: true,
  enableCellTextSelection: false,
  tooltipShowDelay: 500,
  defaultColDef: {
    sortable: false,
    suppressHeaderMenuButton: true,
    cellDataType: false,
    resizable: false,
    suppressMovable: true,
  },
};

type RowTest = (params: RowClassParams<GridRow>) => boolean;

export const ROW_CLASSES: Readonly<Record<string, RowTest>> = {
  'grid-row-section': ({ data }) => data?.kind === 'section',
  'grid-row-header': ({ data }) => data?.kind === 'item' && data.item.role === 'header',
  'grid-row-total': ({ data, node }) => data?.kind === 'item' && data.item.total === true && !node.rowPinned,
  'grid-row-check': ({ data }) => data?.kind === 'item' && data.item.role === 'check',
  'grid-row-checks': ({ data }) => data?.kind === 'checks',
  'grid-row-kept': ({ data, node }) => data?.kind === 'item' && node.rowPinned === 'bottom',
  'grid-row-gap': ({ data, node }) =>
    node.rowPinned === 'bottom' && data?.key === currentScenario().presentation.funding?.gap,
};
