import { createStore } from 'zustand/vanilla';
import { currentScenario } from '#renderer/store/hooks.ts';
import type { Cursor, SheetState } from '../cursor.ts';
import type { EntryActions, Speaker } from '../entry-actions.ts';
import { sheetMarks } from '../selection/marks.ts';
import type { Box } from '../selection/range.ts';
import { rowsOf, type Selection } from '../selection/selection.ts';
import { namedCells, namedFormula } from '../step-names.ts';
import { write } from '../write-entry.ts';
import { copiedCells, htmlOf, OWN_FORMAT, readOwn, writeOwn } from './copy-cells.ts';
import { alignText } from './filing-table.ts';
import { parseHtmlTable } from './parse-html.ts';
import {
  isPlain,
  type PastedCell,
  type PasteOptions,
  type PastePlan,
  type PasteSheet,
  planPaste,
  rowFormula,
} from './plan-paste.ts';
import { parseTsv, writeTsv } from './tsv.ts';

/** A paste that waits for an answer. */
export interface OpenPaste {
  readonly plan: (options: PasteOptions) => PastePlan;
  readonly start: PasteOptions;
  /** The formula of a row may be taken over by another row. */
  readonly hasFormula: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Writes the cells that can be written. */
  readonly accept: (options: PasteOptions) => void;
  readonly leave: () => void;
}

export const openPaste = createStore<{ readonly paste: OpenPaste | null }>()(() => ({ paste: null }));

export interface ClipboardActions {
  copy(event: ClipboardEvent): void;
  /** Copies and clears in one go. */
  cut(event: ClipboardEvent): void;
  /** `valuesOnly` leaves aside that cells came from this program. */
  paste(event: ClipboardEvent, valuesOnly: boolean): void;
  /** The next paste shows its choices, even where it simply fits. */
  ask(): void;
  /** Takes the mark of what was copied away. */
  forget(): void;
}

interface Parts {
  readonly current: () => SheetState | null;
  readonly cursor: Cursor;
  readonly selection: Selection;
  readonly entry: EntryActions;
  readonly speaker: Speaker;
}

export function createClipboard(parts: Parts): ClipboardActions {
  const { current, selection, entry, speaker } = parts;
  const copy = (event: ClipboardEvent): boolean => {
    const state = current();
    const clipboard = event.clipboardData;
    if (!state || !clipboard) return false;
    event.preventDefault();
    const boxes = selection.boxes();
    const cells = copiedCells(sheetOf(state), boxes);
    const { t } = state.context.view();
    if (!cells) {
      speaker.notice(t('paste.shape'));
      return false;
    }
    clipboard.setData('text/plain', writeTsv(cells.map((row) => row.map(({ text }) => text))));
    clipboard.setData('text/html', htmlOf(cells));
    clipboard.setData(OWN_FORMAT, writeOwn(cells));
    sheetMarks.setState({ copied: boxes });
    speaker.announce(t('paste.copied', { count: cells.flat().length }));
    return true;
  };
  const forget = () => {
    if (sheetMarks.getState().copied.length > 0) sheetMarks.setState({ copied: [] });
  };
  let isAsked = false;
  return {
    ask: () => {
      isAsked = true;
      const state = current();
      if (state) speaker.notice(state.context.view().t('paste.ask'));
    },
    copy: (event) => {
      copy(event);
    },
    cut: (event) => {
      if (!copy(event)) return;
      forget();
      entry.clear('cut');
    },
    paste: (event, valuesOnly) => {
      const state = current();
      const table = event.clipboardData && pastedTable(event.clipboardData, valuesOnly);
      event.preventDefault();
      if (state && table) begin(parts, state, table, isAsked);
      isAsked = false;
    },
    forget,
  };
}

function sheetOf(state: SheetState): PasteSheet {
  const columns = state.columns.flatMap((id) => state.context.column(id) ?? []);
  return { view: state.context.view(), rows: rowsOf(state), columns };
}

/** The best that the clipboard has: cells of this program, a table, or text. */
function pastedTable(clipboard: DataTransfer, valuesOnly: boolean): PastedCell[][] | null {
  const own = readOwn(clipboard.getData(OWN_FORMAT));
  if (own) return valuesOnly ? own.map((row) => row.map(withoutFormula)) : own;
  const plain = clipboard.getData('text/plain');
  const html = valuesOnly ? null : parseHtmlTable(clipboard.getData('text/html'));
  const rows = html && html.length > 0 ? html : plain === '' ? null : alignText(parseTsv(plain));
  if (!rows) return null;
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, index) => ({ text: row[index] ?? '' })));
}

function withoutFormula({ text, exact }: PastedCell): PastedCell {
  return exact === undefined ? { text } : { text, exact };
}

function begin(
  parts: Parts,
  state: SheetState,
  table: readonly (readonly PastedCell[])[],
  isAsked: boolean,
): void {
  const at = parts.selection.boxes().at(-1);
  if (!at) return;
  const { view } = sheetOf(state);
  const hasFormula = rowFormula(sheetOf(state), table, at) !== null;
  const start: PasteOptions = {
    transpose: false,
    skipYears: false,
    overFormulas: false,
    asFormula: hasFormula,
    locale: view.language,
  };
  const plan = (options: PasteOptions) => planPaste(sheetOf(parts.current() ?? state), table, at, options);
  const accept = (options: PasteOptions) => {
    openPaste.setState({ paste: null });
    carryOut(parts, state, plan(options));
  };
  const planned = plan(start);
  if (isPlain(planned) && !isAsked) {
    accept(start);
    return;
  }
  const scenario = currentScenario();
  openPaste.setState({
    paste: {
      plan,
      start,
      hasFormula,
      rows: table.length,
      columns: table[0]?.length ?? 0,
      // Another document or case may have come: what was shown is what is written, or nothing.
      accept: (options) =>
        currentScenario() === scenario ? accept(options) : openPaste.setState({ paste: null }),
      leave: () => {
        openPaste.setState({ paste: null });
        parts.cursor.show({ focus: true });
      },
    },
  });
}

function carryOut({ selection, cursor, speaker }: Parts, state: SheetState, plan: PastePlan): void {
  const { view } = sheetOf(state);
  const cells = plan.edits;
  const { caseId } = view;
  // Selected first: the step keeps what is selected when it is made.
  selection.choose([plan.box], corner(plan.box));
  cursor.show({ focus: true });
  const written = plan.formula
    ? write(view, namedFormula(plan.formula.key, plan.formula.formula, caseId))
    : cells.length === 0
      ? null
      : write(view, namedCells('paste', cells, caseId));
  if (written && !written.ok) speaker.notice(written.error);
  else if (!written) speaker.notice(view.t('paste.same'));
  else speaker.announce(view.t('paste.done', { count: plan.formula ? 1 : cells.length }));
}

const corner = ({ top, start }: Box) => ({ row: top, column: start });
