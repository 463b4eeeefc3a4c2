import { createStore } from 'zustand/vanilla';
import { type FindHit, type FindIn, findTexts, nameOfHit } from '#shared/analysis/find-texts.ts';
import type { RowValues } from '#shared/engine/results.ts';
import type { ItemKey } from '#shared/model/line-item.ts';
import { asOfDate, caseChain } from '#shared/model/resolve-case.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Language } from '#shared/model/text.ts';
import { cellText } from '#shared/report/number-text.ts';
import type { CellAddress } from './cell-address.ts';
import { valueAt, yearGroups } from './columns.ts';
import { documentStore, valuesStore } from './document-store.ts';
import { type SessionState, sessionStore, setActiveCell } from './session-store.ts';

/** What is searched for, and how far one has come. */
export interface Finding {
  readonly open: 'find' | 'replace' | null;
  /** Grows with each wish to type into the bar. */
  readonly asked: number;
  readonly text: string;
  readonly by: string;
  readonly where: ReadonlySet<FindIn>;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** Name of the hit one went to; null before the first. */
  readonly at: string | null;
}

export const FIRST_FINDING: Finding = {
  open: null,
  asked: 0,
  text: '',
  by: '',
  where: new Set(['labels', 'formulas']),
  matchCase: false,
  wholeWord: false,
  at: null,
};

export const findingStore = createStore<Finding>()(() => FIRST_FINDING);

export function openFinding(open: 'find' | 'replace'): void {
  findingStore.setState(({ asked }) => ({ open, asked: asked + 1 }));
}

export function closeFinding(): void {
  findingStore.setState({ open: null });
}

/** Another query starts over. */
export function changeQuery(
  change: Partial<Pick<Finding, 'text' | 'where' | 'matchCase' | 'wholeWord'>>,
): void {
  findingStore.setState({ ...change, at: null });
}

export interface SearchedView {
  readonly scenario: Scenario;
  readonly rows: ReadonlyMap<ItemKey, RowValues>;
  readonly caseId: string | null;
  readonly asOf: SessionState['asOf'];
  readonly language: Language;
}

/** All that is found, as one sees the scenario. */
export function findIn(
  { scenario, rows, caseId, asOf, language }: SearchedView,
  finding: Finding,
): FindHit[] {
  const groups = yearGroups(scenario.timeline, asOfDate(scenario, caseId, asOf));
  const columns = new Map(
    groups.flatMap(({ quarters, total }) => [...quarters, total]).map((one) => [one.id, one]),
  );
  const field = {
    scenario,
    chain: caseChain(scenario, caseId),
    language,
    columns: [...columns.keys()],
    valueText: (item: Parameters<typeof cellText>[1] & { readonly key: ItemKey }, id: string) => {
      const column = columns.get(id);
      return cellText((column && valueAt(rows.get(item.key), column)) ?? null, item);
    },
  };
  return findTexts(field, finding.where, finding);
}

/** Where a hit is shown: texts of a row at its label, formulas in the column one is in. */
export function cellOfHit({ in: kind, key, column }: FindHit, here: CellAddress | null): CellAddress {
  if (column !== null) return { key, column };
  const period = here && /^\d{4}/.test(here.column) ? here.column : 'label';
  return { key, column: kind === 'formulas' ? period : 'label' };
}

/** Index of the hit one stands at; -1 before the first step, and when it is gone. */
export function indexOfHit(hits: readonly FindHit[], at: string | null): number {
  return at === null ? -1 : hits.findIndex((hit) => nameOfHit(hit) === at);
}

/** The hit after, or before, where one is; round at the ends. */
export function nextHit(
  scenario: Scenario,
  hits: readonly FindHit[],
  {
    at,
    here,
    back,
  }: { readonly at: string | null; readonly here: CellAddress | null; readonly back: boolean },
): FindHit | undefined {
  const index = indexOfHit(hits, at);
  if (index >= 0) return hits[(index + (back ? -1 : 1) + hits.length) % hits.length];
  const order = new Map(scenario.itemOrder.map((key, row) => [key, row]));
  const row = here ? (order.get(here.key) ?? 0) : 0;
  const rowOf = ({ key }: FindHit) => order.get(key) ?? 0;
  const found = back ? hits.findLast((hit) => rowOf(hit) <= row) : hits.find((hit) => rowOf(hit) >= row);
  return found ?? (back ? hits.at(-1) : hits[0]);
}

export function searchedView(): SearchedView {
  const { caseId, asOf, language } = sessionStore.getState();
  const { scenario } = documentStore.getState();
  return { scenario, rows: valuesStore.rows(), caseId, asOf, language };
}

export function goToHit(hit: FindHit): void {
  findingStore.setState({ at: nameOfHit(hit) });
  setActiveCell(cellOfHit(hit, sessionStore.getState().activeCell), { reveal: true });
}

/** Goes to the next hit of the last query; false when there is none. */
export function stepFinding(back: boolean): boolean {
  const view = searchedView();
  const finding = findingStore.getState();
  const here = sessionStore.getState().activeCell;
  const hit = nextHit(view.scenario, findIn(view, finding), { at: finding.at, here, back });
  if (hit) goToHit(hit);
  return hit !== undefined;
}
