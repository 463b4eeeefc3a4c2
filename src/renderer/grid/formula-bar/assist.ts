import { type CellAddress, currentScenario, currentSession } from '#renderer/store/hooks.ts';
import { parsePeriodName } from '#shared/model/period.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { gridKey, type KeyPress } from '../grid-keys.ts';
import {
  type Assist,
  assistStore,
  type FormulaPort,
  LIST_ID,
  optionId,
  type Pointed,
  sheetLink,
} from './assist-state.ts';
import { callAt } from './call-at.ts';
import { type Completion, completionAt, type Option } from './completion.ts';
import { fixPeriods } from './fix-period.ts';
import { pointedNext, rangeEnd } from './point-move.ts';
import { leadOf, placeForReference } from './point-place.ts';
import { columnsOf, referenceText } from './reference-text.ts';
import { referencesIn } from './references-in.ts';
import { isFormula } from './scan.ts';
import { sumAbove } from './sum-above.ts';

/** The helper of one field while it has the focus. */
export interface FieldAssist extends Assist {
  /** Text or caret are others; `typed` when a character was typed. */
  readonly changed: (typed: boolean) => void;
  /** True when the key was for the helper. */
  readonly pressed: (press: KeyPress) => boolean;
  readonly end: () => void;
}

interface State {
  /** The text when the field took the focus. */
  readonly start: string;
  list: Completion | null;
  chosen: number;
  pointed: Pointed | null;
  note: string | null;
  isWriting: boolean;
}

/** Whether a name is a row of the document. */
export const isRow = (name: string): boolean => itemOf(currentScenario(), name) !== undefined;

/** Completion, signature, pointing and F4 for a field; what it finds lies in the assist store. */
export function createAssist(port: FormulaPort): FieldAssist {
  const state: State = {
    start: port.text(),
    list: null,
    chosen: 0,
    pointed: null,
    note: null,
    isWriting: false,
  };
  const parts = { port, state };
  const assist: FieldAssist = {
    changed: (typed) => changed(parts, typed),
    pressed: (press) => pressed(parts, press),
    canPoint: () => isFormula(port.text()) && pointPlace(parts) !== null,
    point: (cell, { extend }) => point(parts, cell, extend),
    sum: () => sum(parts),
    take: (index) => take(parts, index),
    end: () => {
      if (assistStore.getState().assist !== assist) return;
      assistStore.setState({ assist: null, shown: null });
      port.mark({ 'aria-activedescendant': null, 'aria-controls': null });
    },
  };
  assistStore.setState({ assist, shown: null });
  publish(parts);
  return assist;
}

interface Parts {
  readonly port: FormulaPort;
  readonly state: State;
}

const known = ({ home }: FormulaPort) => ({
  scenario: currentScenario(),
  language: currentSession().language,
  key: home.key,
});

function changed(parts: Parts, typed: boolean): void {
  const { port, state } = parts;
  if (state.isWriting) return;
  const text = port.text();
  const { to } = port.selection();
  const { pointed, list } = state;
  state.note = null;
  if (pointed && (pointed.to !== to || text.slice(pointed.from, pointed.to) !== pointed.text))
    state.pointed = null;
  const stays = list !== null && to > list.from && to <= list.to + 1;
  state.list = typed || stays ? completionAt(text, to, known(port), false) : null;
  state.chosen = 0;
  publish(parts);
}

function publish({ port, state }: Parts): void {
  const text = port.text();
  const { to } = port.selection();
  const { list, chosen, pointed, note } = state;
  const shown = isFormula(text)
    ? {
        port,
        references: referencesIn(text, isRow),
        call: callAt(text, to),
        list,
        chosen,
        mode: port.mode(),
        pointed,
        note,
        x: port.xOf(list ? list.from : to),
      }
    : null;
  assistStore.setState({ shown });
  port.mark({
    'aria-controls': list ? LIST_ID : null,
    'aria-activedescendant': list ? optionId(chosen) : null,
  });
}

function write(parts: Parts, edit: () => void): void {
  const { state } = parts;
  state.isWriting = true;
  edit();
  state.isWriting = false;
  publish(parts);
}

function pressed(parts: Parts, press: KeyPress): boolean {
  const { port, state } = parts;
  if (!isFormula(port.text())) return false;
  if (state.list && listKey(parts, state.list, press)) return true;
  const { code, ctrl, shift, alt } = press;
  const plain = !ctrl && !shift && !alt;
  if (code === 'Space' && ctrl && !shift && !alt) return ask(parts);
  if (code === 'F4' && plain) return fix(parts);
  if (code === 'F2' && plain) {
    port.setMode(port.mode() === 'edit' ? 'enter' : 'edit');
    publish(parts);
    return true;
  }
  return port.mode() === 'enter' && !alt && pointByKey(parts, press);
}

function listKey(parts: Parts, list: Completion, { code, ctrl, alt, shift }: KeyPress): boolean {
  if (ctrl || alt || shift) return false;
  const { state } = parts;
  const last = list.options.length - 1;
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
  const step = steps[code];
  if (step !== undefined) {
    const to = state.chosen + step;
    const round = Math.abs(step) === 1 ? (to + last + 1) % (last + 1) : Math.min(Math.max(to, 0), last);
    state.chosen = round;
    publish(parts);
    return true;
  }
  if (code === 'Escape') {
    state.list = null;
    publish(parts);
    return true;
  }
  if (code !== 'Tab' && code !== 'Enter' && code !== 'NumpadEnter') return false;
  // A finished name: Enter takes the formula as it stands.
  const option = list.options[state.chosen];
  if (code !== 'Tab' && option?.name === parts.port.text().slice(list.from, list.to)) return false;
  take(parts, state.chosen);
  return true;
}

function ask(parts: Parts): true {
  const { port, state } = parts;
  state.list = completionAt(port.text(), port.selection().to, known(port), true);
  state.note = state.list ? null : 'nothingFits';
  state.chosen = 0;
  publish(parts);
  return true;
}

function take(parts: Parts, index: number): void {
  const { port, state } = parts;
  const { list } = state;
  const option = list?.options[index];
  if (!list || !option) return;
  const insert = insertOf(option, port.text()[list.to]);
  const caret = list.from + option.name.length + (option.kind === 'function' ? 1 : 0);
  state.list = null;
  state.pointed = null;
  write(parts, () => {
    port.apply([{ from: list.from, to: list.to, insert }], { from: caret, to: caret });
  });
}

function insertOf({ kind, name }: Option, next: string | undefined): string {
  return kind === 'function' && next !== '(' ? `${name}(` : name;
}

function fix(parts: Parts): true {
  const { port, state } = parts;
  const { timeline } = currentScenario();
  const home = parsePeriodName(port.home.column) ? port.home.column : null;
  const fixing = fixPeriods(port.text(), port.selection(), isRow, timeline, home);
  state.list = null;
  if (fixing.kind !== 'edits') {
    state.note = fixing.kind;
    publish(parts);
    return true;
  }
  const { edits } = fixing;
  const grown = edits.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
  const end = (edits.at(-1)?.to ?? 0) + grown;
  const start = edits.length > 1 ? (edits[0]?.from ?? end) : end;
  state.pointed = null;
  write(parts, () => port.apply(edits, { from: start, to: end }));
  return true;
}

/** In a formula that was only looked at, no name gives way to a click elsewhere. */
function pointPlace({ port, state }: Parts) {
  const text = port.text();
  const place = state.pointed ?? placeForReference(text, port.selection());
  return place && text === state.start && place.from < place.to ? null : place;
}

function point(parts: Parts, cell: CellAddress, extend: boolean): void {
  const { port, state } = parts;
  const place = pointPlace(parts);
  if (!place || !isRow(cell.key)) return;
  const first = extend && state.pointed ? state.pointed.first : cell;
  const last = extend && state.pointed ? rangeEnd(first, cell) : cell;
  const text = referenceText(columnsOf(currentScenario()), port.home, first, last);
  const lead = leadOf(port.text(), place.from);
  const from = place.from + lead.length;
  const to = from + text.length;
  state.list = null;
  write(parts, () => {
    port.apply([{ from: place.from, to: place.to, insert: lead + text }], { from: to, to });
    state.pointed = { from, to, text, first, last };
  });
}

function pointByKey(parts: Parts, press: KeyPress): boolean {
  if (!press.code.startsWith('Arrow')) return false;
  const { link } = sheetLink.getState();
  const field = link?.field();
  const place = pointPlace(parts);
  const key = gridKey(press, { rtl: currentSession().language === 'ar', pageRows: 10, onSection: false });
  if (!link || !field || !place || key?.kind !== 'move') return false;
  const { pointed } = parts.state;
  const next = pointedNext(field, pointed?.last ?? parts.port.home, key.move, isRow);
  point(parts, next, key.extend);
  link.reveal(next);
  return true;
}

function sum(parts: Parts): void {
  const { port, state } = parts;
  const { from, to } = port.selection();
  const proposal = sumAbove(currentScenario(), port.home.key);
  const whole = !isFormula(port.text());
  const lead = whole ? '= ' : leadOf(port.text(), from);
  const at = (whole ? 0 : from) + lead.length;
  state.list = null;
  state.pointed = null;
  write(parts, () =>
    port.apply(
      [{ from: whole ? 0 : from, to: whole ? port.text().length : to, insert: lead + proposal.text }],
      { from: at + proposal.start, to: at + proposal.end },
    ),
  );
}
