import type { ColDef, ColGroupDef } from 'ag-grid-community';
import type { Column, YearGroup } from '#renderer/store/columns.ts';
import { CellEditor } from './cell-editor.ts';
import { type CellLook, cellLook, sameLook } from './cell-look.ts';
import { shortUnit } from './cell-words.ts';
import { editTarget } from './edit-target.ts';
import { PeriodHead, YearHead } from './grid-heads.tsx';
import type { GridRow } from './grid-rows.ts';
import { LabelCell } from './label-cell.tsx';
import { LABEL_COLUMN } from './navigate.ts';
import type { SheetContext } from './sheet-context.ts';
import { sourceText } from './sheet-view.ts';
import { ValueCell } from './value-cell.ts';

type Def = ColDef<GridRow>;

export interface ColumnWishes {
  readonly context: SheetContext;
  readonly groups: readonly YearGroup[];
  readonly collapsed: ReadonlySet<number>;
  readonly widths: ReadonlyMap<string, number>;
  readonly rtl: boolean;
}

/** Frozen columns at the start side, then the years with their quarters. */
export function columnDefs(wishes: ColumnWishes): (Def | ColGroupDef<GridRow>)[] {
  const frozen: ColGroupDef<GridRow> = {
    groupId: 'frozen',
    // Drawn nowhere: a head without a name would be read out as a riddle.
    headerName: wishes.context.view().t('head.frozen'),
    headerClass: 'grid-head grid-head-silent',
    marryChildren: true,
    children: frozenColumns(wishes),
  };
  return [frozen, ...wishes.groups.map((group) => yearGroup(wishes, group))];
}

function frozenColumns({ context, rtl }: ColumnWishes): Def[] {
  const { t } = context.view();
  const frozen = (colId: string, width: number, rest: Def): Def => ({
    colId,
    width,
    minWidth: Math.min(width, LABEL_WIDTH.narrow),
    pinned: rtl ? 'right' : 'left',
    lockPinned: true,
    lockPosition: rtl ? 'right' : 'left',
    headerName: t(`head.${colId}`),
    headerClass: `grid-head grid-head-${colId}${colId === 'number' ? ' grid-head-silent' : ''}`,
    cellClass: `grid-${colId}-cell`,
    suppressNavigable: colId !== LABEL_COLUMN,
    suppressSpanHeaderHeight: true,
    ...rest,
  });
  return [
    frozen('number', 28, {
      valueGetter: ({ data }) => data?.number,
    }),
    frozen(LABEL_COLUMN, labelWidth(), {
      valueGetter: ({ data }) => data,
      equals: Object.is,
      cellRenderer: LabelCell,
      cellAriaRole: 'rowheader',
      colSpan: ({ data }) => (data?.kind === 'section' ? 3 : 1),
      resizable: true,
    }),
    frozen('unit', 48, {
      valueGetter: ({ data }) => (data?.kind === 'item' ? shortUnit(context.view(), data.item.unit) : ''),
    }),
    frozen('source', 70, {
      valueGetter: ({ data }) => (data?.kind === 'item' ? sourceText(context.view(), data.item) : ''),
      cellClassRules: {
        'grid-source-formula': ({ value }) => value === 'ƒ',
        'grid-source-disputed': ({ data }) =>
          data?.kind === 'item' && context.view().conflicts(data.key).length > 0,
        'grid-source-fact': ({ data }) => data?.kind === 'item' && data.item.facts.length > 0,
      },
    }),
  ];
}

/** Most labels fit the wide column; a small window keeps its room for periods. */
const LABEL_WIDTH = { narrow: 168, wide: 220 } as const;
const WIDE_WINDOW = 1280;

function labelWidth(): number {
  return window.innerWidth >= WIDE_WINDOW ? LABEL_WIDTH.wide : LABEL_WIDTH.narrow;
}

function yearGroup(wishes: ColumnWishes, group: YearGroup): ColGroupDef<GridRow> {
  const collapsed = wishes.collapsed.has(group.year);
  const columns: Column[] = collapsed ? [group.total] : [...group.quarters, group.total];
  return {
    groupId: `year-${group.year}`,
    headerName: String(group.year),
    headerClass: 'grid-head grid-head-group',
    headerGroupComponent: YearHead,
    headerGroupComponentParams: { year: group.year, collapsed },
    marryChildren: true,
    children: columns.map((column) => periodColumn(wishes, column, collapsed)),
  };
}

function periodColumn({ context, widths }: ColumnWishes, column: Column, collapsed: boolean): Def {
  const year = column.kind === 'year';
  const least = widths.get(column.id) ?? (year ? 55 : 48);
  const boundary = column.lastActual && (!year || collapsed) ? ' grid-boundary' : '';
  const actual = !year && column.tag === 'actual' ? ' grid-actual' : '';
  const kind = year ? 'grid-year' : 'grid-quarter';
  return {
    colId: column.id,
    minWidth: least,
    flex: year ? 114 : 100,
    headerComponent: PeriodHead,
    headerComponentParams: { periodColumn: column },
    headerClass: `grid-head grid-head-value ${kind}${boundary}`,
    cellClass: `grid-cell ${kind}${actual}${boundary}`,
    valueGetter: ({ data }) => (data ? cellLook(context.view(), data, column) : null),
    equals: (a: CellLook | null, b: CellLook | null) => sameLook(a, b),
    cellRenderer: ValueCell,
    cellRendererParams: { periodColumn: column },
    editable: ({ data }) => data !== undefined && editTarget(context.view(), data, column).ok,
    cellEditor: CellEditor,
    cellEditorParams: { periodColumn: column },
    resizable: true,
  };
}
