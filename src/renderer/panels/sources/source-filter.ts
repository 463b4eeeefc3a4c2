import { createStore, useStore } from 'zustand';
import { useDocument } from '#renderer/store/hooks.ts';
import type { FactPlace } from '#shared/model/fact-places.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { SourceBook, SourceRow } from './source-book.ts';

export const SHOWS = ['all', 'disagree', 'used', 'unused', 'superseded'] as const;
export const CELL_LISTS = ['noSource', 'assumptions', 'overrides'] as const;
export const TIERS = ['A', 'B', 'none'] as const;
export type CellList = (typeof CELL_LISTS)[number];

/** What the rail has chosen: one line of it. */
export type Chosen =
  | { readonly kind: 'show'; readonly id: (typeof SHOWS)[number] }
  | { readonly kind: 'cells'; readonly id: CellList }
  | { readonly kind: 'topic'; readonly id: string }
  | { readonly kind: 'tier'; readonly id: (typeof TIERS)[number] };

export interface SourceFilter {
  readonly chosen: Chosen;
  readonly search: string;
  readonly publisher: string | null;
  readonly grouped: boolean;
  readonly folded: ReadonlySet<string>;
}

const NO_FILTER: SourceFilter = {
  chosen: { kind: 'show', id: 'all' },
  search: '',
  publisher: null,
  grouped: true,
  folded: new Set(),
};

/** Kept while another view is open, dropped with the document. */
const filterStore = createStore<{ readonly documentId: string | null; readonly filter: SourceFilter }>(
  () => ({ documentId: null, filter: NO_FILTER }),
);

export function useSourceFilter(): readonly [SourceFilter, (part: Partial<SourceFilter>) => void] {
  const documentId = useDocument((document) => document.documentId);
  const kept = useStore(filterStore);
  const filter = kept.documentId === documentId ? kept.filter : NO_FILTER;
  return [filter, (part) => filterStore.setState({ documentId, filter: { ...filter, ...part } })];
}

export function inRail(row: SourceRow, chosen: Chosen): boolean {
  switch (chosen.kind) {
    case 'show':
      return isShown(row, chosen.id);
    case 'topic':
      return row.topic === chosen.id;
    case 'tier':
      return row.fact.tier === chosen.id;
    case 'cells':
      return false;
    default:
      return assertNever(chosen);
  }
}

function isShown(row: SourceRow, show: (typeof SHOWS)[number]): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'disagree':
      return row.dispute !== null;
    case 'used':
      return isUsed(row);
    case 'unused':
      return !isUsed(row);
    case 'superseded':
      return row.supersededBy !== null;
    default:
      return assertNever(show);
  }
}

export function isUsed({ items, deals }: SourceRow): boolean {
  return items.length > 0 || deals.length > 0;
}

/** Facts that pass everything that is set, in the order of the register. */
export function filteredRows(rows: readonly SourceRow[], filter: SourceFilter): SourceRow[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      inRail(row, filter.chosen) &&
      (filter.publisher === null || row.fact.source.publisher === filter.publisher) &&
      words.every((word) => searchText(row).includes(word)),
  );
}

function searchText({ fact, items, deals }: SourceRow): string {
  const { id, subject, metric, period, unit, value, source, statement, original } = fact;
  const { publisher, title } = source;
  return [
    id,
    subject,
    metric,
    period,
    unit,
    value,
    publisher,
    title,
    statement,
    original?.ar,
    ...items,
    ...deals,
  ]
    .join('\n')
    .toLowerCase();
}

/** Rows under one head. `place` is null for the two heads that take the rest. */
export interface SourceGroup {
  readonly id: string;
  readonly place: FactPlace | null;
  readonly rows: readonly SourceRow[];
}

/** Places of disagreement first, widest spread first; then what is in use, then the rest. */
export function groupedRows(rows: readonly SourceRow[], { disputes }: SourceBook): SourceGroup[] {
  const byId = new Map(rows.map((row) => [row.fact.id, row]));
  const groups = disputes.map((place) => ({
    id: place.id,
    place,
    rows: place.statements.flatMap(({ fact }) => byId.get(fact.id) ?? []),
  }));
  const rest = rows.filter(({ dispute }) => dispute === null);
  return [
    ...groups,
    { id: ':used', place: null, rows: rest.filter(isUsed) },
    { id: ':unused', place: null, rows: rest.filter((row) => !isUsed(row)) },
  ].filter((group) => group.rows.length > 0);
}
