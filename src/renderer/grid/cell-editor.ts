import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import { type Column, valueAt } from '#renderer/store/columns.ts';
import { cellName } from '#renderer/store/hooks.ts';
import { valueWords } from './cell-words.ts';
import { type EditTarget, editTarget } from './edit-target.ts';
import { type Entry, entryHint, readEntry, startText } from './entry.ts';
import { applyEdits } from './formula-bar/apply-edits.ts';
import { createAssist, type FieldAssist } from './formula-bar/assist.ts';
import { assistStore, type EntryMode, type FormulaPort } from './formula-bar/assist-state.ts';
import type { KeyPress } from './grid-keys.ts';
import type { GridRow } from './grid-rows.ts';
import type { SheetContext } from './sheet-context.ts';

type Params = ICellEditorParams<GridRow, unknown, SheetContext> & { readonly periodColumn: Column };

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
  private assist: FieldAssist | null = null;

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
    field.addEventListener('input', (event) => {
      this.params?.context.typing(true);
      this.assist?.changed(event instanceof InputEvent && event.inputType === 'insertText');
      this.changed();
    });
    field.addEventListener('keyup', () => this.assist?.changed(false));
    field.addEventListener('click', () => this.assist?.changed(false));
  }

  getGui(): HTMLElement {
    return this.field;
  }

  afterGuiAttached(): void {
    this.field.focus();
    const end = this.field.value.length;
    this.field.setSelectionRange(end, end);
    if (this.mode === 'enter') this.params?.context.typing(true);
    const port = this.port();
    this.assist = port && createAssist(port);
    this.changed();
  }

  isCancelBeforeStart(): boolean {
    return this.target === null;
  }

  getValue(): unknown {
    return this.params?.value;
  }

  destroy(): void {
    this.assist?.end();
    this.params?.context.typing(false);
    this.params?.context.hint(null);
  }

  text(): string {
    return this.field.value;
  }

  /** True when completion or pointing had a use for the key. */
  assisted(press: KeyPress): boolean {
    return this.assist?.pressed(press) ?? false;
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
    const isListed = assistStore.getState().shown?.list != null;
    const isEarly = isListed && !pressed && hint?.kind === 'refused';
    this.params.context.hint(hint && !isEarly ? { ...this.place(), ...hint } : null);
  }

  private port(): FormulaPort | null {
    const { params, field } = this;
    if (!params) return null;
    const home = { key: params.data.key, column: params.periodColumn.id };
    const before = (at: number) => params.context.measure(field.value.slice(0, at), false);
    return {
      element: field,
      home,
      text: () => field.value,
      selection: () => ({ from: field.selectionStart ?? 0, to: field.selectionEnd ?? 0 }),
      apply: (edits, { from, to }) => {
        field.value = applyEdits(field.value, edits);
        field.setSelectionRange(from, to);
        params.context.typing(true);
        this.changed();
      },
      mark: (attributes) => setAttributes(field, attributes),
      xOf: (at) => field.getBoundingClientRect().left + 8 + before(at) - field.scrollLeft,
      mode: () => this.mode,
      setMode: (mode) => {
        this.mode = mode;
      },
    };
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

function setAttributes(element: HTMLElement, attributes: Readonly<Record<string, string | null>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}
