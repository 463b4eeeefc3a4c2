import type { CellAddress } from '#renderer/store/cell-address.ts';
import { checkStates, errorCells, overrideCells } from '#renderer/store/checks.ts';
import { documentStore, valuesStore } from '#renderer/store/document-store.ts';
import { sessionStore, setActiveCell } from '#renderer/store/session-store.ts';
import { type Action, label } from './action.ts';
import { moveToRegion } from './regions.ts';

const scenario = () => documentStore.getState().scenario;
const errors = () => errorCells(scenario(), valuesStore.rows());
const overrides = () => overrideCells(scenario(), sessionStore.getState().caseId);
const failing = () => checkStates(scenario(), valuesStore.rows()).failed;

export const GO_ACTIONS = {
  nextError: {
    id: 'go.nextError',
    label: label('nextError'),
    shortcut: { code: 'F8' },
    isEnabled: () => errors().length > 0,
    perform: () => goToNext(errors()),
  },
  nextOverride: {
    id: 'go.nextOverride',
    label: label('nextOverride'),
    shortcut: { code: 'F8', shift: true },
    isEnabled: () => overrides().length > 0,
    perform: () => goToNext(overrides()),
  },
  failingCheck: {
    id: 'go.failingCheck',
    label: label('failingCheck'),
    isEnabled: () => failing().length > 0,
    perform: () => goToNext(failing()),
  },
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

/** Goes to the first of the cells that comes after the active one, row by row; round to the first again. */
function goToNext(cells: readonly CellAddress[]): void {
  const next = cells.find((cell) => comesAfterActive(cell)) ?? cells[0];
  if (next) setActiveCell(next, { reveal: true });
}

function comesAfterActive(cell: CellAddress): boolean {
  const active = sessionStore.getState().activeCell;
  if (!active) return true;
  const order = scenario().itemOrder;
  const distance = order.indexOf(cell.key) - order.indexOf(active.key);
  return distance > 0 || (distance === 0 && cell.column > active.column);
}
