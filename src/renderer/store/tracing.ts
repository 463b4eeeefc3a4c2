import { createStore } from 'zustand/vanilla';
import { placesRead } from '#shared/analysis/cell-inputs.ts';
import { feedsOf } from '#shared/analysis/feeds.ts';
import { type ValuePlace, ViewedModel } from '#shared/analysis/viewed-model.ts';
import type { CalculatedScenario } from '#shared/engine/explain-error.ts';
import { isErrorValue } from '#shared/model/value.ts';
import { type CellAddress, sameCell } from './cell-address.ts';
import { documentStore, valuesStore, viewpoint } from './document-store.ts';
import { goToCell, setHighlight } from './session-store.ts';
import { addressOf, placeOf } from './value-place.ts';

/** What a cell reads, or what reads it. */
export type Direction = 'precedents' | 'dependents';

export interface TracedCell {
  readonly cell: CellAddress;
  /** The arrow carries an error: it is in the cell that is read. */
  readonly failed: boolean;
}

/** Cells that one went to from a cell. */
export interface Walk {
  readonly origin: CellAddress;
  readonly direction: Direction;
  readonly cells: readonly CellAddress[];
  /** The sheet has selected them. */
  readonly selected: boolean;
}

/** A cell whose arrows are drawn. */
export interface Traced {
  readonly origin: CellAddress;
  readonly direction: Direction;
}

interface Tracing {
  readonly walk: Walk | null;
  readonly arrows: readonly Traced[];
}

const NOTHING: Tracing = { walk: null, arrows: [] };

export const tracingStore = createStore<Tracing>()(() => NOTHING);

documentStore.subscribe((now, before) => {
  if (now.documentId !== before.documentId) tracingStore.setState(NOTHING);
});

function calculatedNow(): CalculatedScenario {
  const { scenario } = documentStore.getState();
  return { scenario, viewpoint: viewpoint(), rows: valuesStore.rows(), loops: valuesStore.loops() };
}

/** The cells at the other end, in the order of the formula or of the rows; none for labels and headings. */
export function tracedCells({ origin, direction }: Traced): TracedCell[] {
  const calculated = calculatedNow();
  const { timeline } = calculated.scenario;
  const place = placeOf(timeline, origin);
  if (!place) return [];
  const model = new ViewedModel(calculated);
  if (!model.has(place.key)) return [];
  const isFailed = (at: ValuePlace) => isErrorValue(model.value(at));
  const traced = (at: ValuePlace, read: ValuePlace): TracedCell => ({
    cell: addressOf(timeline, at),
    failed: isFailed(read),
  });
  return direction === 'precedents'
    ? placesRead(model, place).map((at) => traced(at, at))
    : feedsOf(calculated, model, place).map((one) => traced(one.place, place));
}

/** Goes to the first of the cells at the other end and marks them all. Returns how many there are. */
export function walkTo(origin: CellAddress, direction: Direction): number {
  const cells = tracedCells({ origin, direction }).map(({ cell }) => cell);
  const [first] = cells;
  if (!first) return 0;
  tracingStore.setState({ walk: { origin, direction, cells, selected: false } });
  goToCell(first);
  setHighlight(cells);
  return cells.length;
}

export function walkSelected(): void {
  tracingStore.setState(({ walk }) => ({ walk: walk && { ...walk, selected: true } }));
}

export function endWalk(): void {
  if (!tracingStore.getState().walk) return;
  tracingStore.setState({ walk: null });
  setHighlight([]);
}

const sameTrace = (a: Traced, b: Traced) => a.direction === b.direction && sameCell(a.origin, b.origin);

/** Whether the arrows of a cell are drawn. */
export function isTraced(traced: Traced): boolean {
  return tracingStore.getState().arrows.some((one) => sameTrace(one, traced));
}

/** Draws the arrows of a cell, or takes them away. */
export function toggleArrows(traced: Traced): void {
  tracingStore.setState(({ arrows }) => ({
    arrows: isTraced(traced) ? arrows.filter((one) => !sameTrace(one, traced)) : [...arrows, traced],
  }));
}

export function removeArrows(): void {
  tracingStore.setState({ arrows: [] });
}
