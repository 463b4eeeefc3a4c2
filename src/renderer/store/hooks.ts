import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { LoopReport, RowValues, Viewpoint } from '#shared/engine/results.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { asOfDate } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { baseValuesStore, followBase } from './base-values.ts';
import { type CaseFigures, calculateCases, caseFiguresStore } from './case-figures.ts';
import type { CellAddress } from './cell-address.ts';
import { type CheckStates, checkStates, errorCells } from './checks.ts';
import { dialogsStore } from './dialogs.ts';
import type { DocumentState } from './document-state.ts';
import { documentStore, valuesStore } from './document-store.ts';
import { type SessionState, sessionStore } from './session-store.ts';

export type { CellAddress } from './cell-address.ts';
export { cellName, parseCellName, sameCell } from './cell-address.ts';
export { overrideCells } from './checks.ts';
export type { CaseDialogKind, DialogState, Toast } from './dialogs.ts';
export { closeDialog, closeToast, showDialog, showToast } from './dialogs.ts';
export type { DocumentState, SavedState } from './document-state.ts';
export { savedState } from './document-state.ts';
export { dispatch, jumpTo, setAsOf, setCase, viewpoint } from './document-store.ts';
export { addPending, dropPending } from './pending-entry.ts';
export type { RangeCorner, SheetPlace } from './places.ts';
export { askedPlace, madeBy, provideSheetPlace } from './places.ts';
export { setLanguage, setOutlineOpen, setPaneSizes, setTheme } from './preferences.ts';
export type { SessionState, View } from './session-store.ts';
export {
  chooseDeals,
  closeDeal,
  explainCell,
  goToCell,
  openDeal,
  openFact,
  openParty,
  openSection,
  openView,
  setActiveCell,
  setHighlight,
  setSelection,
  toggleFoldedRows,
  toggleSection,
  toggleYear,
} from './session-store.ts';

/** A part of the scenario; renders again when the part is another one. */
export function useScenario<T>(select: (scenario: Scenario) => T): T {
  return useStore(documentStore, (state) => select(state.scenario));
}

export function useDocument<T>(select: (state: DocumentState) => T): T {
  return useStore(documentStore, select);
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(sessionStore, select);
}

export function useDialogs<T>(select: (state: ReturnType<typeof dialogsStore.getState>) => T): T {
  return useStore(dialogsStore, select);
}

/** The side from which the screen shows the scenario. */
export function useViewpoint(): Viewpoint {
  const caseId = useSession((session) => session.caseId);
  const asOf = useSession((session) => session.asOf);
  return useMemo(() => ({ caseId, asOf }), [caseId, asOf]);
}

/** The as-of date in force. */
export function useAsOf(): IsoDate {
  const { caseId, asOf } = useViewpoint();
  return useScenario((scenario) => asOfDate(scenario, caseId, asOf));
}

/** The scenario as it is now, for event handlers. */
export const currentScenario = (): Scenario => documentStore.getState().scenario;
/** False once another document, or none, has taken the place of this one. */
export const isOpen = (documentId: string | null): boolean =>
  documentId !== null && documentStore.getState().documentId === documentId;
export const currentSession = (): SessionState => sessionStore.getState();

export const rowValues = valuesStore.rowValues;
export const allRows = valuesStore.rows;
export const subscribeToRows = valuesStore.subscribeToRows;

/** Values of one row. */
export function useRowValues(key: ItemKey): RowValues | undefined {
  const subscribe = useCallback((wake: () => void) => valuesStore.subscribeToRow(key, wake), [key]);
  return useSyncExternalStore(subscribe, () => valuesStore.rowValues(key));
}

/** Values of several rows: another Map only when one of these rows changed. `keys` may be a fresh array. */
export function useRowsValues(keys: readonly ItemKey[]): ReadonlyMap<ItemKey, RowValues> {
  const name = keys.join(' ');
  const last = useRef<ReadonlyMap<ItemKey, RowValues>>(new Map());
  const subscribe = useCallback(
    (wake: () => void) => {
      const ends = name.split(' ').map((key) => valuesStore.subscribeToRow(key, wake));
      return () => {
        for (const end of ends) end();
      };
    },
    [name],
  );
  return useSyncExternalStore(subscribe, () => {
    const next = rowsOf(name === '' ? [] : name.split(' '));
    if (!sameRows(last.current, next)) last.current = next;
    return last.current;
  });
}

function rowsOf(keys: readonly ItemKey[]): Map<ItemKey, RowValues> {
  const rows = new Map<ItemKey, RowValues>();
  for (const key of keys) {
    const values = valuesStore.rowValues(key);
    if (values) rows.set(key, values);
  }
  return rows;
}

function sameRows(a: ReadonlyMap<ItemKey, RowValues>, b: ReadonlyMap<ItemKey, RowValues>): boolean {
  return a.size === b.size && [...b].every(([key, values]) => a.get(key) === values);
}

/** All rows; renders again with every recalculation. For summaries only. */
export function useAllRows(): ReadonlyMap<ItemKey, RowValues> {
  return useSyncExternalStore(valuesStore.subscribeToRows, valuesStore.rows);
}

/** True while values on screen are older than the document. */
export function useCalculating(): boolean {
  return useSyncExternalStore(valuesStore.subscribeToWaiting, valuesStore.isWaiting);
}

export function useLoops(): readonly LoopReport[] {
  return useSyncExternalStore(valuesStore.subscribeToRows, valuesStore.loops);
}

export function useChecks(): CheckStates {
  return useDerived(checkStates);
}

/** The earliest cell with an error of each row that has one. */
export function useErrorCells(): readonly CellAddress[] {
  return useDerived(errorCells);
}

/** Something computed from scenario and values, kept until either is another one. */
function useDerived<T>(derive: (scenario: Scenario, rows: ReadonlyMap<ItemKey, RowValues>) => T): T {
  const scenario = useScenario((whole) => whole);
  const rows = useAllRows();
  return useMemo(() => derive(scenario, rows), [derive, scenario, rows]);
}

/** The values of a row in the base, while they are asked for. */
export const baseValues = (key: ItemKey): RowValues | undefined => baseValuesStore.getState().rows?.get(key);

/** Calculates the base beside the case on screen while `wanted`; null until that is done. */
export function useBaseValues(wanted: boolean): ReadonlyMap<ItemKey, RowValues> | null {
  useEffect(() => {
    if (!wanted) return undefined;
    const base = followBase(() => ({
      scenario: documentStore.getState().scenario,
      asOf: sessionStore.getState().asOf,
    }));
    const ends = [documentStore.subscribe(base.look), sessionStore.subscribe(base.look), base.end];
    base.look();
    return () => {
      for (const end of ends) end();
    };
  }, [wanted]);
  return useStore(baseValuesStore, (state) => state.rows);
}

/** The gap, or whatever plays its part, in every case; filled in after a pause. */
export function useCaseFigures(): CaseFigures {
  const scenario = useScenario((whole) => whole);
  const key = scenario.presentation.funding?.gapTotal;
  useEffect(() => {
    if (key !== undefined) calculateCases(scenario, key);
  }, [scenario, key]);
  return useStore(caseFiguresStore, (state) => state.figures);
}
