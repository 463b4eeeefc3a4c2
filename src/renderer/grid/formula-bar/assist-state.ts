import { createStore } from 'zustand/vanilla';
import type { CellAddress } from '#renderer/store/hooks.ts';
import type { Field } from '../navigate.ts';
import type { OpenCall } from './call-at.ts';
import type { Completion } from './completion.ts';
import type { Edit } from './fix-period.ts';
import type { FoundReference } from './references-in.ts';

/** How typing began: over the cell, so that arrows leave it or point, or inside its text. */
export type EntryMode = 'enter' | 'edit';

/** A field in which a formula can be written: the bar, or the field over a cell. */
export interface FormulaPort {
  readonly element: HTMLElement;
  /** The cell whose formula it is. */
  readonly home: CellAddress;
  readonly text: () => string;
  readonly selection: () => { readonly from: number; readonly to: number };
  /** Edits apply to the text as it is; the selection to the text that comes out. */
  readonly apply: (edits: readonly Edit[], select: { readonly from: number; readonly to: number }) => void;
  readonly mark: (attributes: Readonly<Record<string, string | null>>) => void;
  /** Where on screen a place of the text is; physical. */
  readonly xOf: (at: number) => number;
  readonly mode: () => EntryMode;
  readonly setMode: (mode: EntryMode) => void;
}

/** A cell that was put into the formula by pointing: the next one takes its place. */
export interface Pointed {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly first: CellAddress;
  readonly last: CellAddress;
}

/** Everything shown beside the field. */
export interface Shown {
  readonly port: FormulaPort;
  readonly references: readonly FoundReference[];
  readonly call: OpenCall | null;
  readonly list: Completion | null;
  readonly chosen: number;
  readonly mode: EntryMode;
  readonly pointed: Pointed | null;
  /** Key of a text in formula-bar.json: why a key did nothing. */
  readonly note: string | null;
  /** Where the box begins on screen. */
  readonly x: number;
}

/** What a field lets others do with its formula. */
export interface Assist {
  /** True when a cell clicked on now goes into the formula. */
  readonly canPoint: () => boolean;
  readonly point: (cell: CellAddress, options: { readonly extend: boolean }) => void;
  readonly sum: () => void;
  readonly take: (index: number) => void;
}

/** The field that is typed into, if it holds a formula, and what is shown of it. */
export const assistStore = createStore<{ readonly assist: Assist | null; readonly shown: Shown | null }>()(
  () => ({ assist: null, shown: null }),
);

/** What the formula needs of the sheet: where its cells lie, and to bring one into view. */
export interface SheetLink {
  readonly field: () => Field | null;
  readonly reveal: (cell: CellAddress) => void;
}

export const sheetLink = createStore<{ readonly link: SheetLink | null }>()(() => ({ link: null }));

export const LIST_ID = 'grid-assist-list';
export const optionId = (index: number): string => `grid-assist-option-${index}`;
