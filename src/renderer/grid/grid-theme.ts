import { createTheme, type Theme } from 'ag-grid-community';
import type { Density } from '#shared/ipc/answers.ts';

/** In px; the same are in the style sheet as `--grid-row`. */
export const ROW_HEIGHTS: Readonly<Record<Density, number>> = { dense: 24, comfortable: 28 };

/** The design's variables; both themes and both languages come through them. */
const DENSE_THEME = createTheme().withParams({
  fontFamily: 'var(--font-ui)',
  fontSize: 'var(--fs-12)',
  headerFontSize: 'var(--fs-11)',
  headerFontWeight: 500,
  rowHeight: ROW_HEIGHTS.dense,
  headerHeight: 26,
  spacing: 4,
  cellHorizontalPadding: 6,
  backgroundColor: 'var(--bg-surface)',
  dataBackgroundColor: 'var(--bg-surface)',
  oddRowBackgroundColor: 'var(--bg-surface)',
  foregroundColor: 'var(--text)',
  textColor: 'var(--text)',
  cellTextColor: 'var(--text)',
  headerBackgroundColor: 'var(--bg-sunken)',
  headerTextColor: 'var(--text-3)',
  headerCellHoverBackgroundColor: 'var(--bg-sunken)',
  borderColor: 'var(--line)',
  accentColor: 'var(--accent)',
  rowHoverColor: 'transparent',
  selectedRowBackgroundColor: 'var(--bg-selected)',
  rowBorder: false,
  columnBorder: false,
  headerColumnBorder: false,
  headerRowBorder: false,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  pinnedColumnBorder: false,
  pinnedRowBorder: false,
  pinnedRowFontWeight: 400,
  headerColumnResizeHandleColor: 'transparent',
});

export const GRID_THEMES: Readonly<Record<Density, Theme>> = {
  dense: DENSE_THEME,
  comfortable: DENSE_THEME.withParams({ rowHeight: ROW_HEIGHTS.comfortable }),
};
