import type { ICellRendererParams } from 'ag-grid-community';
import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect } from 'react';
import { toggleSection } from '#renderer/store/hooks.ts';
import { labelOf, rowWords } from './cell-words.ts';
import type { GridRow } from './grid-rows.ts';
import { LABEL_COLUMN } from './navigate.ts';
import type { SheetContext } from './sheet-context.ts';
import { paintCell } from './value-cell.ts';

type Params = ICellRendererParams<GridRow, unknown, SheetContext>;

/** Head of a row: the label, and for a section its chevron and the rows it hides. */
export function LabelCell({ data: row, eGridCell, context, node }: Params) {
  const view = context.view();
  useEffect(() => {
    if (!row) return;
    eGridCell.setAttribute('aria-label', rowWords(view, row));
    if (row.kind === 'section') eGridCell.setAttribute('aria-expanded', String(row.open));
    paintCell(eGridCell, row, LABEL_COLUMN, context, node.rowPinned === 'bottom');
  });
  if (!row) return null;
  const label = labelOf(view, row);
  if (row.kind !== 'section') {
    return (
      <span className="grid-label" title={label}>
        {label}
        {row.kind === 'item' && row.item.note !== undefined && <i className="grid-mark grid-mark-note" />}
      </span>
    );
  }
  const Closed = view.language === 'ar' ? ChevronLeft : ChevronRight;
  const Chevron = row.open ? ChevronDown : Closed;
  return (
    <span className="grid-section-head">
      <button
        type="button"
        tabIndex={-1}
        className="grid-section-toggle"
        onClick={() => toggleSection(row.section.id)}
      >
        <Chevron size={14} strokeWidth={1.75} aria-hidden="true" />
        <span className="grid-label">{label}</span>
      </button>
      {row.open && row.hidden + row.unfolded > 0 && (
        <button
          type="button"
          tabIndex={-1}
          className="grid-more"
          onClick={() => context.toggleFolded(row.section.id)}
        >
          {row.hidden > 0 ? view.t('section.more', { count: row.hidden }) : view.t('section.fewer')}
        </button>
      )}
    </span>
  );
}
