import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { Column } from '#renderer/store/columns.ts';
import type { CellLook } from './cell-look.ts';
import { type CellMarks, NO_MARKS, sameMarks } from './cell-marks.ts';
import { cellWords } from './cell-words.ts';
import { isTooWide, numberWidth } from './column-widths.ts';
import type { GridRow } from './grid-rows.ts';
import { rowIdOf } from './row-ids.ts';
import type { SheetContext } from './sheet-context.ts';

type Params = ICellRendererParams<GridRow, CellLook, SheetContext> & { readonly periodColumn: Column };

const CLASSES = {
  'grid-typed': (look) => look.tone === 'typed' && look.mark === 'none',
  'grid-linked': (look) => look.tone === 'linked' && look.mark === 'none',
  'grid-override': (look) => look.mark === 'base',
  'grid-case': (look) => look.mark === 'case',
  'grid-error': (look) => look.state === 'error',
  'grid-passed': (look) => look.state === 'passed',
  'grid-failed': (look) => look.state === 'failed',
  'grid-positive': (look) => look.numeric && !look.text.endsWith(')'),
  'grid-pending': (look) => look.pending,
} satisfies Record<string, (look: CellLook) => boolean>;

/** Draws a value. Plain DOM: a recalculation redraws hundreds of these. */
export class ValueCell implements ICellRendererComp<GridRow> {
  private readonly text = document.createElement('span');
  private params: Params | null = null;

  init(params: Params): void {
    this.text.className = 'grid-value';
    // The label of the cell says it in words.
    this.text.setAttribute('aria-hidden', 'true');
    this.draw(params);
  }

  getGui(): HTMLElement {
    return this.text;
  }

  refresh(params: Params): boolean {
    this.draw(params);
    return true;
  }

  /** The column has another width. */
  redraw(): void {
    if (this.params) this.draw(this.params);
  }

  private draw(params: Params): void {
    this.params = params;
    const { value: look, data: row, eGridCell, context, periodColumn, column } = params;
    if (!look || !row) return;
    const strong = periodColumn.kind === 'year' || (row.kind === 'item' && row.item.total === true);
    const width = column?.getActualWidth() ?? Number.POSITIVE_INFINITY;
    const tooWide = look.numeric && isTooWide(numberWidth(look.text, strong, context.measure), width);
    this.text.textContent = tooWide ? '#####' : look.text;
    if (!sameMarks(look.marks, NO_MARKS)) this.text.append(...markElements(look.marks));
    if (look.base === '') delete this.text.dataset['base'];
    else this.text.dataset['base'] = look.base;
    for (const [name, applies] of Object.entries(CLASSES)) eGridCell.classList.toggle(name, applies(look));
    eGridCell.classList.toggle('grid-too-wide', tooWide);
    paintCell(eGridCell, row, periodColumn.id, context, params.node.rowPinned === 'bottom');
    eGridCell.setAttribute('aria-label', cellWords(context.view(), row, periodColumn));
  }
}

/** Shapes in the corners of the cell; the label of the cell says them in words. */
function markElements({ comment, conflict, estimate }: CellMarks): HTMLElement[] {
  const names = [comment !== '' && 'comment', conflict && 'conflict', estimate && 'estimate'];
  return names.flatMap((name) => {
    if (name === false) return [];
    const mark = document.createElement('i');
    mark.className = `grid-mark grid-mark-${name}`;
    return [mark];
  });
}

/** Marks that follow the session: the cursor, what is selected, and cells behind a chart mark. */
export function paintCell(
  cell: HTMLElement,
  row: GridRow,
  columnId: string,
  context: SheetContext,
  isPinned: boolean,
): void {
  const { activeCell, highlight } = context.session();
  const is = (other: { readonly key: string; readonly column: string }) =>
    other.key === row.key && other.column === columnId;
  cell.classList.toggle('grid-active', activeCell !== null && is(activeCell));
  cell.classList.toggle('grid-highlight', highlight.some(is));
  context.painter.current?.(cell, rowIdOf(row.key, isPinned), columnId);
}
