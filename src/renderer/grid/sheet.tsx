import { AG_GRID_LOCALE_EG } from '@ag-grid-community/locale';
import type { GridApi, GridReadyEvent } from 'ag-grid-community';
import { AgGridProvider, AgGridReact } from 'ag-grid-react';
import { useCallback, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visibleColumns } from '#renderer/store/columns.ts';
import { useSession } from '#renderer/store/hooks.ts';
import { CellCard } from './cell-card.tsx';
import { CellHint } from './cell-hint.tsx';
import { PasteDialog } from './clipboard/paste-dialog.tsx';
import { FillMenu } from './fill/fill-menu.tsx';
import { FindLayer } from './find/find-layer.tsx';
import { useFormulaLink } from './formula-bar/use-formula-link.ts';
import { columnDefs } from './grid-columns.ts';
import { GRID_MODULES } from './grid-modules.ts';
import { GRID_OPTIONS, ROW_CLASSES } from './grid-options.ts';
import type { GridRow } from './grid-rows.ts';
import { GRID_THEMES } from './grid-theme.ts';
import { useBaseRows } from './rows/use-base-rows.ts';
import { useContextMenus } from './rows/use-context-menus.ts';
import { useSelection } from './selection/use-selection.ts';
import { snapScroll } from './snap-scroll.ts';
import { createMeasure } from './text-measure.ts';
import { TraceLayer } from './trace/trace-layer.tsx';
import { useCard } from './use-card.ts';
import { useCellRefresh } from './use-cell-refresh.ts';
import { useColumnWidths } from './use-column-widths.ts';
import { usePaint } from './use-paint.ts';
import { usePendingEntry } from './use-pending-entry.ts';
import { usePlaces } from './use-places.ts';
import { useReveal } from './use-reveal.ts';
import { useRootListeners } from './use-root-listeners.ts';
import { useSheetContext } from './use-sheet-context.ts';
import { useSheetCore } from './use-sheet-core.ts';
import { useSheetHandlers } from './use-sheet-handlers.ts';
import { useSheetRows } from './use-sheet-rows.ts';
import './grid.css';
import './grid-rows.css';
import './grid-heads.css';
import './grid-entry.css';
import './grid-ranges.css';
import './grid-marks.css';
import './rows/rows.css';

/** The grid of one document in one language. Another language is another sheet. */
export function Sheet({ styleNonce }: { readonly styleNonce: string }) {
  const { t } = useTranslation('grid');
  const rtl = useSession((session) => session.language === 'ar');
  const collapsed = useSession((session) => session.collapsedYears);
  const density = useSession((session) => session.density);
  const root = useRef<HTMLDivElement>(null);
  const measure = useMemo(() => createMeasure(() => document.body), []);
  const { context, groups, hint, isTyping } = useSheetContext(measure);
  const rows = useSheetRows();
  const widths = useColumnWidths(context, groups, rows);
  const columns = useMemo(() => visibleColumns(groups, collapsed).map(({ id }) => id), [groups, collapsed]);
  const defs = useMemo(
    () => columnDefs({ context, groups, collapsed, widths, rtl }),
    [context, groups, collapsed, widths, rtl],
  );
  const shown = useMemo(() => ({ rows, columns }), [rows, columns]);
  const [api, setApi] = useState<GridApi<GridRow> | null>(null);
  const card = useCard(api, context);
  const core = useSheetCore({ root, api, context, shown, card });
  usePendingEntry(isTyping, core.entry.commit);
  const handlers = useSheetHandlers(core, api);
  const hasFocus = useCallback(() => root.current?.querySelector('.ag-cell:focus') !== null, []);
  useRootListeners(root, core, context, card);
  useCellRefresh(api);
  useContextMenus(root, core);
  useBaseRows(api);
  usePaint(root, rows.body);
  useFormulaLink(core);
  const { current, selection, announce } = core;
  useSelection({ root, current, selection, context, shown, isReady: api !== null, announce });
  useReveal(core.cursor, shown, hasFocus);
  usePlaces({ root, current, selection, shown, isReady: api !== null });
  const snapped = useRef(0);
  const hintId = useId();
  const onGridReady = (event: GridReadyEvent<GridRow>) => {
    setApi(event.api);
    const grid = root.current?.querySelector('[role="grid"]');
    grid?.setAttribute('aria-label', t('name'));
    grid?.setAttribute('aria-multiselectable', 'true');
  };
  return (
    <div ref={root} className={`grid-sheet grid-${density}`}>
      <AgGridProvider modules={GRID_MODULES}>
        <AgGridReact<GridRow>
          {...GRID_OPTIONS}
          {...handlers}
          theme={GRID_THEMES[density]}
          styleNonce={styleNonce}
          enableRtl={rtl}
          {...(rtl && { localeText: AG_GRID_LOCALE_EG })}
          context={context}
          rowData={rows.body as GridRow[]}
          pinnedBottomRowData={rows.pinned as GridRow[]}
          columnDefs={defs}
          rowClassRules={ROW_CLASSES}
          onGridReady={onGridReady}
          onBodyScroll={card.hide}
          onBodyScrollEnd={({ api: grid }) => {
            if (root.current) snapped.current = snapScroll(grid, root.current, columns, snapped.current);
          }}
        />
      </AgGridProvider>
      <CellHint hint={hint} id={hintId} />
      {card.shown && <CellCard shown={card.shown} label={t('card.name', { cell: card.shown.card.title })} />}
      <FillMenu
        actions={core.fill}
        anchor={() => root.current?.querySelector('.grid-corner') ?? null}
        onLeave={() => core.cursor.show({ focus: true })}
      />
      <TraceLayer root={root} core={core} shown={shown} />
      <FindLayer root={root} cursor={core.cursor} />
      <PasteDialog />
      <div className="grid-said" role="status" aria-live="polite">
        {core.said}
      </div>
    </div>
  );
}
