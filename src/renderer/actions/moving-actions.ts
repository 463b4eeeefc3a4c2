import { i18n } from '#renderer/i18n/i18n.ts';
import type { CellAddress } from '#renderer/store/cell-address.ts';
import { showToast } from '#renderer/store/dialogs.ts';
import { documentStore } from '#renderer/store/document-store.ts';
import { findingStore, openFinding, stepFinding } from '#renderer/store/finding.ts';
import { enterPending } from '#renderer/store/pending-entry.ts';
import { openView, sessionStore } from '#renderer/store/session-store.ts';
import {
  type Direction,
  isTraced,
  removeArrows,
  toggleArrows,
  tracedCells,
  tracingStore,
  walkTo,
} from '#renderer/store/tracing.ts';
import { askForPlace, trailStore, walkTrail } from '#renderer/store/trail.ts';
import { itemOf } from '#shared/model/scenario.ts';
import type { Action } from './action.ts';
import { documentIsOpen } from './file-actions.ts';
import type { Shortcut } from './shortcut.ts';

const session = sessionStore.getState;
const text = (key: string) => () => i18n.t(`find:actions.${key}`);
/** Views other than the model have their own search, or none. */
const inModel = () => session().view === 'model';
const isReady = () => documentIsOpen() && inModel();
const hasQuery = () => isReady() && findingStore.getState().text.trim() !== '';
const isMirrored = () => session().language === 'ar';

/** The cell one is in, when it holds values. */
function valueCell(): CellAddress | null {
  const cell = session().activeCell;
  if (!cell || !/^\d{4}/.test(cell.column)) return null;
  return itemOf(documentStore.getState().scenario, cell.key) ? cell : null;
}

const finding = (id: 'find' | 'replace', shortcut: Shortcut): Action => ({
  id: `find.${id}`,
  label: text(id),
  shortcut,
  isEnabled: isReady,
  scope: 'model',
  perform: () => {
    if (enterPending()) openFinding(id);
  },
});

const step = (id: string, shortcut: Shortcut, back: boolean): Action => ({
  id: `find.${id}`,
  label: text(id),
  shortcut,
  isEnabled: hasQuery,
  scope: 'model',
  perform: () => {
    if (enterPending() && !stepFinding(back)) showToast('info', i18n.t('find:none'));
  },
});

export const FIND_ACTIONS = {
  find: finding('find', { code: 'KeyF', ctrl: true }),
  replace: finding('replace', { code: 'KeyH', ctrl: true }),
  next: step('next', { code: 'F3' }, false),
  previous: step('previous', { code: 'F3', shift: true }, true),
} as const satisfies Record<string, Action>;

const walk = (direction: Direction, shortcut: Shortcut): Action => ({
  id: `trace.${direction}`,
  label: text(direction),
  shortcut,
  isEnabled: isReady,
  scope: 'model',
  perform: () => {
    if (!enterPending()) return;
    const cell = valueCell();
    if (!cell) sayNone('cell');
    else if (walkTo(cell, direction) === 0) sayNone(direction);
  },
});

const arrows = (id: string, direction: Direction, shortcut: Shortcut): Action => ({
  id: `trace.${id}`,
  label: text(id),
  shortcut,
  isEnabled: isReady,
  isChecked: () => {
    const origin = valueCell();
    return origin !== null && isTraced({ origin, direction });
  },
  scope: 'model',
  perform: () => {
    const origin = valueCell();
    if (!origin) {
      sayNone('cell');
      return;
    }
    const traced = { origin, direction };
    if (!isTraced(traced) && tracedCells(traced).length === 0) sayNone(direction);
    else toggleArrows(traced);
  },
});

function sayNone(what: Direction | 'cell'): void {
  showToast('info', i18n.t(`find:trace.no.${what}`));
}

/** Back lies where one came from: at the left, in Arabic at the right. */
const trail = (id: 'back' | 'forward'): Action => ({
  id: `go.${id}`,
  label: text(id),
  get shortcut() {
    const isLeft = (id === 'back') !== isMirrored();
    return { code: isLeft ? 'ArrowLeft' : 'ArrowRight', alt: true };
  },
  isEnabled: () => documentIsOpen() && trailStore.getState()[id === 'back' ? 'past' : 'future'].length > 0,
  perform: () => {
    if (enterPending()) walkTrail(id === 'back');
  },
});

const nameBox = (id: string, shortcut: Shortcut): Action => ({
  id,
  label: text('nameBox'),
  shortcut,
  isEnabled: documentIsOpen,
  perform: () => {
    if (!enterPending()) return;
    openView('model');
    askForPlace();
  },
});

export const MOVING_ACTIONS = {
  nameBox: nameBox('go.nameBox', { code: 'KeyG', ctrl: true }),
  nameBoxAgain: { ...nameBox('go.nameBoxAgain', { code: 'F5' }), quiet: true },
  back: trail('back'),
  forward: trail('forward'),
  precedents: walk('precedents', { code: 'BracketLeft', ctrl: true }),
  dependents: walk('dependents', { code: 'BracketRight', ctrl: true }),
  showPrecedents: arrows('showPrecedents', 'precedents', { code: 'BracketLeft', ctrl: true, alt: true }),
  showDependents: arrows('showDependents', 'dependents', { code: 'BracketRight', ctrl: true, alt: true }),
  removeArrows: {
    id: 'trace.removeArrows',
    label: text('removeArrows'),
    isEnabled: () => isReady() && tracingStore.getState().arrows.length > 0,
    perform: removeArrows,
  },
} as const satisfies Record<string, Action>;
