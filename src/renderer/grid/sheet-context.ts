import type { Column } from '#renderer/store/columns.ts';
import type { CellAddress, SessionState } from '#renderer/store/hooks.ts';
import type { SheetView } from './sheet-view.ts';
import type { Measure } from './text-measure.ts';

/** Puts the classes of selection and marks on one cell. */
export type Painter = (cell: Element, rowId: string, columnId: string) => void;

/** What parts drawn by the grid library need and cannot get from React. One object for the life of a sheet. */
export interface SheetContext {
  readonly view: () => SheetView;
  readonly session: () => SessionState;
  readonly column: (id: string) => Column | undefined;
  readonly measure: Measure;
  /** Something to say beside a cell while it is edited; null takes it away. */
  readonly hint: (hint: CellHintState | null) => void;
  /** Whether a cell is being typed into. */
  readonly typing: (isTyping: boolean) => void;
  /** Draws selection and marks on a cell that is drawn anew; null before the sheet stands. */
  readonly painter: { current: Painter | null };
  readonly toggleFolded: (sectionId: string) => void;
}

export interface CellHintState {
  readonly cell: CellAddress;
  readonly anchor: HTMLElement;
  readonly kind: 'understood' | 'question' | 'refused';
  readonly lead: string;
  readonly more: readonly string[];
  /** Interrupts a screen reader: an answer to something the person did, not to each letter. */
  readonly urgent: boolean;
}
