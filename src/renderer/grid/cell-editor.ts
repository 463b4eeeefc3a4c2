import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import { type Column, valueAt } from '#renderer/store/columns.ts';
import { cellName } from '#renderer/store/hooks.ts';
import { valueWords } from './cell-words.ts';
import { type EditTarget, editTarget } from './edit-target.ts';
import { type Entry, entryHint, readEntry, startText } from './entry.ts';
import type { GridRow } from './grid-rows.ts';
import type { SheetContext } from './sheet-context.ts';

type Params = ICellEditorParams<GridRow, unknown, SheetContext> & { readonly periodColumn: Column };

/** How typing began: over the cell, so that arrows leave it, or inside its text. */
export type EntryMode = 'enter' | 'edit';

/**
 * The field that lies over a cell while it is edited. It only reads and explains; writing is
 * up to the sheet, so that a refused entry leaves the field open.
 */
export class CellEditor implements ICellEditorComp<GridRow> {
  mode: EntryMode = 'edit';
  private readonly field = document.createElement('input');
  private params: Params | null = null;
  private target: EditTarget | null = null;
  private confirmed = false;

  init(params: Params): void {
    this.params = params;
    const view = params.context.view();
    const target = editTarget(view, params.data, params.periodColumn);
    if (!target.ok) return;
    this.target = target.value;
    const typedOver = params.eventKey !== null && params.eventKey !== 'F2';
    this.mode = typedOver ? 'enter' : 'edit';
    const { field } = this;
    field.className = 'grid-editor';
    field.dir = 'ltr';
    field.spellcheck = false;
    field.autocomplete = 'off';
    field.value = typedOver ? typedText(params.eventKey) : startText(target.value);
    const name = cellName({ key: params.data.key, column: params.periodColumn.id });
    field.setAttribute('aria-label', view.t('entry.name', { cell: name }));
    field.addEventListener('input', () => {
      this.params?.context.typing(true);
      this.changed();
    });
  }

  getGui(): HTMLElement {
    return this.field;
  }

  afterGuiAttached(): void {
    this.field.focus();
    const end = this.field.value.length;
    this.field.setSelectionRange(end, end);
    if (this.mode === 'enter') this.params?.context.typing(true);
    this.changed();
  }

  isCancelBeforeStart(): boolean {
    return this.target === null;
  }

  getValue(): unknown {
    return this.params?.value;
  }

  destroy(): void {
    this.params?.context.typing(false);
    this.params?.context.hint(null);
  }

  text(): string {
    return this.field.value;
  }

  /** What Enter would do now. */
  entry(): { readonly entry: Entry; readonly target: EditTarget; readonly confirmed: boolean } | null {
    if (!this.params || !this.target) return null;
    const entry = readEntry(this.params.context.view(), this.target, this.field.value);
    return { entry, target: this.target, confirmed: this.confirmed };
  }

  /** Enter was pressed on something that needs a second Enter; false, as nothing was taken. */
  ask(): false {
    this.confirmed = true;
    this.explain(true);
    return false;
  }

  /** Shows why the entry was not taken and keeps the field open; false, as nothing was taken. */
  refuse(reason: string): false {
    this.field.setAttribute('aria-invalid', 'true');
    const more = [this.keeps()];
    this.params?.context.hint({ ...this.place(), kind: 'refused', lead: reason, more, urgent: true });
    this.field.focus();
    return false;
  }

  private changed(): void {
    this.confirmed = false;
    this.field.removeAttribute('aria-invalid');
    this.grow();
    this.explain(false);
  }

  private explain(pressed: boolean): void {
    const now = this.entry();
    if (!now || !this.params) return;
    const hint = entryHint(
      this.params.context.view(),
      now.target,
      now.entry,
      this.params.periodColumn,
      pressed,
    );
    this.params.context.hint(hint && { ...this.place(), ...hint });
  }

  private place() {
    const key = this.params?.data.key ?? '';
    return { cell: { key, column: this.params?.periodColumn.id ?? '' }, anchor: this.field };
  }

  /** What stands in the cell as long as nothing was taken. */
  private keeps(): string {
    const { params } = this;
    if (params?.data.kind !== 'item') return '';
    const view = params.context.view();
    const value = valueAt(view.rowValues(params.data.key), params.periodColumn);
    const words = valueWords(view, value, params.data.item);
    return value === null ? view.t('entry.keepsBlank') : view.t('entry.keeps', { value: words });
  }

  /** Space from the start of the cell to the edge of the sheet. */
  private room(): number {
    const cell = this.params?.eGridCell.getBoundingClientRect();
    const sheet = this.params?.eGridCell.closest('.ag-grid-viewport')?.getBoundingClientRect();
    if (!cell || !sheet) return 0;
    return this.params?.context.view().language === 'ar'
      ? cell.right - sheet.left
      : sheet.right - cell.left - 14;
  }

  /** A longer text lies over the cells beside it. */
  private grow(): void {
    const { params, field } = this;
    if (!params) return;
    const needed = params.context.measure(field.value, false) + 18;
    const cell = params.column.getActualWidth();
    field.style.width = `${Math.max(cell, Math.min(needed, this.room()))}px`;
  }
}

/** The grid library hands the key on under its name: Backspace begins with nothing. */
function typedText(eventKey: string | null): string {
  return eventKey === null || eventKey === 'Backspace' ? '' : eventKey;
}
