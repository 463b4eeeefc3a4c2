import { i18n } from '#renderer/i18n/i18n.ts';
import type { CellAddress } from '#renderer/store/cell-address.ts';
import { checkStates, errorCells, overrideCells } from '#renderer/store/checks.ts';
import { showToast } from '#renderer/store/dialogs.ts';
import { documentStore, valuesStore } from '#renderer/store/document-store.ts';
import { enterPending } from '#renderer/store/pending-entry.ts';
import { goToCell, sessionStore } from '#renderer/store/session-store.ts';
import { disputedRows, notedRows, unsourcedRows } from '#shared/analysis/attention.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import { type Action, label } from './action.ts';
import { documentIsOpen } from './file-actions.ts';
import { moveToRegion } from './regions.ts';
import type { Shortcut } from './shortcut.ts';

const scenario = () => documentStore.getState().scenario;
const asOf = () => asOfDate(scenario(), sessionStore.getState().caseId, sessionStore.getState().asOf);
/** Whole rows are gone to in the period one is in. */
const inColumn = (keys: readonly string[]): CellAddress[] => {
  const here = sessionStore.getState().activeCell?.column ?? '';
  const column = /^\d{4}/.test(here) ? here : periodNameAt(scenario().timeline, 0);
  return keys.map((key) => ({ key, column }));
};

/** What a reader may want to look at, one after the other. */
const SIGHTS = {
  error: () => errorCells(scenario(), valuesStore.rows()),
  override: () => overrideCells(scenario(), sessionStore.getState().caseId),
  check: () => checkStates(scenario(), valuesStore.rows()).failed,
  unsourced: () => inColumn(unsourcedRows(scenario(), asOf())),
  conflict: () => inColumn(disputedRows(scenario(), asOf())),
  note: () => inColumn(notedRows(scenario())),
} as const satisfies Record<string, () => readonly CellAddress[]>;

type Sight = keyof typeof SIGHTS;

const toSight = (sight: Sight, id: string, name: () => string, shortcut: Shortcut, back = false): Action => ({
  id: `go.${id}`,
  label: name,
  shortcut,
  isEnabled: documentIsOpen,
  perform: () => {
    if (!enterPending()) return;
    const to = sightFrom(SIGHTS[sight](), back);
    if (to) goToCell(to);
    else showToast('info', i18n.t(`find:nothing.${sight}`));
  },
});

const own = (key: string) => () => i18n.t(`find:actions.${key}`);

export const GO_ACTIONS = {
  nextError: toSight('error', 'nextError', label('nextError'), { code: 'F8' }),
  previousError: toSight('error', 'previousError', own('previousError'), { code: 'F8', shift: true }, true),
  nextOverride: toSight('override', 'nextOverride', label('nextOverride'), { code: 'F8', ctrl: true }),
  failingCheck: toSight('check', 'failingCheck', label('failingCheck'), {
    code: 'F8',
    ctrl: true,
    shift: true,
  }),
  nextUnsourced: toSight('unsourced', 'nextUnsourced', own('nextUnsourced'), { code: 'F7' }),
  nextConflict: toSight('conflict', 'nextConflict', own('nextConflict'), { code: 'F7', shift: true }),
  nextNote: toSight('note', 'nextNote', own('nextNote'), { code: 'F7', ctrl: true }),
  nextRegion: {
    id: 'go.nextRegion',
    label: label('nextRegion'),
    shortcut: { code: 'F6' },
    perform: () => moveToRegion(1),
  },
  previousRegion: {
    id: 'go.previousRegion',
    label: label('previousRegion'),
    shortcut: { code: 'F6', shift: true },
    perform: () => moveToRegion(-1),
  },
} as const satisfies Record<string, Action>;

/** The first of the cells after the active one, row by row, or the last before it; round at the ends. */
function sightFrom(cells: readonly CellAddress[], back: boolean): CellAddress | undefined {
  const rank = new Map(scenario().itemOrder.map((key, row) => [key, row]));
  const active = sessionStore.getState().activeCell;
  const isBeyond = ({ key, column }: CellAddress) => {
    if (!active) return true;
    const rows = (rank.get(key) ?? 0) - (rank.get(active.key) ?? -1);
    // Labels stand before all periods.
    const along = /^\d{4}/.test(active.column) ? column.localeCompare(active.column) : 1;
    return back ? rows < 0 || (rows === 0 && along < 0) : rows > 0 || (rows === 0 && along > 0);
  };
  return back ? (cells.findLast(isBeyond) ?? cells.at(-1)) : (cells.find(isBeyond) ?? cells[0]);
}
